"""What is recorded of a rep: moves, and nothing derived from them."""

from dataclasses import dataclass, replace
from datetime import datetime

from simulator.domain.ids import AttemptId, Digest, RepId, ScenarioId
from simulator.domain.scenario import Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class Rep:
    """A person who practises."""

    id: RepId
    """What records know them by: it stays when the person is erased, so it tells nobody who they are."""
    name: str
    """What people call them; empty once they are erased."""
    joined: datetime
    """When they were added, in UTC."""
    handle: str = ""
    """What is typed for them, such as ana-lima; empty where that is the id."""

    @property
    def typed(self) -> str:
        """What is typed for them."""
        return self.handle or self.id

    @property
    def first_name(self) -> str:
        """What customers call them: the first word, but for titles such as Dr., or the first one after a comma."""
        before, _, after = self.name.partition(",")
        words = (after.strip() or before).split()
        return next((word for word in words if not word.endswith(".")), self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chose:
    """The rep said something."""

    turn: str
    choice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewound:
    """The rep took the last standing choice back, to the turn where it was made (practice only)."""

    turn: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hinted:
    """The rep asked for the turn's hint (practice only)."""

    turn: str


Move = Chose | Rewound | Hinted


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A move as it stands in the records."""

    number: int
    """Its place in the attempt, from 1."""
    key: str
    """The idempotency key, made when the prompt was shown: the same key is the same move."""
    at: datetime
    """When it was made, in UTC."""
    move: Move
    """What the rep did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One rep's run of one version of one scenario."""

    id: AttemptId
    rep: RepId
    scenario: ScenarioId
    content: Digest
    """The digest of the scenario's exact text."""
    purpose: Purpose
    """What this attempt is for."""
    seed: int
    """Fixes the order in which choices are offered: 0 up to 2**32 - 1."""
    started: datetime
    """When it was opened, in UTC."""
    moves: tuple[Recorded, ...] = ()
    """What the rep did, in order."""

    def after(self, recorded: Recorded) -> "Attempt":
        """Return the attempt with one more move; ValueError unless it is the next in order."""
        if recorded.number != len(self.moves) + 1:
            raise ValueError(f"move {recorded.number} cannot follow {len(self.moves)} moves")
        return replace(self, moves=(*self.moves, recorded))


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A trainer's look at a critical error: recorded, never edited."""

    attempt: AttemptId
    """The attempt in which the critical error was met."""
    reviewer: str
    """Who looked at it."""
    reason: str
    """What they found."""
    at: datetime
    """When, in UTC."""
