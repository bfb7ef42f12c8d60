# ruff: noqa: INP001 - a script, not a package
"""Make the parts of the documentation that come from the program: `uv run python docs/tables.py`.

docs/problems.md as a whole, and in docs/library.md and docs/readiness.md what stands between the marks.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from simulator.authoring.library import default_root, open_library
from simulator.cli.overview import markdown_of
from simulator.records.memory import MemoryRecords
from simulator.usecases.desk import Desk
from simulator.usecases.error_rates import known
from simulator.usecases.explaining import page
from simulator.usecases.overview import overview

HERE = Path(__file__).parent


def pages() -> Mapping[Path, str]:
    """Return every page that has such parts, as it should be."""
    library, readiness = HERE / "library.md", HERE / "readiness.md"
    desk = Desk(library=open_library(default_root(), None), open_records=MemoryRecords)
    return {
        HERE / "problems.md": page(),
        library: between(library.read_text(encoding="utf-8"), "tables", markdown_of(overview(desk))),
        readiness: between(readiness.read_text(encoding="utf-8"), "rates", rates(desk)),
    }


def between(text: str, mark: str, lines: Iterator[str]) -> str:
    """Put lines between two marks."""
    new = "\n".join((f"<!-- {mark} -->", *lines, f"<!-- /{mark} -->"))
    changed, times = re.subn(f"<!-- {mark} -->.*<!-- /{mark} -->", lambda _: new, text, flags=re.DOTALL)
    assert times == 1, f"the marks of {mark} stand there once"
    return changed


def rates(desk: Desk) -> Iterator[str]:
    """Yield the table of the rule's errors on the library that comes with the program."""
    found = known(desk.library)
    if found is None:
        yield "(To be simulated again: the library has changed.)"
        return
    yield "| who was simulated | comes out Ready | 95 % sure between | assessments until then | a pass mark passes |"
    yield "| --- | --- | --- | --- | --- |"
    for kind in found.kinds:
        after = "" if kind.assessments is None else f"{kind.assessments:.1f}"
        sure = f"{100 * kind.low:.1f} and {100 * kind.high:.1f} %"
        yield f"| {kind.kind} | {100 * kind.ready:.1f} % | {sure} | {after} | {100 * kind.passed:.1f} % |"


if __name__ == "__main__":
    for file, text in pages().items():
        file.write_text(text, encoding="utf-8")
