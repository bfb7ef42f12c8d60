"""One file, from bytes to a sound value or to every mistake with its place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from simulator.authoring.collecting import collecting_paused
from simulator.authoring.files import decode, read_bytes
from simulator.authoring.meaning import as_meant
from simulator.authoring.schema import Kind, Value, validate
from simulator.authoring.source import MAX_MISTAKES, Source, read_source
from simulator.domain.problem import Placed, Problem, Severity
from simulator.domain.rubric import Bar, Rubric
from simulator.domain.scenario import Scenario
from simulator.domain.walk import Walk
from simulator.lint import loading
from simulator.lint.rule import Rule

Subject = TypeVar("Subject")


class Read:
    """What came of reading one file."""

    def __init__(
        self, value: Value | None, source: Source | None, problems: Sequence[Placed], *, meant: Value | None = None
    ) -> None:
        self.value = value
        """The value; None where an error keeps it from being used."""
        self.source = source
        """The tree with its marks; None where the text is no YAML of ours."""
        self.problems = tuple(problems)
        self.meant = meant
        """What the file would be but for its errors, for the rest to be looked at; None where that cannot be told."""


def read_file(kind: Kind, path: Path, shown: str) -> Read:
    """Read a file of a known kind."""
    content = read_bytes(path, shown)
    return Read(None, None, (content,)) if isinstance(content, Placed) else read_content(kind, content, shown)


@collecting_paused()
def read_content(kind: Kind, content: bytes, shown: str) -> Read:
    """Read the bytes of a file of a known kind."""
    text = decode(content, shown)
    if not isinstance(text, str):
        return Read(None, None, text)
    source = read_source(text, shown)
    if not isinstance(source, Source):
        return Read(None, None, bounded(source))
    found = validate(kind, source)
    misshapen = found if isinstance(found, tuple) else ()
    meant = as_meant(kind, source, found) if isinstance(found, tuple) else found
    checked = _checked(meant) if meant is not None else ()
    problems = tuple(islice(chain(misshapen, checked), MAX_MISTAKES + 1))
    sound = all(problem.severity is not Severity.ERROR for problem in problems)
    return Read(meant if sound else None, source, bounded(placed(source, problems)), meant=meant)


def bounded(problems: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """Keep as many as people can mend at once, and say so where there are more."""
    if len(problems) <= MAX_MISTAKES:
        return problems
    message = f"this file has more than {MAX_MISTAKES} mistakes: not all of them are listed"
    last = replace(
        problems[MAX_MISTAKES], code="SIM005", message=message, hint="mend these first", severity=Severity.ERROR
    )
    return (*problems[:MAX_MISTAKES], last)


def placed(source: Source, problems: Sequence[Problem]) -> tuple[Placed, ...]:
    """Give problems their places in the file, in order."""
    return tuple(sorted(_placed(source, problem) for problem in problems))


def _placed(source: Source, problem: Problem) -> Placed:
    line, column = source.mark(problem.path, at_key=problem.at_key)
    if problem.offset and problem.path not in source.blocks:
        column += problem.offset + (problem.path in source.quoted)
    return Placed(
        file=source.file,
        line=line,
        column=column,
        code=problem.code,
        message=problem.message,
        hint=problem.hint,
        severity=problem.severity,
    )


def _checked(value: Value) -> Iterator[Problem]:
    """Yield what keeps a value of the right shape from being what its kind of file must be."""
    match value:
        case Scenario():
            return asked(loading.OF_SCENARIOS, value)
        case Rubric():
            return asked(loading.OF_RUBRICS, value)
        case Bar():
            return asked(loading.OF_BARS, value)
        case Walk():
            return asked(loading.OF_WALKS, value)


def asked(rules: Iterable[Rule[Subject]], subject: Subject) -> Iterator[Problem]:
    """Yield what one rule after another has to say of a subject, as far as anybody listens."""
    return chain.from_iterable(rule.problems(subject) for rule in rules)
