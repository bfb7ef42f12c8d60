"""What home says of the verdict, of what is suggested, and of each conversation."""

from typing import TYPE_CHECKING, Final

from textual.content import Content

from simulator.assessment.words import percent
from simulator.tui.text import lines, shown
from simulator.tui.widgets.gauge import CUT, FULL, UNKNOWN
from simulator.tui.widgets.pick_list import Row

if TYPE_CHECKING:
    from simulator.usecases.home import Home
    from simulator.usecases.shelf import ScenarioRow
    from simulator.usecases.suggesting import Suggestion

SIGNS: Final = {"new": "○", "in progress": "◐", "done": "●"}
"""A sign for how far a conversation is; the word stands beside it."""


def conversation_row(scenario: "ScenarioRow", *, roomy: bool) -> Row:
    """Say what a conversation is and how far it is; where there is room, also what it is about."""
    how = scenario.progress if scenario.outcome is None else f"{scenario.progress}, {scenario.outcome}"
    aside = shown(f"{scenario.customer} · {scenario.purpose} · {how}", "$soft")
    if roomy:
        return Row(SIGNS[scenario.progress], lines((scenario.title, "bold"), scenario.summary, aside))
    return Row(SIGNS[scenario.progress], shown(scenario.title), aside=aside)


def verdict_words(view: "Home") -> Content:
    """Say the sentence, with its first words standing out where they name the verdict."""
    sentence = shown(view.sentence)
    beside = [part for part in (view.decided, view.afresh) if part]
    if sentence.plain.startswith(view.label):
        return lines(sentence.stylize("bold $accent-ink", 0, len(view.label)), *beside)
    return lines((view.label, "bold $accent-ink"), sentence, *beside)


def legend(view: "Home") -> str:
    """Say what the bars show, and that a dotted one says nothing yet."""
    known = {skill.estimate is not None for skill in view.skills}
    parts = (
        f"{FULL} estimate" if True in known else "",
        f"{UNKNOWN} too few moments yet" if False in known else "",
        f"{CUT} the bar: {percent(view.skills[0].cut)} handled well",
    )
    return "  ".join(filter(None, parts))


def ahead_of(view: "Home") -> "tuple[Suggestion, ...]":
    """Return what is suggested: the best, and the best of the other kind."""
    return tuple(each for each in (view.suggestion, view.instead) if each is not None)


def suggested_row(scenario: "ScenarioRow", reason: str, sign: str) -> Row:
    """Say what is suggested, and why."""
    who = (f"{_customer(scenario)} · {scenario.purpose}", "$soft")
    return Row(sign, lines((scenario.title, "bold"), who, reason))


def _customer(scenario: "ScenarioRow") -> str:
    return ", ".join(part for part in (scenario.customer, scenario.company) if part)
