"""SIM103: names are such that everything can work with them."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from simulator.domain.ids import ID_PATTERN, NAME_PATTERN, id_meant
from simulator.domain.problem import Path, Severity
from simulator.domain.rubric import Bar, Rubric
from simulator.domain.scenario import Scenario
from simulator.lint.loading.spoken import choices, spoken
from simulator.lint.rule import Finding, Rule, example

Named = Scenario | Rubric | Bar
"""What gives names to its parts."""

_ID: Final = re.compile(ID_PATTERN)
_NAME: Final = re.compile(NAME_PATTERN)
_WORDS: Final = frozenset({"and", "or", "not"})


def _check(named: Named) -> Iterator[Finding]:
    match named:
        case Scenario():
            yield from _of_scenario(named)
            yield from _of_choices(named)
            yield from _of_skills(named)
        case Rubric():
            if not _ID.fullmatch(named.id):
                yield _no_id(named.id, ("id",))
            yield from _ids(named.indicators, "indicators")
        case Bar():
            yield from _ids(named.critical_errors, "critical_errors")


def _of_scenario(scenario: Scenario) -> Iterator[Finding]:
    of_places = "use small letters, digits and -, at most 64, such as what-is-at-risk"
    of_words = "use small letters, digits and _, such as knows_deadline"
    yield from _odd(scenario.turns, "turns", _ID, of_places)
    yield from _odd(scenario.endings, "endings", _ID, of_places)
    yield from _odd(scenario.feelings, "feelings", _NAME, of_words)
    yield from _odd(scenario.facts, "facts", _NAME, of_words)
    for key, names in (("feelings", scenario.feelings.keys()), ("facts", scenario.facts.keys())):
        for name in sorted(names & _WORDS):
            message, hint = f'"{name}" is a word of conditions', "give it another name"
            yield Finding(message=message, hint=hint, path=(key, name), at_key=True)


def _of_choices(scenario: Scenario) -> Iterator[Finding]:
    for turn_id, turn in spoken(scenario):
        for index, choice in enumerate(turn.choices):
            if not _ID.fullmatch(choice.id):
                yield _no_id(choice.id, ("turns", turn_id, "choices", index, "id"))


def _of_skills(scenario: Scenario) -> Iterator[Finding]:
    for index, skill in enumerate(scenario.skills):
        if not _ID.fullmatch(skill):
            yield _no_id(skill, ("skills", index))
    # Where the list does not have it either, that is what is told, with the nearest that it has.
    listed = frozenset(map(id_meant, scenario.skills))
    for name, path in _skills_used(scenario):
        if not _ID.fullmatch(name) and id_meant(name) in listed:
            yield _no_id(name, path, at_key=path[-2] == "shows")


def _skills_used(scenario: Scenario) -> Iterator[tuple[str, Path]]:
    """Yield the skill of each place that calls for one or shows one."""
    for turn_id, turn in spoken(scenario):
        yield from ((skill, ("turns", turn_id, "calls_for", index)) for index, skill in enumerate(turn.calls_for))
    for path, _, choice in choices(scenario):
        yield from ((key.partition(".")[0], (*path, "shows", key)) for key in choice.shows if "." in key)


def _odd(names: Iterable[str], key: str, pattern: re.Pattern[str], hint: str) -> Iterator[Finding]:
    for name in names:
        if not pattern.fullmatch(name):
            message = f'"{name[:60]}" cannot be used as a name here'
            yield Finding(message=message, hint=hint, path=(key, name), at_key=True)


def _ids(names: Iterable[str], key: str) -> Iterator[Finding]:
    return (_no_id(name, (key, name), at_key=True) for name in names if not _ID.fullmatch(name))


def _no_id(name: str, path: Path, *, at_key: bool = False) -> Finding:
    message, meant = f'"{name[:60]}" cannot be used as an id', id_meant(name)
    hint = f'did you mean "{meant}"?' if meant != name else "use small letters, digits and -"
    return Finding(message=message, hint=hint, path=path, at_key=at_key)


USABLE_NAMES: Final = Rule[Named](
    code="SIM103",
    law="Names are short, in small letters, and none of the words that conditions are made of.",
    why="Records, conditions and file names use these names as they stand.",
    failing=example("""\
facts:
  knows-why: She has said why it matters.
"""),
    passing=example("""\
facts:
  knows_why: She has said why it matters.
"""),
    severity=Severity.ERROR,
    check=_check,
)
