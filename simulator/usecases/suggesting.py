"""The next best conversation, and why it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.domain.scenario import Difficulty, Purpose
from simulator.domain.verdict import NextStep, Verdict
from simulator.usecases.debrief import skill_title
from simulator.usecases.desk import Desk
from simulator.usecases.practice import exercise
from simulator.usecases.readiness import Readiness
from simulator.usecases.shelf import Progress, ScenarioRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One conversation, and why it."""

    scenario: ScenarioRow
    reason: str


def suggest(desk: Desk, found: Readiness, rows: Sequence[ScenarioRow]) -> tuple[Suggestion, ...]:
    """Return the next best conversation, and as a second one the best of the other kind, where there is one.

    What was begun comes first, then the way through practice. From then on assessment and practice take turns: an
    assessment shows which behaviour is weakest, practice works on that one, the next assessment shows it again.
    """
    found_all = list(_suggestions(desk, found, rows))
    first = found_all[:1]
    other = [each for each in found_all[1:] if each.scenario.purpose is not first[0].scenario.purpose]
    return (*first, *other[:1])


def _suggestions(desk: Desk, found: Readiness, rows: Sequence[ScenarioRow]) -> Iterator[Suggestion]:
    """Yield reasonable next conversations, the best first."""
    yield from (
        Suggestion(scenario=row, reason=f"You stopped in the middle: {first(row.customer)} is still waiting.")
        for row in rows
        if row.progress is Progress.OPEN
    )
    practice = [row for row in rows if row.purpose is Purpose.PRACTICE and row.progress is not Progress.OPEN]
    # Whoever has talked with somebody already knows the keys.
    begun = bool(found.gathered.seen)
    whole = [row for row in practice if not (begun and row.level is Difficulty.FOUNDATION)]
    yield from (
        Suggestion(scenario=row, reason=_practice_reason(row)) for row in whole if row.progress is Progress.FRESH
    )
    weakest = exercise(desk, found, [row.id for row in whole])
    practise = [
        Suggestion(scenario=row, reason=weakest.reason) for row in whole if weakest and row.id == weakest.scenario
    ]
    if weakest is not None and weakest.urgent:
        yield from practise
    if found.verdict.next is not None:
        yield from _assessments(desk, found.verdict, found.verdict.next, rows)
    yield from practise
    yield from (
        Suggestion(scenario=row, reason=_keep_warm(found)) for row in sorted(practice, key=lambda row: row.times)
    )


def _keep_warm(found: Readiness) -> str:
    if found.verdict.next is None:
        return "No fresh assessment helps you now; keep the skill warm here."
    return "Practice is private: nothing here counts for or against you."


def _assessments(desk: Desk, verdict: Verdict, ahead: NextStep, rows: Sequence[ScenarioRow]) -> Iterator[Suggestion]:
    mastery = verdict.skills[ahead.skill]
    title = skill_title(desk, ahead.skill)
    stands = f"{mastery.handled} of {mastery.met} handled well so far" if mastery.met else "nothing seen yet"
    more = f"{mastery.more_moments} more moment{'' if mastery.more_moments == 1 else 's'}"
    needs = f", at least {more} needed" if mastery.more_moments else ""
    for row in rows:
        if row.id == ahead.scenario:
            gives = f"{first(row.customer)} gives you {_moments(ahead.moments)}, and would tell most."
            yield Suggestion(scenario=row, reason=f"{title} is least certain: {stands}{needs}. {gives}")


def _moments(number: int) -> str:
    return "1 moment" if number == 1 else f"{number} moments"


def _practice_reason(row: ScenarioRow) -> str:
    lead = row.teaches.strip() or "You have not met this customer."
    return f"{lead} Practice is private: try things out."


def first(name: str) -> str:
    """Return a person's first name."""
    return name.split(maxsplit=1)[0] if name.split() else name
