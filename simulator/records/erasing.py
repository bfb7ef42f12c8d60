"""Removing a person: their name and what was written of them go, what they did stays under another id.

The id may have been made of the name, so it goes too. All links that hold it are made anew, in one transaction, by
the program itself: the chain holds afterwards as it did before, and no copy elsewhere can be joined to it by id.
"""

from datetime import datetime
from typing import Final

from sqlalchemy import Connection, delete, insert, update

from simulator.domain.ids import RepId
from simulator.records import queries, schema
from simulator.records.admission import no_rep
from simulator.records.chain import first_link
from simulator.records.decisions import ruling_link
from simulator.records.intentions import intent_link
from simulator.records.protocol import Conflict
from simulator.records.rows import Look, kept_name, look_link, opening_link, stamp, step_link, without
from simulator.records.schema import attempts, decisions, erasures, evidence, intentions, moves, people, reps, reviews

_REWRITTEN: Final = (attempts, moves, reviews, decisions, intentions, reps)
"""Tables whose rows are rewritten: for that their triggers are away until the end of the transaction."""


def erase(connection: Connection, rep: RepId, pseudonym: RepId, at: datetime) -> tuple[str, ...]:
    """Remove a person; what they did stays under the pseudonym. Return the logins that are off a team's list by it."""
    person = queries.rep(connection, rep)
    if person is None or not person.name:
        raise no_rep(rep)
    if queries.rep(connection, RepId(kept_name(pseudonym, "a pseudonym"))) is not None:
        raise Conflict(f"the pseudonym {pseudonym} is taken; draw another")
    _let_change(connection)
    connection.execute(insert(reps), {"id": pseudonym, "joined": stamp(person.joined)})
    connection.execute(delete(people).where(people.c.rep == rep))
    logins = _strike_off(connection, rep)
    _attempts(connection, rep, pseudonym)
    connection.execute(update(evidence).where(evidence.c.rep == rep).values(rep=pseudonym))
    _decisions(connection, rep, pseudonym, person.name)
    _intentions(connection, rep, pseudonym)
    _reviews(connection, pseudonym, person.name)
    connection.execute(delete(reps).where(reps.c.id == rep))
    connection.execute(insert(erasures), {"rep": pseudonym, "at": stamp(at)})
    _keep_from_change(connection)
    return logins


def _attempts(connection: Connection, rep: RepId, pseudonym: RepId) -> None:
    """Move the attempts to the pseudonym, and make their links and those of their moves anew."""
    previous = first_link(pseudonym)
    for place, opening in queries.openings(connection, rep):
        renamed = opening._replace(rep=pseudonym, previous=previous)
        renamed = renamed._replace(link=opening_link(renamed))
        connection.execute(update(attempts).where(attempts.c.place == place).values(**renamed._asdict()))
        link = previous = renamed.link
        for step in queries.steps(connection, place):
            link = step_link(link, step)
            here = (moves.c.attempt == place) & (moves.c.number == step.number)
            connection.execute(update(moves).where(here).values(link=link))


def _reviews(connection: Connection, pseudonym: RepId, name: str) -> None:
    """Take away what was written at the person's attempts, and their own name where they looked at others'."""
    mine = dict(queries.openings(connection, pseudonym))
    openings = dict(queries.openings(connection, None))
    links = {place: opening.link for place, opening in openings.items()}
    for place, number, look in queries.looks_by_number(connection):
        reason, reviewer = without(name, look.reason, look.reviewer, theirs=place in mine)
        blank = look._replace(reason=reason, reviewer=reviewer)
        links[place] = look_link(links[place], blank)
        _keep_look(connection, number, blank._replace(link=links[place]), look)


def _keep_look(connection: Connection, number: int, new: Look, old: Look) -> None:
    if new != old:
        values = {key: value for key, value in new._asdict().items() if key != "attempt"}
        connection.execute(update(reviews).where(reviews.c.place == number).values(**values))


def _decisions(connection: Connection, rep: RepId, pseudonym: RepId, name: str) -> None:
    """Move the decisions about the person to the pseudonym, without their reasons; take their name from others'."""
    links: dict[str, str] = {}
    for number, ruling in queries.rulings_by_number(connection):
        mine = ruling.rep == rep
        reason, decider = without(name, ruling.reason, ruling.decider, theirs=mine)
        new = ruling._replace(rep=pseudonym if mine else ruling.rep, reason=reason, decider=decider)
        new = new._replace(link=ruling_link(links.get(new.rep) or first_link(RepId(new.rep)), new))
        links[new.rep] = new.link
        if new != ruling:
            connection.execute(update(decisions).where(decisions.c.place == number).values(**new._asdict()))


def _intentions(connection: Connection, rep: RepId, pseudonym: RepId) -> None:
    link = first_link(pseudonym)
    for number, intent in queries.intents_by_number(connection, rep):
        link = intent_link(link, intent._replace(rep=pseudonym))
        new = intent._replace(rep=pseudonym, link=link)
        connection.execute(update(intentions).where(intentions.c.place == number).values(**new._asdict()))


def _let_change(connection: Connection) -> None:
    for table in _REWRITTEN:
        if connection.dialect.name == "sqlite":
            for verb in ("update", "delete"):
                connection.exec_driver_sql(f"DROP TRIGGER {table.name}_no_{verb}")
        else:
            connection.exec_driver_sql(f"ALTER TABLE {table.name} DISABLE TRIGGER {table.name}_append_only")


def _keep_from_change(connection: Connection) -> None:
    for table in _REWRITTEN:
        if connection.dialect.name == "sqlite":
            for statement in schema.append_only(table.name, "sqlite"):
                connection.exec_driver_sql(statement)
        else:
            connection.exec_driver_sql(f"ALTER TABLE {table.name} ENABLE TRIGGER {table.name}_append_only")


def _strike_off(connection: Connection, rep: RepId) -> tuple[str, ...]:
    """Take them off the list of a team's server, where there is one."""
    if connection.dialect.name != "postgresql":
        return ()
    from simulator.records import leaving

    return leaving.strike_off(connection, rep)
