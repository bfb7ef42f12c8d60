"""A screen that reads what its author saves, as soon as it is saved, without keeping the keys waiting."""

import asyncio
from functools import partial

from simulator.authoring.library import Library
from simulator.domain.ids import ScenarioId
from simulator.tui.memory import settle_memory
from simulator.tui.screens.page import Page
from simulator.tui.sitting import Sitting
from simulator.usecases.bench import Bench, all_checked, checked, covered, fresh, opened
from simulator.usecases.bench_files import FileRow, file_rows
from simulator.usecases.watching import Stamps, stamps, touched

EVERY = 0.5
"""Seconds between two looks at the times and sizes of the files."""


class Reading(Page):
    """A bench whose files are watched."""

    def __init__(self, sitting: Sitting, scenario: ScenarioId | None) -> None:
        super().__init__(sitting)
        self.bench = Bench()
        self.files: tuple[FileRow, ...] = ()
        self.looked = False
        """Whether lint has looked at the open scenario."""
        self.wanted = scenario
        """The scenario that is open, or is just being read."""
        self._stamps: Stamps = {}
        self._looking = False
        self._told = ""
        """What was said when the scenario was read last."""

    @property
    def library(self) -> Library:
        """The library, as it was when the program started: for its place only."""
        return self.sitting.desk.library

    def on_mount(self) -> None:
        """Begin to watch, and read what is asked for; Textual itself calls this method of every class."""
        self._stamps = stamps(self.library.root)
        self.set_interval(EVERY, self.look)
        self.read(self.wanted)

    def look(self) -> None:
        """Look whether anything was saved, unless somebody still does."""
        if not self._looking:
            self._looking = True
            self.aside(self._look, group="look")

    async def _look(self) -> None:
        now = await asyncio.to_thread(stamps, self.library.root)
        changed = touched(self._stamps, now)
        self._stamps, self._looking = now, False
        if changed:
            self.read(self.wanted)

    def read(self, scenario: ScenarioId | None) -> None:
        """Read a scenario and all that lint says, each as soon as it is there; what was still being read is dropped."""
        if scenario != self.wanted:
            self.looked = False
        self.wanted = scenario
        self.aside(partial(self._read, scenario), group="read", exclusive=True)

    async def _read(self, scenario: ScenarioId | None) -> None:
        try:
            if scenario is not None:
                await self._read_one(scenario)
            found = await asyncio.to_thread(all_checked, self.library)
            self.bench = self.bench.with_found(found)
            self.files = await asyncio.to_thread(file_rows, fresh(self.library), self.bench)
        except Exception as problem:
            if not self.answer(problem):
                raise
            return
        self.looked = True
        self.show_files()
        self.show_problems()

    async def _read_one(self, scenario: ScenarioId) -> None:
        """Show the conversation first, then what lint says of it."""
        now = await asyncio.to_thread(opened, self.library, scenario)
        self.bench, note = self.bench.after_reading(now)
        self.files = await asyncio.to_thread(file_rows, fresh(self.library), self.bench)
        self.show_files()
        self.show_talk()
        # What was said of something else stays; what was said of the version before does not.
        if note or self._told:
            self.note(note)
        self._told = note
        found = await asyncio.to_thread(checked, self.library, self.bench.found, scenario)
        self.bench, self.looked = self.bench.with_found(found), True
        self.files = await asyncio.to_thread(file_rows, fresh(self.library), self.bench)
        self.show_files()
        self.show_problems()
        self.bench = self.bench.with_coverage(await asyncio.to_thread(covered, now))
        self.show_talk()
        self.call_after_refresh(settle_memory)

    def show_talk(self) -> None:
        """Show the conversation."""

    def show_files(self) -> None:
        """Show the files."""

    def show_problems(self) -> None:
        """Show the problems."""
