"""Watch mode in plain lines: what lint says once, then with each save only what has changed."""

import os
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
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

Ended = Callable[[float], bool]
"""Waits some seconds, or until the person has ended it; tells whether they have."""


def watch(library: Library, scenario: ScenarioId | None, voice: Voice, ended: Ended | None) -> int:
    """Say what lint finds in a scenario, or in the whole library, then what each save changes, until it is ended.

    Where nobody can end it, look once and return 1 if there was any error; else 0.
    """
    seen = stamps(library.root)
    before = _linted(library, scenario)
    for problem in _told(before):
        voice.say(str(problem))
    voice.say(before.summary)
    if ended is None:
        return 1 if before.of(Severity.ERROR) else 0
    voice.say("Waiting for you to save. Ctrl+C, q or the end of input ends this.")
    voice.rest()
    with suppress(KeyboardInterrupt):
        while not ended(EVERY):
            now = stamps(library.root)
            if any(_concerns(library, scenario, file) for file in touched(seen, now)):
                after = _linted(library, scenario)
                _say_change(voice, before, after)
                before = after
            seen = now
    voice.say("Stopped watching.")
    return 0


def standard_input_ends() -> Ended:
    """Listen in the background for the end of standard input, or for a q."""
    ended = threading.Event()

    def listen() -> None:
        # Straight from the system: a reader that is still waiting when the program ends would hold Python's own lock.
        with suppress(OSError):
            while (typed := os.read(sys.stdin.fileno(), 1024)) and typed.strip().decode(errors="replace") not in QUIT:
                pass
        ended.set()

    threading.Thread(target=listen, daemon=True).start()
    return ended.wait


def changes(before: Iterable[Placed], after: Iterable[Placed]) -> Iterator[str]:
    """Yield in a line each what is mended and what is new; a problem that only moved to another line is neither."""
    old, new = _known(before), _known(after)
    yield from (f"mended: {key[0]}: {key[1]} {key[2]}" for key in old if key not in new)
    yield from (f"new: {problem}" for key, problem in new.items() if key not in old)


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
