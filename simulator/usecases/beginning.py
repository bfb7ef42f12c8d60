"""Begin a conversation from a scenario that works, in a library, or with a new one around it."""

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from simulator.authoring.library import default_root, installed
from simulator.authoring.scaffold import scaffold
from simulator.domain.ids import is_id
from simulator.domain.sinks import for_file_name, for_terminal
from simulator.usecases.refusal import Refused

_NAME: Final = re.compile(r"[^\W\d_](?:[\w .'\u2019-]{0,58}[\w.])?")
_PLACEHOLDER: Final = re.compile(r"[{}]")
_LONGEST: Final = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """What was written."""

    id: str
    root: Path
    """The library's folder."""
    new_library: bool
    files: tuple[str, ...]
    """Within the library."""


def begin(root: Path, scenario_id: str, *, title: str | None, purpose: str, customer: str | None) -> Begun:
    """Write a new scenario with its walks into a library, or make one around it; Refused where that cannot be."""
    _check(scenario_id, title, customer)
    fresh = _to_be_made(root, scenario_id)
    named = title or scenario_id.replace("-", " ").replace("_", " ").strip().capitalize()
    files = {
        f"scenarios/{scenario_id}/{name}": text
        for name, text in scaffold(scenario_id, named, purpose, customer or "").items()
    }
    try:
        _write(root, scenario_id, files, fresh=fresh)
    except OSError as problem:
        why = (problem.strerror or "it cannot be used").lower()
        raise Refused(
            f"{root} cannot be written to: {why}. Name a folder of yours: simulator new {scenario_id} --library DIR"
        ) from problem
    return Begun(id=scenario_id, root=root, new_library=fresh, files=tuple(files))


def _check(scenario_id: str, title: str | None, customer: str | None) -> None:
    if not is_id(scenario_id):
        raise Refused(
            f'"{scenario_id[:_LONGEST]}" cannot be an id: use small letters, digits and -, such as '
            f"{for_file_name(scenario_id[:_LONGEST])}."
        )
    if title is not None and (not title.strip() or len(title) > _LONGEST or for_terminal(title) != title):
        raise Refused(f'"{title[:_LONGEST]}" cannot be a title: give up to {_LONGEST} letters that can be seen.')
    if title is not None and _PLACEHOLDER.search(title):
        raise Refused(f'"{title}" cannot be a title: words in braces stand for names that nobody has yet.')
    if customer is not None and not _NAME.fullmatch(customer):
        raise Refused(f'"{customer[:_LONGEST]}" cannot be a name here: give a first and a last name in letters.')


def _to_be_made(root: Path, scenario_id: str) -> bool:
    """Tell whether the library itself has to be made; Refused where nothing can be written."""
    elsewhere = f"name a folder of yours: simulator new {scenario_id} --library DIR"
    if installed(root):
        raise Refused(
            f"The library that came with the program is replaced when the program is, so {elsewhere}\n"
            "Where DIR does not exist, a new library is made there, with the rubrics and the bar that came along."
        )
    if not root.exists() or (root.is_dir() and not any(root.iterdir())):
        return True
    if not (root / "scenarios").is_dir() or not (root / "rubrics").is_dir():
        raise Refused(
            f"{root} is not a library, and not empty either: it needs the folders scenarios and rubrics. "
            "Name a folder that has them, or one that does not exist yet."
        )
    if (root / "scenarios" / scenario_id).exists():
        raise Refused(f"{root / 'scenarios' / scenario_id} is there already: choose another id.")
    return False


def _write(root: Path, scenario_id: str, files: Mapping[str, str], *, fresh: bool) -> None:
    """Write everything beside its place, then move it there in one step."""
    target = root if fresh else root / "scenarios" / scenario_id
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(mkdtemp(dir=target.parent, prefix=".", suffix=".draft"))
    try:
        for name, text in files.items():
            place = draft / (name if fresh else name.removeprefix(f"scenarios/{scenario_id}/"))
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8", newline="\n")
        if fresh:
            _copy_rubrics(draft / "rubrics")
        draft.chmod(0o755)
        if target.exists():
            target.rmdir()
        draft.replace(target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _copy_rubrics(to: Path) -> None:
    to.mkdir()
    for file in sorted((default_root() / "rubrics").glob("*.yaml")):
        (to / file.name).write_bytes(file.read_bytes())
