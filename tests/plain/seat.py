"""A seat in plain mode: what is typed goes in at once, what is said can be read line by line."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tui.shelf import PRACTICE, desk, scenario

from simulator.domain.attempt import Move
from simulator.domain.ids import ScenarioId
from simulator.domain.scenario import Purpose, Scenario
from simulator.plain.play import play
from simulator.plain.session import sit_down
from simulator.plain.voice import Voice
from simulator.usecases.desk import Desk
from simulator.usecases.people import join

FRESH = scenario(Purpose.ASSESSMENT, "fresh", title="Usage fell by half")
"""The assessment that is on the shelf."""

WARM_UP = scenario(name="warm-up", title="The coffee machine")
"""What a newcomer begins with."""


@dataclass(frozen=True)
class Heard:
    """All that was written."""

    raw: str
    """Exactly as it was written."""
    typed: tuple[str, ...]
    desk: Desk

    @property
    def lines(self) -> list[str]:
        """Line by line; prompts and the answers behind them are lines too."""
        return self.raw.splitlines()

    def after(self, *answers: str) -> list[str]:
        """What was said after these answers were last typed in a row, up to the next prompt."""
        prompts = [number for number, line in enumerate(self.lines) if line.startswith(">")]
        count = len(answers)
        last = max(end for end in range(count, len(self.typed) + 1) if self.typed[end - count : end] == answers)
        return self.lines[prompts[last - 1] + 1 : [*prompts, len(self.lines)][last]]

    def moves(self) -> list[Move]:
        """Every move that is recorded."""
        return [recorded.move for attempt in self.desk.records.attempts() for recorded in attempt.moves]


def spoken(answers: tuple[str, ...], act: Callable[[Voice], object]) -> str:
    """Let someone type these answers and nothing more; return all that was written."""
    written: list[str] = []
    left: Iterator[str] = iter(f"{answer}\n" for answer in answers)
    act(Voice(lambda: next(left, ""), written.append, lambda: None, echo=True))
    return "".join(written)


def at_play(
    *answers: str, what: Scenario = PRACTICE, here: Desk | None = None, rep: str = "Ana", purpose: Purpose | None = None
) -> Heard:
    """Play one conversation, from its briefing on."""
    place = here or desk(what)
    raw = spoken(
        answers,
        lambda voice: play(place, voice, lambda: join(place, rep), ScenarioId(what.id), purpose=purpose, seed=1),
    )
    return Heard(raw, answers, place)


def at_home(*answers: str, folder: Path, here: Desk | None = None, rep: str | None = "Ana") -> Heard:
    """Sit down at home; with no rep it is the first run."""
    place = here or desk()
    person = join(place, rep) if rep else None
    raw = spoken(answers, lambda voice: sit_down(place, voice, folder / "settings.json", person))
    return Heard(raw, answers, place)
