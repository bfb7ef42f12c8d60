"""Records that last as long as the program: for previews, the demo and tests."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from threading import RLock

from simulator.domain.attempt import Attempt, Recorded, Rep, Review
from simulator.domain.decision import Decision
from simulator.domain.ids import AttemptId, Digest, RepId, ScenarioId
from simulator.domain.intention import FreshStart, Intention
from simulator.domain.scenario import Purpose
from simulator.records.admission import (
    admit_document,
    admit_opening,
    admit_rep,
    admit_step,
    admit_steps,
    key_elsewhere,
    no_attempt,
    no_document,
    no_rep,
)
from simulator.records.chain import first_link
from simulator.records.decisions import Ruling, decision_flaws, decision_of, next_ruling
from simulator.records.derived_memory import MemoryDerived
from simulator.records.intentions import Intent, intention_flaws, intention_of, next_intent
from simulator.records.protocol import Conflict, Document, Flaw
from simulator.records.rows import Look, Opening, Step, attempt_of, look_of, moment, review_of, stamp, without
from simulator.records.verify import Stored, flaws


class MemoryRecords:
    """The records in memory, by the same rules and with the same links as on disk."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._reps: dict[RepId, Rep] = {}
        self._documents: dict[Digest, Document] = {}
        self._openings: dict[str, Opening] = {}
        self._steps: dict[str, list[Step]] = {}
        self._attempt_of_key: dict[str, str] = {}
        self._looks: list[Look] = []
        self._rulings: list[Ruling] = []
        self._intents: list[Intent] = []
        self.derived = MemoryDerived(self)

    def add_rep(self, rep: Rep) -> None:
        """Add a person; Conflict where the id is taken by someone of another name."""
        with self._lock:
            if admit_rep(rep, self._reps.get(rep.id), self.rep_called(rep.typed)):
                handle = "" if rep.typed == rep.id else rep.handle
                self._reps[rep.id] = Rep(id=rep.id, name=rep.name, joined=moment(stamp(rep.joined)), handle=handle)

    def rep(self, rep: RepId) -> Rep | None:
        """Return the person of that id, or None."""
        return self._reps.get(rep)

    def rep_called(self, handle: str) -> Rep | None:
        """Return the person of that handle, or None."""
        with self._lock:
            return next((rep for rep in self._reps.values() if rep.name and rep.typed == handle), None)

    def reps(self) -> tuple[Rep, ...]:
        """Return everyone who has not been erased, by id."""
        with self._lock:
            return tuple(sorted((rep for rep in self._reps.values() if rep.name), key=lambda rep: rep.id))

    def keep(self, document: Document) -> None:
        """Keep a text under its digest."""
        admit_document(document)
        with self._lock:
            self._documents.setdefault(document.digest, document)

    def document(self, digest: Digest) -> Document | None:
        """Return the text of that digest, or None."""
        return self._documents.get(digest)

    def begin(self, attempt: Attempt) -> None:
        """Open an attempt (its moves, if any, with it); Conflict where the id is taken by another."""
        with self._lock:
            if attempt.rep not in self._reps:
                raise no_rep(attempt.rep)
            if attempt.content not in self._documents:
                raise no_document(attempt.content)
            opened = self._openings.get(attempt.id)
            opening = admit_opening(attempt, opened, self._previous(attempt.rep)) or opened
            assert opening is not None
            steps = admit_steps(opening, self._steps.get(attempt.id, []), attempt.moves)
            self._refuse_foreign_keys(attempt.id, steps)
            self._openings[attempt.id] = opening
            self._store(attempt.id, steps)

    def add(self, attempt: AttemptId, recorded: Recorded) -> None:
        """Add the next move; Conflict where another window went on, or the key has another body."""
        with self._lock:
            opening = self._openings.get(attempt)
            if opening is None:
                raise no_attempt(attempt)
            steps = self._steps[attempt]
            same_key = next((step for step in reversed(steps) if step.key == recorded.key), None)
            step = admit_step(opening, steps[-1] if steps else None, same_key, recorded)
            if step is not None:
                self._refuse_foreign_keys(attempt, [step])
                self._store(attempt, [step])

    def attempt(self, attempt: AttemptId) -> Attempt | None:
        """Return the attempt with its moves, or None."""
        with self._lock:
            opening = self._openings.get(attempt)
            return attempt_of(opening, self._steps[attempt]) if opening else None

    def attempts(self, rep: RepId | None = None, purpose: Purpose | None = None) -> tuple[Attempt, ...]:
        """Return the attempts, of one rep or of all, for one purpose or for any, in the order they were opened."""
        with self._lock:
            return tuple(
                attempt_of(opening, self._steps[opening.id])
                for opening in self._openings.values()
                if rep in (None, opening.rep) and (purpose is None or purpose == opening.purpose)
            )

    def seen(self, rep: RepId) -> frozenset[ScenarioId]:
        """Return the scenarios whose first turn this rep has been shown, in any version."""
        with self._lock:
            return frozenset(ScenarioId(it.scenario) for it in self._openings.values() if it.rep == rep)

    def add_review(self, review: Review) -> None:
        """Add a trainer's look at a critical error."""
        with self._lock:
            opening = self._openings.get(review.attempt)
            if opening is None:
                raise no_attempt(review.attempt)
            looks = [look for look in self._looks if look.attempt == review.attempt]
            look = look_of(review, looks[-1].link if looks else opening.link)
            if look[:-1] not in [stored[:-1] for stored in looks]:
                self._looks.append(look)

    def reviews(self, attempts: Sequence[AttemptId] | None = None) -> tuple[Review, ...]:
        """Return the reviews, of these attempts or of all, oldest first."""
        with self._lock:
            return tuple(review_of(it) for it in self._looks if attempts is None or it.attempt in attempts)

    def add_decision(self, decision: Decision) -> None:
        """Add what somebody decided about a rep."""
        with self._lock:
            if decision.rep not in self._reps:
                raise no_rep(decision.rep)
            ruling = next_ruling(decision, [each for each in self._rulings if each.rep == decision.rep])
            if ruling is not None:
                self._rulings.append(ruling)

    def decisions(self, rep: RepId | None = None) -> tuple[Decision, ...]:
        """Return the decisions, about one rep or about all, in the order they were added."""
        with self._lock:
            return tuple(decision_of(each) for each in self._rulings if rep in (None, each.rep))

    def add_intention(self, intention: Intention) -> None:
        """Add what a rep set out to do."""
        with self._lock:
            if intention.rep not in self._reps:
                raise no_rep(intention.rep)
            if isinstance(intention, FreshStart) and intention.up_to not in self._openings:
                raise no_attempt(intention.up_to)
            intent = next_intent(intention, [each for each in self._intents if each.rep == intention.rep])
            if intent is not None:
                self._intents.append(intent)

    def intentions(self, rep: RepId | None = None) -> tuple[Intention, ...]:
        """Return what one rep or all set out to do, in the order it was added."""
        with self._lock:
            return tuple(intention_of(each) for each in self._intents if rep in (None, each.rep))

    def erase(self, rep: RepId, pseudonym: RepId, at: datetime) -> None:
        """Remove a person for good; what they did stays under the pseudonym."""
        del at  # what memory holds is gone with the program
        with self._lock:
            person = self._reps.get(rep)
            if person is None or not person.name:
                raise no_rep(rep)
            if pseudonym in self._reps:
                raise Conflict(f"the pseudonym {pseudonym} is taken; draw another")
            del self._reps[rep]
            self._reps[pseudonym] = Rep(id=pseudonym, name="", joined=person.joined)
            self._move(rep, pseudonym, person.name)

    def _move(self, rep: RepId, pseudonym: RepId, name: str) -> None:
        """Write everything anew that hangs on the person, or that was written of them or by them."""
        attempts = [attempt_of(opening, self._steps[opening.id]) for opening in self._openings.values()]
        looks, rulings, intents = self._looks, self._rulings, self._intents
        mine = {attempt.id for attempt in attempts if attempt.rep == rep}
        self._openings, self._steps, self._attempt_of_key = {}, {}, {}
        self._looks, self._rulings, self._intents = [], [], []
        for attempt in attempts:
            self.begin(replace(attempt, rep=pseudonym) if attempt.id in mine else attempt)
        for look in map(review_of, looks):
            reason, by = without(name, look.reason, look.reviewer, theirs=look.attempt in mine)
            self.add_review(replace(look, reason=reason, reviewer=by))
        for decision in map(decision_of, rulings):
            theirs = decision.rep == rep
            reason, by = without(name, decision.reason, decision.by, theirs=theirs)
            self.add_decision(replace(decision, rep=pseudonym if theirs else decision.rep, by=by, reason=reason))
        for intention in map(intention_of, intents):
            self.add_intention(replace(intention, rep=pseudonym) if intention.rep == rep else intention)

    def undelivered(self) -> int:
        """Return 0: whatever was taken is where it belongs."""
        return 0

    def verify(self) -> tuple[Flaw, ...]:
        """Recompute every chain: the first flaw of each attempt that does not hold, none where all hold."""
        with self._lock:
            stored = (
                Stored(
                    opening=opening,
                    steps=self._steps[opening.id],
                    looks=[look for look in self._looks if look.attempt == opening.id],
                )
                for opening in self._openings.values()
            )
            texts: dict[str, str] = {digest: document.text for digest, document in self._documents.items()}
            return (*flaws(stored, texts), *decision_flaws(self._rulings), *intention_flaws(self._intents))

    def close(self) -> None:
        """Let go of nothing: memory goes with the program."""

    def _previous(self, rep: RepId) -> str:
        links = (opening.link for opening in reversed(self._openings.values()) if opening.rep == rep)
        return next(links, None) or first_link(rep)

    def _refuse_foreign_keys(self, attempt: AttemptId, steps: Sequence[Step]) -> None:
        for step in steps:
            if self._attempt_of_key.get(step.key, attempt) != attempt:
                raise key_elsewhere(step.key)

    def _store(self, attempt: AttemptId, steps: Sequence[Step]) -> None:
        self._steps.setdefault(attempt, []).extend(steps)
        self._attempt_of_key.update((step.key, attempt) for step in steps)
