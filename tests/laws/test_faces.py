"""The law of the faces: the same seed and the same moves give the same attempt, evidence and verdict in each.

The routes are drawn at random over the conversations that ship, with hints and choices taken back in practice.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from random import Random

import pytest
from tui.stage import on_stage

from simulator.authoring.library import default_root, open_library
from simulator.domain.attempt import Attempt, Move
from simulator.domain.evidence import AttemptEvidence
from simulator.domain.ids import ScenarioId
from simulator.domain.scenario import Purpose
from simulator.domain.verdict import Verdict
from simulator.plain.play import play
from simulator.plain.voice import Voice
from simulator.records.memory import MemoryRecords
from simulator.usecases.debrief import SkillResult, debrief
from simulator.usecases.desk import Desk
from simulator.usecases.people import join
from simulator.usecases.readiness import readiness
from simulator.usecases.showing import view_of
from simulator.usecases.talk import begin, choose, hint, resume, rewind

SEED = 1
"""The stage's seed, so that every face shows the choices in the same order."""

HINT, BACK = "hint", "back"
"""What can be done besides saying a choice by its number."""

ROUTES = 6
"""Routes in a usual run."""


@dataclass(frozen=True)
class Route:
    """A way through a conversation, as it is taken in every face."""

    scenario: ScenarioId
    steps: tuple[str, ...]


@dataclass(frozen=True)
class CameTo:
    """Everything that was recorded of Ana, and all that follows from it."""

    attempt: Attempt
    moves: tuple[tuple[int, Move], ...]
    evidence: tuple[AttemptEvidence, ...]
    verdict: Verdict
    results: tuple[SkillResult, ...]


def fresh_desk() -> Desk:
    """A desk of a face's own; time stands still, so that it cannot be what differs."""
    records, numbers = MemoryRecords(), count()
    return Desk(
        library=open_library(default_root(), None),
        open_records=lambda: records,
        now=lambda: datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
        fresh_id=lambda: f"id-{next(numbers)}",
        fresh_seed=lambda: 99,
    )


def came_to(desk: Desk) -> CameTo:
    """Look at the records of the one attempt; the keys of moves say only which prompt they answered."""
    found = readiness(desk, join(desk, "Ana"), at=datetime(2026, 3, 3, tzinfo=UTC))
    (attempt,) = found.gathered.attempts
    talk = resume(desk, attempt.id)
    return CameTo(
        attempt=replace(attempt, moves=()),
        moves=tuple((recorded.number, recorded.move) for recorded in attempt.moves),
        evidence=found.gathered.evidence,
        verdict=found.verdict,
        results=debrief(desk, talk).skills if talk.ended or talk.practice else (),
    )


def wandered(number: int) -> tuple[Route, CameTo]:
    """Wander through one conversation by the use cases alone; return the route and what it came to."""
    random, desk = Random(number), fresh_desk()
    purpose = (Purpose.PRACTICE, Purpose.ASSESSMENT)[number % 2]
    scenario = random.choice([summary.id for summary in desk.library.summaries() if summary.purpose is purpose])
    talk = begin(desk, join(desk, "Ana"), scenario, seed=SEED)
    steps: list[str] = []
    # Some routes stop before the end.
    while not talk.ended and random.random() > 0.02:
        step = str(random.randint(1, len(view_of(talk).options)))
        if talk.practice and random.random() < 0.3:
            step = BACK if view_of(talk).can_rewind and random.random() < 0.6 else HINT
        if step == BACK:
            talk = rewind(desk, talk)
        elif step == HINT:
            talk = hint(desk, talk)
        else:
            talk = choose(desk, talk, view_of(talk).options[int(step) - 1].id)
        steps.append(step)
    return Route(scenario, tuple(steps)), came_to(desk)


def in_plain_lines(route: Route) -> CameTo:
    """Take the route in plain mode."""
    desk = fresh_desk()
    typed = iter(["", *({HINT: "h", BACK: "b"}.get(step, step) for step in route.steps)])
    voice = Voice(lambda: next((f"{answer}\n" for answer in typed), ""), lambda _: None, lambda: None)
    play(desk, voice, lambda: join(desk, "Ana"), route.scenario, seed=SEED)
    return came_to(desk)


async def in_the_app(route: Route) -> CameTo:
    """Take the route in the app."""
    desk = fresh_desk()
    async with on_stage(desk, scenario=route.scenario) as stage:
        await stage.press("enter")
        for step in route.steps:
            await stage.press(*{HINT: "h", BACK: "u"}.get(step, step * 2))
    return came_to(desk)


def drawn(number: int, *, full: bool) -> range:
    """The routes of one test."""
    return range(number, 40 * ROUTES if full else number + 1, ROUTES)


@pytest.mark.parametrize("number", range(ROUTES))
async def test_every_face_gives_the_same_attempt_evidence_and_verdict(number: int, *, full: bool) -> None:
    for one in drawn(number, full=full):
        route, by_use_cases = wandered(one)
        assert in_plain_lines(route) == by_use_cases
        assert await in_the_app(route) == by_use_cases


def test_the_routes_show_all_that_can_be_done() -> None:
    """The law above would hold for empty routes, too."""
    routes = [wandered(number) for number in range(4 * ROUTES)]
    steps = [step for route, _ in routes for step in route.steps]
    assert {HINT, BACK, "1", "2", "3"} <= set(steps)
    assert len({route.scenario for route, _ in routes}) >= 4
    assert any(outcome.evidence[0].ending for _, outcome in routes)
    assert any(outcome.verdict.evidence for _, outcome in routes), "at least one counts"
