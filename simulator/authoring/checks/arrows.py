"""Where turns lead: every target exists, everything can be reached, and nothing goes round for ever unseen."""

from collections.abc import Iterator, Mapping

from simulator.authoring.source import Path
from simulator.domain.near import did_you_mean
from simulator.domain.problem import Problem, Severity
from simulator.domain.scenario import Scenario


def arrow_problems(scenario: Scenario) -> Iterator[Problem]:
    """Yield what is wrong with the graph, without looking at conditions."""
    missing = False
    for problem in _targets(scenario):
        missing = True
        yield problem
    # Where an arrow leads nowhere, what lies behind it cannot be reached: one mistake is said once.
    if not missing:
        yield from _unreached(scenario)
    yield from _circles(scenario)


def _targets(scenario: Scenario) -> Iterator[Problem]:
    if scenario.start not in scenario.turns:
        hint = did_you_mean(scenario.start, scenario.turns) or "name the first turn"
        yield Problem(code="SIM101", message=f'no turn is called "{scenario.start[:60]}"', hint=hint, path=("start",))
    for path, to in _arrows(scenario):
        if to not in scenario.turns and to not in scenario.endings:
            places = (*scenario.turns, *scenario.endings)
            hint = did_you_mean(to, places) or "write that turn, or lead elsewhere"
            yield Problem(code="SIM101", message=f'no turn or ending is called "{to[:60]}"', hint=hint, path=path)


def _arrows(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    for turn_id, turn in scenario.turns.items():
        for index, choice in enumerate(turn.choices):
            yield ("turns", turn_id, "choices", index, "to"), choice.to
        for index, route in enumerate(turn.routes):
            yield ("turns", turn_id, "routes", index, "to"), route.to


def _unreached(scenario: Scenario) -> Iterator[Problem]:
    """Follow every arrow: what cannot be reached this way can never be, whatever the conditions."""
    reached = _reached(scenario)
    for key, names in (("turns", scenario.turns.keys()), ("endings", scenario.endings.keys())):
        for name in (name for name in names if name not in reached):
            message, hint = f'"{name[:60]}" can never be reached', "lead a choice or a route to it, or delete it"
            path = (key, name)
            warning = Severity.WARNING
            yield Problem(code="SIM120", message=message, hint=hint, path=path, at_key=True, severity=warning)
    if not reached & scenario.endings.keys():
        message, hint = "this conversation never ends", "lead a choice to an ending"
        yield Problem(code="SIM121", message=message, hint=hint, path=("start",))


def _reached(scenario: Scenario) -> set[str]:
    arrows: dict[str, list[str]] = {turn_id: [] for turn_id in scenario.turns}
    for path, to in _arrows(scenario):
        arrows[str(path[1])].append(to)
    reached, ahead = {scenario.start}, [scenario.start]
    while ahead:
        new = [to for to in arrows.get(ahead.pop(), []) if to not in reached]
        reached.update(new)
        ahead.extend(new)
    return reached


def _circles(scenario: Scenario) -> Iterator[Problem]:
    """Find routing turns that could send the conversation round for ever: take away all that cannot be in a circle."""
    routing = {name: {route.to for route in turn.routes} for name, turn in scenario.turns.items() if turn.routes}
    # First what comes from nowhere, then, with every arrow turned round, what leads nowhere.
    left = _leading_on(_leading_on(_turned(routing)))
    for name in (name for name in routing if name in left):
        message = f'the routes of "{name}" lead back to it with nothing said in between'
        hint = "let one of its routes lead to a turn with choices"
        yield Problem(code="SIM122", message=message, hint=hint, path=("turns", name, "routes"))


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
