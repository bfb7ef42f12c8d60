"""A scenario as a graph, in the form that was asked for."""

from collections.abc import Mapping
from typing import Final

from simulator.domain.ids import ScenarioId, SkillId
from simulator.domain.rubric import Level
from simulator.domain.scenario import Choice, Scenario, Turn
from simulator.reports.graph.views import GraphView, Kind, Place, Way
from simulator.usecases.debrief import skill_title
from simulator.usecases.desk import Desk

FORMS: Final = ("text", "mermaid", "dot", "svg")
"""The forms that a graph can take."""


def graph(desk: Desk, scenario_id: ScenarioId) -> GraphView:
    """Gather what is drawn of one scenario."""
    scenario = desk.library.scenario(scenario_id).scenario
    titles = {skill: skill_title(desk, skill) for skill in scenario.skills}
    return graph_of(scenario, titles)


def graph_of(scenario: Scenario, titles: Mapping[SkillId, str]) -> GraphView:
    """Make a graph of a sound scenario; `titles` says what people call each skill."""
    turns = tuple(_turn(scenario, name, turn, titles) for name, turn in scenario.turns.items())
    endings = tuple(
        Place(id=name, kind=Kind.ENDING, words=ending.customer, mood=ending.mood, outcome=ending.outcome)
        for name, ending in scenario.endings.items()
    )
    return GraphView(
        id=scenario.id,
        title=scenario.title,
        customer=scenario.customer.name.partition(" ")[0],
        start=scenario.start,
        places=(*turns, *endings),
    )


def drawn(view: GraphView, form: str) -> str:
    """Write a graph as an outline in text, or as mermaid, dot or svg."""
    if form == "svg":
        from simulator.reports.graph.svg import svg

        return svg(view)
    if form == "text":
        from simulator.reports.graph.outline import outline

        return outline(view)
    from simulator.reports.graph.languages import dot, mermaid

    return mermaid(view) if form == "mermaid" else dot(view)


def _turn(scenario: Scenario, name: str, turn: Turn, titles: Mapping[SkillId, str]) -> Place:
    routes = tuple(Way(id="", to=route.to, when=route.when or "") for route in turn.routes)
    return Place(
        id=name,
        kind=Kind.ROUTES if turn.routes else Kind.TURN,
        words=turn.customer,
        mood=turn.mood,
        calls_for=tuple(titles.get(skill, skill) for skill in turn.calls_for),
        variants=tuple(variant.when for variant in turn.variants),
        ways=routes or tuple(_choice(scenario, choice, titles) for choice in turn.choices),
    )


def _choice(scenario: Scenario, choice: Choice, titles: Mapping[SkillId, str]) -> Way:
    levels = {SkillId(key.partition(".")[0]): level for key, level in choice.shows.items()}
    return Way(
        id=choice.id,
        to=choice.to,
        when=choice.when or "",
        say=choice.say,
        levels={titles.get(skill, skill): Level(level) for skill, level in levels.items()},
        effects={scenario.feelings[name].label or name: move for name, move in choice.effects.items()},
        learns=choice.learns,
        critical=choice.critical or "",
    )
