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
