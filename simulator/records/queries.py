"""The questions asked of the tables, each answered with rows."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection, Select, func, select, true
from sqlalchemy.sql.elements import ColumnElement

from simulator.domain.attempt import Rep
from simulator.domain.ids import AttemptId, Digest, RepId
from simulator.domain.scenario import Purpose
from simulator.records.chain import first_link
from simulator.records.decisions import Ruling
from simulator.records.intentions import Intent
from simulator.records.locks import BRIEFLY
from simulator.records.protocol import Document
from simulator.records.rows import Look, Opening, Step, rep_of
from simulator.records.schema import attempts, decisions, documents, intentions, moves, people, reps, reviews
from simulator.records.verify import Stored

_REP = select(
    reps.c.id, func.coalesce(people.c.name, ""), reps.c.joined, func.coalesce(people.c.handle, "")
).select_from(reps.outerjoin(people, people.c.rep == reps.c.id))
_OPENING = [attempts.c[name] for name in Opening._fields]
_STEP = [moves.c[name] for name in Step._fields]
_LOOK = [attempts.c.id, *(reviews.c[name] for name in Look._fields[1:])]
_RULING = [decisions.c[name] for name in Ruling._fields]
_INTENT = [intentions.c[name] for name in Intent._fields]
_MANY = 500
"""How many values one query may name: databases set a limit."""


def rep(connection: Connection, sought: RepId) -> Rep | None:
    """Return the person of that id, or None."""
    row = connection.execute(_REP.where(reps.c.id == sought)).one_or_none()
    return rep_of(tuple(row)) if row else None


def rep_called(connection: Connection, handle: str) -> Rep | None:
    """Return the person of that handle, or None."""
    row = connection.execute(_REP.where(people.c.handle == handle)).one_or_none()
    return rep_of(tuple(row)) if row else None


def everyone(connection: Connection) -> list[Rep]:
    """Return everyone who has not been erased."""
    return [rep_of(row) for row in connection.execute(_REP.where(people.c.rep.is_not(None)))]


def lock_rep(connection: Connection, sought: RepId) -> bool:
    """Tell whether the person is there; nobody else opens an attempt of theirs until the end."""
    hold(connection, f"rep {sought}")
    return connection.execute(select(reps.c.id).where(reps.c.id == sought)).one_or_none() is not None


def hold_all(connection: Connection, *, alone: bool) -> None:
    """Write beside everybody else, or alone: who rewrites chains must not meet a writer that has read an old link."""
    if connection.dialect.name == "postgresql":
        shared = "" if alone else "_shared"
        connection.exec_driver_sql(
            f"SELECT {BRIEFLY}, pg_catalog.pg_advisory_xact_lock{shared}"
            "(pg_catalog.hashtextextended('all of ' || current_schema()::text, 0::bigint))"
        )


def hold(connection: Connection, what: str) -> None:
    """Let nobody else hold the same until the end; on SQLite a writer holds the whole file anyway.

    Not a lock on a row: that needs the right to change the row, which nobody on a team's server has.
    """
    if connection.dialect.name == "postgresql":
        # Named in full, with the type that is meant: another function of that name would be taken where it fits better.
        lock = "SELECT pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(%s::text, 0::bigint))"
        connection.exec_driver_sql(lock, (what,))


def document(connection: Connection, digest: Digest) -> Document | None:
    """Return the text of that digest, or None."""
    row = connection.execute(select(documents).where(documents.c.digest == digest)).one_or_none()
    return Document(digest=Digest(row.digest), kind=row.kind, name=row.name, text=row.text) if row else None


def document_row(document: Document) -> dict[str, str]:
    """Return a text as its table takes it."""
    return {"digest": document.digest, "kind": document.kind, "name": document.name, "text": document.text}


def texts(connection: Connection) -> dict[str, str]:
    """Return every text by its digest."""
    rows = connection.execute(select(documents.c.digest, documents.c.text))
    return {row.digest: row.text for row in rows}


def opening(connection: Connection, attempt: AttemptId, *, lock: bool = False) -> tuple[int, Opening] | None:
    """Return an attempt's place and row; with a lock, nobody else adds to it until the end."""
    if lock:
        hold(connection, f"attempt {attempt}")
    row = connection.execute(select(attempts.c.place, *_OPENING).where(attempts.c.id == attempt)).one_or_none()
    return (row[0], Opening._make(row[1:])) if row else None


def openings(connection: Connection, of: RepId | None, purpose: Purpose | None = None) -> list[tuple[int, Opening]]:
    """Return places and rows of the attempts, of one rep or of all, in the order they were opened."""
    query = select(attempts.c.place, *_OPENING).where(_for(purpose)).order_by(attempts.c.place)
    rows = connection.execute(query if of is None else query.where(attempts.c.rep == of))
    return [(row[0], Opening._make(row[1:])) for row in rows]


def _for(purpose: Purpose | None) -> ColumnElement[bool]:
    return true() if purpose is None else attempts.c.purpose == purpose.value


def newest_link(connection: Connection, of: RepId) -> str:
    """Return the link of the rep's newest attempt, or what their first one is tied to."""
    query = select(attempts.c.link).where(attempts.c.rep == of).order_by(attempts.c.place.desc()).limit(1)
    return connection.execute(query).scalar() or first_link(of)


def steps(connection: Connection, place: int) -> list[Step]:
    """Return an attempt's moves, in order."""
    query = select(*_STEP).where(moves.c.attempt == place).order_by(moves.c.number)
    return [Step._make(row) for row in connection.execute(query)]


def last_step(connection: Connection, place: int) -> Step | None:
    """Return an attempt's last move, or None."""
    query = select(*_STEP).where(moves.c.attempt == place).order_by(moves.c.number.desc()).limit(1)
    row = connection.execute(query).one_or_none()
    return Step._make(row) if row else None


def step_of_key(connection: Connection, key: str) -> tuple[int, Step] | None:
    """Return the move of that key with its attempt's place, or None."""
    row = connection.execute(select(moves.c.attempt, *_STEP).where(moves.c.key == key)).one_or_none()
    return (row[0], Step._make(row[1:])) if row else None


def taken_keys(connection: Connection, keys: Sequence[str]) -> list[str]:
    """Return those of the keys that already stand for a move."""
    parts = (keys[start : start + _MANY] for start in range(0, len(keys), _MANY))
    queries = (select(moves.c.key).where(moves.c.key.in_(part)) for part in parts)
    return [key for query in queries for key in connection.execute(query).scalars()]


def steps_by_place(connection: Connection, of: RepId | None, purpose: Purpose | None = None) -> dict[int, list[Step]]:
    """Return the moves of one rep or of all by their attempt's place, in order: one query for all."""
    query: Select[tuple[object, ...]] = select(moves.c.attempt, *_STEP)
    if of is not None or purpose is not None:
        query = query.join(attempts, attempts.c.place == moves.c.attempt).where(_for(purpose))
    if of is not None:
        query = query.where(attempts.c.rep == of)
    rows = connection.execute(query.order_by(moves.c.attempt, moves.c.number))
    return {place: [Step._make(row[1:]) for row in group] for place, group in groupby(rows, key=itemgetter(0))}


def looks(connection: Connection, of: Sequence[AttemptId] | None) -> list[tuple[int, Look]]:
    """Return the reviews with their attempt's place, of these attempts or of all, oldest first."""
    query = select(reviews.c.attempt, *_LOOK).join(attempts, attempts.c.place == reviews.c.attempt)
    if of is not None and len(of) <= _MANY:
        query = query.where(attempts.c.id.in_(of))
    rows = connection.execute(query.order_by(reviews.c.place))
    wanted = None if of is None else set(of)
    found = [(row[0], Look._make(row[1:])) for row in rows]
    return [(place, look) for place, look in found if wanted is None or look.attempt in wanted]


def rulings(connection: Connection, of: RepId | None) -> list[Ruling]:
    """Return the decisions, about one rep or about all, in the order they were added."""
    query = select(*_RULING).order_by(decisions.c.place)
    rows = connection.execute(query if of is None else query.where(decisions.c.rep == of))
    return [Ruling._make(row) for row in rows]


def intents(connection: Connection, of: RepId | None) -> list[Intent]:
    """Return what one rep or all set out to do, in the order it was added."""
    query = select(*_INTENT).order_by(intentions.c.place)
    rows = connection.execute(query if of is None else query.where(intentions.c.rep == of))
    return [Intent._make(row) for row in rows]


def looks_by_number(connection: Connection) -> list[tuple[int, int, Look]]:
    """Return every review with its attempt's place and its own, oldest first."""
    query = select(reviews.c.attempt, reviews.c.place, *_LOOK).join(attempts, attempts.c.place == reviews.c.attempt)
    rows = connection.execute(query.order_by(reviews.c.place))
    return [(place, number, Look._make(look)) for place, number, *look in map(tuple, rows)]


def rulings_by_number(connection: Connection) -> list[tuple[int, Ruling]]:
    """Return every decision with its place, oldest first."""
    rows = connection.execute(select(decisions.c.place, *_RULING).order_by(decisions.c.place))
    return [(row[0], Ruling._make(row[1:])) for row in rows]


def intents_by_number(connection: Connection, of: RepId) -> list[tuple[int, Intent]]:
    """Return what a rep set out to do, each with its place, oldest first."""
    query = select(intentions.c.place, *_INTENT).where(intentions.c.rep == of).order_by(intentions.c.place)
    return [(row[0], Intent._make(row[1:])) for row in connection.execute(query)]


def stored(connection: Connection) -> list[Stored]:
    """Return every attempt's rows in the order they were opened, then moves whose attempt is gone."""
    all_steps = steps_by_place(connection, None)
    all_looks: dict[int, list[Look]] = {}
    for place, look in looks(connection, None):
        all_looks.setdefault(place, []).append(look)
    whole = [
        Stored(opening=row, steps=all_steps.pop(place, ()), looks=all_looks.get(place, ()))
        for place, row in openings(connection, None)
    ]
    return whole + [Stored(opening=None, steps=steps, looks=()) for steps in all_steps.values()]
