"""A rep's verdict in brief from their line of counts alone, where nothing else matters."""

import gc
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from datetime import datetime

from simulator.assessment.in_brief import OTHER, Blocked, Brief, Coded, InBrief, stamped
from simulator.domain.evidence import NONE, Counts
from simulator.domain.ids import SkillId
from simulator.domain.rubric import Bar
from simulator.records.derived import BETWEEN, MOMENT, went
from simulator.usecases.readiness import UNDER_WAY

Found = tuple[InBrief, bool]
"""A rep's verdict, and whether any assessment has shown anything of them, however long ago."""


@contextmanager
def no_collecting() -> Generator[None]:
    """Let Python not look for circles meanwhile: there are none in hundreds of thousands of small values."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


_Read = tuple[bool, bool, bool, tuple[Coded, ...] | None]
"""How a conversation went: whether it ended, whether with a critical error, whether it showed anything at first sight,
and its counts for each skill of the bar where they count."""


class ByCounts:
    """One look at a team: at one moment, by one bar. What is worked out for one rep is remembered for the next."""

    def __init__(self, bar: Bar, at: datetime) -> None:
        self._bar = bar
        self._rested = stamped(at - UNDER_WAY)
        # Nobody has looked at an error: so no clean assessment counts yet.
        self._not_looked_at = (False, bar.clean_after_critical)
        self.brief = Brief(bar, at)
        self._known: dict[str, _Read] = {}

    def one(self, told: str) -> Found:
        """Decide on a rep by their line, which is empty where they have begun no assessment."""
        lasts, coded, begun, errors = self._assessed(told)
        return self.brief.verdict(lasts, coded, self._not_looked_at if errors else None), begun

    def looked_at(self, told: str, blocked: Blocked | None) -> Found:
        """Decide on a rep by their line and by what is left of errors that a trainer has looked at."""
        lasts, coded, begun, _ = self._assessed(told)
        return self.brief.verdict(lasts, coded, blocked), begun

    def _assessed(self, told: str) -> tuple[list[str], list[tuple[Coded, ...]], bool, bool]:
        lasts: list[str] = []
        coded: list[tuple[Coded, ...]] = []
        begun = errors = False
        rested, known = self._rested, self._known
        for each in told.split(BETWEEN) if told else ():
            last, text = each[:MOMENT], each[MOMENT:]
            ended, critical, shown, codes = known.get(text) or self._read(text)
            if ended or last <= rested:
                errors = errors or critical
                begun = begun or shown
                if codes is not None:
                    lasts.append(last)
                    coded.append(codes)
        return lasts, coded, begun, errors

    def coded(self, told: Mapping[SkillId, Counts]) -> tuple[Coded, ...]:
        """Return an assessment's counts for each skill of the bar, as the brief takes them."""
        codes = tuple([self.brief.code(told.get(skill, NONE)) for skill in self._bar.skills])
        return codes if any(codes) or not told else (OTHER,) * len(codes)

    def _read(self, text: str) -> _Read:
        read = went(text)
        codes = self.coded(read.counts) if read.first_sight and not read.aside else None
        found = self._known[text] = (read.ended, read.critical, read.first_sight and bool(read.counts), codes)
        return found
