"""Records that last as long as the program: for previews, the demo and tests."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from threading import RLock

from simulator.domain.attempt import Attempt, Recorded, Rep, Review
from simulator.domain.decision import Decision
from simulator.domain.ids import AttemptId, Digest, RepId, ScenarioId
from simulator.domain.intention import FreshStart, Intention
from simulator.domain.member import Access
from simulator.domain.scenario import Purpose
from simulator.records.admission import (
    admit_document,
    admit_opening,
    admit_rep,
    admit_step,
    admit_steps,
    no_attempt,
    no_document,
    no_rep,
)
from simulator.records.bundle_rows import row_of
from simulator.records.decisions import decision_flaws, decision_of, next_ruling
from simulator.records.derived_memory import MemoryDerived
from simulator.records.head import head_of
from simulator.records.intentions import intention_flaws, intention_of, next_intent
from simulator.records.kept import Kept
from simulator.records.merging import merge
from simulator.records.protocol import Conflict, Document, Flaw, Merged, Row
from simulator.records.rows import attempt_of, look_of, moment, review_of, stamp, without
from simulator.records.verify import flaws
from simulator.records.withholding import without_names


class MemoryRecords:
    """The records in memory, by the same rules and with the same links as on disk."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._kept = Kept()
        self.derived = MemoryDerived(self)

    def access(self) -> Access:
        """Return that nothing holds anybody here, and nobody in particular is known."""
        return Access()

    def add_rep(self, rep: Rep) -> None:
        """Add a person; Conflict where the id is taken by someone of another name."""
        with self._lock:
            if admit_rep(rep, self._kept.reps.get(rep.id), self.rep_called(rep.typed)):
                handle = "" if rep.typed == rep.id else rep.handle
                self._kept.reps[rep.id] = Rep(id=rep.id, name=rep.name, joined=moment(stamp(rep.joined)), handle=handle)

    def rep(self, rep: RepId) -> Rep | None:
        """Return the person of that id, or None."""
        return self._kept.reps.get(rep)

    def rep_called(self, handle: str) -> Rep | None:
        """Return the person of that handle, or None."""
        with self._lock:
            return self._kept.called(handle)

    def reps(self) -> tuple[Rep, ...]:
        """Return everyone who has not been erased, by id."""
        with self._lock:
            return tuple(sorted((rep for rep in self._kept.reps.values() if rep.name), key=lambda rep: rep.id))

    def keep(self, document: Document) -> None:
        """Keep a text under its digest."""
        admit_document(document)
        with self._lock:
            self._kept.documents.setdefault(document.digest, document)

    def document(self, digest: Digest) -> Document | None:
        """Return the text of that digest, or None."""
        return self._kept.documents.get(digest)

    def begin(self, attempt: Attempt) -> None:
        """Open an attempt (its moves, if any, with it); Conflict where the id is taken by another."""
        with self._lock:
            if attempt.rep not in self._kept.reps:
                raise no_rep(attempt.rep)
            if attempt.content not in self._kept.documents:
                raise no_document(attempt.content)
            opened = self._kept.openings.get(attempt.id)
            opening = admit_opening(attempt, opened, self._kept.newest_link(attempt.rep)) or opened
            assert opening is not None
            steps = admit_steps(opening, self._kept.steps_of(attempt.id), attempt.moves)
            self._kept.refuse_foreign_keys(attempt.id, steps)
            self._kept.add_opening(opening)
            self._kept.add_steps(attempt.id, steps)

    def add(self, attempt: AttemptId, recorded: Recorded) -> None:
        """Add the next move; Conflict where another window went on, or the key has another body."""
        with self._lock:
            opening = self._kept.openings.get(attempt)
            if opening is None:
                raise no_attempt(attempt)
            steps = self._kept.steps[attempt]
            same_key = next((step for step in reversed(steps) if step.key == recorded.key), None)
            step = admit_step(opening, steps[-1] if steps else None, same_key, recorded)
            if step is not None:
                self._kept.add_steps(attempt, [step])

    def attempt(self, attempt: AttemptId) -> Attempt | None:
        """Return the attempt with its moves, or None."""
        with self._lock:
            opening = self._kept.openings.get(attempt)
            return attempt_of(opening, self._kept.steps[attempt]) if opening else None

    def attempts(self, rep: RepId | None = None, purpose: Purpose | None = None) -> tuple[Attempt, ...]:
        """Return the attempts, of one rep or of all, for one purpose or for any, in the order they were opened."""
        with self._lock:
            return tuple(
                attempt_of(opening, self._kept.steps[opening.id])
                for opening in self._kept.openings.values()
                if rep in (None, opening.rep) and (purpose is None or purpose == opening.purpose)
            )

    def seen(self, rep: RepId) -> frozenset[ScenarioId]:
        """Return the scenarios whose first turn this rep has been shown, in any version."""
        with self._lock:
            return frozenset(ScenarioId(it.scenario) for it in self._kept.openings.values() if it.rep == rep)

    def add_review(self, review: Review) -> None:
        """Add a trainer's look at a critical error."""
        with self._lock:
            opening = self._kept.openings.get(review.attempt)
            if opening is None:
                raise no_attempt(review.attempt)
            looks = self._kept.looks_at(review.attempt)
            look = look_of(review, looks[-1].link if looks else opening.link)
            if look[:-1] not in [stored[:-1] for stored in looks]:
                self._kept.looks.append(look)

    def reviews(self, attempts: Sequence[AttemptId] | None = None) -> tuple[Review, ...]:
        """Return the reviews, of these attempts or of all, oldest first."""
        with self._lock:
            return tuple(review_of(it) for it in self._kept.looks if attempts is None or it.attempt in attempts)

    def add_decision(self, decision: Decision) -> None:
        """Add what somebody decided about a rep."""
        with self._lock:
            if decision.rep not in self._kept.reps:
                raise no_rep(decision.rep)
            ruling = next_ruling(decision, self._kept.rulings_about(decision.rep))
            if ruling is not None:
                self._kept.rulings.append(ruling)

    def decisions(self, rep: RepId | None = None) -> tuple[Decision, ...]:
        """Return the decisions, about one rep or about all, in the order they were added."""
        with self._lock:
            return tuple(decision_of(each) for each in self._kept.rulings if rep in (None, each.rep))

    def add_intention(self, intention: Intention) -> None:
        """Add what a rep set out to do."""
        with self._lock:
            if intention.rep not in self._kept.reps:
                raise no_rep(intention.rep)
            if isinstance(intention, FreshStart) and intention.up_to not in self._kept.openings:
                raise no_attempt(intention.up_to)
            intent = next_intent(intention, self._kept.intents_of(intention.rep))
            if intent is not None:
                self._kept.intents.append(intent)

    def intentions(self, rep: RepId | None = None) -> tuple[Intention, ...]:
        """Return what one rep or all set out to do, in the order it was added."""
        with self._lock:
            return tuple(intention_of(each) for each in self._kept.intents if rep in (None, each.rep))

    def erase(self, rep: RepId, pseudonym: RepId, at: datetime) -> tuple[str, ...]:
        """Remove a person for good; what they did stays under the pseudonym. Return (): nothing else stays."""
        with self._lock:
            person = self._kept.reps.get(rep)
            if person is None or not person.name:
                raise no_rep(rep)
            if pseudonym in self._kept.reps:
                raise Conflict(f"the pseudonym {pseudonym} is taken; draw another")
            del self._kept.reps[rep]
            self._kept.reps[pseudonym] = Rep(id=pseudonym, name="", joined=person.joined)
            self._kept.erasures[pseudonym] = stamp(at)
            self._move(rep, pseudonym, person.name)
        return ()

    def _move(self, rep: RepId, pseudonym: RepId, name: str) -> None:
        """Write everything anew that hangs on the person, or that was written of them or by them."""
        attempts = [attempt_of(opening, self._kept.steps[opening.id]) for opening in self._kept.openings.values()]
        looks, rulings, intents = self._kept.looks, self._kept.rulings, self._kept.intents
        mine = {attempt.id for attempt in attempts if attempt.rep == rep}
        self._kept = replace(self._kept, openings={}, steps={}, attempt_of_key={}, looks=[], rulings=[], intents=[])
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

    def bundle(self, rep: RepId | None = None, *, names: bool = True) -> Iterator[Row]:
        """Return all that is recorded of one rep or of all, as plain rows."""
        with self._lock:
            values = tuple(self._kept.rows(rep))
        return map(row_of, values if names else without_names(values))

    def merge(self, rows: Iterable[Row]) -> Merged:
        """Add what is new of rows that were recorded elsewhere: all of it, or nothing."""
        with self._lock:
            grown = self._kept.copied()
            merged = merge(grown, rows)
            self._kept = grown
        return merged

    def head(self, rep: RepId) -> Digest | None:
        """Return what all that is recorded of a rep comes to; None where that is nothing."""
        with self._lock:
            return head_of(rep, self._kept.rows(rep))

    def verify(self) -> tuple[Flaw, ...]:
        """Recompute every chain: the first flaw of each attempt that does not hold, none where all hold."""
        with self._lock:
            stored = map(self._kept.stored, self._kept.openings.values())
            texts: dict[str, str] = {digest: document.text for digest, document in self._kept.documents.items()}
            return (*flaws(stored, texts), *decision_flaws(self._kept.rulings), *intention_flaws(self._kept.intents))

    def close(self) -> None:
        """Let go of nothing: memory goes with the program."""
