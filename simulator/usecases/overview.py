"""The whole library in one table: what each conversation is about, and what is proven of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from simulator.analysis.bots import BOTS
from simulator.analysis.counts import stuck
from simulator.analysis.exploring import explore
from simulator.analysis.extremes import longest, shortest
from simulator.analysis.flow import flow
from simulator.analysis.moments import fewest
from simulator.analysis.reading_grade import reading_grade
from simulator.analysis.space import Space
from simulator.authoring.library import Summary
from simulator.conversation.machine import conversation_of
from simulator.domain.ids import ScenarioId, SkillId
from simulator.domain.scenario import Difficulty, Purpose, Scenario
from simulator.lint.craft.texts import spoken
from simulator.usecases.debrief import skill_title
from simulator.usecases.desk import Desk
from simulator.usecases.shelf import scenario_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """How far the best blind way of choosing gets in one skill."""

    chooser: str
    share: float
    """Of the moments to be expected, the share handled well, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """One conversation."""

    id: ScenarioId
    title: str
    situation: str
    customer: str
    """Name, role and company."""
    purpose: Purpose
    level: Difficulty
    minutes: int
    teaches: str
    """What there is to learn in it; empty for an assessment."""
    skills: tuple[str, ...]
    """Titles."""
    turns: int
    """Turns in which something is said."""
    decisions: tuple[int | None, int | None]
    """On the shortest and on the longest path; None where no path ends, or where there is no longest."""
    endings: int
    moments: Mapping[str, int]
    """For each skill by title, the moments that every path gives at least."""
    guesses: Mapping[str, Guess]
    """For each skill by title, the best that blind choosing comes to; none where it is not known exactly."""
    grade: float
    """The mean reading grade of all spoken lines, in years of school."""


def overview(desk: Desk) -> tuple[Overview, ...]:
    """Describe every conversation that can be opened, in the order of the pathway."""
    summaries = sorted(desk.library.summaries(), key=scenario_order)
    return tuple(_overview(desk, summary) for summary in summaries)


def _overview(desk: Desk, summary: Summary) -> Overview:
    scenario = desk.library.scenario(summary.id).scenario
    space = explore(conversation_of(scenario).table)
    short, long = shortest(space), longest(space)
    customer = scenario.customer
    titles = {skill: skill_title(desk, skill) for skill in scenario.skills}
    return Overview(
        id=scenario.id,
        title=scenario.title,
        situation=scenario.summary,
        customer=", ".join(part for part in (customer.name, customer.role, customer.company) if part),
        purpose=scenario.purpose,
        level=scenario.level,
        minutes=scenario.minutes,
        teaches=scenario.teaches,
        skills=tuple(titles.values()),
        turns=sum(bool(turn.choices) for turn in scenario.turns.values()),
        decisions=(len(short.steps) if short else None, len(long.steps) if long else None),
        endings=len(scenario.endings),
        moments={title: way.value if (way := fewest(space, skill)) else 0 for skill, title in titles.items()},
        guesses={titles[skill]: guess for skill, guess in _guesses(space, scenario).items()},
        grade=fmean(reading_grade(text) for _, text in spoken(scenario)),
    )


def _guesses(space: Space, scenario: Scenario) -> Mapping[SkillId, Guess]:
    if not space.exact or stuck(space):
        return {}
    flows = {chooser: flow(space, chooser) for chooser in BOTS.values()}
    return {
        skill: max(
            (Guess(chooser=name, share=flows[chooser].skills[skill].share) for name, chooser in BOTS.items()),
            key=lambda guess: guess.share,
        )
        for skill in scenario.skills
    }
