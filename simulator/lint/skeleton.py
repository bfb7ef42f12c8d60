"""The small library that every example changes: three rubrics, the bar and one scenario of two turns."""

import re
from collections.abc import Mapping
from typing import Final

from simulator.lint.rule import SCENARIO_FILE, Example

_SCENARIO: Final = """\
format: 1
id: sample
title: A sample
summary: Somebody rings again about the same fault.
purpose: practice
level: foundation
minutes: 3
teaches: "You learn to say what a fault has cost somebody before you ask for the ticket."
skills: [empathy, active-listening]
customer: {name: Ada Byron}
briefing: She has called twice.
goal: One next step.
feelings:
  trust: {start: 2, min: 0, max: 4, label: Trust}
facts:
  knows_why: She has said why it matters.
start: opening
turns:
  opening:
    customer: "You again? I have rung twice about that line."
    mood: cool
    calls_for: [empathy]
    cue: She counts her calls before she speaks of the fault.
    choices:
      - id: name-it
        say: "Two calls, and the line is still down. That has cost you both of your mornings."
        shows: {empathy.names-stake: 3}
        why: Names what it cost her before anything else.
        effects: {trust: +1}
        learns: [knows_why]
        to: what-now
      - id: ask-number
        say: "Let me see what happened there. Have you got the number of the ticket at hand?"
        shows: {empathy.names-stake: 1}
        why: Asks for the ticket, as if the call were about that.
        effects: {trust: -1}
        to: what-now
  what-now:
    customer: "So what happens now?"
    mood: waiting
    calls_for: [active-listening]
    cue: She asks for what comes next, not for a reason.
    choices:
      - id: sum-up
        when: knows_why
        say: "You need it up by eight, and one name to ring. Have I got both of those right?"
        shows: {active-listening.summarises-and-checks: 3}
        why: Gives back both things and lets her put them right.
        to: calm
      - id: promise
        say: "We will get to it as soon as somebody is free, and they will let you know."
        shows: {active-listening.summarises-and-checks: 1}
        why: Nothing of what she said is in the answer.
        to: gone
      - id: own-it
        when: not knows_why
        say: "I am taking this one myself. What would make tomorrow morning work for you?"
        shows: {active-listening.builds-on-words: 2}
        why: Asks on from what she said.
        to: calm
endings:
  calm:
    outcome: saved
    customer: "Until eight, then."
    debrief: "You heard what it had cost her."
  gone:
    outcome: lost
    customer: "Goodbye."
    debrief: "She was not heard."
"""

_WALK: Final = """\
format: 1
about: The best way through.
choices: [name-it, sum-up]
ending: calm
"""

_BAR: Final = """\
format: 1
title: Ready
summary: Would choose well with customers never seen before.
skills: [empathy, active-listening]
cut: 75
sure: 90
gap: 5
prior: {good: 3, missed: 1.5}
correlation: 0.1
min_scenarios: 1
min_moments: 1
evidence_days: 90
clean_after_critical: 3
critical_errors:
  false-claim: {title: False claim, about: Says what is not so.}
"""


def _rubric(skill: str, title: str, *indicators: str) -> str:
    listed = "".join(f"  {name}: {{title: {name}, about: What one would see.}}\n" for name in indicators)
    return (
        f"format: 1\nid: {skill}\ntitle: {title}\nsummary: What one would see.\n"
        "levels: {harmful: Does damage., missed: Passes by., effective: Does it., exemplary: Does it fully.}\n"
        f"indicators:\n{listed}"
    )


LIBRARY: Final[Mapping[str, str]] = {
    SCENARIO_FILE: _SCENARIO,
    "scenarios/sample/walks/best.yaml": _WALK,
    "rubrics/readiness.yaml": _BAR,
    "rubrics/empathy.yaml": _rubric("empathy", "Empathy", "names-stake"),
    "rubrics/active-listening.yaml": _rubric(
        "active-listening", "Active listening", "summarises-and-checks", "builds-on-words"
    ),
}
"""File within the library → its text. No rule has anything to say of it, but for how short it is."""


def library_of(shown: Example) -> Mapping[str, str]:
    """Return the small library with an example's changes, file by file."""
    if shown.whole:
        return {**LIBRARY, **shown.files}
    changes = changed_turns if shown.some_turns else changed
    return {**LIBRARY, **{file: changes(LIBRARY.get(file, ""), text) for file, text in shown.files.items()}}


def changed(text: str, keys: str) -> str:
    """Return a text with some of its top-level keys written anew; new ones come last."""
    return "".join({**_by_key(text), **_by_key(keys)}.values()) if text else keys


def changed_turns(text: str, keys: str) -> str:
    """Return a scenario's text with some of its turns written anew, and its other top-level keys as in `changed`."""
    old, new = _by_key(text), _by_key(keys)
    turns = _by_key(old.get("turns", ""), "  ") | _by_key(new.get("turns", ""), "  ")
    return "".join({**old, **new, "turns": "turns:\n" + "".join(turns.values())}.values())


def _by_key(text: str, indent: str = "") -> dict[str, str]:
    """Cut a text before each of its keys of that indent; what stands above the first goes with it, if it has none."""
    found = [match.start() for match in re.finditer(rf"^{indent}[a-z_-]+:", text, re.MULTILINE)]
    cuts = [*(found if indent else (0, *found[1:])), len(text)]
    return {
        text[key:end].partition(":")[0]: text[start:end] for key, start, end in zip(found, cuts, cuts[1:], strict=False)
    }
