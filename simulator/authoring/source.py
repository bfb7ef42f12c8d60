"""A YAML text as a tree with line marks, read from parser events and nothing else.

No node is composed and no object constructed: fifty thousand brackets crash the C composer, and merge
keys and tags belong to the constructor.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from simulator.authoring.building import Builder, Mark, Stop, Tree, mark_of
from simulator.authoring.yaml_words import in_our_words
from simulator.domain.problem import Path, Placed

if TYPE_CHECKING:
    import yaml

MAX_MISTAKES: Final = 100
"""Mistakes looked for in one file; nobody mends more at once, and finding millions would take minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file's tree, and where each part of it stands."""

    file: str
    text: str
    tree: Tree
    values: Mapping[Path, Mark]
    """Where each value begins."""
    keys: Mapping[Path, Mark]
    """Where each key begins."""
    quoted: frozenset[Path]
    """Texts that begin with a quote."""
    blocks: frozenset[Path]
    """Texts that stand on the lines below their mark."""
    spans: tuple[tuple[Mark, Mark], ...]
    """Where each quoted text and each text on lines of its own begins and ends: what looks like a comment there is
    none."""

    def mark(self, path: Path, *, at_key: bool = False) -> Mark:
        """Return the place of a path, or of the nearest part above it that stands in the file."""
        for end in range(len(path), -1, -1):
            found = (self.keys if at_key else self.values).get(path[:end]) or self.values.get(path[:end])
            if found:
                return found
        return (1, 1)


def read_source(text: str, shown: str) -> Source | tuple[Placed, ...]:
    """Read a YAML text into a tree with marks, or say all that keeps it from being read."""
    import yaml

    builder = Builder(shown)
    try:
        for event in _events(text):
            _take(builder, event)
            if len(builder.problems) > MAX_MISTAKES:
                break
    except Stop as stop:
        builder.place(stop.mark, stop.code, stop.message, stop.hint)
    except yaml.YAMLError as problem:
        place, message, hint = in_our_words(problem, text, builder.opened())
        if builder.long_quote is not None and builder.long_quote[1] == place[0]:
            # The quote that should have ended it was taken for its opening: people look where theirs began.
            place, message, hint = builder.long_quote[0], "this quote is never closed", "add the closing quote"
        builder.place(place, "SIM004", message, hint)
    if builder.problems:
        return tuple(builder.problems)
    if not isinstance(builder.root, dict):
        builder.place((1, 1), "SIM009", "this file holds no named values", "begin with: format: 1")
        return tuple(builder.problems)
    return Source(
        file=shown,
        text=text,
        tree=builder.root,
        values=builder.values,
        keys=builder.keys,
        quoted=frozenset(builder.quoted),
        blocks=frozenset(builder.blocks),
        spans=tuple(builder.spans),
    )


def _events(text: str) -> "Iterator[yaml.Event]":
    """Parse with libyaml where PyYAML has it, which is several times faster."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    parse = cast("Callable[..., Iterator[yaml.Event]]", yaml.parse)  # pyright: ignore[reportUnknownMemberType]
    return parse(text, Loader=loader)


def _take(builder: Builder, event: "yaml.Event") -> None:
    import yaml

    match event:
        case yaml.ScalarEvent():
            _refuse_extras(event)
            builder.scalar(event)
        case yaml.MappingStartEvent():
            _refuse_extras(event)
            builder.open({}, mark_of(event))
        case yaml.SequenceStartEvent():
            _refuse_extras(event)
            builder.open([], mark_of(event))
        case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
            builder.stack.pop()
        case yaml.AliasEvent():
            raise Stop(mark_of(event), "SIM006", "aliases (*) are not read here", "write the value out, or quote it")
        case yaml.DocumentStartEvent():
            if builder.started:
                raise Stop(mark_of(event), "SIM006", "a second document begins here", "keep one document a file")
            builder.started = True
        case _:
            pass


def _refuse_extras(event: "yaml.ScalarEvent | yaml.CollectionStartEvent") -> None:
    if event.anchor is not None:
        raise Stop(mark_of(event), "SIM006", "anchors (&) are not read here", "write the value out, or quote it")
    if event.tag is not None:
        raise Stop(mark_of(event), "SIM006", "tags (!) are not read here", "leave the tag out, or quote the text")
