"""What a scenario must be so that it can be played and judged: every mistake, each with its path."""

import re
from collections.abc import Iterator, Mapping

from simulator.authoring.conditions import condition_problems
from simulator.authoring.near import did_you_mean, or_known
from simulator.authoring.source import Path
from simulator.domain.ids import ID_PATTERN, NAME_PATTERN
from simulator.domain.problem import Problem, Severity
from simulator.domain.scenario import Choice, Scenario, Turn

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_PLACEHOLDERS = frozenset({"rep", "customer", "company"})
_MOST_SKILLS = 2


def scenario_problems(scenario: Scenario) -> Iterator[Problem]:
    """Yield every mistake within one scenario."""
    yield from _names(scenario)
    yield from _feelings(scenario)
    yield from _targets(scenario)
    for turn_id, turn in scenario.turns.items():
        yield from _turn(scenario, turn_id, turn)
    yield from _texts(scenario)
    yield from _graph(scenario)


def _names(scenario: Scenario) -> Iterator[Problem]:
    for key, names in (("turns", scenario.turns), ("endings", scenario.endings)):
        if not names:
            yield Problem(
                code="SIM102", message=f"there are no {key}", hint="a conversation needs at least one", path=(key,)
            )
        yield from _odd_names(
            names, key, ID_PATTERN, "small letters, digits and -, at most 64, such as what-is-at-risk"
        )
    for key, names in (("feelings", scenario.feelings), ("facts", scenario.facts)):
        yield from _odd_names(names, key, NAME_PATTERN, "small letters, digits and _, such as knows_deadline")
        for name in names:
            if name in {"and", "or", "not"}:
                yield _at(("SIM103", f'"{name}" is a word of conditions', "give it another name"), (key, name))
    for name in scenario.endings.keys() & scenario.turns.keys():
        yield _at(("SIM104", f'"{name}" is both a turn and an ending', "rename one of them"), ("endings", name))
    for name in scenario.facts.keys() & scenario.feelings.keys():
        yield _at(("SIM104", f'"{name}" is both a feeling and a fact', "rename one of them"), ("facts", name))


def _odd_names(names: Mapping[str, object], key: str, pattern: str, hint: str) -> Iterator[Problem]:
    for name in names:
        if not re.fullmatch(pattern, name):
            yield _at(("SIM103", f'"{name[:60]}" cannot be used as a name here', f"use {hint}"), (key, name))


def _feelings(scenario: Scenario) -> Iterator[Problem]:
    for name, feeling in scenario.feelings.items():
        if not feeling.min <= feeling.start <= feeling.max:
            message = f'"{name}" starts at {feeling.start}, outside of {feeling.min} to {feeling.max}'
            yield Problem(
                code="SIM105", message=message, hint="keep min ≤ start ≤ max", path=("feelings", name, "start")
            )
    if scenario.minutes < 1:
        yield Problem(
            code="SIM105", message="a conversation takes at least a minute", hint="write minutes: 1", path=("minutes",)
        )


def _targets(scenario: Scenario) -> Iterator[Problem]:
    places = [*scenario.turns, *scenario.endings]
    if scenario.start not in scenario.turns:
        hint = did_you_mean(scenario.start, scenario.turns) or "name the first turn"
        yield Problem(code="SIM101", message=f'no turn is called "{scenario.start[:60]}"', hint=hint, path=("start",))
    for path, to in _arrows(scenario):
        if to not in scenario.turns and to not in scenario.endings:
            hint = did_you_mean(to, places) or "write that turn, or lead elsewhere"
            yield Problem(code="SIM101", message=f'no turn or ending is called "{to[:60]}"', hint=hint, path=path)


def _arrows(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    for turn_id, turn in scenario.turns.items():
        for index, choice in enumerate(turn.choices):
            yield ("turns", turn_id, "choices", index, "to"), choice.to
        for index, route in enumerate(turn.routes):
            yield ("turns", turn_id, "routes", index, "to"), route.to


def _turn(scenario: Scenario, turn_id: str, turn: Turn) -> Iterator[Problem]:
    here: Path = ("turns", turn_id)
    if turn.routes:
        yield from _routing(scenario, here, turn)
        return
    if not turn.choices:
        hint = "add choices, or routes that lead on, or make it an ending"
        yield Problem(code="SIM106", message=f'the rep can say nothing at "{turn_id}"', hint=hint, path=here)
    for key, text in (("customer", turn.customer), ("mood", turn.mood)):
        if not text.strip():
            message = f'"{turn_id}" does not say {"what the customer says" if key == "customer" else "how the customer seems"}'
            yield Problem(code="SIM107", message=message, hint=f"add {key}: ...", path=here)
    for index, variant in enumerate(turn.variants):
        yield from condition_problems(scenario, variant.when, (*here, "variants", index, "when"))
    yield from _calls(scenario, here, turn)
    seen: dict[str, int] = {}
    for index, choice in enumerate(turn.choices):
        path: Path = (*here, "choices", index)
        if choice.id in seen:
            hint = "give each choice of a turn an id of its own"
            yield Problem(
                code="SIM108", message=f'"{choice.id}" is used twice in "{turn_id}"', hint=hint, path=(*path, "id")
            )
        seen[choice.id] = index
        yield from _choice(scenario, turn, choice, path)


def _routing(scenario: Scenario, here: Path, turn: Turn) -> Iterator[Problem]:
    if turn.choices or turn.customer or turn.variants or turn.calls_for:
        message, hint = (
            "a turn with routes sends on unseen, so nothing can be said in it",
            "move words and choices to a turn of their own",
        )
        yield Problem(code="SIM109", message=message, hint=hint, path=(*here, "routes"))
    for index, route in enumerate(turn.routes):
        path: Path = (*here, "routes", index)
        last = index == len(turn.routes) - 1
        if route.when is not None:
            yield from condition_problems(scenario, route.when, (*path, "when"))
        if last and route.when is not None:
            yield Problem(
                code="SIM110",
                message="the last route has a condition, so the conversation could be stuck",
                hint="leave its when out",
                path=(*path, "when"),
            )
        if not last and route.when is None:
            yield Problem(
                code="SIM110",
                message="this route is always taken, so those after it never are",
                hint="give it a when, or move it to the end",
                path=path,
            )


def _calls(scenario: Scenario, here: Path, turn: Turn) -> Iterator[Problem]:
    path = (*here, "calls_for")
    if len(turn.calls_for) > _MOST_SKILLS:
        yield Problem(
            code="SIM111",
            message="a moment can call for one or two skills",
            hint="choose the ones it is really about",
            path=path,
        )
    if len(set(turn.calls_for)) < len(turn.calls_for):
        yield Problem(code="SIM111", message="a skill is named twice here", hint="name it once", path=path)
    for index, skill in enumerate(turn.calls_for):
        if skill not in scenario.skills:
            hint = or_known(skill, scenario.skills, "add it to skills at the top")
            yield Problem(
                code="SIM112",
                message=f'this scenario does not list the skill "{skill[:60]}"',
                hint=hint,
                path=(*path, index),
            )


def _choice(scenario: Scenario, turn: Turn, choice: Choice, path: Path) -> Iterator[Problem]:
    if not re.fullmatch(ID_PATTERN, choice.id):
        message = f'"{choice.id[:60]}" cannot be used as an id'
        yield Problem(code="SIM103", message=message, hint="use small letters, digits and -", path=(*path, "id"))
    if not choice.say.strip():
        yield Problem(
            code="SIM107", message="this choice says nothing", hint="write what the rep says", path=(*path, "say")
        )
    if choice.when is not None:
        yield from condition_problems(scenario, choice.when, (*path, "when"))
    for name in choice.effects:
        if name not in scenario.feelings:
            hint = or_known(name, scenario.feelings, "declare it under feelings")
            yield _at(("SIM113", f'no feeling is called "{name[:60]}"', hint), (*path, "effects", name))
    for index, fact in enumerate(choice.learns):
        if fact not in scenario.facts:
            hint = or_known(fact, scenario.facts, "declare it under facts")
            yield Problem(
                code="SIM114", message=f'no fact is called "{fact[:60]}"', hint=hint, path=(*path, "learns", index)
            )
    yield from _shows(turn, choice, path)
    if choice.critical is not None and not choice.why.strip():
        yield Problem(
            code="SIM115",
            message="a critical error needs a why",
            hint="say what it does to this customer",
            path=(*path, "critical"),
        )


def _shows(turn: Turn, choice: Choice, path: Path) -> Iterator[Problem]:
    shown = [key.partition(".")[0] for key in choice.shows]
    for key, skill in zip(choice.shows, shown, strict=True):
        if "." not in key:
            hint = "write skill.indicator, such as empathy.names-stake"
            yield _at(("SIM116", f'"{key[:60]}" does not name an indicator', hint), (*path, "shows", key))
        elif skill not in turn.calls_for:
            hint = "add it to calls_for, or leave it out"
            yield _at(("SIM117", f'this turn does not call for "{skill[:60]}"', hint), (*path, "shows", key))
        elif shown.count(skill) > 1 and shown.index(skill) != list(choice.shows).index(key):
            yield _at(
                ("SIM116", f'"{skill}" is shown twice by one choice', "keep the stronger one"), (*path, "shows", key)
            )
    for skill in turn.calls_for:
        if skill not in shown:
            hint = f"add shows: {{{skill}.<indicator>: <level>}}"
            yield Problem(
                code="SIM118",
                message=f'this turn calls for "{skill}", and this choice shows nothing of it',
                hint=hint,
                path=path,
            )


def _texts(scenario: Scenario) -> Iterator[Problem]:
    for path, text in _spoken(scenario):
        if (
            not text.strip()
            and path[-1] in {"title", "summary", "briefing", "goal", "name", "customer", "debrief"}
            and path[0] != "turns"
        ):
            yield Problem(code="SIM107", message=f'"{path[-1]}" is empty', hint="write a line", path=path)
        for found in _PLACEHOLDER.finditer(text):
            if found.group(1) not in _PLACEHOLDERS:
                hint = "known: {rep}, {customer}, {company}"
                yield Problem(
                    code="SIM119", message=f'"{found.group()[:60]}" is not a placeholder', hint=hint, path=path
                )


def _spoken(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    yield from (
        (("title",), scenario.title),
        (("summary",), scenario.summary),
        (("customer", "name"), scenario.customer.name),
    )
    yield from ((("briefing",), scenario.briefing), (("goal",), scenario.goal))
    for turn_id, turn in scenario.turns.items():
        here: Path = ("turns", turn_id)
        yield from (((*here, "customer"), turn.customer), ((*here, "cue"), turn.cue))
        yield from (((*here, "variants", index, "customer"), part.customer) for index, part in enumerate(turn.variants))
        for index, choice in enumerate(turn.choices):
            path: Path = (*here, "choices", index)
            yield from (
                ((*path, "say"), choice.say),
                ((*path, "why"), choice.why),
                ((*path, "reaction"), choice.reaction),
            )
    for ending_id, ending in scenario.endings.items():
        yield from (
            (("endings", ending_id, "customer"), ending.customer),
            (("endings", ending_id, "debrief"), ending.debrief),
        )


def _graph(scenario: Scenario) -> Iterator[Problem]:
    """Follow arrows without looking at conditions: what cannot be reached this way can never be."""
    arrows: dict[str, list[str]] = {turn_id: [] for turn_id in scenario.turns}
    for path, to in _arrows(scenario):
        arrows[str(path[1])].append(to)
    reached, ahead = {scenario.start}, [scenario.start]
    while ahead:
        new = [to for to in arrows.get(ahead.pop(), []) if to not in reached]
        reached.update(new)
        ahead.extend(new)
    for key, names in (("turns", scenario.turns), ("endings", scenario.endings)):
        for name in names:
            if name not in reached:
                message, hint = f'"{name[:60]}" can never be reached', "lead a choice or a route to it, or delete it"
                yield Problem(
                    code="SIM120", message=message, hint=hint, path=(key, name), at_key=True, severity=Severity.WARNING
                )
    if scenario.start in scenario.turns and not reached & scenario.endings.keys():
        yield Problem(
            code="SIM121", message="this conversation never ends", hint="lead a choice to an ending", path=("start",)
        )
    yield from _circles(scenario)


def _circles(scenario: Scenario) -> Iterator[Problem]:
    """Find routing turns that could send the conversation round for ever: take away all that cannot be in a circle."""
    left = {name: {route.to for route in turn.routes} for name, turn in scenario.turns.items() if turn.routes}
    while True:
        targets = {to for routes in left.values() for to in routes}
        kept = {name: routes & left.keys() for name, routes in left.items() if name in targets and routes & left.keys()}
        if kept == left:
            break
        left = kept
    for name in left:
        message = f'the routes of "{name}" lead back to it with nothing said in between'
        hint = "let one of its routes lead to a turn with choices"
        yield Problem(code="SIM122", message=message, hint=hint, path=("turns", name, "routes"))


def _at(said: tuple[str, str, str], path: Path) -> Problem:
    """Make a problem that is about a key."""
    code, message, hint = said
    return Problem(code=code, message=message, hint=hint, path=path, at_key=True)
