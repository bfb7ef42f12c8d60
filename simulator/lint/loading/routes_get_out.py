"""SIM122: routes never send on for ever."""

from collections.abc import Iterator, Mapping
from typing import Final

from simulator.conversation.table import MAX_ROUTES
from simulator.domain.problem import Severity
from simulator.domain.scenario import Scenario
from simulator.lint.rule import Finding, Rule, turns


def _check(scenario: Scenario) -> Iterator[Finding]:
    """Find routing turns that could send the conversation round for ever: take away all that cannot be in a circle."""
    routing = {name: {route.to for route in turn.routes} for name, turn in scenario.turns.items() if turn.routes}
    # First what comes from nowhere, then, with every arrow turned round, what leads nowhere.
    left = _leading_on(_leading_on(_turned(routing)))
    for name in (name for name in routing if name in left):
        message = f'the routes of "{name}" lead back to it with nothing said in between'
        hint = "let one of its routes lead to a turn with choices"
        yield Finding(message=message, hint=hint, path=("turns", name, "routes"))
    for name in () if left else _too_long(routing):
        message = f'the routes from "{name}" on can lead through {MAX_ROUTES:,} turns or more with nothing said'
        hint = "put their conditions together in fewer turns"
        yield Finding(message=message, hint=hint, path=("turns", name, "routes"))


def _too_long(routing: Mapping[str, set[str]]) -> Iterator[str]:
    """Yield the routing turns from which too long a row of others starts, but for those in the middle of one."""
    comings = _turned(routing)
    left = {name: len(ends & routing.keys()) for name, ends in routing.items()}
    length, ready = dict.fromkeys(routing, 1), [name for name, count in left.items() if not count]
    while ready:
        name = ready.pop()
        for before in comings[name]:
            length[before] = max(length[before], length[name] + 1)
            left[before] -= 1
            ready += [] if left[before] else [before]
    yield from (name for name in routing if length[name] >= MAX_ROUTES and not comings[name])


def _turned(arrows: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Turn every arrow round; those that lead to other places are dropped."""
    turned: dict[str, set[str]] = {name: set() for name in arrows}
    for name, ends in arrows.items():
        for to in ends & arrows.keys():
            turned[to].add(name)
    return turned


def _leading_on(comings: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Take away, again and again, what comes from nowhere; each arrow is looked at once, for chains can be long."""
    goings = _turned(comings)
    left = {name: len(froms) for name, froms in comings.items()}
    gone = [name for name, count in left.items() if not count]
    while gone:
        for to in goings[gone.pop()]:
            left[to] -= 1
            gone += [to] if not left[to] else []
    return {name: {to for to in goings[name] if left[to]} for name, count in left.items() if count}


ROUTES_GET_OUT: Final = Rule[Scenario](
    code="SIM122",
    law="No routes lead back to their own turn with nothing said in between.",
    why="The conversation would be sent round for ever without a word, and the program would hang. A row of "
    f"{MAX_ROUTES:,} turns that only send on, one after another, is taken for such a circle.",
    failing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
      - {id: sum-up, say: "You need it up by eight. Have I got that right?", to: parting}
  parting:
    routes:
      - {when: trust >= 3, to: calm}
      - {to: parting}
"""),
    passing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
      - {id: sum-up, say: "You need it up by eight. Have I got that right?", to: parting}
  parting:
    routes:
      - {when: trust >= 3, to: calm}
      - {to: gone}
"""),
    severity=Severity.ERROR,
    check=_check,
)
