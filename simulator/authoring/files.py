"""Bytes from a library's files: only regular files, of a bounded size, in strict UTF-8, without hidden characters."""

import os
import re
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from simulator.domain.problem import Placed

MAX_BYTES: Final = 2_000_000
"""A file beyond this is refused: a scenario of a thousand turns has about 700 kB."""

MAX_HIDDEN: Final = 20
"""Hidden characters reported for one file; more say nothing new."""

# Controls drive terminals, direction marks reorder what a reader sees, halves of a character cannot be written:
# none of them belongs into a spoken line.
_HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff\U000e0000-\U000e0fff]"
)


def read_bytes(path: Path, shown: str) -> bytes | Placed:
    """Return a file's bytes, or why it cannot be read."""
    try:
        # Non-blocking: opening a named pipe would wait for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as problem:
        return _refusal(
            shown, f"this file cannot be opened: {(problem.strerror or 'unknown').lower()}", "check its name and rights"
        )
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            return _refusal(shown, "this is not a file with text in it", "put a plain text file here")
        # By what comes out, not by the size it claims: some systems give their own files no size at all.
        with os.fdopen(os.dup(handle), "rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as problem:
        return _refusal(shown, f"this file cannot be read: {(problem.strerror or 'unknown').lower()}", "try again")
    finally:
        os.close(handle)
    if len(content) > MAX_BYTES:
        return _refusal(shown, f"this file is larger than {MAX_BYTES:,} bytes", "split it up")
    return content


def real(path: Path) -> Path:
    """Follow every link of a path; links that go round are left as they are, for opening the file to complain of."""
    return Path(os.path.realpath(path))


def decode(content: bytes, shown: str) -> str | tuple[Placed, ...]:
    """Return the text of some bytes, or the places where it is none."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        before = content[: problem.start].decode("utf-8", errors="replace")
        hint = 'save the file as "UTF-8" in your editor'
        return (_placed(shown, before, len(before), "SIM002", "this is not text in UTF-8", hint),)
    return tuple(_hidden(text, shown)) or text


def _hidden_names(text: str) -> Iterator[tuple[int, str]]:
    """Yield the position and the name of each hidden character, such as U+202E."""
    for found in _HIDDEN.finditer(text):
        yield found.start(), f"U+{ord(found.group()):04X}"


def _hidden(text: str, shown: str) -> Iterator[Placed]:
    for at, name in islice(_hidden_names(text), MAX_HIDDEN):
        message = f"there is a hidden character here ({name})"
        yield _placed(text=text, shown=shown, at=at, code="SIM003", message=message, hint="delete it")


def _placed(shown: str, text: str, at: int, code: str, message: str, hint: str) -> Placed:
    line_start = text.rfind("\n", 0, at) + 1
    line = text.count("\n", 0, at) + 1
    return Placed(file=shown, line=line, column=at - line_start + 1, code=code, message=message, hint=hint)


def _refusal(shown: str, message: str, hint: str) -> Placed:
    return Placed(file=shown, line=1, column=1, code="SIM001", message=message, hint=hint)
