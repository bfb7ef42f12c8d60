"""Comments that let a finding stand: where they speak, what they need, and what looks like one and is none."""

import pytest

from simulator.lint.rule import SCENARIO_FILE, Example
from simulator.usecases.explaining import said_of

# No choice of this turn is poor: SIM501 stands at what it calls for.
TURN = """\
turns:
  opening:
    customer: "You again? I have rung twice about that line."
    mood: cool
{above}    calls_for: [empathy]{behind}
    cue: She counts.
    choices:
      - {{id: a, say: "Two calls, and you are still stuck.", shows: {{empathy.names-stake: 3}}, to: calm}}
      - {{id: b, say: "{line}", shows: {{empathy.names-stake: 2}}, to: gone}}
"""
LINE = "That has cost you both of your mornings so far."


def said(above: str = "", behind: str = "", line: str = LINE, top: str = "") -> list[str]:
    """Return the codes and lines of what lint says of the turn and of comments."""
    text = top + TURN.format(above=above, behind=behind, line=line)
    whole = Example(files={SCENARIO_FILE: text, "scenarios/sample/walks/best.yaml": "choices: [a]\nending: calm\n"})
    return [problem.code for problem in said_of(whole) if problem.code in {"SIM501", "SIM901", "SIM902"}]


def test_without_a_comment_it_is_found() -> None:
    assert said() == ["SIM501"]


@pytest.mark.parametrize(
    "where",
    [
        {"behind": "  # allow SIM501: both of them are fair here"},
        {"above": "    # allow SIM501: both of them are fair here\n"},
        {"above": "    # allow SIM501: both of them are fair here\n    # and nobody has complained\n"},
    ],
)
def test_at_the_end_of_its_line_or_above_it_a_comment_lets_it_stand(where: dict[str, str]) -> None:
    assert said(**where) == []


def test_on_another_line_it_lets_nothing_stand_and_is_said_to() -> None:
    elsewhere = TURN.replace("mood: cool", "mood: cool  # allow SIM501: it is the turn that is meant")
    whole = Example(files={SCENARIO_FILE: elsewhere.format(above="", behind="", line=LINE)})
    assert {"SIM501", "SIM902"} <= {problem.code for problem in said_of(whole)}


def test_without_a_reason_it_does_nothing_and_is_said_to() -> None:
    assert sorted(said(behind="  # allow SIM501")) == ["SIM501", "SIM901"]
    assert sorted(said(behind="  # allow SIM501:   ")) == ["SIM501", "SIM901"]


def test_what_is_mended_must_not_stay_excused() -> None:
    assert "SIM902" not in said(behind="  # allow SIM501: fair")
    assert "SIM902" in said(behind="  # allow SIM402: she may be silent")


def test_what_keeps_a_file_from_being_used_cannot_be_excused() -> None:
    assert "SIM902" in said(behind="  # allow SIM101: it will be there")


@pytest.mark.parametrize(
    "line",
    [
        "Press hash, # allow SIM501: is what they said to me.",
        "It says # allow SIM402: on the screen, and what is that?",
    ],
)
def test_what_somebody_says_is_no_comment(line: str) -> None:
    assert said(line=line) == ["SIM501"]


def test_what_stands_in_a_longer_text_is_no_comment() -> None:
    briefing = "briefing: |\n  She has called twice.\n  # allow SIM402: this is what the screen said\n"
    text = briefing + TURN.format(above="", behind="", line=LINE)
    codes = [problem.code for problem in said_of(Example(files={SCENARIO_FILE: text}))]
    assert "SIM902" not in codes


def test_above_the_first_key_it_speaks_for_the_whole_file() -> None:
    from simulator.lint.skeleton import LIBRARY, changed

    text = changed(LIBRARY[SCENARIO_FILE], TURN.format(above="", behind="", line=LINE))
    excused = f"# allow SIM501: a sample\n{text}"
    files = {SCENARIO_FILE: excused, "scenarios/sample/walks/best.yaml": "format: 1\nchoices: [a]\nending: calm\n"}
    assert "SIM501" not in [problem.code for problem in said_of(Example(files=files, whole=True))]
