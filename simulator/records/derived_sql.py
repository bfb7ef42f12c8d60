"""The derived table in a SQL database; see `derived`."""

from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from functools import partial
from typing import Final

from sqlalchemy import Connection, Integer, bindparam, case, cast, delete, func, insert, literal, select, update

from simulator.domain.evidence import AttemptEvidence
from simulator.domain.ids import AttemptId, RepId, ScenarioId
from simulator.records.derived import (
    OWED,
    Assessment,
    InNumbers,
    Past,
    Played,
    Row,
    TeamLine,
    TeamNow,
    can_be_kept,
    counts_text,
    critical_text,
    evidence_in_numbers,
)
from simulator.records.derived_queries import (
    ASIDE,
    ASSESSMENTS,
    LOOKED_AT,
    NAMED,
    NAMES,
    PLAYED,
    TEAM,
    TEAM_AFRESH,
    UP_TO,
)
from simulator.records.queries import hold
from simulator.records.rows import moment, stamp
from simulator.records.schema import attempts, evidence, intentions, moves

_MANY: Final = 500
"""How many values one query may name: databases set a limit."""

_IN_ONE_GO: Final = 10_000
"""Rows that are fetched at once where there may be any number."""

Reading = Callable[[], AbstractContextManager[Connection]]
Writing = Callable[[Callable[[Connection], None]], None]


class SqlDerived:
    """What is derived, kept in the database that holds the moves."""

    def __init__(self, reading: Reading, write: Writing) -> None:
        self._reading = reading
        self._write = write

    def keep(self, shown: Sequence[InNumbers], rules: int) -> bool:
        """Keep what attempts show; tell whether whoever asks may."""
        kept = [each for each in shown if can_be_kept(each.evidence)]
        if kept and not self._allowed():
            return False
        for start in range(0, len(kept), _MANY):
            part = {each.evidence.attempt: each for each in kept[start : start + _MANY]}
            self._write(partial(_keep, shown=part, rules=rules))
        return len(kept) == len(shown)

    def _allowed(self) -> bool:
        with self._reading() as connection:
            if connection.dialect.name != "postgresql":
                return True
            right = "SELECT has_column_privilege('evidence', 'rules', 'UPDATE')"
            return bool(connection.exec_driver_sql(right).scalar())

    def owed(self, rep: RepId | None, rules: int) -> tuple[AttemptId, ...]:
        """Return the attempts, of one rep or of all, whose row says nothing, in the order they were opened."""
        # Found first and named then: else a database may go through all of the rep's attempts for their order.
        query = select(evidence.c.attempt).where(evidence.c.rules != rules)
        with self._reading() as connection:
            places = connection.execute(query if rep is None else query.where(evidence.c.rep == rep)).scalars().all()
            names = (
                connection.execute(NAMES.where(attempts.c.place.in_(places[start : start + _MANY])))
                for start in range(0, len(places), _MANY)
            )
            named = {row[0]: AttemptId(row[1]) for rows in names for row in rows}
        return tuple(named[place] for place in sorted(named))

    def team(self, rules: int) -> TeamNow:
        """Return all that is needed to judge most of a team."""
        lines: dict[RepId, TeamLine] = {}
        with self._reading() as connection:
            for query in (TEAM, TEAM_AFRESH):
                rows = connection.execution_options(yield_per=_IN_ONE_GO).execute(query, {"rules": rules})
                for rep, owed, told in rows:
                    lines[RepId(rep)] = TeamLine(RepId(rep), bool(owed), told or "")
            # Read in the same moment: else a row could become owed in between, and be missing here alone.
            # It comes once for each of the rep's assessments that were looked at.
            found = {row[0]: Row._make(row[1:]) for row in connection.execute(LOOKED_AT, {"rules": rules})}
        looked_at: dict[RepId, list[AttemptEvidence]] = {}
        for row in found.values():
            looked_at.setdefault(RepId(row.rep), []).append(evidence_in_numbers(row))
        return TeamNow(list(lines.values()), looked_at)

    def assessments(self, reps: Collection[RepId], rules: int) -> dict[RepId, list[Assessment]]:
        """Return the assessments of these reps, in the order they were opened."""
        found: dict[RepId, list[Assessment]] = {rep: [] for rep in reps}
        names = list(found)
        with self._reading() as connection:
            for start in range(0, len(names), _MANY):
                part = names[start : start + _MANY]
                aside = _set_aside(connection, part)
                query = ASSESSMENTS.where(evidence.c.rep.in_(part))
                for place, version, *fields in connection.execute(query):
                    row = Row._make(fields)
                    found[RepId(row.rep)].append(
                        Assessment(
                            attempt=AttemptId(row.id),
                            first_sight=bool(row.first_sight),
                            evidence=evidence_in_numbers(row) if version == rules else None,
                            aside=place <= aside.get(row.rep, 0),
                        )
                    )
        return found

    def past(self, rep: RepId, rules: int) -> Past:
        """Return what all of a rep's attempts come to."""
        with self._reading() as connection:
            played = {
                ScenarioId(scenario): (Played(finished, moment(last) if last else None), newest)
                for scenario, finished, last, *newest in connection.execute(PLAYED, {"rep": rep, "rules": rules})
            }
            wanted = [place for _, newest in played.values() for place in newest if place]
            wanted_too = [*wanted, *connection.execute(UP_TO, {"rep": rep}).scalars()]
            # Two questions: put as one with "or", a database reads all of the rep's rows for it.
            asked = (ASSESSMENTS.where(evidence.c.rep == rep), NAMED.where(evidence.c.attempt.in_(wanted_too)))
            found = {row[0]: Row._make(row[2:]) for query in asked for row in connection.execute(query)}
        rows = sorted(found.items())
        return Past(
            firsts=frozenset(AttemptId(row.id) for _, row in rows if row.first_sight and row.purpose == "assessment"),
            practice=tuple(evidence_in_numbers(row) for place, row in rows if place in wanted),
            played={scenario: each for scenario, (each, _) in played.items() if each.finished},
            order=tuple(AttemptId(row.id) for _, row in rows),
        )

    def forget(self) -> None:
        """Throw everything away: all is owed."""
        self._write(_forget)


def _set_aside(connection: Connection, reps: Sequence[RepId]) -> dict[str, int]:
    """Return, for each rep who started afresh, the place of the newest attempt that this set aside."""
    query = ASIDE.where(intentions.c.rep.in_(reps))
    return {row[0]: row[1] for row in connection.execute(query)}


def _keep(connection: Connection, shown: dict[AttemptId, InNumbers], rules: int) -> None:
    # Held as by whoever adds a move: a move that is on its way is waited for, and seen.
    for attempt in sorted(shown):
        hold(connection, f"attempt {attempt}")
    opened = select(attempts.c.place, attempts.c.id).where(attempts.c.id.in_(shown))
    places = {row.place: AttemptId(row.id) for row in connection.execute(opened)}
    newest = select(moves.c.attempt, func.max(moves.c.number)).where(moves.c.attempt.in_(places))
    numbers = {row[0]: row[1] for row in connection.execute(newest.group_by(moves.c.attempt))}
    values = [
        {
            "of": place,
            "rules": rules,
            "last": stamp(shown[attempt].evidence.last),
            "ending": shown[attempt].evidence.ending,
            "skills": counts_text(shown[attempt].evidence),
            "critical": critical_text(shown[attempt].evidence.critical),
        }
        for place, attempt in places.items()
        if numbers.get(place, 0) == shown[attempt].moves
    ]
    if values:
        connection.execute(update(evidence).where(evidence.c.attempt == bindparam("of")), values)


def _forget(connection: Connection) -> None:
    connection.execute(delete(evidence))
    first = func.min(attempts.c.place).over(partition_by=(attempts.c.rep, attempts.c.scenario))
    columns = ["rep", "scenario", "attempt", "purpose", "first_sight", "rules"]
    owed = select(
        attempts.c.rep,
        attempts.c.scenario,
        attempts.c.place,
        attempts.c.purpose,
        cast(case((attempts.c.place == first, 1), else_=0), Integer),
        literal(OWED),
    )
    connection.execute(insert(evidence).from_select(columns, owed))
