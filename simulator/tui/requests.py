"""What a screen asks the app for: to open another. So no screen needs to know another."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from simulator.domain.attempt import Rep
from simulator.domain.ids import AttemptId, ScenarioId
from simulator.domain.scenario import Purpose

if TYPE_CHECKING:
    from simulator.usecases.talk import Talk


@dataclass
class Brief(Message):
    """Open the briefing of a scenario."""

    scenario: ScenarioId
    purpose: Purpose | None


@dataclass
class Begin(Message):
    """Begin a scenario, or go on with it."""

    scenario: ScenarioId
    purpose: Purpose | None


@dataclass
class GoOn(Message):
    """Open an attempt: its next turn, or its debrief."""

    attempt: AttemptId


@dataclass
class Converse(Message):
    """Open a talk that has begun."""

    talk: "Talk"
    armed: str = ""
    """The choice to pick at once; empty for none."""


@dataclass
class LookBack(Message):
    """Open the debrief of a talk."""

    talk: "Talk"


@dataclass
class SetGoal(Message):
    """Set a goal with a day, or drop it where it is for nothing."""

    what: str
    due: str


class StartAfresh(Message):
    """Set the assessments so far aside."""


class ShowProgress(Message):
    """Open the progress."""


@dataclass
class ShowEvidence(Message):
    """Open what stands behind one person's row on the board."""

    rep: Rep


@dataclass
class RepChanged(Message):
    """Something was recorded about somebody."""

    rep: Rep


class GoBack(Message):
    """Close the topmost page, and show what it was opened from."""


class GoHome(Message):
    """Close everything above home."""


class Joined(Message):
    """The first run is over: it is known who this is."""


class TryAgain(Message):
    """Ask the records once more, after they did not answer."""


class Quit(Message):
    """Quit."""


class GoPlain(Message):
    """Quit the app for plain mode."""


@dataclass
class Restyled(Message):
    """The settings have changed."""

    note: str
    """What to say about it; empty for nothing."""
