"""A library on the disk that an author works on: one short conversation, one walk, and what they stand on."""

from pathlib import Path

from simulator.authoring.library import Library, open_library
from simulator.domain.ids import ScenarioId
from simulator.domain.scenario import Scenario

LINE = ScenarioId("line")
"""The scenario in it."""

SCENARIO = """\
format: 1
id: line
title: The line is down
summary: Somebody rings again about the same fault.
purpose: practice
level: foundation
minutes: 3
skills: [empathy]
customer: {name: Ada Byron, company: Engines}
briefing: She has called twice.
goal: One next step.
feelings:
  trust: {start: 2, min: 0, max: 4, label: Trust}
facts:
  knows_why: She has said why it matters.
start: opening
turns:
  opening:
    customer: "You again? I have rung {company} twice about that line."
    mood: cool
    calls_for: [empathy]
    cue: She counts the calls.
    choices:
      - id: name-it
        say: "Two calls, and the line is still down. That has cost you both of your mornings."
        shows: {empathy.names-stake: 3}
        why: Names what it cost her before anything else.
        effects: {trust: +1}
        learns: [knows_why]
        reaction: "It has."
        to: sorting
      - id: ask-number
        say: "Let me see what happened there. Have you got the number of the ticket at hand?"
        shows: {empathy.names-stake: 1}
        why: Asks for the ticket, as if the call were about that.
        effects: {trust: -1}
        to: sorting
  sorting:
    routes:
      - {when: trust >= 1, to: what-now}
      - {to: gone}
  what-now:
    customer: "So what happens now?"
    mood: waiting
    variants:
      - when: knows_why
        customer: "You did listen. What happens now?"
        mood: calmer
    choices:
      - id: sum-up
        when: knows_why and trust >= 3
        say: "You need it up by eight, and one name to ring. Have I got both of those right?"
        to: calm
      - id: promise
        say: "We will get to it as soon as somebody is free, and they will let you know."
        critical: false-claim
        why: Nobody can know that.
        effects: {trust: -2}
        to: gone
      - id: ask-again
        say: "Tell me once more, please, from the start."
        to: opening
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

WALK = "format: 1\nabout: The best way through.\nchoices: [name-it, sum-up]\nending: calm\n"

RUBRIC = """\
format: 1
id: empathy
title: Empathy
summary: What one would see.
levels: {harmful: Does damage., missed: Passes by., effective: Does it., exemplary: Does it fully.}
indicators:
  names-stake: {title: Names the stake, about: What one would see.}
"""

BAR = """\
format: 1
title: Ready
summary: Would choose well with customers never seen before.
skills: [empathy]
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

FILE = "scenarios/line/scenario.yaml"


def library_in(folder: Path, **more: str) -> Library:
    """Write the library into a folder; further scenarios are the same but for their id and their title."""
    write(folder, FILE, SCENARIO)
    write(folder, "scenarios/line/walks/best.yaml", WALK)
    write(folder, "rubrics/empathy.yaml", RUBRIC)
    write(folder, "rubrics/readiness.yaml", BAR)
    for name, title in more.items():
        write(folder, f"scenarios/{name}/scenario.yaml", changed("id: line", f"id: {name}", "The line is down", title))
    return open_library(folder, None)


def write(folder: Path, file: str, text: str) -> None:
    """Write a file of a library."""
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_text(text, encoding="utf-8")


def changed(*pairs: str) -> str:
    """The scenario's text with some words in the place of others; each must stand in it."""
    text = SCENARIO
    for old, new in zip(pairs[::2], pairs[1::2], strict=True):
        assert old in text, old
        text = text.replace(old, new)
    return text


def scenario(folder: Path, *pairs: str) -> Scenario:
    """The scenario, read with some words in the place of others."""
    library = library_in(folder)
    write(folder, FILE, changed(*pairs))
    return library.scenario(LINE).scenario
