"""Records as files that can be carried: written for somebody, or taken in from somewhere."""

import os
import stat
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from simulator.domain.attempt import Rep
from simulator.records.protocol import LeftOut, Merged, RecordsError, Row, Unavailable
from simulator.reports.wording import counted, listed, when
from simulator.usecases.desk import Desk
from simulator.usecases.exporting import is_taken
from simulator.usecases.refusal import Refused
from simulator.usecases.report import PROGRAM

if TYPE_CHECKING:
    from simulator.records.bundle_file import Bundle

_THINGS = {
    "people": ("person", "people"),
    "names": ("name", ""),
    "attempts": ("attempt", ""),
    "moves": ("move", ""),
    "reviews": ("review", ""),
    "decisions": ("decision", ""),
    "goals": ("goal or fresh start", "goals or fresh starts"),
    "texts": ("scenario text", ""),
}
"""What is counted, in the order in which it is told."""


READINGS: Final = 2
"""How often an import reads a file from end to end: once to check it, once to add what is new."""

OFTEN: Final = 65_536
"""Bytes after which it is told how far an import is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written."""

    sentence: str
    flaw: str | None
    """Why nobody will be able to import it; None where all is well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What came of one file."""

    lines: tuple[str, ...]
    refused: bool


def export(desk: Desk, rep: Rep | None, write: Callable[[bytes], object], *, names: bool = False) -> Exported:
    """Write all that is recorded, or all about one rep and then with all names, line by line."""
    from simulator.records.bundle_file import bundle_lines
    from simulator.records.rows import stamp

    names = names or rep is not None
    header: Row = {
        "when": stamp(desk.now()),
        "program": PROGRAM,
        "of": rep.id if rep else None,
        "names": "in" if names else "left out",
    }
    watched = _Watched()
    for line in bundle_lines(header, watched(desk.records.bundle(rep.id if rep else None, names=names))):
        write(line)
    told = _counted({"people": watched.count["rep"], "attempts": watched.count["attempt"]}) or "nothing"
    left = "" if names else ", without names"
    return Exported(sentence=f"{told}{left}", flaw=watched.flaw)


class _Watched:
    """Rows on their way out: counted, and checked as whoever imports them will check them."""

    def __init__(self) -> None:
        self.count: Counter[object] = Counter()
        self.flaw: str | None = None

    def __call__(self, rows: Iterator[Row]) -> Iterator[Row]:
        from simulator.records.bundle_rows import value_of
        from simulator.records.chains import Chains

        chains = Chains()
        for row in rows:
            self.count[row["record"]] += 1
            if self.flaw is None:
                try:
                    chains.follow(value_of(row))
                except RecordsError as error:
                    self.flaw = str(error)
            yield row


def export_to(desk: Desk, rep: Rep | None, place: Path, *, names: bool = False, replace: bool = False) -> Exported:
    """Write a bundle to a file that only its owner may read: whole, or not at all, and over another only if told so."""
    file = Path(os.path.realpath(place))
    if file.exists() and not file.is_file():
        raise Refused(f"{place} is not a file: name another one with -o.")
    if is_taken(place) and not replace:
        # What somebody was given may be all that is left of it.
        raise Refused(f"{place} is there already: add --force to replace it, or name another file with -o.")
    draft: Path | None = None
    try:
        handle, name = mkstemp(dir=file.parent, prefix=".", suffix=".draft")
        draft = Path(name)
        with os.fdopen(handle, "wb") as stream:
            done = export(desk, rep, stream.write, names=names)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(file)
    except OSError as problem:
        why = (problem.strerror or "it cannot be used").lower()
        raise Refused(f"{place} cannot be written: {why}. Name another place with -o.") from problem
    finally:
        if draft is not None:
            with suppress(OSError):
                draft.unlink()
    return done


def import_from(desk: Desk, place: Path, tell: Callable[[int], object] = int) -> Imported:
    """Take in what is new of a bundle: all of it, or nothing where any of it does not hold or does not fit.

    `tell` hears from time to time of bytes that have been read; an import that comes to its end reads the file
    READINGS times.
    """
    from simulator.records.bundle_file import Bundle

    _ = desk.records  # opened first: where they cannot be, that is not the file's fault
    try:
        with _opened(place) as stream:
            return _import_bundle(desk, place, Bundle(cast("BinaryIO", _Heard(stream, tell))))
    except OSError as problem:
        why = (problem.strerror or "it cannot be used").lower()
        return Imported(lines=(f"{place} cannot be read: {why}. Check its name.",), refused=True)


class _Heard:
    """A file of which it is told how much has been read; as much of one as a bundle needs."""

    def __init__(self, stream: BinaryIO, tell: Callable[[int], object]) -> None:
        self._stream, self._tell = stream, tell
        self._untold = 0
        self.seek, self.read = stream.seek, stream.read

    def readline(self, most: int) -> bytes:
        """Read a line."""
        line = self._stream.readline(most)
        self._untold += len(line)
        if self._untold >= OFTEN or not line:
            self._tell(self._untold)
            self._untold = 0
        return line


def _import_bundle(desk: Desk, place: Path, bundle: "Bundle") -> Imported:
    try:
        merged = _merged(desk, bundle)
    except Unavailable:
        raise
    except RecordsError as problem:
        line = f"{place}:{max(bundle.line, 1)}: {problem}. Nothing of this file was added."
        return Imported(lines=(line,), refused=True)
    return Imported(lines=tuple(_told(desk, place, bundle.when, merged)), refused=False)


def _merged(desk: Desk, bundle: "Bundle") -> Merged:
    from simulator.records.bundle_rows import value_of
    from simulator.records.chains import Chains

    # To the end before the records are opened for writing: others would wait, and a file cut short is the common case.
    chains = Chains()
    for row in bundle:
        chains.follow(value_of(row))
    return desk.records.merge(bundle)


@contextmanager
def _opened(place: Path) -> Generator[BinaryIO]:
    # Non-blocking: opening a named pipe would wait for ever.
    handle = os.open(place, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as stream:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(0, "it is not a file")
        yield stream


def _told(desk: Desk, place: Path, exported: str, merged: Merged) -> Iterator[str]:
    from simulator.records.rows import moment

    known = _counted(merged.known)
    new = f"new: {_counted(merged.new)}" if _counted(merged.new) else "nothing is new"
    before = f"; known: {known}" if known else ""
    yield f"{place}, exported on {when(moment(exported)).text}: {new}{before}."
    nameless = merged.new.get("nameless", 0)
    if nameless:
        yield (
            f"{counted(nameless, 'person', 'people')} came without a name. What they did counts in `simulator items`; "
            "to see them in reports, export with --names."
        )
    for handle in merged.handles:
        yield (
            f"{handle.name}: {handle.wanted} is what somebody else is called here, so type {handle.given} for them. "
            "If it is the same person, they have worked in two places as two people; the records cannot join them."
        )
    for left_out in merged.left_out:
        yield _told_of(desk, left_out)


def _told_of(desk: Desk, left_out: LeftOut) -> str:
    here = desk.records.rep(left_out.here)
    if here is None or not here.name:
        return (
            f"{left_out.rep} was erased here, so nothing of theirs was added. Erase them where the file comes from too."
        )
    return (
        f"{here.name} was erased where the file comes from, so nothing of theirs was added. To erase them here too: "
        f"simulator records erase {here.typed}"
    )


def _counted(numbers: Mapping[str, int]) -> str:
    return listed([counted(numbers[key], *words) for key, words in _THINGS.items() if numbers.get(key)])
