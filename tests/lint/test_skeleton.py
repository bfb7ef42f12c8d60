"""How an example changes the small library, and how people read it."""

from simulator.lint.rule import SCENARIO_FILE, Example, example, turns
from simulator.lint.skeleton import LIBRARY, changed_turns, library_of
from simulator.usecases.explaining import example_lines

TURNS = (
    "id: a\nturns:\n  one:\n    mood: cool\n    choices:\n      - {id: b, to: two}\n  two: {mood: warm}\nendings: {}\n"
)


def test_a_turn_is_written_anew_and_the_others_stay() -> None:
    assert changed_turns(TURNS, "turns:\n  two: {mood: cold}\n  three: {mood: new}\n") == TURNS.replace(
        "  two: {mood: warm}\n", "  two: {mood: cold}\n  three: {mood: new}\n"
    )
    assert changed_turns(TURNS, "turns:\n  one: {}\n") == "id: a\nturns:\n  one: {}\n  two: {mood: warm}\nendings: {}\n"


def test_other_keys_may_change_beside_turns() -> None:
    assert changed_turns(TURNS, "id: b\nturns:\n  two: {}\n").startswith("id: b\nturns:\n  one:\n    mood: cool\n")


def test_an_example_of_turns_keeps_the_rest_of_the_small_scenario() -> None:
    text = library_of(turns("  what-now: {}\n"))[SCENARIO_FILE]
    assert "  what-now: {}\nendings:\n" in text
    assert text.startswith(LIBRARY[SCENARIO_FILE].partition("  what-now:")[0])


def test_a_file_that_the_small_library_has_not_is_written_as_it_stands() -> None:
    assert library_of(Example(files={"rubrics/notes.yaml": "- no\n- key\n"}))["rubrics/notes.yaml"] == "- no\n- key\n"


def test_what_cannot_be_seen_in_an_example_is_shown() -> None:
    assert list(example_lines(example("goal: One\u202e step.\n"))) == ["goal: One<U+202E> step."]
    assert list(example_lines(Example(files={SCENARIO_FILE: "goal: Zoë\n"}, encoding="windows-1252"))) == [
        "goal: Zoë",
        "# saved in windows-1252",
    ]
    assert list(example_lines(turns("  what-now: {}\n"))) == [
        "turns:",
        "  what-now: {}",
        "  # the other turns stay as they are",
    ]
