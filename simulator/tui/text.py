"""The only way text reaches Textual: as `Content`, never as markup, with nothing invisible in it.

Textual's and Rich's `escape` are not a fix: `[/` still crashes many widgets. So nothing is escaped here; it is never
parsed. A test on the syntax tree holds that no other module of the app builds text widgets in another way.
"""

import re
from collections.abc import Iterable, Iterator

from textual.content import Content
from textual.widgets import Static

from simulator.domain.sinks import for_terminal

Part = str | Content | tuple[str, str]
"""Some text; or text with a style, such as `("Dana", "bold $customer")`."""


def shown(text: str, style: str = "") -> Content:
    """Return any text as one harmless line."""
    visible = for_terminal(re.sub(r"[ \t\r\n]*[\t\r\n][ \t\r\n]*", " ", text))
    return Content.styled(visible, style) if style else Content(visible)


def prose(text: str, style: str = "") -> Content:
    """Return any text as harmless paragraphs: line breaks within one are the reader's, but for those of a list."""
    paragraphs = [part for part in re.split(r"\n[ \t]*\n", text) if part.strip()]
    return Content("\n\n").join(_paragraph(part.strip(), style) for part in paragraphs)


def passages(text: str) -> Iterator[tuple[str, str]]:
    """Yield a text's paragraphs and the items of its lists, each as its lead and its words.

    An item's lead is its dash, a paragraph has none; between paragraphs comes one without words.
    """
    for number, part in enumerate(part for part in re.split(r"\n[ \t]*\n", text) if part.strip()):
        if number:
            yield "", ""
        for item in re.split(r"\n(?=[ \t]*[-*•] )", part.strip()):
            found = re.match(r"[ \t]*([-*•]) +", item)
            yield (f"{found[1]} ", item[found.end() :]) if found else ("", item)


def _paragraph(text: str, style: str) -> Content:
    return Content("\n").join(shown(item, style) for item in re.split(r"\n(?=[ \t]*[-*•] )", text))


def line(*parts: Part) -> Content:
    """Put parts into one line."""
    return Content("").join(_content(part) for part in parts)


def lines(*parts: Part) -> Content:
    """Put parts below each other, leaving out empty ones."""
    return Content("\n").join(content for content in map(_content, parts) if content)


def hanging(lead: Content, body: Content, width: int) -> Content:
    """Set text beside a lead such as a name or a number, wrapped so that every line begins below the first."""
    indent = lead.cell_length
    wrapped: Iterable[Content] = body.wrap(max(width - indent, 8)) if body else [body]
    first, *rest = wrapped
    return Content("\n").join([lead + first, *(part.pad_left(indent) for part in rest)])


def opposite(left: Content, right: Content, width: int) -> Content:
    """Set two texts against both edges of one line; where they do not fit, one below the other."""
    if not right:
        return left
    gap = width - left.cell_length - right.cell_length
    return left.pad_right(gap) + right if gap > 1 else Content("\n").join([left, right])


def _content(part: Part) -> Content:
    if isinstance(part, Content):
        return part
    return shown(part) if isinstance(part, str) else shown(*part)


class Words(Static):
    """Text on the screen."""

    def __init__(self, words: Content | None = None, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(words or Content(""), markup=False, id=id, classes=classes)

    def say(self, words: Content) -> None:
        """Show other words."""
        self.update(words)

    def say_if_any(self, words: Content) -> None:
        """Show other words; where there are none, take no room."""
        self.update(words)
        self.display = bool(words)
