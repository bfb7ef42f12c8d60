"""Each mistake in judging is found where it is put into a shipped scenario, rubric or bar by hand."""

from pathlib import Path

import pytest
from lint.reworked import ChoiceText, Found, ScenarioText, copied, found, rework

from simulator.authoring.library import open_library
from simulator.domain.ids import ScenarioId
from simulator.domain.problem import Severity
from simulator.lint.subject import Proven
from simulator.lint.walked import walked
from simulator.usecases.linting import lint

LATE, USAGE = "late-delivery", "usage-fell-by-half"
BAR = "rubrics/readiness.yaml"


def choices(scenario: ScenarioText, turn: str) -> list[ChoiceText]:
    return scenario["turns"][turn].get("choices", [])


def level(scenario: ScenarioText, turn: str, value: int, *, only: tuple[int, ...] = (0, 1, 2, 3)) -> None:
    """Set what the choices of a turn show, where they show one of some levels."""
    for choice in choices(scenario, turn):
        shows = choice.get("shows", {})
        shows.update({key: value for key, shown in shows.items() if shown in only})


def said(problems: list[Found]) -> list[tuple[str, Severity, str]]:
    return [(each.line, each.severity, each.message) for each in problems]


@pytest.mark.parametrize(
    ("name", "value", "severity", "message"),
    [
        (USAGE, 2, Severity.ERROR, "every choice here handles communication well, so nobody can miss it"),
        (USAGE, 1, Severity.ERROR, "no choice here handles communication well, so nobody can show it"),
        (LATE, 2, Severity.WARNING, "every choice here handles empathy well, so nobody can miss it"),
    ],
)
def test_a_moment_that_tells_nothing_is_found_and_is_an_error_where_it_counts(
    tmp_path: Path, name: str, value: int, severity: Severity, message: str
) -> None:
    file = rework(copied(tmp_path, name), name, lambda scenario: level(scenario, "opening", value))
    problems = [each for each in found(tmp_path, "SIM501", file) if each.message == message]
    assert said(problems) == [(f"- {'empathy' if name == LATE else 'communication'}", severity, message)]


def test_a_moment_that_only_sometimes_tells_something_is_found_with_what_keeps_it_from_that(tmp_path: Path) -> None:
    def hide_the_good(scenario: ScenarioText) -> None:
        for choice in choices(scenario, "inherited-open"):
            if max(choice.get("shows", {}).values()) >= 2:
                choice["when"] = "trust >= 5"

    file = rework(copied(tmp_path, USAGE), USAGE, hide_the_good)
    (one,) = found(tmp_path, "SIM501", file)
    assert one.message == "active-listening can be called for here while no choice that handles it well is on offer"
    assert one.hint == "let one of them be on offer always: your-own-doing when trust >= 5"
    assert one.severity is Severity.ERROR


def test_a_short_way_through_an_assessment_is_found_and_can_be_walked(tmp_path: Path) -> None:
    def lead_out(scenario: ScenarioText) -> None:
        choices(scenario, "opening")[3]["to"] = "settle-cold"

    folder = copied(tmp_path, USAGE)
    file = rework(folder, USAGE, lead_out)
    problems = found(folder, "SIM502", file)
    assert [each.line for each in problems] == ["- communication", "- empathy", "- active-listening"]
    assert {each.severity for each in problems} == {Severity.ERROR}
    command = problems[1].message.removeprefix("a path gives 1 moment for empathy: simulator walk usage-fell-by-half ")
    scenario = open_library(folder, None).scenario(ScenarioId(USAGE)).scenario
    way = walked(Proven(scenario=scenario).conversation, tuple(command.split()))
    assert way.refused is None
    assert way.last.state.place in scenario.endings
    assert len(way.levels.get(scenario.skills[1], ())) == 1


def test_a_skill_that_is_listed_and_never_called_for_is_found_in_practice(tmp_path: Path) -> None:
    def call_for_no_empathy(scenario: ScenarioText) -> None:
        turn = scenario["turns"]["at-the-door"]
        turn["calls_for"] = ["communication"]
        for choice in choices(scenario, "at-the-door"):
            (value,) = choice.get("shows", {}).values()
            choice["shows"] = {"communication.plain-language": value}

    file = rework(copied(tmp_path, "warm-up"), "warm-up", call_for_no_empathy)
    (one,) = found(tmp_path, "SIM502", file)
    assert (one.line, one.severity) == ("- empathy", Severity.WARNING)
    assert one.message.startswith("a path gives no moments for empathy: simulator walk warm-up ")
    assert one.hint.endswith("or take it off this list")


def test_a_skill_whose_best_is_never_on_offer_is_found(tmp_path: Path) -> None:
    def lower(scenario: ScenarioText) -> None:
        level(scenario, "at-the-door", 2, only=(3,))

    file = rework(copied(tmp_path, "warm-up"), "warm-up", lower)
    assert said(found(tmp_path, "SIM503", file)) == [
        ("- empathy", Severity.WARNING, "no choice that can be come to shows empathy at level 3")
    ]


def test_a_skill_that_every_path_misses_somewhere_is_found_with_the_turn(tmp_path: Path) -> None:
    file = rework(copied(tmp_path, USAGE), USAGE, lambda scenario: level(scenario, "opening", 1))
    assert [each.message for each in found(tmp_path, "SIM503", file)] == [
        "no path handles communication well throughout: the best one misses it once, at opening"
    ]


def bar_with(folder: Path, *changes: tuple[str, str]) -> None:
    file = folder / BAR
    text = file.read_text(encoding="utf-8")
    for before, after in changes:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    file.write_text(text, encoding="utf-8")


def test_a_bar_that_nobody_can_reach_is_found_with_what_is_missing_for_each_skill(tmp_path: Path) -> None:
    copied(tmp_path, USAGE)
    assert [each.message.partition(": ")[2] for each in found(tmp_path, "SIM504")] == [
        "1 assessment gives 6 moments at the least",
        "1 assessment gives 4 moments at the least",
        "1 assessment gives 4 moments at the least",
    ]
    assert found(tmp_path, "SIM504")[0].hint == "4 moments for it are missing: write 2 more assessments"
    assert {each.file for each in found(tmp_path, "SIM504")} == {BAR}


def test_a_library_that_assesses_nothing_is_told_that_nobody_can_be_ready(tmp_path: Path) -> None:
    copied(tmp_path, LATE)
    assert all(each.message.endswith("no assessment calls for it on every path") for each in found(tmp_path, "SIM504"))
    assert len(found(tmp_path, "SIM504")) == 3


def test_a_bar_beyond_all_evidence_is_said_to_be_so(tmp_path: Path) -> None:
    bar_with(copied(tmp_path, USAGE), ("cut: 75", "cut: 99"))
    assert "meant to be this high" in found(tmp_path, "SIM504")[0].hint


def test_a_bar_within_reach_is_let_be(tmp_path: Path) -> None:
    easy = (("cut: 75", "cut: 50"), ("min_scenarios: 3", "min_scenarios: 1"), ("min_moments: 8", "min_moments: 4"))
    bar_with(copied(tmp_path, USAGE), *easy)
    assert found(tmp_path, "SIM504") == []


def test_an_indicator_that_nobody_shows_is_found_in_its_rubric(tmp_path: Path) -> None:
    file = copied(tmp_path, LATE, USAGE) / "rubrics" / "empathy.yaml"
    text = file.read_text(encoding="utf-8")
    new = "indicators:\n  hums-along: {title: Hums along, about: Hums.}\n"
    file.write_text(text.replace("indicators:\n", new), encoding="utf-8")
    problems = [each for each in found(tmp_path, "SIM505") if "no choice" in each.message]
    assert [(each.file, each.line) for each in problems] == [
        ("rubrics/empathy.yaml", "hums-along: {title: Hums along, about: Hums.}")
    ]
    # Two conversations cannot show everything yet: it is good to know, and no more.
    assert {each.severity for each in problems} == {Severity.NOTE}


def test_an_indicator_that_is_rarely_shown_is_a_note_once_there_is_more_than_one_conversation(tmp_path: Path) -> None:
    copied(tmp_path / "one", LATE)
    copied(tmp_path / "two", LATE, USAGE)
    assert [each for each in found(tmp_path / "one", "SIM505") if each.severity is Severity.NOTE] == []
    rare = [each for each in found(tmp_path / "two", "SIM505") if each.line == "checks-understanding:"]
    assert said(rare) == [("checks-understanding:", Severity.NOTE, "only 1 choice shows this in all conversations")]


def test_a_critical_error_that_nobody_can_make_is_noted_in_the_bar(tmp_path: Path) -> None:
    copied(tmp_path, LATE, USAGE)
    assert [(each.file, each.line, each.severity) for each in found(tmp_path, "SIM506")] == [
        (BAR, "insult:", Severity.NOTE),
        (BAR, "privacy-breach:", Severity.NOTE),
    ]


def test_an_assessment_without_a_critical_error_is_noted(tmp_path: Path) -> None:
    def harmless(scenario: ScenarioText) -> None:
        for turn in scenario["turns"]:
            for choice in choices(scenario, turn):
                choice.pop("critical", None)

    folder = copied(tmp_path, LATE, USAGE)
    files = [rework(folder, name, harmless) for name in (LATE, USAGE)]
    assert [(each.file, each.line, each.severity) for each in found(folder, "SIM507", *files)] == [
        (f"scenarios/{USAGE}/scenario.yaml", "purpose: assessment", Severity.NOTE)
    ]


def test_where_a_scenario_cannot_be_used_nothing_is_called_missing_from_the_library(tmp_path: Path) -> None:
    file = copied(tmp_path, USAGE) / "scenarios" / USAGE / "scenario.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("start: opening", "start: openin"), encoding="utf-8")
    codes = {each.code for each in lint(open_library(tmp_path, None)).problems}
    assert "SIM101" in codes
    assert codes & {"SIM504", "SIM505", "SIM506"} == set()


def test_a_comment_about_the_library_is_not_called_unused_where_only_its_file_is_looked_at(tmp_path: Path) -> None:
    file = copied(tmp_path, USAGE) / BAR
    allow = "skills: [communication, empathy, active-listening]  # allow SIM504: more are being written"
    bar_with(tmp_path, ("skills: [communication, empathy, active-listening]", allow))
    assert found(tmp_path, "SIM902", file) == []
    assert found(tmp_path, "SIM902") == []
    assert found(tmp_path, "SIM504") == []


def test_a_comment_about_the_library_that_has_nothing_to_let_stand_is_unused(tmp_path: Path) -> None:
    bar_with(copied(tmp_path, USAGE), ("cut: 75", "cut: 75  # allow SIM504: it is not so"))
    assert [each.line for each in found(tmp_path, "SIM902")] == ["cut: 75  # allow SIM504: it is not so"]
