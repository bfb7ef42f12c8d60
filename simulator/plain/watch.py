"""Watch mode in plain lines: what lint says once, then with each save only what has changed."""

import os
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from typing import Final

from simulator.authoring.library import Library
from simulator.domain.ids import ScenarioId
from simulator.domain.problem import Placed, Severity
from simulator.plain.voice import QUIT, Voice
from simulator.usecases.bench import fresh
from simulator.usecases.linting import Linted, lint
from simulator.usecases.watching import scenario_of, stamps, touched

EVERY: Final = 0.5
"""Seconds between two looks at the times and sizes of the files."""

END: Final = "q"
"""What the end of input is heard as."""

Heard = Callable[[float], str | None]
"""Waits some seconds, or until the person has typed a line; returns it, q at the end of input, None where none came."""

CAN_BE_TYPED: Final = (
    "Here only q is answered: it ends this, as Ctrl+C does. Save a file to hear what has changed. "
    "What a problem means says: simulator explain CODE."
)
"""Said after any other line."""


def watch(library: Library, scenario: ScenarioId | None, voice: Voice, heard: Heard | None) -> int:
    """Say what lint finds in a scenario, or in the whole library, then what each save changes, until it is ended.

    Where nobody can end it, look once and return 1 if there was any error; else 0.
    """
    seen = stamps(library.root)
    before = _linted(library, scenario)
    for problem in _told(before):
        voice.say(str(problem))
    voice.say(before.summary)
    if heard is None:
        return 1 if before.of(Severity.ERROR) else 0
    voice.say("Waiting for you to save. Ctrl+C, q or the end of input ends this.")
    voice.rest()
    with suppress(KeyboardInterrupt):
        while (typed := heard(EVERY)) not in QUIT:
            if typed:
                voice.say(CAN_BE_TYPED)
                voice.rest()
            now = stamps(library.root)
            if any(_concerns(library, scenario, file) for file in touched(seen, now)):
                after = _linted(library, scenario)
                _say_change(voice, before, after)
                before = after
            seen = now
    voice.say("Stopped watching.")
    return 0


def standard_input() -> Heard:
    """Listen in the background for the lines of standard input, and for its end."""
    lines: Queue[str] = Queue()

    def listen() -> None:
        # Straight from the system: a reader that is still waiting when the program ends would hold Python's own lock.
        with suppress(OSError):
            while typed := os.read(sys.stdin.fileno(), 1024):
                for line in typed.decode(errors="replace").splitlines():
                    lines.put(line.strip().lower())
        lines.put(END)

    def heard(seconds: float) -> str | None:
        try:
            return lines.get(timeout=seconds)
        except Empty:
            return None

    threading.Thread(target=listen, daemon=True).start()
    return heard


def changes(before: Iterable[Placed], after: Iterable[Placed]) -> Iterator[str]:
    """Yield in a line each what is mended and what is new; a problem that only moved to another line is neither.

    The lines at which mended ones stood are no more, so those that say the same are counted.
    """
    old, new = _known(before), _known(after)
    were = Counter(key[:3] for key in old)
    gone = Counter(key[:3] for key in old if key not in new)
    yield from (f"mended: {said[0]}: {said[1]} {said[2]}{_times(gone[said], were[said])}" for said in gone)
    yield from (f"new: {problem}" for key, problem in new.items() if key not in old)


def _times(gone: int, of: int) -> str:
    if of == 1:
        return ""
    return f" ({gone} times)" if gone == of else f" ({gone} of {of})"


def _known(problems: Iterable[Placed]) -> dict[tuple[str, str, str, int], Placed]:
    """Name each problem by what it says; those that say the same are told apart by counting."""
    times: Counter[tuple[str, str, str]] = Counter()
    known: dict[tuple[str, str, str, int], Placed] = {}
    for problem in problems:
        said = (problem.file, problem.code, problem.message)
        known[*said, times[said]] = problem
        times[said] += 1
    return known


def _linted(library: Library, scenario: ScenarioId | None) -> Linted:
    return lint(fresh(library), (library.root / "scenarios" / scenario,) if scenario else ())


def _told(linted: Linted) -> tuple[Placed, ...]:
    return tuple(problem for problem in linted.problems if problem.severity is not Severity.NOTE)


def _say_change(voice: Voice, before: Linted, after: Linted) -> None:
    for line in changes(_told(before), _told(after)):
        voice.say(line)
    voice.say(after.summary)
    voice.rest()


def _concerns(library: Library, scenario: ScenarioId | None, file: Path) -> bool:
    """Tell whether a file can change what is said: those of other scenarios cannot, rubrics can."""
    return scenario is None or scenario_of(library.root, file) in {None, scenario}
