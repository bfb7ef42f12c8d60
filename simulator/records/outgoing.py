"""All rows about one rep or about all, in an order in which each stands behind those that it needs.

Read a few hundred at a time: what is held meanwhile does not grow with the records.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection, select

from simulator.domain.ids import AttemptId, Digest, RepId
from simulator.records import queries
from simulator.records.bundle_rows import Erasure, Person, Said, Value
from simulator.records.rows import Opening, Step
from simulator.records.schema import attempts, documents, erasures, moves, people, reps

_PAGE = 200
"""Attempts read at once, with their moves."""
_STEP = [moves.c[name] for name in Step._fields]
_OPENING = [attempts.c[name] for name in Opening._fields]


def rows(connection: Connection, of: RepId | None) -> Iterator[Value]:
    """Return the rows about one rep or about all."""
    yield from _documents(connection, of)
    yield from _people(connection, of)
    yield from _attempts(connection, of)
    mine = None if of is None else [AttemptId(opening.id) for _, opening in queries.openings(connection, of)]
    yield from (look for _, look in queries.looks(connection, mine))
    yield from queries.rulings(connection, of)
    yield from queries.intents(connection, of)


def _documents(connection: Connection, of: RepId | None) -> Iterator[Value]:
    query = select(documents.c.digest)
    if of is not None:
        query = query.where(documents.c.digest.in_(select(attempts.c.content).where(attempts.c.rep == of)))
    # Sorted here: each PostgreSQL server sorts by a language of its own.
    for digest in sorted(connection.execute(query).scalars()):
        document = queries.document(connection, Digest(digest))
        assert document is not None
        yield document


def _people(connection: Connection, of: RepId | None) -> Iterator[Value]:
    query = select(reps.c.id, reps.c.joined, people.c.name, people.c.handle)
    query = query.select_from(reps.outerjoin(people, people.c.rep == reps.c.id))
    found = connection.execute(query if of is None else query.where(reps.c.id == of))
    yield from sorted((Person._make(row) for row in found), key=itemgetter(0))
    # Joined: on a team's server everybody sees whose pseudonyms these are, but not everybody those people.
    gone = select(erasures.c.rep, erasures.c.at).join(reps, reps.c.id == erasures.c.rep).order_by(erasures.c.place)
    for row in connection.execute(gone if of is None else gone.where(erasures.c.rep == of)).all():
        yield Erasure._make(row)


def _attempts(connection: Connection, of: RepId | None) -> Iterator[Value]:
    last = 0
    while True:
        query = select(attempts.c.place, *_OPENING).where(attempts.c.place > last)
        query = query if of is None else query.where(attempts.c.rep == of)
        page = connection.execute(query.order_by(attempts.c.place).limit(_PAGE)).all()
        if not page:
            return
        steps = _steps(connection, [row[0] for row in page])
        for row in page:
            opening = Opening._make(row[1:])
            yield opening
            yield from (Said(opening.id, step) for step in steps.get(row[0], ()))
        last = page[-1][0]


def _steps(connection: Connection, places: Sequence[int]) -> dict[int, list[Step]]:
    query = select(moves.c.attempt, *_STEP).where(moves.c.attempt.in_(places))
    found = connection.execute(query.order_by(moves.c.attempt, moves.c.number))
    return {place: [Step._make(row[1:]) for row in group] for place, group in groupby(found, key=itemgetter(0))}
