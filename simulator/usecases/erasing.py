"""Removing a person from the records, and from this computer's settings."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from simulator.domain.attempt import Rep
from simulator.domain.ids import RepId
from simulator.domain.namesakes import by_name
from simulator.reports.wording import counted
from simulator.usecases.desk import Desk
from simulator.usecases.people import told
from simulator.usecases.refusal import Refused
from simulator.usecases.settings import Settings, load_settings, save_settings

LONGEST: Final = 36_500
"""Days for which records can be kept at most: a hundred years."""

CARRIED: Final = (
    "Files that `simulator records export` wrote, and reports that were exported, still hold them: delete those that "
    "you keep, and ask whoever was sent one to do the same."
)
"""What is said once somebody is erased: no program can reach what was carried elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was removed, and what this program cannot remove."""

    sentence: str
    copies: tuple[Path, ...]
    """Copies of the records file that still hold the person."""
    left: tuple[str, ...]
    """What stays beside the records, in words: on a team's server, a login that could not be dropped."""


def about_erasing(desk: Desk, rep: Rep) -> str:
    """Say what erasing somebody would do."""
    attempts = len(desk.records.attempts(rep.id))
    login = " Their login on the server is dropped, if they have one." if desk.access.guarded else ""
    return (
        f"Erasing {told(desk, rep)} removes the name, "
        "what was written of them in reviews and decisions, and their name from "
        f"what they wrote of others. {counted(attempts, 'attempt')} stay{'s' if attempts == 1 else ''}, under an id "
        f"that says nothing, so that scenarios keep their statistics.{login} It cannot be taken back. Files that were "
        "exported, sent or received before still hold them."
    )


def inactive(desk: Desk, days: int) -> tuple[Rep, ...]:
    """List those of whom nothing was recorded for so many days, by name; Refused where that is no number of days."""
    if not 1 <= days <= LONGEST:
        raise Refused(f"Keep records for 1 to {LONGEST} days.")
    before = desk.now() - timedelta(days=days)
    return tuple(sorted((rep for rep in desk.records.reps() if _newest(desk, rep) < before), key=by_name))


def _newest(desk: Desk, rep: Rep) -> datetime:
    """Return when something was last recorded of somebody, by them or about them."""
    attempts = desk.records.attempts(rep.id)
    moments = [move.at for attempt in attempts for move in attempt.moves] + [attempt.started for attempt in attempts]
    told = (*desk.records.decisions(rep.id), *desk.records.intentions(rep.id))
    return max((*moments, *(each.at for each in told)), default=rep.joined)


def erase(desk: Desk, rep: Rep, settings_file: Path, place: Path | None) -> Erased:
    """Remove a person for good. `place` is the records file, where the records are one."""
    left = desk.records.erase(rep.id, RepId(f"r-{desk.fresh_id()}"), desk.now())
    settings = load_settings(settings_file)[0]
    if settings.rep in (rep.id, rep.typed):
        save_settings(settings_file, replace(settings, rep=Settings().rep, goal=Settings().goal))
    copies = sorted(place.parent.glob(f"{place.name}.before-*")) if place else []
    return Erased(
        sentence=f"{rep.name} is erased, and every chain of records still holds.", copies=tuple(copies), left=left
    )
