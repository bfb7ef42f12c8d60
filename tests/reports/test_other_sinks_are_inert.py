"""Terminal text, JSON and CSV carry hostile text without letting it act."""

import csv
import io
import json
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import samples
from reports.hostile import HOSTILE
from reports.samples import Dress, before

from simulator.reports.render import FORMATS, View, render
from simulator.reports.terminal import COLUMNS, width, wrapped
from simulator.reports.wording import on_one_line


def _report(dress: Dress) -> View:
    return samples.blocked(dress=dress).report(unreadable=1)


MAKERS: tuple[Callable[[Dress], View], ...] = (_report, samples.team)


def _harmful(text: str) -> set[str]:
    """Find what drives terminals or reorders lines, by Unicode's own classes rather than by our list."""
    return {
        letter
        for letter in text
        if letter != "\n"
        and (
            unicodedata.category(letter) in {"Cc", "Cs"}
            or unicodedata.bidirectional(letter) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
        )
    }


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("form", FORMATS)
def test_no_form_holds_a_character_that_could_drive_a_terminal(make: Callable[[Dress], View], form: str) -> None:
    for evil in HOSTILE:
        assert _harmful(render(make(before(evil)), form)) == set(), evil


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("evil", HOSTILE)
def test_terminal_text_keeps_to_80_columns(make: Callable[[Dress], View], evil: str) -> None:
    page = render(make(before(evil)), "text")
    assert max(map(width, page.split("\n"))) <= COLUMNS


@given(st.text(), st.sampled_from(["", "- ", "    "]))
def test_wrapping_loses_no_letter_and_keeps_to_the_width(text: str, opening: str) -> None:
    lines = wrapped(text, first=opening, rest=opening)
    assert all(width(line) <= COLUMNS for line in lines)
    kept = "".join(line.removeprefix(opening.rstrip()) for line in lines)
    assert kept.replace(" ", "") == on_one_line(text).replace(" ", "")


def test_wide_letters_count_as_the_two_columns_they_take() -> None:
    assert width("日本") == 4
    assert all(width(line) <= COLUMNS for line in wrapped("日" * 100))


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("evil", HOSTILE)
def test_json_is_plain_ascii_and_gives_back_every_letter(make: Callable[[Dress], View], evil: str) -> None:
    page = render(make(before(evil)), "json")
    assert page.isascii()
    tree = json.loads(page)
    name = tree["rep"]["name"] if tree["report"] == "readiness" else tree["reps"][0]["name"]
    assert name.startswith(evil)


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("evil", HOSTILE)
def test_no_csv_cell_begins_like_a_formula(make: Callable[[Dress], View], evil: str) -> None:
    page = render(make(before(evil)), "csv")
    header, *rows = list(csv.reader(io.StringIO(page)))
    assert rows
    assert {len(row) for row in rows} == {len(header)}
    cells = [cell for row in (header, *rows) for cell in row]
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))]


def test_a_formula_comes_back_whole_behind_an_apostrophe() -> None:
    page = render(samples.blocked(dress=lambda text: f"=cmd|'/C calc'!A0{text}").report(), "csv")
    row = next(csv.DictReader(io.StringIO(page)))
    assert row["rep"] == "'=cmd|'/C calc'!A0Jonas Bergström"
