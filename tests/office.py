"""A team's records on the disk, eight assessments, and a clock that travels."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from tui import shelf

from simulator.domain.attempt import Rep
from simulator.domain.ids import ScenarioId
from simulator.domain.rubric import Bar
from simulator.domain.scenario import Purpose
from simulator.domain.verdict import VerdictKind, kind_of
from simulator.records.open import open_records
from simulator.usecases.desk import Desk
from simulator.usecases.people import join
from simulator.usecases.readiness import readiness
from simulator.usecases.report import rendered, report
from simulator.usecases.talk import begin, choose

NAMES = tuple(f"call-{number}" for number in range(1, 9))


class Strict(shelf.Shelf):
    """The shelf, with a bar that asks for three clean assessments after a critical error."""

    def bar(self) -> Bar:
        return replace(super().bar(), clean_after_critical=3)


@dataclass
class Office:
    """A team's records on the disk, a clock that travels, and the command line before them."""

    place: str
    today: datetime = datetime(2026, 3, 2, 9, tzinfo=UTC)

    def desk(self) -> Desk:
        scenarios = tuple(shelf.scenario(Purpose.ASSESSMENT, name, title=f"Title of {name}") for name in NAMES)
        return Desk(
            library=Strict(scenarios), open_records=lambda: open_records(self.place), now=self.now, fresh_seed=lambda: 1
        )

    def now(self) -> datetime:
        self.today += timedelta(minutes=1)
        return self.today

    def takes(self, name: str, which: int, words: str = "better better better") -> None:
        """Let somebody take an assessment, two days after whatever was before."""
        self.today += timedelta(days=2)
        desk = self.desk()
        talk = begin(desk, join(desk, name), ScenarioId(NAMES[which - 1]))
        for turn, word in zip(("first", "second", "third"), words.split(), strict=False):
            talk = choose(desk, talk, f"{turn}-{word}")

    def rep(self, name: str = "Ana") -> Rep:
        return join(self.desk(), name)

    def kind(self, name: str = "Ana") -> VerdictKind:
        return kind_of(readiness(self.desk(), self.rep(name)).verdict)

    def report(self, form: str = "text", name: str = "Ana") -> str:
        return " ".join(rendered(report(self.desk(), self.rep(name)), form).split())
