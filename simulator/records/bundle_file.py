"""Bundles: rows as lines of a file, between a first line that says what it is and a last one that says it is whole.

JSON Lines in plain ASCII, so that no mail program and no editor has a reason to touch them. Line ends alone may be
changed on the way: they are in no digest.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final, cast

from simulator.records.protocol import RecordsError, Row
from simulator.records.rows import check_moment

FORMAT: Final = 1
"""The format that is written, and the only one that is read."""

LONGEST_LINE: Final = 16_000_000
"""Bytes in a line: a scenario's text may have 2,000,000 bytes, and an escape takes six for one character."""

_AGAIN: Final = "ask for the file again"


def bundle_lines(header: Row, rows: Iterable[Row]) -> Iterator[bytes]:
    """Return the lines of a bundle, each with its end; the header's `format` is added."""
    digest = hashlib.sha256()
    count = 0
    for row in _with_header(header, rows):
        line = _written(row)
        digest.update(line)
        count += 1
        yield line
    yield _written({"record": "end", "lines": count, "digest": digest.hexdigest()})


def _with_header(header: Row, rows: Iterable[Row]) -> Iterator[Row]:
    yield {"record": "header", "format": FORMAT, **header}
    yield from rows


def _written(row: Row) -> bytes:
    # repr: a row that was damaged by hand is still given to whom it belongs.
    return json.dumps(row, ensure_ascii=True, separators=(",", ":"), default=repr).encode("ascii") + b"\n"


class Bundle:
    """A bundle in a file that can be gone through again and again: each time all of it is checked.

    RecordsError, at the line that `line` counts, where it is not whole, not as it was written, or no bundle.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.line: int = 0
        """The line that was read last, from 1."""
        self.when = ""
        """When it was written: known once the first line was read."""

    def __iter__(self) -> Iterator[Row]:
        self._stream.seek(0)
        self._start()
        digest = hashlib.sha256()
        for line in self._lines():
            row = _read(line)
            if row.get("record") == "end":
                self._check_end(row, digest.hexdigest())
                return
            digest.update(line + b"\n")
            if self.line == 1:
                self.when = _check_header(row)
            else:
                yield row
        raise RecordsError(f"it has no last line: the end was cut off; {_AGAIN}")

    def _start(self) -> None:
        self.line = 0

    def _lines(self) -> Iterator[bytes]:
        while line := self._stream.readline(LONGEST_LINE + 1):
            self.line += 1
            if len(line) > LONGEST_LINE:
                raise RecordsError(f"this line has more than {LONGEST_LINE:,} bytes: this is no bundle; {_AGAIN}")
            yield line.removesuffix(b"\n").removesuffix(b"\r")

    def _check_end(self, end: Row, digest: str) -> None:
        if end != {"record": "end", "lines": self.line - 1, "digest": digest}:
            raise RecordsError(
                f"its digest is not that of the {self.line - 1} lines before it: one of them was changed, added or "
                f"removed; {_AGAIN}"
            )
        if self._stream.read(1):
            self.line += 1
            raise RecordsError(f"something stands behind the last line; {_AGAIN}")


def _check_header(row: Row) -> str:
    form, when = row.get("format"), row.get("when")
    if row.get("record") != "header" or not isinstance(when, str):
        raise RecordsError("this is no bundle of records: those are written by `simulator records export`")
    if form != FORMAT:
        raise RecordsError(f"this bundle has format {form}, and this program reads format {FORMAT}; update the program")
    check_moment(when)
    return when


def _read(line: bytes) -> Row:
    try:
        found: object = json.loads(line.decode("utf-8"), object_pairs_hook=_once)
    except UnicodeDecodeError as error:
        raise RecordsError(f"this is not text in UTF-8: the file was changed on the way; {_AGAIN}") from error
    except (ValueError, RecursionError) as error:
        raise RecordsError(f"this line is no JSON that a bundle could hold; {_AGAIN}") from error
    if not isinstance(found, dict):
        raise RecordsError(f"this line holds no record; {_AGAIN}")
    return cast("Row", found)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise ValueError("a name is there twice")
    return fields
