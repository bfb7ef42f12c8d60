"""A team of which somebody stands in each place of the board, in an office's records."""

from dataclasses import replace
from datetime import timedelta

from office import NAMES, Office, Strict
from tui import shelf

from simulator.domain.ids import ScenarioId
from simulator.domain.scenario import Purpose, Scenario
from simulator.usecases.desk import Desk
from simulator.usecases.people import join
from simulator.usecases.talk import begin, choose

EVERYBODY = (
    "Bea Building", "Bo Blocked", "Carl Close", "Eve Expired", "Lena Lapsing", "Nils Notyet", "Nora New", "Rita Ready",
)  # fmt: skip
"""The team by name."""


def mild(name: str) -> Scenario:
    """An assessment in which no answer is a critical error."""
    whole = shelf.scenario(Purpose.ASSESSMENT, name, title=f"Title of {name}")
    turns = {
        place: replace(turn, choices=tuple(replace(choice, critical=None) for choice in turn.choices))
        for place, turn in whole.turns.items()
    }
    return replace(whole, turns=turns)


class Team(Office):
    """The office, with three conversations more in which poor answers are only poor."""

    def desk(self) -> Desk:
        desk = super().desk()
        more = (desk.library.scenario(ScenarioId(name)).scenario for name in NAMES)
        return replace(desk, library=Strict((*more, *map(mild, ("mild-1", "mild-2", "mild-3")))))

    def fumbles(self, name: str) -> None:
        """Let somebody answer everything poorly, three times."""
        desk = self.desk()
        for which in ("mild-1", "mild-2", "mild-3"):
            talk = begin(desk, join(desk, name), ScenarioId(which))
            for turn in ("first", "second", "third"):
                talk = choose(desk, talk, f"{turn}-worse")


def assemble(place: str) -> Team:
    """Let people take assessments until somebody stands in each place of the board."""
    team = Team(place)
    for name, days in (("Eve Expired", 20), ("Lena Lapsing", 48)):
        for which in range(1, len(NAMES) + 1):
            team.takes(name, which)
        team.today += timedelta(days=days)
    team.takes("Bea Building", 1, "better")
    team.takes("Bo Blocked", 1, "better worse better")
    for which in (1, 2, 3):
        team.takes("Carl Close", which)
    team.rep("Nora New")
    team.fumbles("Nils Notyet")
    for which in range(1, len(NAMES) + 1):
        team.takes("Rita Ready", which)
    return team
