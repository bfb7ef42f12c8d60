"""Taking in what was recorded elsewhere: rows are added as they are, with their links, where their chain goes on.

Each chain here must be the beginning of the one that comes, or the other way round. Anything else would be two
histories of one person, and neither this program nor a person could say which one is true.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from simulator.domain.ids import RepId
from simulator.records.arrivals import Arrivals
from simulator.records.bundle_rows import Erasure, Person, Said, Value, value_of
from simulator.records.chains import Chains
from simulator.records.decisions import Ruling, ruling_link
from simulator.records.intentions import Intent, intent_link
from simulator.records.ledger import Ledger
from simulator.records.of_rep import newest
from simulator.records.protocol import Conflict, Document, Merged, Row
from simulator.records.rows import Look, Opening, Step, look_link
from simulator.records.withholding import same

Chained = TypeVar("Chained", Look, Ruling, Intent)


def merge(ledger: Ledger, rows: Iterable[Row]) -> Merged:
    """Add what is new of these rows; RecordsError where they do not hold, Conflict where they do not fit."""
    chains, merging = Chains(), _Merging(ledger)
    for row in rows:
        value = value_of(row)
        chains.follow(value)
        merging.take(value)
    return merging.finish()


@dataclass(slots=True, kw_only=True)
class _Line(Generic[Chained]):
    """A chain beside the attempts as it stands here, and how much of it the bundle has shown so far."""

    end: str
    stored: list[Chained]
    link_of: Callable[[str, Chained], str]
    add: Callable[[Chained], None]
    shown: int = 0

    def take(self, value: Chained) -> bool | None:
        """Find the next row or add it, and tell whether it was new; None where it belongs to another history."""
        self.shown += 1
        if self.shown <= len(self.stored):
            return False if same(self.stored[self.shown - 1], value) else None
        if self.link_of(self.end, value) != value.link:
            return None
        self.add(value)
        self.stored.append(value)
        self.end = value.link
        return True


class _Merging:
    """One bundle on its way in."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._new: Counter[str] = Counter()
        self._known: Counter[str] = Counter()
        self._people = Arrivals(ledger, self._new, self._known)
        self._attempt = ""
        """The attempt whose moves come now; empty while they are left out."""
        self._stored: Sequence[Step] = ()
        self._steps: list[Step] = []
        """Moves of that attempt that are yet to be added."""
        self._looks: dict[str, _Line[Look]] = {}
        self._rulings: dict[str, _Line[Ruling]] = {}
        self._intents: dict[str, _Line[Intent]] = {}

    def take(self, value: Value) -> None:
        """Add the next row, or find it."""
        if isinstance(value, Said):
            self._step(value.step)
            return
        self._flush()
        match value:
            case Document() | Person() | Erasure():
                self._prepare(value)
            case Opening():
                self._opening(value)
            case Look():
                self._look(value)
            case Ruling():
                self._ruling(value)
            case Intent():
                self._intent(value)

    def finish(self) -> Merged:
        """Add what is still to be added, and say what came of it all."""
        self._flush()
        self._people.settle()
        return Merged(
            new=dict(self._new),
            known=dict(self._known),
            handles=tuple(self._people.handles),
            left_out=tuple(self._people.left_out.values()),
        )

    def _prepare(self, value: Document | Person | Erasure) -> None:
        match value:
            case Document():
                is_new = not self._ledger.has_document(value.digest)
                if is_new:
                    self._ledger.add_document(value)
                self._tell("texts", is_new=is_new)
            case Person():
                self._people.announce(value)
            case Erasure():
                self._people.announce_erasure(value)

    def _opening(self, opening: Opening) -> None:
        stored = self._ledger.opening(opening.id)
        self._attempt = opening.id if self._people.place_with(opening, stored) else ""
        if not self._attempt:
            return
        if stored is None:
            if opening.previous != self._people.ends[opening.rep]:
                raise self._two_histories(opening.rep, f"attempt {opening.id} does not follow their newest one here")
            self._ledger.add_opening(opening)
            self._people.ends[opening.rep] = opening.link
        elif stored != opening:
            raise self._two_histories(opening.rep, f"attempt {opening.id} is another one here")
        self._stored = () if stored is None else self._ledger.steps_of(opening.id)
        self._tell("attempts", is_new=stored is None)

    def _step(self, step: Step) -> None:
        if not self._attempt:
            return
        is_new = step.number > len(self._stored)
        if is_new:
            self._steps.append(step)
        elif self._stored[step.number - 1] != step:
            opening = self._ledger.opening(self._attempt)
            what = f"move {step.number} of attempt {self._attempt} is another one here"
            raise self._two_histories(opening.rep if opening else "", what)
        self._tell("moves", is_new=is_new)

    def _flush(self) -> None:
        if self._steps:
            self._ledger.add_steps(self._attempt, self._steps)
            self._steps = []

    def _look(self, look: Look) -> None:
        opening = self._ledger.opening(look.attempt)
        if opening is None or opening.rep not in self._people.ends:
            return  # of somebody who is left out
        if look.attempt not in self._looks:
            stored = self._ledger.looks_at(look.attempt)
            end = stored[-1].link if stored else opening.link
            line = _Line(end=end, stored=stored, link_of=look_link, add=self._ledger.add_look)
            self._looks[look.attempt] = line
        is_new = self._looks[look.attempt].take(look)
        self._tell_or_refuse("reviews", is_new, opening.rep, f"the reviews of attempt {look.attempt} are others here")

    def _ruling(self, ruling: Ruling) -> None:
        rep = ruling.rep
        if not self._people.place(rep):
            return
        if rep not in self._rulings:
            stored = self._ledger.rulings_about(rep)
            end = newest(RepId(rep), stored)
            self._rulings[rep] = _Line(end=end, stored=stored, link_of=ruling_link, add=self._ledger.add_ruling)
        is_new = self._rulings[rep].take(ruling)
        self._tell_or_refuse("decisions", is_new, rep, "what was decided about them is something else here")

    def _intent(self, intent: Intent) -> None:
        rep = intent.rep
        if not self._people.place(rep):
            return
        if rep not in self._intents:
            stored = self._ledger.intents_of(rep)
            end = newest(RepId(rep), stored)
            self._intents[rep] = _Line(end=end, stored=stored, link_of=intent_link, add=self._ledger.add_intent)
        is_new = self._intents[rep].take(intent)
        self._tell_or_refuse("goals", is_new, rep, "what they set out to do is something else here")

    def _tell_or_refuse(self, what: str, is_new: bool | None, rep: str, complaint: str) -> None:  # noqa: FBT001 - an answer handed on
        if is_new is None:
            raise self._two_histories(rep, complaint)
        self._tell(what, is_new=is_new)

    def _tell(self, what: str, *, is_new: bool) -> None:
        (self._new if is_new else self._known)[what] += 1

    def _two_histories(self, rep: str, what: str) -> Conflict:
        known = self._ledger.person(RepId(rep))
        return Conflict(
            f"{what}: two histories of {(known.name if known else '') or rep}. That comes about where somebody went on "
            "in two places, or was erased in one of them, or where names were left out of an export. Import it into a "
            "place of its own (--records other.db) to see what it holds"
        )
