"""Whatever stands in a file or a name, a report's page keeps its shape: hostile text stays text."""

from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from reports import samples
from reports.hostile import HOSTILE, shown
from reports.samples import Dress, before

from simulator.domain.sinks import for_terminal
from simulator.reports.render import View, render

Attributes = tuple[tuple[str, str | None], ...]


class Shape(HTMLParser):
    """The tags of a page with all their attributes, and apart from them its text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, Attributes]] = []
        self.words: list[str] = []
        self.others: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}", ()))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_decl(self, decl: str) -> None:
        self.others.append(decl)

    def handle_pi(self, data: str) -> None:
        self.others.append(data)

    def unknown_decl(self, data: str) -> None:
        self.others.append(data)


def _person(make: Callable[..., samples.Person]) -> Callable[[Dress], View]:
    return lambda dress: make(dress=dress).report(unreadable=2)


VIEWS: dict[str, Callable[[Dress], View]] = {
    **{make.__name__: _person(make) for make in samples.PEOPLE},
    "team": samples.team,
}


@pytest.mark.parametrize("name", VIEWS)
def test_hostile_text_in_every_field_leaves_every_tag_and_attribute_as_it_was(name: str) -> None:
    calm = Shape(render(VIEWS[name](before("calm")), "html"))
    for evil in HOSTILE:
        shape = Shape(render(VIEWS[name](before(evil)), "html"))
        assert shape.tags == calm.tags, evil
        assert shape.others == calm.others, evil


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_text_is_still_there_to_be_read_letter_for_letter(evil: str) -> None:
    page = Shape(render(VIEWS["blocked"](before(evil)), "html"))
    for text in ("Jonas Bergström", "Helen Marsh", "Overpromise", "A discount in writing", "Empathy"):
        assert shown(f"{evil}{text}") in "".join(page.words), text


@pytest.mark.parametrize("name", VIEWS)
def test_no_control_or_direction_character_reaches_a_page(name: str) -> None:
    page = render(VIEWS[name](before("".join(HOSTILE))), "html")
    assert for_terminal(page, lines=True) == page


@pytest.mark.parametrize("name", VIEWS)
def test_a_page_forbids_scripts_and_every_fetch_and_holds_none(name: str) -> None:
    page = render(VIEWS[name](samples.as_is), "html")
    shape = Shape(page)
    (policy,) = (dict(attrs)["content"] or "" for _, attrs in shape.tags if dict(attrs).get("http-equiv") is not None)
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:;")
    assert {tag for tag, _ in shape.tags}.isdisjoint({"script", "iframe", "object", "embed", "form", "img", "a"})
    fetched = [value for _, attrs in shape.tags for key, value in attrs if key in {"src", "href", "action"}]
    assert fetched == ["data:,"]
    assert "url(" not in page
    assert "@import" not in page
    assert not [key for _, attrs in shape.tags for key, _ in attrs if key.startswith("on")]


@pytest.mark.parametrize("name", VIEWS)
def test_a_page_is_one_that_a_screen_reader_can_walk(name: str) -> None:
    """One first heading, no heading level skipped, tables with captions, header cells with a scope."""
    tags = Shape(render(VIEWS[name](samples.as_is), "html")).tags
    names = [tag for tag, _ in tags]
    levels = [int(tag[1]) for tag in names if tag in {"h1", "h2", "h3"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(deeper - shallower <= 1 for shallower, deeper in pairwise(levels))
    assert names.count("table") == names.count("caption")
    assert all("scope" in dict(attrs) for tag, attrs in tags if tag == "th")
    assert all(dict(attrs).get("aria-label") for tag, attrs in tags if tag == "svg")
    assert ("html", (("lang", "en"),)) in tags
    ids = [dict(attrs)["id"] for _, attrs in tags if "id" in dict(attrs)]
    assert len(ids) == len(set(ids))
    assert {dict(attrs)["aria-labelledby"] for _, attrs in tags if "aria-labelledby" in dict(attrs)} <= set(ids)


@pytest.mark.parametrize("name", VIEWS)
def test_every_tag_is_closed_in_its_turn(name: str) -> None:
    standing: list[str] = []
    for tag, _ in Shape(render(VIEWS[name](samples.as_is), "html")).tags:
        if tag.startswith("/"):
            assert standing.pop() == tag[1:]
        elif tag not in {"meta", "link"}:
            standing.append(tag)
    assert standing == []
