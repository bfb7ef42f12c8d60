"""A library of one long scenario, written for measuring."""

import shutil
from pathlib import Path

import simulator

ROOT = Path(simulator.__file__).parents[1]


def long_library(folder: Path, turns: int) -> Path:
    """Write a library whose one scenario is so many turns long, with the shipped rubrics."""
    place = folder / "scenarios" / "long"
    place.mkdir(parents=True)
    shutil.copytree(ROOT / "rubrics", folder / "rubrics")
    place.joinpath("scenario.yaml").write_text(scenario_text(turns), encoding="utf-8")
    return folder


def scenario_text(turns: int) -> str:
    """Write a scenario of so many turns in a row, each with its number in the customer's words."""
    lines = [
        "format: 1",
        "id: long",
        "title: The long one",
        "summary: Many turns in a row.",
        "purpose: practice",
        "level: core",
        "minutes: 9",
        "skills: [empathy]",
        "customer: {name: Dana Whitfield, role: buyer, company: Northline}",
        "briefing: Nothing to know.",
        "goal: Get to the end.",
        "feelings:",
        "  trust: {start: 2, min: 0, max: 5, label: Trust}",
        "facts:",
        "  known: Something is known.",
        "start: turn-0",
        "turns:",
    ]
    for number in range(turns):
        target = f"turn-{number + 1}" if number + 1 < turns else "end"
        lines += [
            f"  turn-{number}:",
            f'    customer: "This is what I say at stop{number:05d}z, and I would like an answer to it, please."',
            "    mood: calm",
            "    calls_for: [empathy]",
            "    choices:",
        ]
        for index in range(3):
            lines += [
                f"      - id: say-{index}",
                f'        say: "Answer {index}: a sentence of some length, as a person would say it aloud to her."',
                f"        shows: {{empathy.names-stake: {index + 1}}}",
                "        why: It says what happened to her before it explains anything.",
                f"        effects: {{trust: {index - 1}}}",
                f"        to: {target}",
            ]
    lines += ["endings:", "  end: {outcome: won, customer: Good bye., debrief: It is over.}"]
    return "\n".join(lines) + "\n"


def branching_library(folder: Path, turns: int) -> Path:
    """Write a library whose one scenario branches at each of so many turns, with the shipped rubrics."""
    place = folder / "scenarios" / "branching"
    place.mkdir(parents=True)
    shutil.copytree(ROOT / "rubrics", folder / "rubrics")
    place.joinpath("scenario.yaml").write_text(branching_text(turns), encoding="utf-8")
    return folder


def branching_text(turns: int) -> str:
    """Write a scenario whose arrows part and rejoin, with conditions that make what was said matter to the end.

    Two feelings of six values and three facts are asked about all the way: up to 288 states a turn.
    """
    lines = [
        "format: 1",
        "id: branching",
        "title: The branching one",
        "summary: Many turns that part and rejoin.",
        "purpose: practice",
        "level: core",
        "minutes: 9",
        "skills: [communication, empathy, active-listening]",
        "customer: {name: Dana Whitfield, role: operations manager, company: Northline Foods}",
        "briefing: What Dana needs is known to nobody yet, and the order is a week late.",
        "goal: Restore her confidence and agree one step.",
        "feelings:",
        "  trust: {start: 2, min: 0, max: 5, label: Trust}",
        "  patience: {start: 3, min: 0, max: 5, label: Patience}",
        "facts:",
        *(f"  knows_{number}: The rep has learned matter number {number}." for number in range(3)),
        "start: turn-0",
        "turns:",
    ]
    for number in range(turns):
        lines += _branching_turn(number, turns)
    for ending, outcome in (("won", "won"), ("lost", "lost")):
        lines += ["endings:"] if ending == "won" else []
        lines += [f"  {ending}: {{outcome: {outcome}, customer: Good bye., debrief: It turned on what was heard.}}"]
    return "\n".join(lines) + "\n"


def _branching_turn(number: int, turns: int) -> list[str]:
    skill = ("communication.plain-language", "empathy.names-stake", "active-listening.reflects")[number % 3]
    lines = [
        f"  turn-{number}:",
        f'    customer: "You told me Tuesday, and it is Thursday now. Where is order number {number} of mine?"',
        "    mood: irritated",
        f"    calls_for: [{skill.partition('.')[0]}]",
        f"    cue: She opens with a broken promise, not with the goods, number {number}.",
    ]
    if number % 4 == 0:
        lines += ["    variants:", "      - when: trust >= 3 and patience < 4"]
        lines += ['        customer: "Ah, it is you again. Tell me about the order, please."']
    lines += ["    choices:"]
    for index in range(3):
        target = number + 1 + (number * 7 + index * 3) % 2
        lines += [
            f"      - id: say-{index}",
            f'        say: "We gave you a date and missed it, and you heard it from dock {index} instead of me."',
            f"        shows: {{{skill}: {(index + number) % 4}}}",
            "        why: Names what went wrong for her before explaining anything at all.",
            f"        effects: {{{('trust', 'patience')[index % 2]}: {1 if (number + index) % 3 else -1}}}",
            f"        to: {f'turn-{target}' if target < turns else 'won' if index else 'lost'}",
        ]
        if number % 50 == index:
            lines += [f"        learns: [knows_{index}]"]
        if index == 2 and number % 5 == 0:
            lines += [f"        when: trust >= 1 or not knows_{number % 3}"]
    return lines
