"""What opening a scenario leads to: its briefing, or straight on where the rep stopped."""

from dataclasses import dataclass

from simulator.domain.attempt import Rep
from simulator.domain.ids import ScenarioId
from simulator.domain.scenario import Purpose
from simulator.usecases.briefing import Briefing, briefing
from simulator.usecases.desk import Desk
from simulator.usecases.talk import Talk, open_attempt, resume


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A briefing, and the talk where one is already going on."""

    briefing: Briefing
    talk: Talk | None


def opening(desk: Desk, rep: Rep, scenario_id: ScenarioId, purpose: Purpose | None) -> Opening:
    """Find out what to open."""
    scenario = desk.library.scenario(scenario_id).scenario
    unfinished = open_attempt(desk, rep, scenario_id)
    going_on = unfinished is not None and purpose in {None, unfinished.purpose}
    fresh = scenario_id not in desk.records.seen(rep.id)
    fitting = scenario.purpose if fresh else Purpose.PRACTICE
    return Opening(
        briefing=briefing(desk, rep, scenario_id, purpose or fitting),
        talk=resume(desk, unfinished.id) if unfinished is not None and going_on else None,
    )
