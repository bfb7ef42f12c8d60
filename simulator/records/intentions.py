"""What reps set out to do as rows, and back; each rep's form a chain of their own."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from simulator.domain.ids import AttemptId, RepId, SkillId
from simulator.domain.intention import FreshStart, Goal, GoalDropped, Intention
from simulator.records.chain import link
from simulator.records.of_rep import flaws_by_rep, newest
from simulator.records.protocol import Flaw, RecordsError
from simulator.records.rows import kept_text, moment, stamp

_KINDS: dict[type[Intention], str] = {Goal: "goal", GoalDropped: "goal-dropped", FreshStart: "fresh-start"}


class Intent(NamedTuple):
    """An intention's row."""

    rep: str
    kind: str
    skill: str | None
    due: str | None
    up_to: str | None
    at: str
    link: str


def intent_link(previous: str, intent: Intent) -> str:
    """Compute the link that an intention's row should carry."""
    fields = intent._asdict()
    del fields["link"]
    return link(previous, {"record": "intention", **fields})


def next_intent(intention: Intention, stored: Sequence[Intent]) -> Intent | None:
    """Return the row of an intention after the rep's stored ones, or None where the very same is there."""
    goal = intention if isinstance(intention, Goal) else None
    intent = Intent(
        rep=intention.rep,
        kind=_KINDS[type(intention)],
        skill=kept_text(goal.skill, "the goal's skill") if goal and goal.skill else None,
        due=goal.due.isoformat() if goal else None,
        up_to=intention.up_to if isinstance(intention, FreshStart) else None,
        at=stamp(intention.at),
        link="",
    )
    if intent[:-1] in [each[:-1] for each in stored]:
        return None
    return intent._replace(link=intent_link(newest(intention.rep, stored), intent))


def intention_of(intent: Intent) -> Intention:
    """Return the intention that this row holds; RecordsError where no intention could have left such a row."""
    rep = RepId(intent.rep)
    try:
        at = moment(intent.at)
        if intent.kind == "goal":
            skill = SkillId(intent.skill) if intent.skill else None
            return Goal(rep=rep, skill=skill, due=date.fromisoformat(intent.due or ""), at=at)
        if intent.kind == "goal-dropped":
            return GoalDropped(rep=rep, at=at)
        if intent.kind == "fresh-start" and intent.up_to:
            return FreshStart(rep=rep, up_to=AttemptId(intent.up_to), at=at)
        problem = f"there is no kind {intent.kind!r} like this"
    except (ValueError, TypeError) as error:
        problem = str(error)
    raise RecordsError(
        f"what {intent.rep} set out to do was changed by something else than this program ({problem}); "
        "`simulator records verify` shows where"
    )


def intention_flaws(intents: Iterable[Intent]) -> Iterator[Flaw]:
    """Return the first intention of each rep that does not hold."""
    return flaws_by_rep(intents, intent_link, "goal or fresh start {number} of the rep")
