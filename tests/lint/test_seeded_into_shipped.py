"""Mistakes seeded by hand into the shipped warm-up are found; other rules are seeded in their own folders."""

import shutil
from pathlib import Path

import pytest

from simulator.authoring.library import default_root, open_library
from simulator.usecases.linting import lint

WARM_UP = Path("scenarios") / "warm-up" / "scenario.yaml"
NEVER = "knows_sister and not knows_sister"
AGAIN = (
    '      - {id: again, say: "Say that once more for me, would you, slowly?", '
    "shows: {communication.plain-language: 1}, to: half-past-three}\n"
)
LAST = ("press-it-once", "one-thing-then-look", "eco-standby")

Edit = tuple[str, str]


def when(condition: str) -> list[Edit]:
    """Offer every choice of the last turn only where a condition holds."""
    return [(f"      - id: {name}\n", f"      - id: {name}\n        when: {condition}\n") for name in LAST]


def before_endings(turn: str) -> Edit:
    return ("\nendings:\n", f"\n{turn}endings:\n")


def another(choice: str) -> Edit:
    return ("      - id: press-it-once\n", f"{choice}      - id: press-it-once\n")


SENT: list[Edit] = [("to: half-past-three", "to: sent"), ("to: half-past-three", "to: sent")]
SEEDED: dict[str, list[Edit]] = {
    "SIM104": [("  knows_sister: You", "  trust: You")],
    "SIM106": [before_endings("  nobody:\n    customer: Hm.\n    mood: calm\n")],
    "SIM108": [("- id: receipt", "- id: in-that-order")],
    "SIM112": [("skills: [communication, empathy, active-listening]", "skills: [communication, empathy]")],
    "SIM114": [("learns: [knows_sister]", "learns: [knows_brother]")],
    "SIM115": [
        another(
            '      - {id: as-new, say: "It will be as good as new by four.", critical: false-claim, '
            "shows: {communication.plain-language: 0}, to: tea-for-now}\n"
        )
    ],
    "SIM120": [before_endings("  attic:\n    routes: [{to: tea-for-now}]\n")],
    "SIM121": [("to: coffee-at-four", "to: blue-light")] * 2 + [("to: tea-for-now", "to: blue-light")],
    "SIM130": [("when: knows_sister", "when: knows_sister and")],
    "SIM131": [("when: knows_sister", "when: knows_sister >= 1")],
    "SIM132": [("when: knows_sister", "when: trust")],
    "SIM401": [
        another(
            f'      - {{id: up, when: {NEVER}, say: "Come up to the attic, and bring it with you.", '
            "shows: {communication.plain-language: 1}, to: attic}\n"
        ),
        ("\nendings:\n", "\nendings:\n  attic: {outcome: lost, customer: Well., debrief: You went up.}\n"),
    ],
    "SIM402": when("knows_sister"),
    "SIM403": [*when("trust <= 0"), another(AGAIN)],
    "SIM404": [("      - id: eco-standby\n", f"      - id: eco-standby\n        when: {NEVER}\n")],
    "SIM405": [("when: knows_sister", "when: trust >= 2")],
    "SIM406": [("when: knows_sister", "when: trust >= 0")],
    "SIM407": [
        *SENT,
        before_endings("  sent:\n    routes: [{when: trust <= 1, to: tea-for-now}, {to: half-past-three}]\n"),
    ],
    "SIM408": [("when: knows_sister", "when: trust <= 1")],
    "SIM409": [("  knows_sister: You", "  knows_tin: You have heard of the tin.\n  knows_sister: You")],
    "SIM410": [
        (
            "It was fine until you moved it. What else is different over there by the window?",
            "Have you still got the receipt? If it comes to the worst, we can swap the machine.",
        )
    ],
    "SIM412": [
        another(
            '      - {id: press-it, say: "Blue means it is resting. Wake it with one press, and give it two minutes.", '
            "shows: {communication.plain-language: 2}, effects: {trust: +1}, to: coffee-at-four}\n"
        )
    ],
    "SIM712": [('teaches: "Three turns to learn the keys."\n', "")],
    "SIM901": [("minutes: 1\n", "minutes: 1  # allow SIM703\n")],
    "SIM902": [("minutes: 1\n", "minutes: 1  # allow SIM402: he may leave one speechless\n")],
}


@pytest.mark.parametrize("code", SEEDED)
def test_a_mistake_seeded_into_the_warm_up_is_found(code: str, tmp_path: Path) -> None:
    shutil.copytree(default_root() / "rubrics", tmp_path / "rubrics")
    shutil.copytree(default_root() / "scenarios" / "warm-up", tmp_path / "scenarios" / "warm-up")
    text = (tmp_path / WARM_UP).read_text(encoding="utf-8")
    assert code not in codes(tmp_path)
    for old, new in SEEDED[code]:
        assert old in text, old
        text = text.replace(old, new, 1)
    (tmp_path / WARM_UP).write_text(text, encoding="utf-8")
    assert code in codes(tmp_path)


def codes(root: Path) -> set[str]:
    return {problem.code for problem in lint(open_library(root, None)).problems}
