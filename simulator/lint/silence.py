"""Comments by which an author lets a finding stand: `# allow SIM601: the reason`.

On a line of its own it speaks for the line below, at a line's end for that line, and above the first key for the
whole file. It needs a reason, and it must silence something: what is mended must not stay excused.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from simulator.domain.problem import Placed, Severity
from simulator.lint.rule import Law, example

_ALLOWED: Final = re.compile(r"(?:^|\s)#\s*allow\s+(SIM\d{3})\b[\s:,.—-]*(.*?)\s*$")
_FIRST: Final = 300
"""Codes below this are mistakes that keep a file from being read, played or judged: they cannot be excused."""

WITHOUT_REASON: Final = Law(
    code="SIM901",
    law="Whoever lets a finding stand says why.",
    why="The next author cannot tell an exception from an oversight. Without its reason the comment does nothing.",
    failing=example("title: The clinic whose lines were down all morning  # allow SIM707\n"),
    passing=example("title: The clinic whose lines were down all morning  # allow SIM707: the name of our course\n"),
)
UNUSED: Final = Law(
    code="SIM902",
    law="A comment that lets a finding stand has a finding to let stand.",
    why="An excuse that outlives its finding would hide the next one.",
    failing=example("minutes: 3  # allow SIM402: she may leave the rep speechless\n"),
    passing=example("minutes: 3\n"),
)


@dataclass(slots=True)
class _Silence:
    line: int
    """Where the comment stands."""
    column: int
    code: str
    reason: str
    over: int | None
    """The line it speaks for; None for the whole file."""
    used: bool = field(default=False)

    def covers(self, problem: Placed) -> bool:
        return bool(self.reason) and problem.code == self.code and self.over in {None, problem.line}


def heard(
    text: str,
    problems: Sequence[Placed],
    file: str,
    *,
    complete: bool = True,
    unasked: Collection[str] = (),
    texts: Sequence[tuple[tuple[int, int], tuple[int, int]]] = (),
) -> tuple[Placed, ...]:
    """Return the problems of a file that its comments do not let stand, and what is wrong with those comments.

    `complete` tells whether every rule has been asked, but for those of the codes in `unasked`: only then can a
    comment be called unused. `texts` holds where quoted and longer texts begin and end, in lines and columns from 1:
    what stands in them is no comment.
    """
    found = _silences(text.splitlines())
    silences = tuple(each for each in found if not any(start <= (each.line, each.column) < end for start, end in texts))
    if not silences:
        return tuple(problems)
    left = [problem for problem in problems if not _silenced(problem, silences)]
    judged = (silence for silence in silences if silence.code not in unasked or not silence.reason)
    return (*left, *_complaints(judged, file, complete=complete))


def _silenced(problem: Placed, silences: Iterable[_Silence]) -> bool:
    if int(problem.code[3:]) < _FIRST:
        return False
    found = [silence for silence in silences if silence.covers(problem)]
    for silence in found:
        silence.used = True
    return bool(found)


def _complaints(silences: Iterable[_Silence], file: str, *, complete: bool) -> Iterator[Placed]:
    for silence in silences:
        if not silence.reason:
            message = f"this lets {silence.code} stand without a reason, so it does nothing"
            yield _placed(WITHOUT_REASON, silence, file, message, f"write # allow {silence.code}: and why")
        elif int(silence.code[3:]) < _FIRST:
            message = f"{silence.code} cannot be let stand: the file could not be used"
            yield _placed(UNUSED, silence, file, message, "mend it, and delete this comment")
        elif complete and not silence.used:
            place = "in this file" if silence.over is None else f"on line {silence.over}"
            yield _placed(
                UNUSED, silence, file, f"there is no {silence.code} {place} to let stand", "delete this comment"
            )


def _placed(law: Law, silence: _Silence, file: str, message: str, hint: str) -> Placed:
    return Placed(
        file=file,
        line=silence.line,
        column=silence.column,
        code=law.code,
        message=message,
        hint=hint,
        severity=Severity.WARNING,
    )


def _silences(lines: Sequence[str]) -> Iterator[_Silence]:
    begun = False
    for number, line in enumerate(lines, 1):
        alone = line.lstrip().startswith("#")
        begun = begun or bool(line.strip() and not alone)
        found = _ALLOWED.search(line) if "#" in line else None
        if found is None:
            continue
        over = number if not alone else _next(lines, number) if begun else None
        yield _Silence(number, line.index("#", found.start()) + 1, found[1], found[2], over)


def _next(lines: Sequence[str], number: int) -> int:
    """Return the number of the next line that is no comment."""
    rest = enumerate(lines[number:], number + 1)
    return next((at for at, line in rest if line.strip() and not line.lstrip().startswith("#")), number)
