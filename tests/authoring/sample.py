"""A small sound scenario as text, and what reading an edited one says."""

from simulator.authoring.reading import read_content
from simulator.authoring.schema import Kind

SOUND = """\
format: 1
id: sample
title: A sample
summary: Two turns to try mistakes on.
purpose: practice
level: core
minutes: 3
skills: [empathy]
customer: {name: Ada Byron}
briefing: She has called twice.
goal: One next step.
feelings:
  trust: {start: 2, min: 0, max: 4, label: Trust}
facts:
  knows_why: She has said why.
start: opening
turns:
  opening:
    customer: "You again?"
    mood: cool
    calls_for: [empathy]
    variants:
      - when: trust >= 3
        customer: "Ah, you."
    choices:
      - id: sorry
        say: "You had to ring twice. That cost you the morning."
        shows: {empathy.names-stake: 3}
        why: Names it.
        effects: {trust: +1}
        learns: [knows_why]
        to: middle
      - id: ticket
        when: trust > 0 and not knows_why
        say: "Have you got the ticket number?"
        shows: {empathy.names-stake: 1}
        to: middle
  middle:
    routes:
      - when: knows_why
        to: calm
      - to: gone
endings:
  calm:
    outcome: saved
    customer: "Until Friday."
    debrief: "You named it."
  gone:
    outcome: lost
    customer: "Goodbye."
    debrief: "She was not heard."
"""


def edited(old: str, new: str) -> str:
    """Return the sound text with its first such part replaced; AssertionError where there is none."""
    assert old in SOUND, old
    return SOUND.replace(old, new, 1)


def said(text: str | bytes, kind: Kind = "scenario") -> list[str]:
    """Return what reading a text of that kind says, as people read it."""
    content = text.encode() if isinstance(text, str) else text
    return [str(problem) for problem in read_content(kind, content, "x.yaml").problems]
