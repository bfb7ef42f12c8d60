"""Removing a person from the records, and from this computer's settings."""

from dataclasses import dataclass, replace
from pathlib import Path

from simulator.domain.attempt import Rep
from simulator.domain.ids import RepId
from simulator.reports.wording import counted
from simulator.usecases.desk import Desk
from simulator.usecases.settings import Settings, load_settings, save_settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was removed, and what this program cannot remove."""

    sentence: str
    copies: tuple[Path, ...]
    """Copies of the records file that still hold the person."""


def about_erasing(desk: Desk, rep: Rep) -> str:
    """Say what erasing somebody would do."""
    attempts = len(desk.records.attempts(rep.id))
    return (
        f"Erasing {rep.name} removes the name, what was written of them in reviews and decisions, and their name from "
        f"what they wrote of others. {counted(attempts, 'attempt')} stay{'s' if attempts == 1 else ''}, under an id "
        "that says nothing, so that scenarios keep their statistics. It cannot be taken back."
    )


def erase(desk: Desk, rep: Rep, settings_file: Path, place: Path | None) -> Erased:
    """Remove a person for good. `place` is the records file, where the records are one."""
    desk.records.erase(rep.id, RepId(f"r-{desk.fresh_id()}"), desk.now())
    settings = load_settings(settings_file)[0]
    if settings.rep in (rep.id, rep.typed):
        save_settings(settings_file, replace(settings, rep=Settings().rep, goal=Settings().goal))
    copies = sorted(place.parent.glob(f"{place.name}.before-*")) if place else []
    return Erased(sentence=f"{rep.name} is erased, and every chain of records still holds.", copies=tuple(copies))
