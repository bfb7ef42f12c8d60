"""How an editor is told which line to open a file at. Nothing goes through a shell."""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from simulator.usecases.refusal import Refused

# fmt: off
_WITH_PLUS: Final = frozenset((
    "vi", "vim", "nvim", "view", "vimx", "gvim", "mvim", "vis", "nvi", "elvis", "nano", "rnano", "pico", "emacs",
    "emacsclient", "micro", "kak", "joe", "jmacs", "jed", "ne", "mg", "ee", "zile", "qe", "gedit",
))
"""Take `+LINE FILE`."""

_WITH_COLONS: Final = frozenset(("hx", "helix", "zed", "zeditor", "subl", "sublime_text"))
"""Take `FILE:LINE:COLUMN`."""

_WITH_GOTO: Final = frozenset((
    "code", "code-insiders", "codium", "vscodium", "code-oss", "cursor", "windsurf", "positron",
))
"""Take `-g FILE:LINE:COLUMN`."""

_WITH_OPTIONS: Final = frozenset((
    "idea", "pycharm", "webstorm", "phpstorm", "goland", "rubymine", "clion", "rider",
))
"""Take `--line LINE FILE`."""
# fmt: on

_WINDOWS: Final = _WITH_GOTO | _WITH_OPTIONS | {"zed", "zeditor", "subl", "sublime_text", "gvim", "mvim", "gedit"}
"""Have a window of their own, so the terminal need not be handed over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing:
    """A program to start."""

    command: tuple[str, ...]
    """Word by word."""
    own_window: bool
    """Whether it leaves the terminal alone."""


def editing(environment: Mapping[str, str], file: str, line: int, column: int) -> Editing:
    """Say how to open a file at a line in the person's editor; Refused where none is set or it cannot be read."""
    name, words = _editor(environment)
    program = PurePath(words[0]).name.removesuffix(".exe").removesuffix(".cmd").lower()
    if not words[0]:
        raise Refused(f"{name} names no program: set it to your editor, such as {name}=nano.")
    # A file name that begins with a dash would be taken for an option.
    named = f"./{file}" if file.startswith(("-", "+")) else file
    return Editing(command=(*words, *_at(program, named, line, column)), own_window=program in _WINDOWS)


def _editor(environment: Mapping[str, str]) -> tuple[str, list[str]]:
    name = next((name for name in ("VISUAL", "EDITOR") if environment.get(name, "").strip()), "")
    if not name:
        raise Refused("No editor is set: set VISUAL or EDITOR to yours, such as EDITOR=nano.")
    try:
        return name, shlex.split(environment[name])
    except ValueError:
        raise Refused(f"{name} cannot be read: a quote in it is never closed.") from None


def _at(program: str, file: str, line: int, column: int) -> tuple[str, ...]:
    if program in _WITH_PLUS:
        return f"+{line}", file
    if program in _WITH_COLONS:
        return (f"{file}:{line}:{column}",)
    if program in _WITH_GOTO:
        return "-g", f"{file}:{line}:{column}"
    if program in _WITH_OPTIONS:
        return "--line", f"{line}", file
    return (file,)
