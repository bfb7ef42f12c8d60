"""What records in memory consist of: the same rows as on disk, in the order they were added."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from simulator.domain.attempt import Rep
from simulator.domain.ids import Digest, RepId
from simulator.records.admission import key_elsewhere
from simulator.records.bundle_rows import Erasure, Person, Said
from simulator.records.chain import first_link
from simulator.records.decisions import Ruling
from simulator.records.intentions import Intent
from simulator.records.protocol import Document
from simulator.records.rows import Look, Opening, Step, moment, stamp
from simulator.records.verify import Stored


@dataclass(slots=True, kw_only=True)
class Kept:
    """All rows; a ledger (`simulator/records/merging.py`) that bundles are merged into."""

    reps: dict[RepId, Rep] = field(default_factory=dict[RepId, Rep])
    documents: dict[Digest, Document] = field(default_factory=dict[Digest, Document])
    openings: dict[str, Opening] = field(default_factory=dict[str, Opening])
    steps: dict[str, list[Step]] = field(default_factory=dict[str, list[Step]])
    attempt_of_key: dict[str, str] = field(default_factory=dict[str, str])
    looks: list[Look] = field(default_factory=list[Look])
    rulings: list[Ruling] = field(default_factory=list[Ruling])
    intents: list[Intent] = field(default_factory=list[Intent])
    erasures: dict[RepId, str] = field(default_factory=dict[RepId, str])

    def copied(self) -> "Kept":
        """Return a copy that can be changed by itself."""
        return Kept(
            reps=dict(self.reps),
            documents=dict(self.documents),
            openings=dict(self.openings),
            steps={attempt: list(steps) for attempt, steps in self.steps.items()},
            attempt_of_key=dict(self.attempt_of_key),
            looks=list(self.looks),
            rulings=list(self.rulings),
            intents=list(self.intents),
            erasures=dict(self.erasures),
        )

    def stored(self, opening: Opening) -> Stored:
        """Return all rows of an attempt."""
        return Stored(opening=opening, steps=self.steps_of(opening.id), looks=self.looks_at(opening.id))

    def rows(self, of: RepId | None) -> Iterator[Document | Person | Erasure | Opening | Said | Look | Ruling | Intent]:
        """Return the rows about one rep or about all, each after those that it stands on."""
        openings = [opening for opening in self.openings.values() if of in (None, opening.rep)]
        mine, texts = {opening.id for opening in openings}, {opening.content for opening in openings}
        yield from (self.documents[digest] for digest in sorted(self.documents) if of is None or digest in texts)
        for rep in sorted(self.reps.values(), key=lambda rep: rep.id):
            if of in (None, rep.id):
                called = (rep.name, rep.typed) if rep.name else (None, None)
                yield Person(rep.id, stamp(rep.joined), *called)
        yield from (Erasure(rep, at) for rep, at in self.erasures.items() if of in (None, rep))
        for opening in openings:
            yield opening
            yield from (Said(opening.id, step) for step in self.steps[opening.id])
        yield from (look for look in self.looks if look.attempt in mine)
        yield from (ruling for ruling in self.rulings if of in (None, ruling.rep))
        yield from (intent for intent in self.intents if of in (None, intent.rep))

    # As a ledger.

    def person(self, rep: RepId) -> Rep | None:
        """Return the person of that id, or None."""
        return self.reps.get(rep)

    def is_erased(self, rep: RepId) -> bool:
        """Tell whether whoever had this pseudonym was erased."""
        return rep in self.erasures

    def called(self, handle: str) -> Rep | None:
        """Return the person of that handle, or None."""
        return next((rep for rep in self.reps.values() if rep.name and rep.typed == handle), None)

    def add_person(self, rep: RepId, joined: str) -> None:
        """Add somebody without a name."""
        self.reps[rep] = Rep(id=rep, name="", joined=moment(joined))

    def add_name(self, rep: RepId, handle: str, name: str) -> None:
        """Give somebody their name."""
        self.reps[rep] = Rep(id=rep, name=name, joined=self.reps[rep].joined, handle="" if handle == rep else handle)

    def add_erasure(self, erasure: Erasure) -> None:
        """Keep that somebody was erased."""
        self.erasures[RepId(erasure.rep)] = erasure.at

    def has_document(self, digest: Digest) -> bool:
        """Tell whether a text is kept."""
        return digest in self.documents

    def add_document(self, document: Document) -> None:
        """Keep a text."""
        self.documents[document.digest] = document

    def opening(self, attempt: str) -> Opening | None:
        """Return how an attempt was opened, or None."""
        return self.openings.get(attempt)

    def newest_link(self, rep: RepId) -> str:
        """Return what the next attempt of a rep is tied to."""
        links = (opening.link for opening in reversed(self.openings.values()) if opening.rep == rep)
        return next(links, None) or first_link(rep)

    def add_opening(self, opening: Opening) -> None:
        """Open an attempt."""
        self.openings[opening.id] = opening
        self.steps.setdefault(opening.id, [])

    def steps_of(self, attempt: str) -> Sequence[Step]:
        """Return an attempt's moves, in order."""
        return self.steps.get(attempt, ())

    def add_steps(self, attempt: str, steps: Sequence[Step]) -> None:
        """Add moves to an attempt; Conflict where a key is another attempt's."""
        self.refuse_foreign_keys(attempt, steps)
        self.steps[attempt].extend(steps)
        self.attempt_of_key.update((step.key, attempt) for step in steps)

    def refuse_foreign_keys(self, attempt: str, steps: Sequence[Step]) -> None:
        """Refuse keys that stand for moves of another attempt."""
        for step in steps:
            if self.attempt_of_key.get(step.key, attempt) != attempt:
                raise key_elsewhere(step.key)

    def looks_at(self, attempt: str) -> list[Look]:
        """Return an attempt's reviews, oldest first."""
        return [look for look in self.looks if look.attempt == attempt]

    def add_look(self, look: Look) -> None:
        """Add a review."""
        self.looks.append(look)

    def rulings_about(self, rep: str) -> list[Ruling]:
        """Return the decisions about a rep, oldest first."""
        return [ruling for ruling in self.rulings if ruling.rep == rep]

    def add_ruling(self, ruling: Ruling) -> None:
        """Add a decision."""
        self.rulings.append(ruling)

    def intents_of(self, rep: str) -> list[Intent]:
        """Return what a rep set out to do, oldest first."""
        return [intent for intent in self.intents if intent.rep == rep]

    def add_intent(self, intent: Intent) -> None:
        """Add what a rep set out to do."""
        self.intents.append(intent)
