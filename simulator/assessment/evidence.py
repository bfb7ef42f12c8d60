"""What one attempt shows: the only place that decides what counts as a moment."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from simulator.domain.attempt import Attempt
from simulator.domain.evidence import AttemptEvidence, CriticalError, Moment, Shown, Step
from simulator.domain.ids import SkillId
from simulator.domain.scenario import Choice, Scenario


def evidence_of(
    attempt: Attempt,
    scenario: Scenario,
    steps: Sequence[Step],
    open_turn: str | None,
    opened_at: datetime,
    ending: str | None,
    *,
    first_sight: bool,
) -> AttemptEvidence:
    """Collect what a replayed attempt shows.

    `steps` are the standing choices in order, `open_turn` is the turn now in front of the rep (None once
    ended), reached at `opened_at`. KeyError where a step does not fit the scenario.
    """
    answers = _first_visits(steps)
    unanswered = {} if open_turn is None or open_turn in answers else {open_turn: opened_at}
    return AttemptEvidence(
        attempt=attempt.id,
        scenario=attempt.scenario,
        content=attempt.content,
        purpose=attempt.purpose,
        first_sight=first_sight,
        started=attempt.started,
        last=steps[-1].at if steps else attempt.started,
        ending=ending,
        moments=tuple(_moments(attempt, scenario, answers, unanswered, first_sight=first_sight)),
        critical=tuple(_critical_errors(attempt, scenario, steps)),
    )


def _first_visits(steps: Iterable[Step]) -> dict[str, Step]:
    # Only the first visit to a turn counts: a loop must not farm evidence.
    first: dict[str, Step] = {}
    for step in steps:
        first.setdefault(step.turn, step)
    return first


def _moments(
    attempt: Attempt,
    scenario: Scenario,
    answers: Mapping[str, Step],
    unanswered: Mapping[str, datetime],
    *,
    first_sight: bool,
) -> Iterator[Moment]:
    """Make one moment for each skill that each turn calls for; a moment left open has no answer."""

    def moments_at(turn: str, at: datetime, choice: Choice | None) -> Iterator[Moment]:
        for skill in dict.fromkeys(scenario.turns[turn].calls_for):
            yield Moment(
                attempt=attempt.id,
                scenario=attempt.scenario,
                content=attempt.content,
                purpose=attempt.purpose,
                first_sight=first_sight,
                skill=skill,
                turn=turn,
                at=at,
                shown=_shown(choice, skill) if choice else None,
            )

    for turn, step in answers.items():
        yield from moments_at(turn, step.at, scenario.turns[turn].choice(step.choice))
    for turn, at in unanswered.items():
        yield from moments_at(turn, at, None)


def _shown(choice: Choice, skill: SkillId) -> Shown | None:
    """Return what the choice shows of a skill by its first tag for it; None where it shows nothing of it."""
    for tag, level in choice.shows.items():
        tagged, _, indicator = tag.partition(".")
        if tagged == skill:
            return Shown(indicator=indicator, level=level, choice=choice.id)
    return None


def _critical_errors(attempt: Attempt, scenario: Scenario, steps: Iterable[Step]) -> Iterator[CriticalError]:
    """Find every critical error: unlike evidence, one on a later visit is no less an error."""
    for step in steps:
        error = scenario.turns[step.turn].choice(step.choice).critical
        if error is not None:
            yield CriticalError(
                attempt=attempt.id,
                scenario=attempt.scenario,
                purpose=attempt.purpose,
                error=error,
                turn=step.turn,
                choice=step.choice,
                at=step.at,
            )
