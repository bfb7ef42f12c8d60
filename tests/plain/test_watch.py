"""Watch mode in plain lines: what lint says once, then with each save only what has changed."""

from pathlib import Path

import pytest
from usecases.workshop import FILE, LINE, SCENARIO, WALK, changed, library_in, write

from simulator.domain.ids import ScenarioId
from simulator.domain.problem import Placed
from simulator.plain.voice import Voice
from simulator.plain.watch import CAN_BE_TYPED, changes, watch

SLIP = changed("to: sorting", "to: sortign")
"""The scenario with a slip."""


class Watched:
    """A library that is watched while files in it are saved, one between two looks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.library = library_in(folder, other="Another line")
        self.flushed = 0
        self.said: list[str] = []

    def hear(
        self,
        *saves: tuple[str, str],
        scenario: ScenarioId | None = LINE,
        end: type[BaseException] | None = None,
        typed: tuple[str, ...] = (),
    ) -> int:
        """Watch until all is saved and typed."""
        left, lines = list(saves), list(typed)

        def wait(_: float) -> str | None:
            if left:
                write(self.folder, *left.pop(0))
                return None
            if lines:
                return lines.pop(0)
            if end is not None:
                raise end
            return "q"

        return watch(self.library, scenario, self.voice(), wait)

    def voice(self) -> Voice:
        def flush() -> None:
            self.flushed = len(self.said)

        return Voice(lambda: "", self.said.append, flush)

    @property
    def lines(self) -> list[str]:
        return "".join(self.said).splitlines()

    @property
    def later(self) -> list[str]:
        """What was said once it waited."""
        waits = next(number for number, line in enumerate(self.lines) if line.startswith("Waiting"))
        return self.lines[waits + 1 :]


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    return Watched(tmp_path)


def test_it_says_once_what_there_is_and_then_nothing_until_a_save(watched: Watched) -> None:
    assert watched.hear() == 0
    assert watched.lines[-2].startswith("Waiting for you to save.")
    assert watched.later == ["Stopped watching."]


def test_a_save_tells_what_is_new_and_the_next_what_is_mended(watched: Watched) -> None:
    watched.hear((FILE, SLIP), (FILE, SCENARIO))
    new = [line for line in watched.later if line.startswith("new: ")]
    mended = [line for line in watched.later if line.startswith("mended: ")]
    assert any(f"{FILE}:31:13: SIM101" in line and "sortign" in line for line in new), new
    assert any(line.endswith('SIM101 no turn or ending is called "sortign" (2 times)') for line in mended), mended
    summaries = [line for line in watched.later if " files" in line]
    assert len(summaries) == 2
    assert "error" in summaries[0]
    assert "error" not in summaries[1]


def test_a_save_that_changes_no_problem_tells_only_the_sum(watched: Watched) -> None:
    watched.hear((FILE, "# A word at the top.\n" + SCENARIO))
    assert len(watched.later) == 2
    assert " files" in watched.later[0]


def test_a_save_elsewhere_is_passed_over_but_not_that_of_a_walk_or_a_rubric(watched: Watched) -> None:
    watched.hear(("scenarios/other/scenario.yaml", SLIP))
    assert watched.later == ["Stopped watching."]
    watched.said.clear()
    watched.hear(
        ("scenarios/line/walks/best.yaml", WALK.replace("calm", "gone")), ("rubrics/empathy.yaml", "format: 1\n")
    )
    assert sum(" files" in line for line in watched.later) == 2


def test_without_a_scenario_the_whole_library_is_watched(watched: Watched) -> None:
    watched.hear(("scenarios/other/scenario.yaml", SLIP), scenario=None)
    assert any("scenarios/other" in line for line in watched.later)


def test_all_that_was_said_is_heard_before_it_waits(watched: Watched) -> None:
    watched.hear((FILE, SLIP), end=KeyboardInterrupt)
    assert watched.flushed == len(watched.said) - 1


@pytest.mark.parametrize("typed", ["x", "?"])
def test_what_does_nothing_is_answered_with_what_can_be_typed(typed: str, watched: Watched) -> None:
    watched.hear(typed=(typed,))
    assert watched.later == [CAN_BE_TYPED, "Stopped watching."]


def test_an_empty_line_is_no_question(watched: Watched) -> None:
    watched.hear(typed=("",))
    assert watched.later == ["Stopped watching."]


def test_ctrl_c_ends_it_without_a_complaint(watched: Watched) -> None:
    assert watched.hear(end=KeyboardInterrupt) == 0
    assert watched.later == ["Stopped watching."]


def test_where_nobody_can_end_it_it_looks_once(watched: Watched) -> None:
    assert watch(watched.library, LINE, watched.voice(), None) == 0
    assert not any(line.startswith("Waiting") for line in watched.lines)
    write(watched.folder, FILE, SLIP)
    assert watch(watched.library, LINE, watched.voice(), None) == 1


def test_what_a_file_says_cannot_drive_the_terminal(watched: Watched) -> None:
    watched.hear((FILE, changed("to: sorting", r'to: "\e[2J\u202e"')))
    assert all(character.isprintable() for line in watched.lines for character in line)


def problem(line: int, message: str) -> Placed:
    return Placed(file="a.yaml", line=line, column=1, code="SIM101", message=message)


def test_a_problem_that_only_moved_is_neither_new_nor_mended() -> None:
    assert list(changes([problem(3, "x")], [problem(9, "x")])) == []


def test_of_two_that_say_the_same_one_can_be_mended() -> None:
    assert list(changes([problem(3, "x"), problem(9, "x")], [problem(3, "x")])) == ["mended: a.yaml: SIM101 x (1 of 2)"]
    assert list(changes([problem(3, "x")], [problem(3, "x"), problem(9, "x")])) == ["new: a.yaml:9:1: SIM101 x"]


def test_what_is_mended_in_many_places_is_said_once_and_counted() -> None:
    eleven = [problem(line, "x") for line in range(1, 12)]
    assert list(changes([*eleven, problem(40, "y")], [])) == [
        "mended: a.yaml: SIM101 x (11 times)",
        "mended: a.yaml: SIM101 y",
    ]


def test_what_is_mended_comes_before_what_is_new() -> None:
    assert list(changes([problem(3, "old")], [problem(3, "fresh")])) == [
        "mended: a.yaml: SIM101 old",
        "new: a.yaml:3:1: SIM101 fresh",
    ]
