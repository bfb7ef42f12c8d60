"""The tree of a YAML text, put together from events one after another, with the place of every part.

The stack is our own, so depth, number and length are bounded before anything is built.
"""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from simulator.domain.problem import Path, Placed

if TYPE_CHECKING:
    import yaml

Tree = dict[str, "Tree"] | list["Tree"] | str | int | float | bool | None
"""What a file holds, once its YAML is read."""

Mark = tuple[int, int]
"""Line and column, from 1."""

MAX_DEPTH: Final = 32
MAX_VALUES: Final = 100_000
MAX_TEXT: Final = 20_000

_WHOLE: Final = re.compile(r"[+-]?(0|[1-9][0-9]{0,14})")
_DECIMAL: Final = re.compile(r"[+-]?[0-9]{1,15}\.[0-9]{1,15}")
_ENDLESS: Final = re.compile(r"[+-]?[0-9]{16,}(\.[0-9]*)?")
_HALF: Final = re.compile("[\ud800-\udfff]")
_NOTHING: Final = frozenset({"", "~", "null"})


class Stop(Exception):
    """The text goes beyond a bound; carries the place and the words."""

    def __init__(self, mark: Mark, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.mark, self.code, self.message, self.hint = mark, code, message, hint


@dataclass(slots=True)
class _Open:
    """A list or map whose end has not come yet."""

    path: Path
    into: "dict[str, Tree] | list[Tree]"
    key: str | None = None
    """In a map: the key whose value comes next."""


@dataclass(slots=True)
class Builder:
    """Builds the tree from events, one after another."""

    file: str
    root: Tree = None
    started: bool = False
    stack: list[_Open] = field(default_factory=list[_Open])
    values: dict[Path, Mark] = field(default_factory=dict[Path, Mark])
    keys: dict[Path, Mark] = field(default_factory=dict[Path, Mark])
    quoted: set[Path] = field(default_factory=set[Path])
    blocks: set[Path] = field(default_factory=set[Path])
    spans: list[tuple[Mark, Mark]] = field(default_factory=list[tuple[Mark, Mark]])
    problems: list[Placed] = field(default_factory=list[Placed])
    long_quote: tuple[Mark, int] | None = None
    """Where the latest quoted text of several lines begins, and the line on which it ends."""

    def place(self, mark: Mark, code: str, message: str, hint: str) -> None:
        """Note a problem."""
        line, column = mark
        self.problems.append(Placed(file=self.file, line=line, column=column, code=code, message=message, hint=hint))

    def opened(self) -> Mark | None:
        """Return where the innermost list or map without its end began."""
        return self.values[self.stack[-1].path] if self.stack else None

    def path(self) -> Path:
        """Return the path of the value that comes next."""
        if not self.stack:
            return ()
        top = self.stack[-1]
        return (*top.path, top.key or "") if isinstance(top.into, dict) else (*top.path, len(top.into))

    def put(self, value: Tree, mark: Mark) -> None:
        """Set the next value in its place."""
        self.values[self.path()] = mark
        if len(self.values) > MAX_VALUES:
            raise Stop(mark, "SIM005", f"this file holds more than {MAX_VALUES:,} values", "split it up")
        if not self.stack:
            self.root = value
            return
        top = self.stack[-1]
        if isinstance(top.into, list):
            top.into.append(value)
        elif top.key is not None:
            top.into.setdefault(top.key, value)
            top.key = None

    def open(self, into: "dict[str, Tree] | list[Tree]", mark: Mark) -> None:
        """Begin a list or a map."""
        if self._wants_key():
            raise Stop(mark, "SIM006", "a name was expected here, not a list or a group", "write a plain word")
        if len(self.stack) >= MAX_DEPTH:
            raise Stop(mark, "SIM005", f"this is nested more than {MAX_DEPTH} levels deep", "flatten it")
        path = self.path()
        self.put(into, mark)
        self.stack.append(_Open(path, into))

    def scalar(self, event: "yaml.ScalarEvent") -> None:
        """Take a key or a value."""
        mark = mark_of(event)
        if len(event.value) > MAX_TEXT:
            raise Stop(mark, "SIM005", f"this text is longer than {MAX_TEXT:,} characters", "shorten it")
        # The pure parser takes an escape for one half of a pair; nothing could write it down again.
        if not event.value.isascii() and (half := _HALF.search(event.value)):
            name = f"U+{ord(half.group()):04X}"
            self.place(mark, "SIM003", f"an escape here makes half a character ({name})", "delete it")
        self._note_quote(event, mark)
        if event.style and "#" in event.value and event.end_mark is not None:
            self.spans.append((mark, (event.end_mark.line + 1, event.end_mark.column + 1)))
        if self._wants_key():
            self._key(event.value, mark, plain=not event.style)
            return
        if event.style in {"'", '"'}:
            self.quoted.add(self.path())
        elif event.style:
            self.blocks.add(self.path())
        self.put(event.value if event.style else self._plain(event.value, mark), mark)

    def _note_quote(self, event: "yaml.ScalarEvent", mark: Mark) -> None:
        """Remember quotes over several lines: one of them may lack its end."""
        if event.style in {"'", '"'} and event.end_mark is not None and event.end_mark.line + 1 > mark[0]:
            self.long_quote = (mark, event.end_mark.line + 1)

    def _wants_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].into, dict) and self.stack[-1].key is None

    def _key(self, name: str, mark: Mark, *, plain: bool) -> None:
        top = self.stack[-1]
        assert isinstance(top.into, dict), "only maps want keys"
        if plain and name == "<<":
            raise Stop(mark, "SIM006", "merge keys (<<) are not read here", "write the lines out")
        if name in top.into:
            first = self.keys[(*top.path, name)][0]
            self.place(mark, "SIM007", f'"{name[:60]}" is given twice', f"it was first given on line {first}")
        else:
            self.keys[(*top.path, name)] = mark
        top.key = name

    def _plain(self, text: str, mark: Mark) -> Tree:
        """Give a plain word its kind: truth value, number, nothing, or text."""
        if text in {"true", "false"}:
            return text == "true"
        if text in _NOTHING:
            return None
        if _WHOLE.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return float(text)
        if _ENDLESS.fullmatch(text):
            self.place(mark, "SIM008", "this number is too long", "put quotes around it if it is meant as text")
        return text


def mark_of(event: "yaml.Event") -> Mark:
    """Return where an event begins."""
    assert event.start_mark is not None, "parsed events carry their marks"
    return (event.start_mark.line + 1, event.start_mark.column + 1)
