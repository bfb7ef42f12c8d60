"""Keep a path as a walk: the author's test, with all that the path comes to written down."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from simulator.authoring.files import read_bytes
from simulator.authoring.library import installed
from simulator.authoring.reading import read_content
from simulator.authoring.walk_text import walk_text
from simulator.authoring.writing import write_whole
from simulator.conversation.machine import Conversation, conversation_of
from simulator.domain.ids import ScenarioId, is_id
from simulator.domain.problem import Placed
from simulator.domain.sinks import for_file_name, for_terminal
from simulator.domain.walk import Walk
from simulator.lint.walked import Walked, walked
from simulator.usecases.desk import Desk
from simulator.usecases.refusal import Refused
from simulator.usecases.walking import refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A walk that was written."""

    file: str
    """As people name it."""
    walk: Walk
    changed: tuple[str, ...] | None
    """What is different from the file that stood there, which may be nothing; None where none did."""


def save_walk(
    desk: Desk, scenario_id: ScenarioId, name: str, choices: Sequence[str], *, about: str = "", force: bool = False
) -> Saved:
    """Write a walk that makes these choices; Refused where it does not end, or may not be written."""
    walk = recorded(desk, scenario_id, choices, about)
    return write_walks(desk, scenario_id, {name: walk}, force=force)[0]


def recorded(desk: Desk, scenario_id: ScenarioId, choices: Sequence[str], about: str) -> Walk:
    """Make a walk of some choices, with all that they come to; Refused where they do not come to an end."""
    _check_about(about)
    conversation = conversation_of(desk.library.scenario(scenario_id).scenario)
    way = walked(conversation, tuple(choices))
    if way.refused is not None:
        raise Refused(refusal(conversation, way))
    state = way.last.state
    if conversation.ending(way.last) is None:
        offered = ", ".join(choice.id for choice in conversation.table.offered(state))
        raise Refused(f'This walk has not ended: it stands at "{state.place}". On offer there: {offered}')
    return _walk(conversation, way, tuple(choices), about)


def _check_about(about: str) -> None:
    if for_terminal(about) != about:
        raise Refused(f"What the walk is about holds characters that nobody can see: {for_terminal(about)[:200]}")


def write_walks(desk: Desk, scenario_id: ScenarioId, walks: Mapping[str, Walk], *, force: bool) -> tuple[Saved, ...]:
    """Write walks by name; Refused, before any is written, where one may not be."""
    if installed(desk.library.root):
        raise Refused(
            "The library that came with the program is replaced when the program is: make one of your own with "
            "simulator new ID --library DIR, and name it with --library DIR."
        )
    folder = desk.library.root / "scenarios" / scenario_id / "walks"
    for name in walks:
        _check_name(name)
    files = {name: folder / f"{name}.yaml" for name in walks}
    there = [name for name, file in files.items() if file.exists() or file.is_symlink()]
    if there and not force:
        shown = desk.library.shown(files[there[0]])
        raise Refused(f"{shown} is there already: add --force to replace it.")
    before = {name: _read(desk, files[name]) for name in there}
    try:
        folder.mkdir(exist_ok=True)
        for name, walk in walks.items():
            write_whole(files[name], walk_text(walk))
    except OSError as problem:
        why = (problem.strerror or "it cannot be used").lower()
        raise Refused(
            f"{desk.library.shown(folder)} cannot be written to: {why}. "
            "Copy the library to a folder of yours, and name that with --library DIR."
        ) from problem
    return tuple(
        Saved(
            file=desk.library.shown(files[name]),
            walk=walk,
            changed=tuple(_changes(before[name], walk)) if name in before else None,
        )
        for name, walk in walks.items()
    )


def _check_name(name: str) -> None:
    if not is_id(name):
        raise Refused(
            f'"{name[:80]}" cannot be the name of a walk: use small letters, digits and -, such as '
            f"{for_file_name(name[:80])}."
        )


def _walk(conversation: Conversation, way: Walked, choices: tuple[str, ...], about: str) -> Walk:
    scenario = conversation.scenario
    return Walk(
        format=1,
        about=about,
        choices=choices,
        ending=way.last.state.place,
        shows={skill: way.levels[skill] for skill in scenario.skills if skill in way.levels},
        feelings=dict(conversation.feelings(way.last)),
        facts=tuple(sorted(conversation.table.known(way.last.state))),
        critical=way.critical,
    )


def _read(desk: Desk, file: Path) -> Walk | None:
    """Read the walk that is to be replaced; None where it cannot be read."""
    content = read_bytes(file, desk.library.shown(file))
    if isinstance(content, Placed):
        return None
    value = read_content("walk", content, desk.library.shown(file)).value
    return value if isinstance(value, Walk) else None


def _changes(old: Walk | None, new: Walk) -> Iterator[str]:
    """Say what is different, part by part."""
    if old is None:
        yield "what stood there could not be read as a walk"
        return
    if old.choices != new.choices:
        pairs = zip(old.choices, new.choices, strict=False)
        same = next((at for at, (was, now) in enumerate(pairs) if was != now), min(len(old.choices), len(new.choices)))
        yield f"choices: {len(old.choices)} before, {len(new.choices)} now, different from number {same + 1} on"
    for part in ("about", "ending", "shows", "feelings", "facts", "critical"):
        was, now = _said(getattr(old, part)), _said(getattr(new, part))
        if was != now:
            yield f"{part}: {was} before, {now} now"


def _said(value: object) -> str:
    """Write one part of a walk in short."""
    match value:
        case Mapping():
            named = cast("Mapping[object, object]", value)
            return ", ".join(sorted(f"{name} {_said(part)}" for name, part in named.items())) or "nothing"
        case tuple():
            return " ".join(map(_said, cast("Sequence[object]", value))) or "nothing"
        case int():
            return f"{value:d}"
        case _:
            return str(value) if value else "nothing"
