"""How many reps stand where in each skill, as pieces of one line."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from simulator.reports.team_views import Slice, Spread, TeamLine
from simulator.reports.wording import STANDING_WORDS, counted, listed, tone_of

_ROOM: Final = 0.05
"""The smallest share of the line that has room for its number."""


def spreads(skills: Sequence[str], lines: Sequence[TeamLine]) -> tuple[Spread, ...]:
    """Count each skill's standings; `skills` are the titles, in the order of each line's cells."""
    return tuple(_spread(title, [line.cells[place].word for line in lines]) for place, title in enumerate(skills))


def _spread(title: str, words: Sequence[str]) -> Spread:
    counts = Counter(words)
    slices = tuple(_slices([counts[word] for word in STANDING_WORDS]))
    return Spread(
        title=title,
        slices=slices,
        label=f"Of {counted(len(words), 'rep')}: {listed([_said(each) for each in slices if each.reps])}.",
    )


def _said(piece: Slice) -> str:
    return f"{piece.reps} {piece.word.lower()}"


def _slices(counts: Sequence[int]) -> Iterator[Slice]:
    whole = sum(counts) or 1
    for word, reps, end in zip(STANDING_WORDS, counts, accumulate(counts), strict=True):
        yield Slice(
            word=word,
            tone=tone_of(word),
            reps=reps,
            text=counted(reps, "rep"),
            left=_place((end - reps) / whole),
            right=_place(end / whole),
            middle=_place((end - reps / 2) / whole),
            label=str(reps) if reps / whole >= _ROOM else "",
        )


def _place(share: float) -> str:
    return f"{share * 100:.2f}%"
