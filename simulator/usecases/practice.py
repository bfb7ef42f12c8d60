"""What to practise next: by the behaviour that was missed most, and by what is due again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from simulator.assessment.practising import Weakness, due, weaknesses
from simulator.domain.ids import ScenarioId
from simulator.domain.scenario import Purpose, Scenario
from simulator.domain.verdict import Standing
from simulator.records.derived import Played
from simulator.reports.wording import counted
from simulator.usecases.desk import Desk
from simulator.usecases.readiness import Readiness

_NEVER = Played(0, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One conversation to practise, and why it."""

    scenario: ScenarioId
    reason: str
    urgent: bool
    """Whether it comes before the next assessment: the skill stands below the bar or the behaviour fails more often
    than not, and nothing was practised since."""


def exercise(desk: Desk, found: Readiness, candidates: Sequence[ScenarioId]) -> Exercise | None:
    """Choose among these the one that asks most often for the weakest behaviour and is due; None where none is.

    What is weak is read from the assessments that count alone: practice is for trying things out.
    """
    now = found.verdict.at
    # To have been assessed in it counts as well: what is repeated after growing pauses is kept longer.
    played = {name: found.gathered.played.get(name, _NEVER) for name in candidates}
    ready = [name for name in candidates if _is_due(played[name], now)]
    shown = (moment for mastery in found.verdict.skills.values() for moment in mastery.moments)
    for weakness in weaknesses(shown, desk.library.bar().prior):
        asks = {name: _asks(desk.library.scenario(name).scenario, weakness) for name in ready}
        best = max((name for name in ready if asks[name]), key=lambda name: asks[name], default=None)
        if best is not None:
            return Exercise(
                scenario=best,
                reason=_reason(desk, weakness, asks[best], played[best], now),
                urgent=_is_urgent(found, weakness),
            )
    return None


def _is_due(played: Played, now: datetime) -> bool:
    return played.last is None or due(played.finished, played.last) <= now


def _asks(scenario: Scenario, weakness: Weakness) -> int:
    """Count the turns at which the behaviour can be shown well."""
    key = f"{weakness.skill}.{weakness.indicator}"
    return sum(
        any(key in choice.shows and choice.shows[key].handled_well for choice in turn.choices)
        for turn in scenario.turns.values()
        if weakness.skill in turn.calls_for
    )


def _is_urgent(found: Readiness, weakness: Weakness) -> bool:
    below = found.verdict.skills[weakness.skill].standing is Standing.GAP
    return (below or weakness.missed > weakness.handled) and not _practised_since(found)


def _practised_since(found: Readiness) -> bool:
    """Tell whether something was practised to its end since the newest assessment that counts."""
    counting = {each.attempt for each in found.verdict.evidence}
    # In the order in which they were opened: clocks may stand wrong.
    places = [place for place, each in enumerate(found.gathered.evidence) if each.attempt in counting]
    after = found.gathered.evidence[max(places, default=-1) + 1 :]
    return bool(places) and any(each.purpose is Purpose.PRACTICE and each.ending for each in after)


def _reason(desk: Desk, weakness: Weakness, asks: int, played: Played, now: datetime) -> str:
    rubric = desk.library.rubrics().get(weakness.skill)
    indicator = rubric.indicators.get(weakness.indicator) if rubric else None
    what = indicator.title if indicator else weakness.indicator
    title = rubric.title if rubric else weakness.skill
    times = f"{weakness.handled} of {weakness.of} handled well in assessments"
    days = (now - played.last).days if played.last else 0
    again = f", and it is {counted(days, 'day')} since you last took it" if played.last else ""
    return f"{title}, “{what}”: {times}. {counted(asks, 'turn')} here {_ask(asks)} for it{again}."


def _ask(turns: int) -> str:
    return "asks" if turns == 1 else "ask"
