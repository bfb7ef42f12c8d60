"""What the board says of each person, in however much detail: a group, a word for each skill, who shows them."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from simulator.assessment.words import percent
from simulator.domain.attempt import Rep
from simulator.domain.verdict import Standing, VerdictKind


class Group(StrEnum):
    """Where somebody stands, in a word or two."""

    READY = "Ready"
    CLOSE = "Close"
    BUILDING = "Building"
    NOT_YET = "Not yet"
    BLOCKED = "Blocked"
    EXPIRED = "Expired"
    NOT_STARTED = "Not started"


class Filter(StrEnum):
    """Whom the board shows."""

    ALL = "all"
    READY = "ready"
    CLOSE = "close"
    BUILDING = "building"
    NOT_YET = "not yet"
    BLOCKED = "blocked"
    LAPSING = "lapsing"
    """Ready for no more than 14 days, or expired: both need fresh evidence."""
    NOT_STARTED = "not started"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardCell:
    """One person's standing in one skill."""

    title: str
    standing: Standing
    word: str
    first: float | None = None
    """The estimated share handled well, 0 to 1, after the first assessment; None where it did not show the skill."""
    latest: float | None = None
    """The same by all that counts now; None where nothing does."""

    @property
    def course(self) -> str:
        """The way from first to latest; empty where nothing was seen, one number where there is one assessment."""
        if self.first is None or self.latest is None:
            return ""
        latest = percent(self.latest)
        return latest if self.first == self.latest else f"{percent(self.first).removesuffix(' %')} → {latest}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBoard:
    """One person on the board, in brief."""

    rep: Rep
    group: Group
    lapsing: bool
    """Whether they are ready for no more than 14 days."""
    cells: tuple[BoardCell, ...]
    """One for each skill of the bar, in its order."""
    decided: str
    """The decision that stands beside the verdict, in a sentence; empty where none does."""

    @property
    def word(self) -> str:
        """The group, and whether it is soon over."""
        return "Ready, lapsing" if self.lapsing else str(self.group)

    @property
    def filters(self) -> frozenset[Filter]:
        """Every filter that shows this person."""
        return _shown_by(self.group, lapsing=self.lapsing)


@cache
def _shown_by(group: Group, *, lapsing: bool) -> frozenset[Filter]:
    if group is Group.EXPIRED:
        return frozenset({Filter.ALL, Filter.LAPSING})
    return frozenset({Filter.ALL, Filter[group.name], *([Filter.LAPSING] if lapsing else [])})


def group_of(kind: VerdictKind, cells: tuple[BoardCell, ...], *, begun: bool) -> Group:
    """Say where somebody stands; `begun` tells whether any assessment has shown anything of them."""
    match kind:
        case VerdictKind.READY:
            return Group.READY
        case VerdictKind.NOT_YET:
            return Group.NOT_YET
        case VerdictKind.BLOCKED:
            return Group.BLOCKED
        case VerdictKind.EXPIRED:
            return Group.EXPIRED
        case VerdictKind.NOT_ENOUGH if not begun:
            return Group.NOT_STARTED
        case VerdictKind.NOT_ENOUGH:
            return Group.CLOSE if {cell.word for cell in cells} <= {"Ready", "Close"} else Group.BUILDING


def shows(seen: OnBoard, chosen: Filter, name: str) -> bool:
    """Tell whether somebody is on show under a filter and a part of a name or handle, whatever its case."""
    typed = name.casefold().strip()
    return chosen in seen.filters and (typed in seen.rep.name.casefold() or typed in seen.rep.typed)
