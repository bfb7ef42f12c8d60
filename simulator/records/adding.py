"""Adding rows to the tables: whoever adds first locks what they add to, and reads where its chain stands."""

from sqlalchemy import Connection, insert

from simulator.domain.attempt import Attempt, Recorded, Rep, Review
from simulator.domain.decision import Decision
from simulator.domain.ids import AttemptId
from simulator.domain.intention import FreshStart, Intention
from simulator.records import queries, schema
from simulator.records.admission import (
    admit_opening,
    admit_rep,
    admit_step,
    admit_steps,
    key_elsewhere,
    no_attempt,
    no_document,
    no_rep,
)
from simulator.records.decisions import next_ruling
from simulator.records.intentions import next_intent
from simulator.records.rows import look_of, stamp


def add_rep(connection: Connection, rep: Rep) -> None:
    """Add a person who is not there yet."""
    if admit_rep(rep, queries.rep(connection, rep.id), queries.rep_called(connection, rep.typed)):
        connection.execute(insert(schema.reps), {"id": rep.id, "joined": stamp(rep.joined)})
        connection.execute(insert(schema.people), {"rep": rep.id, "handle": rep.typed, "name": rep.name})


def begin(connection: Connection, attempt: Attempt) -> None:
    """Open an attempt, and add those of its moves that are yet to be added."""
    if not queries.lock_rep(connection, attempt.rep):
        raise no_rep(attempt.rep)
    if queries.document(connection, attempt.content) is None:
        raise no_document(attempt.content)
    opened = queries.opening(connection, attempt.id, lock=True)
    new = admit_opening(attempt, opened[1] if opened else None, queries.newest_link(connection, attempt.rep))
    if new is not None:
        connection.execute(insert(schema.attempts), new._asdict())
        opened = queries.opening(connection, attempt.id)
    assert opened is not None
    place, opening = opened
    steps = admit_steps(opening, queries.steps(connection, place), attempt.moves)
    if steps:
        taken = queries.taken_keys(connection, [step.key for step in steps])
        if taken:
            raise key_elsewhere(taken[0])
        connection.execute(insert(schema.moves), [{"attempt": place, **step._asdict()} for step in steps])


def add(connection: Connection, attempt: AttemptId, recorded: Recorded) -> None:
    """Add the next move of an attempt."""
    opened = queries.opening(connection, attempt, lock=True)
    if opened is None:
        raise no_attempt(attempt)
    place, opening = opened
    holder = queries.step_of_key(connection, recorded.key)
    if holder and holder[0] != place:
        raise key_elsewhere(recorded.key)
    last = queries.last_step(connection, place)
    step = admit_step(opening, last, holder[1] if holder else None, recorded)
    if step is not None:
        connection.execute(insert(schema.moves), {"attempt": place, **step._asdict()})


def add_review(connection: Connection, review: Review) -> None:
    """Add a review, unless the very same is there."""
    opened = queries.opening(connection, review.attempt, lock=True)
    if opened is None:
        raise no_attempt(review.attempt)
    place, opening = opened
    looks = [look for _, look in queries.looks(connection, [review.attempt])]
    look = look_of(review, looks[-1].link if looks else opening.link)
    if look[:-1] not in [stored[:-1] for stored in looks]:
        connection.execute(insert(schema.reviews), {**look._asdict(), "attempt": place})


def add_decision(connection: Connection, decision: Decision) -> None:
    """Add a decision, unless the very same is there."""
    if not queries.lock_rep(connection, decision.rep):
        raise no_rep(decision.rep)
    ruling = next_ruling(decision, queries.rulings(connection, decision.rep))
    if ruling is not None:
        connection.execute(insert(schema.decisions), ruling._asdict())


def add_intention(connection: Connection, intention: Intention) -> None:
    """Add an intention, unless the very same is there."""
    if not queries.lock_rep(connection, intention.rep):
        raise no_rep(intention.rep)
    if isinstance(intention, FreshStart) and queries.opening(connection, intention.up_to) is None:
        raise no_attempt(intention.up_to)
    intent = next_intent(intention, queries.intents(connection, intention.rep))
    if intent is not None:
        connection.execute(insert(schema.intentions), intent._asdict())
