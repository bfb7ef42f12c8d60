"""What lies on an author's bench, read afresh after each save."""

from pathlib import Path

import pytest
from usecases.workshop import FILE, LINE, RUBRIC, WALK, changed, library_in, write

from simulator.authoring.library import Library
from simulator.domain.ids import ScenarioId
from simulator.domain.problem import Placed, Severity
from simulator.lint.rules import OF_LIBRARIES
from simulator.usecases.bench import (
    Bench,
    Count,
    Found,
    all_checked,
    checked,
    covered,
    line_of,
    listed,
    opened,
)
from simulator.usecases.bench_files import file_rows
from simulator.usecases.preview import say
from simulator.usecases.watching import scenario_of, stamps, touched

NOTHING = Found(by_file={})
BROKEN = ("to: sorting", "to: sortign")
"""A slip that keeps the scenario from being played."""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_in(tmp_path, other="Another line")


def on_bench(library: Library, bench: Bench | None = None) -> tuple[Bench, str]:
    return (bench or Bench()).after_reading(opened(library, LINE))


def errors(library: Library, found: Found, folder: str) -> int:
    return found.count([library.root / folder]).errors


def test_a_scenario_that_is_opened_stands_at_its_start(library: Library) -> None:
    bench, note = on_bench(library)
    assert bench.open is not None
    assert bench.preview is not None
    assert (bench.open.why_not, bench.preview.place, note) == ("", "opening", "")
    assert [name for name, _ in bench.open.walks] == ["best"]


def test_a_save_that_breaks_it_keeps_the_last_version_that_could_be_played(library: Library) -> None:
    bench, _ = on_bench(library)
    assert bench.preview is not None
    bench = bench.with_preview(say(bench.preview, "name-it"))
    write(library.root, FILE, changed(*BROKEN))
    broken, note = on_bench(library, bench)
    assert broken.open is not None
    assert broken.open.scenario is None
    assert "sortign" in broken.open.why_not
    assert (broken.preview, note) == (bench.preview, "")
    write(library.root, FILE, changed("So what happens now?", "And now?"))
    mended, note = on_bench(library, broken)
    assert mended.preview is not None
    assert (mended.preview.way, note) == (("name-it",), "")
    assert mended.preview.scenario.turns["what-now"].customer == "And now?"


def test_another_scenario_takes_nothing_over(library: Library) -> None:
    bench, _ = on_bench(library)
    assert bench.preview is not None
    bench = bench.with_preview(say(bench.preview, "name-it")).with_coverage(covered(opened(library, LINE)))
    other, _ = bench.after_reading(opened(library, ScenarioId("other")))
    assert other.preview is not None
    assert (other.preview.way, other.preview.scenario.title, other.coverage) == ((), "Another line", None)


def test_a_scenario_that_was_never_sound_shows_nothing_yet(library: Library) -> None:
    write(library.root, FILE, "turns: [")
    bench, _ = on_bench(library)
    assert bench.preview is None
    assert covered(opened(library, LINE)) is None


def test_a_scenario_whose_folder_goes_is_as_one_that_broke(library: Library) -> None:
    bench, _ = on_bench(library)
    (library.root / FILE).unlink()
    gone, _ = on_bench(library, bench)
    assert gone.open is not None
    assert gone.open.scenario is None
    assert gone.preview == bench.preview


def test_walks_are_compared_with_what_can_be_chosen(library: Library) -> None:
    coverage = covered(opened(library, LINE))
    assert coverage is not None
    assert coverage.covered == {("opening", "name-it"), ("what-now", "sum-up")}
    assert coverage.total == 5


def test_looking_at_one_scenario_leaves_the_others_as_they_were(library: Library) -> None:
    write(library.root, "scenarios/other/scenario.yaml", "format: 1\n")
    before = all_checked(library)
    assert errors(library, before, "scenarios/other") > 0
    assert errors(library, before, "scenarios/line") == 0
    write(library.root, FILE, changed(*BROKEN))
    after = checked(library, before, LINE)
    assert errors(library, after, "scenarios/other") == errors(library, before, "scenarios/other")
    assert errors(library, after, "scenarios/line") > 0
    write(library.root, FILE, changed())
    assert errors(library, checked(library, after, LINE), "scenarios/line") == 0


def test_what_is_told_by_all_scenarios_together_is_not_lost_by_looking_at_one(library: Library) -> None:
    file = library.root / FILE
    together, alone = (
        Placed(file=str(file), line=1, column=1, code=code, message="x") for code in (OF_LIBRARIES[0].code, "SIM999")
    )
    after = checked(library, Found(by_file={file: (together, alone)}), LINE)
    assert together in after.by_file[file]
    assert alone not in after.by_file[file]


def test_a_broken_walk_is_counted_in_its_scenario_and_by_itself(library: Library) -> None:
    write(library.root, "scenarios/line/walks/best.yaml", WALK.replace("calm", "gone"))
    bench, _ = on_bench(library)
    rows = file_rows(library, bench.with_found(all_checked(library)))
    counts = {row.name: row.count.errors for row in rows}
    assert [row.name for row in rows] == ["line", "best", "empathy", "readiness", "other"]
    assert (counts["line"], counts["best"], counts["other"]) == (1, 1, 0)
    assert [row.name for row in rows if row.open] == ["line"]


def test_problems_of_the_open_scenario_come_first_and_the_gravest_of_them_before_others(library: Library) -> None:
    write(library.root, FILE, changed(*BROKEN))
    write(library.root, "scenarios/other/scenario.yaml", "format: 1\n")
    write(library.root, "rubrics/empathy.yaml", RUBRIC.replace("format: 1", "format: 2"))
    found = all_checked(library)
    problems = listed(library, found, LINE, notes=True)
    own = [problem for problem in problems if "scenarios/line/" in problem.file]
    assert own
    assert list(problems[: len(own)]) == own
    ranks = [list(Severity).index(problem.severity) for problem in own]
    assert ranks == sorted(ranks)
    assert {problem.severity for problem in listed(library, found, LINE, notes=False)} <= {"error", "warning"}


def test_without_problems_nothing_is_counted(library: Library) -> None:
    assert NOTHING.count([library.root]) == Count(errors=0, warnings=0)


def test_a_turn_is_found_in_its_file(library: Library) -> None:
    lines = changed().splitlines()
    for place in ("opening", "what-now", "calm"):
        assert lines[line_of(library, LINE, place) - 1].startswith(f"  {place}:")
    assert line_of(library, LINE, "nowhere") == 1
    write(library.root, FILE, "turns: [")
    assert line_of(library, LINE, "opening") == 1


def test_what_was_written_made_or_taken_away_is_noticed(library: Library) -> None:
    before = stamps(library.root)
    assert touched(before, stamps(library.root)) == frozenset()
    write(library.root, FILE, changed("So what", "And what"))
    write(library.root, "scenarios/line/walks/new.yaml", WALK)
    (library.root / "rubrics/empathy.yaml").unlink()
    write(library.root, "scenarios/line/notes.txt", "Nothing of ours.")
    assert touched(before, stamps(library.root)) == {
        library.root / FILE,
        library.root / "scenarios/line/walks/new.yaml",
        library.root / "rubrics/empathy.yaml",
    }


def test_a_file_put_in_the_place_of_another_is_noticed_even_with_its_time_and_size(library: Library) -> None:
    """Many editors write a new file and move it over the old one."""
    import os

    file = library.root / FILE
    before, status = stamps(library.root), file.stat()
    draft = file.with_name("draft")
    draft.write_text(file.read_text(), encoding="utf-8")
    os.utime(draft, ns=(status.st_atime_ns, status.st_mtime_ns))
    draft.replace(file)
    assert touched(before, stamps(library.root)) == {file}


def test_a_library_that_goes_away_has_no_files(tmp_path: Path) -> None:
    assert stamps(tmp_path / "gone") == {}


def test_files_know_their_scenario(library: Library) -> None:
    root = library.root
    assert scenario_of(root, root / "scenarios/line/walks/best.yaml") == "line"
    assert scenario_of(root, root / FILE) == "line"
    assert scenario_of(root, root / "rubrics/empathy.yaml") is None
    assert scenario_of(root, Path("/elsewhere/scenarios/line/scenario.yaml")) is None
