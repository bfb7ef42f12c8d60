"""Text from files cannot crash the workbench nor drive the terminal, wherever it is shown."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tui.bench_stage import Bench, on_bench
from tui.stage import LARGE, SMALL
from tui.test_hostile_text import HOSTILE, shown_safely
from usecases.workshop import FILE, SCENARIO, WALK, changed, library_in, write

WALK_FILE = "scenarios/line/walks/best.yaml"
SPOKEN = changed(
    "title: The line is down", 'title: "The line is down"',
    "name: Ada Byron", 'name: "Ada Byron"',
    "mood: cool", 'mood: "cool"',
    "cue: She counts the calls.", 'cue: "She counts the calls."',
    "why: Names what it cost her before anything else.", 'why: "Names what it cost her."',
)  # fmt: skip
"""The scenario with every text that is shown in quotes."""


def quoted(text: str) -> str:
    """A text as YAML: no JSON's halves of characters, and no placeholder that nobody knows."""
    return f'"{"".join(c if ord(c) > 0xFFFF else json.dumps(c)[1:-1] for c in text.replace("{0}", "0"))}"'


def in_every_text(text: str) -> str:
    """The scenario with hostile words at the end of every text in quotes."""
    return SPOKEN.replace('",', f"{quoted(text)[1:]},").replace('"\n', f"{quoted(text)[1:]}\n")


def in_names(text: str) -> Iterator[tuple[str, str]]:
    """Files in which hostile words stand where a name is looked up, so that lint reads them out."""
    yield FILE, SCENARIO.replace("to: calm", f"to: {quoted(text)}")
    yield FILE, SCENARIO.replace("when: knows_why\n", f"when: {quoted(text)}\n")
    yield FILE, SCENARIO.replace("false-claim", quoted(text))
    yield FILE, SCENARIO.replace("briefing:", f"{quoted(text)}:")
    yield FILE, text
    yield FILE, SCENARIO
    yield WALK_FILE, WALK.replace("sum-up", quoted(text)).replace("The best way through.", quoted(text))


async def go_everywhere(bench: Bench) -> None:
    """Go through panes and screens; nothing may be shown that a terminal would take for an order."""
    for key in (
        "1",
        "3",
        "2",
        "u",
        "n",
        "tab",
        "down",
        "x",
        "q",
        "tab",
        "down",
        "enter",
        "g",
        "o",
        "tab",
        "escape",
        "r",
    ):
        await bench.press(key)
        shown_safely(bench)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_no_text_of_a_conversation_spoils_the_workbench(text: str, tmp_path: Path) -> None:
    library_in(tmp_path)
    write(tmp_path, FILE, in_every_text(f" {text}"))
    for size in (SMALL, LARGE):
        async with on_bench(tmp_path, size=size) as bench:
            assert bench.place == "opening", "it can be played"
            shown_safely(bench)
            await go_everywhere(bench)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_no_name_in_a_file_spoils_the_workbench(text: str, tmp_path: Path) -> None:
    library_in(tmp_path)
    async with on_bench(tmp_path) as bench:
        await bench.press("1")
        for file, slip in in_names(text):
            await bench.save(slip, file)
            shown_safely(bench)
            await bench.press("x")
            shown_safely(bench)
            await bench.press("q") if bench.app.page is None else None
        await go_everywhere(bench)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_nothing_typed_spoils_the_workbench(text: str, tmp_path: Path) -> None:
    library_in(tmp_path)
    async with on_bench(tmp_path) as bench:
        await bench.press("g")
        bench.app.screen.query_one("Entry").value = text  # type: ignore[attr-defined]
        await bench.settle()
        shown_safely(bench)
        await bench.press("enter")
        shown_safely(bench)
