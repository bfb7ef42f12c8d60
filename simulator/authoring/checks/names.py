"""What turns, endings, feelings and facts may be called."""

import re
from collections.abc import Iterable, Iterator

from simulator.domain.ids import ID_PATTERN, NAME_PATTERN
from simulator.domain.problem import Problem
from simulator.domain.scenario import Scenario

_ID_HINT = "use small letters, digits and -, at most 64, such as what-is-at-risk"
_NAME_HINT = "use small letters, digits and _, such as knows_deadline"


def name_problems(scenario: Scenario) -> Iterator[Problem]:
    """Yield names that cannot be used, are used twice, or are missing altogether."""
    if not scenario.turns:
        yield _none("turns")
    if not scenario.endings:
        yield _none("endings")
    yield from _odd(scenario.turns, "turns", ID_PATTERN, _ID_HINT)
    yield from _odd(scenario.endings, "endings", ID_PATTERN, _ID_HINT)
    yield from _odd(scenario.feelings, "feelings", NAME_PATTERN, _NAME_HINT)
    yield from _odd(scenario.facts, "facts", NAME_PATTERN, _NAME_HINT)
    for key, names in (("feelings", scenario.feelings.keys()), ("facts", scenario.facts.keys())):
        for name in sorted(names & {"and", "or", "not"}):
            yield at_key("SIM103", f'"{name}" is a word of conditions', "give it another name", (key, name))
    for name in sorted(scenario.endings.keys() & scenario.turns.keys()):
        yield at_key("SIM104", f'"{name}" is both a turn and an ending', "rename one of them", ("endings", name))
    for name in sorted(scenario.facts.keys() & scenario.feelings.keys()):
        yield at_key("SIM104", f'"{name}" is both a feeling and a fact', "rename one of them", ("facts", name))


def at_key(code: str, message: str, hint: str, path: tuple[str | int, ...]) -> Problem:
    """Make a problem that is about a key rather than its value."""
    return Problem(code=code, message=message, hint=hint, path=path, at_key=True)


def _none(key: str) -> Problem:
    message, hint = f"there are no {key}", "a conversation needs at least one"
    return Problem(code="SIM102", message=message, hint=hint, path=(key,))


def _odd(names: Iterable[str], key: str, pattern: str, hint: str) -> Iterator[Problem]:
    for name in names:
        if not re.fullmatch(pattern, name):
            yield at_key("SIM103", f'"{name[:60]}" cannot be used as a name here', hint, (key, name))
