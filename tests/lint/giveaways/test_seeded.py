"""Each sign by which the best choice could be told is found where it is put into shipped scenarios by hand."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lint.reworked import ScenarioText, contests, copied, found, level_of, rework

from simulator.domain.problem import Severity

LATE, THIRD = "late-delivery", "third-call-same-fault"


def best_longer(scenario: ScenarioText) -> None:
    for _, best, others in contests(scenario):
        for choice in best:
            choice["say"] += " And so on" + " and on" * (max(len(other["say"]) for other in others) // 7)


def best_shorter(scenario: ScenarioText) -> None:
    for _, best, _ in contests(scenario):
        for choice in best:
            choice["say"] = "Go on."


def best_first(scenario: ScenarioText) -> None:
    for turn, best, others in contests(scenario):
        turn["choices"] = [*best, *others]


def best_last(scenario: ScenarioText) -> None:
    for turn, best, others in contests(scenario):
        turn["choices"] = [*others, *best]


def best_warm(scenario: ScenarioText) -> None:
    for _, best, _ in contests(scenario):
        for choice in best:
            choice["say"] += " It hurts, I feel."


def best_polite(scenario: ScenarioText) -> None:
    for _, best, _ in contests(scenario):
        for choice in best:
            choice["say"] = f"Thank you, thank you kindly. {choice['say']}"


def poor_sweeping(scenario: ScenarioText) -> None:
    for turn, best, others in contests(scenario):
        for choice in (*best, *others):
            if level_of(turn, choice) < 2:
                choice["say"] += " It never does."


def poor_rude(scenario: ScenarioText) -> None:
    for turn, best, others in contests(scenario):
        for choice in (*best, *others):
            if level_of(turn, choice) < 2:
                choice["say"] += " Don't be silly."


def best_echoing(scenario: ScenarioText) -> None:
    for turn, best, _ in contests(scenario):
        for choice in best:
            choice["say"] = f"You said: {turn.get('customer', '')}"


def best_harder(scenario: ScenarioText) -> None:
    for _, best, _ in contests(scenario):
        for choice in best:
            choice["say"] += " Organisational responsibility necessitates investigation."


def best_easier(scenario: ScenarioText) -> None:
    for _, _, others in contests(scenario):
        for choice in others:
            choice["say"] += " Organisational responsibility necessitates investigation."


SEEDS: list[tuple[str, Callable[[ScenarioText], None], str]] = [
    ("SIM602", best_longer, "the best choice is the longest"),
    ("SIM602", best_shorter, "the best choice is the shortest"),
    ("SIM603", best_first, "the best choice stands first"),
    ("SIM603", best_last, "the best choice stands last"),
    ("SIM604", best_warm, "only the best choice has words of feeling"),
    ("SIM604", best_polite, "the best choice is the politest"),
    ("SIM605", poor_sweeping, "words such as always, never and nobody stand only in poor choices"),
    ("SIM605", poor_rude, "rude words stand only in poor choices"),
    ("SIM606", best_echoing, "the best choice repeats most of the customer's words"),
    ("SIM607", best_harder, "the best choices are harder to read"),
    ("SIM607", best_easier, "the best choices are easier to read"),
]


@pytest.mark.parametrize(("code", "change", "says"), SEEDS)
def test_a_sign_put_into_a_whole_conversation_is_found_at_its_turns(
    tmp_path: Path, code: str, change: Callable[[ScenarioText], None], says: str
) -> None:
    file = rework(copied(tmp_path, LATE), LATE, change)
    (one,) = [each for each in found(tmp_path, code, file) if each.message.startswith(says)]
    assert (one.line, one.severity) == ("turns:", Severity.WARNING)


@pytest.mark.parametrize(("code", "change", "says"), [seed for seed in SEEDS if seed[0] != "SIM607"])
def test_a_sign_in_all_conversations_is_an_error_of_the_library(
    tmp_path: Path, code: str, change: Callable[[ScenarioText], None], says: str
) -> None:
    copied(tmp_path, LATE, THIRD)
    for name in (LATE, THIRD):
        rework(tmp_path, name, change)
    problems = found(tmp_path, code)
    (one,) = [each for each in problems if each.severity is Severity.ERROR]
    assert one.message.startswith(f"over all 2 conversations {says}")
    assert one.line == "turns:"
    assert len([each for each in problems if each.severity is Severity.WARNING and each.message.startswith(says)]) == 2


def test_the_shipped_scenarios_have_none_of_these_signs(tmp_path: Path) -> None:
    copied(tmp_path, LATE, THIRD)
    codes = {code for code, _, _ in SEEDS} | {"SIM601", "SIM608"}
    assert [each for code in codes for each in found(tmp_path, code)] == []


def test_a_long_best_choice_is_found_at_what_it_says(tmp_path: Path) -> None:
    folder = copied(tmp_path, "warm-up")
    file = folder / "scenarios" / "warm-up" / "scenario.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("What were you going to pour her?", "What were you going to pour her? " * 3))
    (one,) = found(folder, "SIM601")
    assert one.line.startswith('say: "Warm water, for the woman')
    assert one.message == "the best choice has 148 characters, and the others about 84"
    assert one.hint == "keep it to 104, or let the others say more"


def test_whoever_says_the_longest_passes_where_the_best_is_the_longest(tmp_path: Path) -> None:
    file = rework(copied(tmp_path, LATE), LATE, best_longer)
    problems = found(tmp_path, "SIM608", file)
    assert {each.severity for each in problems} == {Severity.ERROR}
    assert sorted(each.line for each in problems) == ["- active-listening", "- communication", "- empathy"]
    assert all(each.message.startswith("whoever always says the longest handles 100% of the") for each in problems)
    assert all("above all at " in each.hint for each in problems)
