"""One customer conversation as its author wrote it: turns, choices, endings.

The field docstrings are what editors show a trainer while typing (`simulator schema scenario`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from simulator.domain.ids import ScenarioId, SkillId
from simulator.domain.rubric import Level


class Purpose(StrEnum):
    """What a scenario, and an attempt at it, is for."""

    PRACTICE = "practice"
    ASSESSMENT = "assessment"


class Difficulty(StrEnum):
    """Where a scenario stands on the way from first steps to hard cases."""

    FOUNDATION = "foundation"
    CORE = "core"
    STRETCH = "stretch"


class Outcome(StrEnum):
    """How a conversation came out for the relationship."""

    WON = "won"
    SAVED = "saved"
    STALLED = "stalled"
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """The person on the other side."""

    name: str
    """Full name."""
    role: str = ""
    """What they do."""
    company: str = ""
    """Where they do it."""
    manner: str = ""
    """How they talk and what they cannot stand, in one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeling:
    """A bounded whole number of the customer's inner state."""

    start: int
    """Its value when the conversation begins."""
    min: int
    """The lowest it can go. Bounds are mandatory: the analysis of all paths needs them."""
    max: int
    """The highest it can go."""
    label: str = ""
    """What people call it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something the rep can say."""

    id: str
    """Its name within the turn; attempts are recorded by it, so keep it when you reword."""
    say: str
    """The rep's words, as spoken."""
    to: str
    """The turn or ending it leads to."""
    when: str | None = None
    """Offered only where this condition holds."""
    shows: Mapping[str, Level] = field(default_factory=dict[str, Level])
    """`skill.indicator` to level 0-3: one for each skill that the turn calls for."""
    why: str = ""
    """Coaching: the behaviour, its effect on this customer, what to try."""
    effects: Mapping[str, int] = field(default_factory=dict[str, int])
    """How far each feeling moves; values stop at the feeling's bounds."""
    learns: tuple[str, ...] = ()
    """Facts that the conversation has established from here on."""
    reaction: str = ""
    """What the customer answers at once."""
    critical: str | None = None
    """The critical error this is, if it is one; needs a `why`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """Other words for the customer where a condition holds."""

    when: str
    """The condition."""
    customer: str
    """The customer's words where it holds."""
    mood: str = ""
    """The customer's mood where it holds; the turn's own mood if left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Where a turn without choices sends the conversation on."""

    to: str
    """The turn or ending."""
    when: str | None = None
    """Taken where this holds; the last route has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The customer speaks, the rep chooses; or, with routes, the conversation is sent on unseen."""

    customer: str = ""
    """The customer's words."""
    mood: str = ""
    """The customer's mood in a word or two."""
    calls_for: tuple[SkillId, ...] = ()
    """The one or two skills that this moment asks for."""
    cue: str = ""
    """What an attentive listener would notice; the hint in practice."""
    variants: tuple[Variant, ...] = ()
    """Other words by condition; the first that holds is spoken."""
    choices: tuple[Choice, ...] = ()
    """What the rep can say."""
    routes: tuple[Route, ...] = ()
    """In place of words and choices: where the conversation goes by its state."""

    def choice(self, choice_id: str) -> Choice:
        """Return the choice of that id; KeyError where there is none."""
        for choice in self.choices:
            if choice.id == choice_id:
                return choice
        raise KeyError(choice_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """Where a conversation stops."""

    outcome: Outcome
    """How it came out."""
    customer: str
    """The customer's last words."""
    debrief: str
    """What happened and what to take from it, said to the rep."""
    mood: str = ""
    """The customer's mood at the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One customer conversation."""

    format: Literal[1]
    """The version of the file format: 1."""
    id: ScenarioId
    """The folder's name."""
    title: str
    """What reps see in lists."""
    summary: str
    """The situation in one sentence."""
    purpose: Purpose
    """`practice` (coaching, rewind, hints) or `assessment` (counts, seen once)."""
    level: Difficulty
    """foundation, core or stretch."""
    minutes: int
    """How long it takes, about."""
    skills: tuple[SkillId, ...]
    """The skills it lets a rep show."""
    customer: Customer
    """The person on the other side."""
    briefing: str
    """What the rep knows before the conversation."""
    goal: str
    """What a good conversation would reach."""
    start: str
    """The first turn."""
    turns: Mapping[str, Turn]
    """The turns, by id."""
    endings: Mapping[str, Ending]
    """The endings, by id; turns and endings share one set of ids."""
    teaches: str = ""
    """For practice: what a rep learns here, in one sentence that speaks to them. Home and the pathway say it."""
    feelings: Mapping[str, Feeling] = field(default_factory=dict[str, Feeling])
    """The customer's inner state, by name; reps see the first one."""
    facts: Mapping[str, str] = field(default_factory=dict[str, str])
    """What the conversation may establish: name to one sentence."""
