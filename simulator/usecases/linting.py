"""Every mistake in a library, with its place."""

from collections.abc import Sequence
from pathlib import Path

from simulator.authoring.library import BrokenScenario, Library
from simulator.conversation.machine import conversation_of
from simulator.domain.problem import Placed, Severity
from simulator.lint.walks import problems_of


def lint(library: Library, paths: Sequence[Path] = ()) -> tuple[Placed, ...]:
    """Check files, or the whole library: every mistake at once, sorted by place."""
    found = list(library.check(tuple(paths) or None))
    broken = {placed.file for placed in found if placed.severity is Severity.ERROR}
    found += [placed for placed in _walk_problems(library, paths) if placed.file not in broken]
    return tuple(sorted(set(found)))


def _walk_problems(library: Library, paths: Sequence[Path]) -> list[Placed]:
    found: list[Placed] = []
    for summary in library.summaries():
        try:
            conversation = conversation_of(library.scenario(summary.id).scenario)
        except BrokenScenario:
            continue
        for name, walk in library.walks(summary.id):
            problems = tuple(problems_of(conversation, walk))
            if problems:
                found += library.place_walk(summary.id, name, problems)
    wanted = {path.resolve() for path in paths}
    return [placed for placed in found if not wanted or _within(Path(placed.file).resolve(), wanted)]


def _within(file: Path, wanted: set[Path]) -> bool:
    return any(file == path or path in file.parents for path in wanted)
