"""Markdown reports read back, by a real reader, exactly as they were meant: hostile text stays text."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from reports import samples
from reports.hostile import HOSTILE, shown
from reports.samples import Dress, before

from simulator.reports.markdown import escaped
from simulator.reports.render import View, render
from simulator.reports.wording import on_one_line


def _reader() -> MarkdownIt:
    """Build a reader of GitHub's dialect that links whatever has a scheme or a www by itself."""
    reader = MarkdownIt("gfm-like")
    assert reader.linkify is not None
    # A bare host name is a link in no widespread dialect: escaping each dot would hurt every reader instead.
    reader.linkify.set({"fuzzy_link": False})  # pyright: ignore[reportUnknownMemberType]  # it ships no types
    return reader


READER = _reader()


def _shape(markdown: str) -> list[str]:
    """Name every block and every inline element, in order; running text is left out."""
    return [
        f"{token.type} {token.tag}"
        for block in READER.parse(markdown)
        for token in (block, *(block.children or []))
        if token.type not in {"text", "text_special"}
    ]


def _words(tokens: list[Token]) -> str:
    return "".join(token.content for token in tokens if token.type in {"text", "text_special"})


def _blocked(dress: Dress) -> View:
    return samples.blocked(dress=dress).report()


@pytest.mark.parametrize("make", [_blocked, samples.team])
@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_text_in_every_field_changes_no_block_and_no_span(make: Callable[[Dress], View], evil: str) -> None:
    calm = render(make(before("calm")), "md")
    hostile = render(make(before(evil)), "md")
    assert _shape(hostile) == _shape(calm)


@pytest.mark.parametrize("evil", HOSTILE)
def test_each_hostile_text_reads_back_letter_for_letter(evil: str) -> None:
    (_, inline, _) = READER.parse(escaped(f"{evil}."))
    assert _words(inline.children or []) == shown(f"{evil}.")


@given(st.text())
def test_any_text_at_all_is_one_paragraph_of_plain_text(text: str) -> None:
    tokens = READER.parse(escaped(text))
    assert [token.type for token in tokens] in (["paragraph_open", "inline", "paragraph_close"], [])
    words = _words([child for token in tokens for child in token.children or []])
    # Readers drop white space of any kind at a paragraph's ends.
    assert words == on_one_line(text).strip()


@given(st.text(alphabet="ab1 #*_-+=>|`~[]()<>!&;:/.@$^\\\n\t", max_size=40))
def test_any_mixture_of_markup_is_one_paragraph_of_plain_text(text: str) -> None:
    tokens = READER.parse(escaped(text))
    assert [token.type for token in tokens] in (["paragraph_open", "inline", "paragraph_close"], [])
    words = _words([child for token in tokens for child in token.children or []])
    # Readers drop white space of any kind at a paragraph's ends.
    assert words == on_one_line(text).strip()


def test_ordinary_speech_is_left_as_easy_to_read_as_it_was() -> None:
    line = "It's Thursday. You said 3.5 (not 4), didn't you? Well - no!"
    assert escaped(line) == line
    assert escaped("2027-01-28, unless") == "2027-01-28, unless"
