"""From the workbench into the author's own editor, and back."""

from pathlib import Path

import pytest
from tui.bench_stage import fake_editor, on_bench, told
from usecases.workshop import FILE, SCENARIO, changed, library_in, write

SLIP = changed("to: sorting", "to: sortign")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return library_in(tmp_path / "library").root


def line_of(words: str, text: str = SCENARIO) -> int:
    """The line on which some words stand."""
    return next(number for number, line in enumerate(text.splitlines(), 1) if words in line)


async def test_e_opens_the_turn_on_show(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noted = fake_editor(tmp_path, monkeypatch)
    async with on_bench(folder) as bench:
        await bench.press("1", "e")
        assert told(noted) == [f"+{line_of('  what-now:')}", str(folder / FILE)]
        await bench.press("1", "e")
        assert told(noted) == [f"+{line_of('  calm:')}", str(folder / FILE)]
        assert bench.place == "calm"


async def test_enter_on_a_problem_jumps_to_its_line(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = fake_editor(tmp_path, monkeypatch, "-u", "NONE")
    async with on_bench(folder) as bench:
        await bench.save(SLIP)
        await bench.press("tab", "down", "enter")
        second = [number for number, line in enumerate(SLIP.splitlines(), 1) if "sortign" in line][1]
        assert told(noted) == ["-u", "NONE", f"+{second}", str(folder / FILE)]
        await bench.press("up", "e")
        assert told(noted)[2] == f"+{line_of('sortign', SLIP)}"


async def test_a_rubric_opens_from_the_files(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noted = fake_editor(tmp_path, monkeypatch)
    async with on_bench(folder) as bench:
        await bench.press("tab", "tab", "down", "down", "enter")
        assert told(noted) == ["+1", str(folder / "rubrics/empathy.yaml")]


async def test_what_was_saved_in_the_editor_shows_on_coming_back(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    does = "file = sys.argv[-1]; text = open(file).read(); open(file, 'w').write(text.replace('twice', 'thrice'))"
    fake_editor(tmp_path, monkeypatch, does=does)
    async with on_bench(folder) as bench:
        await bench.press("e")
        assert "thrice about" in bench.talk


async def test_an_editor_with_a_window_of_its_own_is_not_waited_for(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = fake_editor(tmp_path, monkeypatch)
    (tmp_path / "vim").rename(tmp_path / "code")
    monkeypatch.setenv("EDITOR", f"{tmp_path / 'code'} --wait")
    async with on_bench(folder) as bench:
        await bench.press("e")
        assert "what you save shows here" in bench.note
        for _ in range(200):
            await bench.pilot.pause(0.02)
            if noted.exists() and noted.stat().st_size:
                break
        assert told(noted) == ["--wait", "-g", f"{folder / FILE}:{line_of('  opening:')}:1"]


async def test_without_an_editor_the_variable_to_set_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    async with on_bench(folder) as bench:
        await bench.press("e")
        assert bench.note == "No editor is set: set VISUAL or EDITOR to yours, such as EDITOR=nano."


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        ("/nowhere/vim", "/nowhere/vim cannot be started: no such file or directory."),
        ("false", "false ended with 1."),
        ("/nowhere/code", "/nowhere/code cannot be started"),
    ],
)
async def test_an_editor_that_fails_says_so_and_nothing_is_lost(
    folder: Path, monkeypatch: pytest.MonkeyPatch, editor: str, said: str
) -> None:
    monkeypatch.setenv("VISUAL", editor)
    async with on_bench(folder) as bench:
        await bench.press("1", "e")
        assert said in bench.note
        assert bench.way == ("name-it",)


async def test_a_file_that_nobody_can_read_opens_at_its_first_line(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = fake_editor(tmp_path, monkeypatch)
    write(folder, FILE, "turns: [")
    async with on_bench(folder) as bench:
        await bench.press("e")
        assert told(noted) == ["+1", str(folder / FILE)]
