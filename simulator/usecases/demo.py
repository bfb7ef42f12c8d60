"""Throw-away records of some example people, labelled as such, to look around in."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from simulator.domain.attempt import Rep
from simulator.domain.rubric import Level
from simulator.domain.scenario import Choice, Purpose
from simulator.usecases.desk import Desk
from simulator.usecases.people import join
from simulator.usecases.report import rendered, report, team
from simulator.usecases.talk import Talk, begin, choose


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An example person and how they tend to choose."""

    name: str
    well: float
    """How often they take one of the better choices, 0 to 1."""
    practised: int
    """Practice conversations they have had."""
    assessed: bool
    """Whether they have taken the assessments."""
    slips_in: int = 0
    """The assessment, counted from 1, from which on they make a critical error as soon as they can; 0 for none."""


_ASSESSMENTS = 7
"""Assessments that an example person has taken: enough to decide, and all of them before today."""

EXAMPLES = (
    Example(name="Ana (example)", well=0.92, practised=3, assessed=True),
    Example(name="Bilal (example)", well=0.5, practised=2, assessed=True),
    Example(name="Chidi (example)", well=0.7, practised=1, assessed=False),
    # Last, so that the others' luck stays what it was.
    Example(name="Dora (example)", well=0.9, practised=1, assessed=True, slips_in=6),
)
"""The people of the demo."""


@dataclass(slots=True)
class _Calendar:
    """A clock that the demo moves by itself, so that its evidence lies some days apart."""

    at: datetime

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=20)
        return self.at


def demo_desk(desk: Desk) -> tuple[Desk, tuple[Rep, ...]]:
    """Make a desk on records in memory, with what the example people have done."""
    from simulator.records.memory import MemoryRecords

    records = MemoryRecords()
    # Long enough ago for all conversations of each of them to lie before today.
    start = desk.now() - timedelta(days=12)
    # A fixed start: the demo looks the same each time.
    chance = random.Random(12)  # noqa: S311 - example people, not secrets
    acting = replace(desk, open_records=lambda: records)
    people = tuple(_act(acting, example, chance, _Calendar(start)) for example in EXAMPLES)
    return replace(desk, open_records=lambda: records, example=True), people


def write_reports(desk: Desk, people: tuple[Rep, ...]) -> Iterator[str]:
    """Write the demo's reports as pages into a folder of their own; say where."""
    folder = Path(mkdtemp(prefix="simulator-demo-"))
    pages: dict[str, Callable[[], str]] = {"team": lambda: rendered(team(desk), "html")}
    pages |= {person.typed: partial(_page, desk, person) for person in people}
    for name, write in pages.items():
        place = folder / f"{name}.html"
        place.write_text(write(), encoding="utf-8")
        yield f"Example report: {place}"


def _page(desk: Desk, person: Rep) -> str:
    return rendered(report(desk, person), "html")


def _act(desk: Desk, example: Example, chance: random.Random, calendar: _Calendar) -> Rep:
    desk = replace(desk, now=calendar)
    rep = join(desk, example.name)
    summaries = desk.library.summaries()
    practice = [summary.id for summary in summaries if summary.purpose is Purpose.PRACTICE][: example.practised]
    assessments = [summary.id for summary in summaries if summary.purpose is Purpose.ASSESSMENT][:_ASSESSMENTS]
    taken = assessments if example.assessed else []
    # A small library of somebody's own may have fewer.
    before = min(example.slips_in, len(taken)) - 1 if example.slips_in else len(taken)
    careful, slipped = {*practice, *taken[:before]}, False
    for scenario in (*practice, *taken):
        calendar.at += timedelta(hours=20)
        slips = scenario not in careful and not slipped
        talk = begin(desk, rep, scenario, seed=chance.randrange(2**32))
        slipped = _talk(desk, example, talk, chance, slips=slips) or slipped
    return rep


def _talk(desk: Desk, example: Example, talk: Talk, chance: random.Random, *, slips: bool) -> bool:
    """Have a conversation to its end; whoever slips does it once, as soon as they can. Return whether they did."""
    slipped = False
    while not talk.ended:
        offered = talk.conversation.offered(talk.trail.position, talk.attempt.seed)
        critical = [choice for choice in offered if choice.critical is not None]
        now = slips and not slipped and bool(critical)
        choice = critical[0] if now else _pick(offered, example.well, chance)
        slipped = slipped or now
        talk = choose(desk, talk, choice.id)
    return slipped


def _pick(offered: Sequence[Choice], well: float, chance: random.Random) -> Choice:
    """Take one of the better choices as often as this person would."""
    better = [choice for choice in offered if _is_good(choice)]
    # Whoever does not slip shows what a level means; a block by a critical error would stand before all of it.
    worse = [choice for choice in offered if not _is_good(choice) and choice.critical is None]
    pool = better if better and (chance.random() < well or not worse) else worse or better
    return chance.choice(pool or offered)


def _is_good(choice: Choice) -> bool:
    return all(level >= Level.EFFECTIVE for level in choice.shows.values()) and choice.critical is None
