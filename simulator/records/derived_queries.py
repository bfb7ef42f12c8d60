"""What is asked of the derived table in a SQL database; see `derived_sql`."""

from typing import Final

from sqlalchemy import Select, bindparam, case, func, literal, select
from sqlalchemy.sql.elements import ColumnElement

from simulator.records.derived import BETWEEN, SIGNS
from simulator.records.schema import attempts, evidence, intentions, reviews

_ENDED: Final = evidence.c.ending.is_not(None)
_ROW: Final = (
    evidence.c.rep,
    attempts.c.id,
    evidence.c.scenario,
    attempts.c.content,
    evidence.c.purpose,
    evidence.c.first_sight,
    attempts.c.started,
    evidence.c.last,
    evidence.c.ending,
    evidence.c.skills,
    evidence.c.critical,
)
"""The columns of a Row, in its order."""

NAMES: Final = select(attempts.c.place, attempts.c.id)
"""What each attempt is called."""

NAMED: Final = (
    # Place and rules first, then a Row.
    select(evidence.c.attempt, evidence.c.rules, *_ROW)
    .join(attempts, attempts.c.place == evidence.c.attempt)
    .order_by(evidence.c.attempt)
)

ASSESSMENTS: Final = NAMED.where(evidence.c.purpose == "assessment")
"""The rows of assessments alone."""

UP_TO: Final = (
    select(attempts.c.place)
    .join(intentions, intentions.c.up_to == attempts.c.id)
    .where(intentions.c.rep == bindparam("rep"), attempts.c.rep == bindparam("rep"))
)
"""The attempts up to which a rep's fresh starts go."""


def _newest(which: ColumnElement[bool]) -> ColumnElement[int]:
    chosen = which & (evidence.c.purpose == "practice")
    return func.max(case((chosen, evidence.c.attempt)))


ASIDE: Final = (
    select(intentions.c.rep, func.max(attempts.c.place).label("up_to"))
    .join(attempts, attempts.c.id == intentions.c.up_to)
    .where(intentions.c.kind == "fresh-start", attempts.c.rep == intentions.c.rep)
    .group_by(intentions.c.rep)
)
"""Whoever started afresh, with the place of the newest attempt that this set aside."""


def _sign(aside: ColumnElement[int]) -> ColumnElement[str]:
    """Say by a letter what there is beside the counts; see `SIGNS`."""
    ended = case((_ENDED, 2), else_=0)
    critical = case((evidence.c.critical != "", 1), else_=0)
    return func.substr(SIGNS, 1 + aside + 4 * evidence.c.first_sight + ended + critical, 1)


def _lines(aside: ColumnElement[int]) -> Select[str, int, str]:
    return (
        select(
            evidence.c.rep,
            func.max(case((evidence.c.rules != bindparam("rules"), 1), else_=0)),
            func.aggregate_strings(evidence.c.last + _sign(aside) + evidence.c.skills, BETWEEN),
        )
        .where(evidence.c.purpose == "assessment")
        .group_by(evidence.c.rep)
    )


TEAM: Final = _lines(literal(0))
"""For each rep their id, whether anything is owed, and their line; as if nobody had started afresh."""

_AFRESH: Final = ASIDE.subquery()

TEAM_AFRESH: Final = _lines(case((evidence.c.attempt <= _AFRESH.c.up_to, 8), else_=0)).join(
    _AFRESH, _AFRESH.c.rep == evidence.c.rep
)
"""The same for whoever started afresh; for a whole team, to look for it would take as long as the rest."""

_LOOK: Final = (
    # By attempts first: else a database goes through everybody's attempts to find the few that were looked at.
    select(reviews.c.attempt, func.min(reviews.c.at).label("at")).group_by(reviews.c.attempt).subquery()
)
_THEIRS: Final = attempts.alias()

LOOKED_AT: Final = (
    select(evidence.c.attempt, *_ROW)
    .join(attempts, attempts.c.place == evidence.c.attempt)
    .join(_THEIRS, _THEIRS.c.rep == evidence.c.rep)
    .join(_LOOK, _LOOK.c.attempt == _THEIRS.c.place)
    .where(
        evidence.c.purpose == "assessment",
        evidence.c.rules == bindparam("rules"),
        (evidence.c.critical != "") | (attempts.c.started > _LOOK.c.at),
    )
)
"""Place and Row of what decides on errors that were looked at; more than once where several of a rep's were."""

PLAYED: Final = (
    select(
        evidence.c.scenario,
        func.count(evidence.c.ending),
        func.max(case((_ENDED, evidence.c.last))),
        _newest(_ENDED),
        _newest(evidence.c.ending.is_(None)),
    )
    .where(evidence.c.rep == bindparam("rep"), evidence.c.rules == bindparam("rules"))
    .group_by(evidence.c.scenario)
)
"""For each scenario of a rep: how often finished, when last, the newest practice that ended and that did not."""
