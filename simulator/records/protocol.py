"""The one face of the records, whatever holds them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from simulator.domain.attempt import Attempt, Recorded, Rep, Review
from simulator.domain.decision import Decision
from simulator.domain.ids import AttemptId, Digest, RepId, ScenarioId
from simulator.domain.intention import Intention
from simulator.domain.member import Access
from simulator.domain.scenario import Purpose

if TYPE_CHECKING:
    from simulator.records.derived import Derived


class RecordsError(Exception):
    """The records could not do what was asked; the message says what, where and what next."""


class Unavailable(RecordsError):
    """The place that holds the records cannot be read or written now (full disk, read-only, no server)."""


class Conflict(RecordsError):
    """Someone else went on with this attempt, or a key or id came back with other content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An exact text that attempts stand on, such as the scenario as it was."""

    digest: Digest
    kind: str
    """`scenario`, for now."""
    name: str
    """The id of what it describes."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """The first place where a chain of records does not hold."""

    rep: RepId
    attempt: AttemptId | None
    """None for what belongs to the rep and to no attempt: a decision, a goal, a fresh start."""
    number: int
    """The move's number; 0 for the attempt's opening itself; where there is no attempt, which of the rep's it is."""
    message: str


Row = Mapping[str, str | int | None]
"""A stored row as plain fields; `record` says of which kind (`simulator/records/bundle_rows.py`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewHandle:
    """A person who is called something else here, because what is typed for them was somebody else's."""

    rep: RepId
    name: str
    wanted: str
    given: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A person whose rows were left out, because they were erased here or where the rows come from."""

    rep: RepId
    """Who they are in the rows."""
    here: RepId
    """Who has the same attempts here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What came of merging."""

    new: Mapping[str, int]
    """How many of each kind were added: people (of them nameless), names, texts, attempts, moves, reviews,
    decisions, goals."""
    known: Mapping[str, int]
    """How many were there already."""
    handles: tuple[NewHandle, ...]
    left_out: tuple[LeftOut, ...]


class Records(Protocol):
    """Where reps, attempts, moves, documents, reviews, decisions and intentions are kept.

    Every method that adds is durable when it returns and may be repeated: the same thing again is
    the same thing once. All may raise Unavailable.
    """

    @property
    def derived(self) -> "Derived":
        """What was worked out from the moves and kept; nothing of it is a record."""
        ...

    def access(self) -> Access:
        """Return what holds people to what is theirs here, and whose login this is."""
        ...

    def add_rep(self, rep: Rep) -> None:
        """Add a person; Conflict where the id is taken by someone of another name."""
        ...

    def rep(self, rep: RepId) -> Rep | None:
        """Return the person of that id, or None."""
        ...

    def rep_called(self, handle: str) -> Rep | None:
        """Return the person of that handle, or None."""
        ...

    def reps(self) -> tuple[Rep, ...]:
        """Return everyone who has not been erased, by id."""
        ...

    def keep(self, document: Document) -> None:
        """Keep a text under its digest."""
        ...

    def document(self, digest: Digest) -> Document | None:
        """Return the text of that digest, or None."""
        ...

    def begin(self, attempt: Attempt) -> None:
        """Open an attempt (its moves, if any, with it); Conflict where the id is taken by another."""
        ...

    def add(self, attempt: AttemptId, recorded: Recorded) -> None:
        """Add the next move.

        The same key with the same body is the same move; Conflict where the key comes back with
        another body, or where the number is not the next one (another window went on).
        """
        ...

    def attempt(self, attempt: AttemptId) -> Attempt | None:
        """Return the attempt with its moves, or None."""
        ...

    def attempts(self, rep: RepId | None = None, purpose: Purpose | None = None) -> tuple[Attempt, ...]:
        """Return the attempts, of one rep or of all, for one purpose or for any, in the order they were opened."""
        ...

    def seen(self, rep: RepId) -> frozenset[ScenarioId]:
        """Return the scenarios whose first turn this rep has been shown, in any version."""
        ...

    def add_review(self, review: Review) -> None:
        """Add a trainer's look at a critical error."""
        ...

    def reviews(self, attempts: Sequence[AttemptId] | None = None) -> tuple[Review, ...]:
        """Return the reviews, of these attempts or of all, oldest first."""
        ...

    def add_decision(self, decision: Decision) -> None:
        """Add what somebody decided about a rep."""
        ...

    def decisions(self, rep: RepId | None = None) -> tuple[Decision, ...]:
        """Return the decisions, about one rep or about all, in the order they were added."""
        ...

    def add_intention(self, intention: Intention) -> None:
        """Add what a rep set out to do."""
        ...

    def intentions(self, rep: RepId | None = None) -> tuple[Intention, ...]:
        """Return what one rep or all set out to do, in the order it was added."""
        ...

    def erase(self, rep: RepId, pseudonym: RepId, at: datetime) -> tuple[str, ...]:
        """Remove a person for good: their name, and what people wrote of them.

        Their attempts stay, under the pseudonym and with links made anew, so that scenarios keep their statistics and
        every chain still holds. RecordsError where nobody has that id, or the pseudonym is taken. Returns, in words,
        what stays beside the records: a login that could not be dropped.
        """
        ...

    def undelivered(self) -> int:
        """Return how many moves wait on this computer because their server cannot be reached."""
        ...

    def bundle(self, rep: RepId | None = None, *, names: bool = True) -> Iterator[Row]:
        """Return all that is recorded of one rep or of all, as plain rows, each after those that it stands on.

        Without names, what people wrote of others is left out too, and who they are. To be taken to its end, or closed.
        """
        ...

    def merge(self, rows: Iterable[Row]) -> Merged:
        """Add what is new of rows that were recorded elsewhere: all of it, or nothing.

        RecordsError where a row does not hold, Conflict where it does not fit what is here. `rows` may be gone through
        more than once.
        """
        ...

    def head(self, rep: RepId) -> Digest | None:
        """Return what all that is recorded of a rep comes to; None where that is nothing."""
        ...

    def verify(self) -> tuple[Flaw, ...]:
        """Recompute every chain: the first flaw of each attempt that does not hold, none where all hold."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...
