"""What the report on a team says, with every number and word already decided: renderers only place it."""

from dataclasses import dataclass

from simulator.domain.verdict import VerdictKind
from simulator.reports.views import DecisionView, Fact, Share, When


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamCell:
    """One rep's standing in one skill."""

    skill: str
    word: str
    tone: str
    text: str
    """The word with the estimate: Close, 71 %."""
    estimate: str
    """The estimate in percent; empty while nothing has been seen."""
    likely: str
    """Between which shares it likely lies; empty while nothing has been seen."""
    handled: int
    met: int
    share: Share | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one rep's first and latest assessment showed of one skill."""

    skill: str
    shown: str
    """What was handled well in each: 2 of 3, then 4 of 4."""
    estimates: str
    """The estimates after each: 61 % then, 78 % now; empty where there are none to set side by side."""
    first: tuple[int, int] | None
    """Moments handled well and met in the first; None where it called for none."""
    latest: tuple[int, int] | None
    """The same in the latest; None also where there is only one."""
    first_estimate: float | None
    """The estimate after the first alone, 0 to 1; None where it called for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """One rep's first assessment beside their latest."""

    name: str
    first: When
    latest: When | None
    """None where there is only one."""
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamLine:
    """One rep on the team board."""

    name: str
    rep: str
    kind: VerdictKind
    verdict: str
    note: str
    """What to know next about this rep; empty where the verdict says it all."""
    cells: tuple[TeamCell, ...]
    until: When | None
    newest: When | None
    """Their latest assessment; None where there is none."""
    decision: DecisionView | None
    """The decision that stands beside the verdict; None where none does."""
    journey: Journey | None
    """None where no assessment has given evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """The reps who stand alike in one skill, as a piece of a line from 0 to 100 (percent of the drawing's width)."""

    word: str
    tone: str
    reps: int
    text: str
    """The number in words: 3 reps."""
    left: str
    right: str
    middle: str
    label: str
    """The number at the piece; empty where it is too small to hold one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How many reps stand where in one skill."""

    title: str
    slices: tuple[Slice, ...]
    """One for each word of the board, in its order, also where nobody stands there."""
    label: str
    """The whole drawing in words."""

    @property
    def drawn(self) -> tuple[Slice, ...]:
        """The pieces that take any room."""
        return tuple(each for each in self.slices if each.reps)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """How the team stood in one skill at one moment."""

    at: When
    reps: int
    """Reps of whom anything was known."""
    ready: int
    median: float | None
    """The estimate in the middle of them, 0 to 1; None where there were none."""
    low: float | None
    """The lower quartile."""
    high: float | None
    """The upper quartile."""
    text: str
    """The middle estimate in percent."""
    note: str
    """The middle half, how many reps, and how many of them were ready."""
    x: str
    """Its place from left to right, in percent of the drawing's width."""
    y: str
    """The height of the median in the drawing's own units; so are those of the quartiles."""
    y_low: str
    y_high: str
    label: str
    """The number at the point; empty where it would crowd the others."""
    anchor: str
    """Which part of the number stands there: its middle or its end."""
    label_y: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """How the team stood in one skill, week by week."""

    title: str
    sentence: str
    points: tuple[TrendPoint, ...]
    label: str
    """The whole drawing in words."""
    cut_y: str
    cut_label_y: str
    cut_label: str
    first_day: str
    last_day: str

    @property
    def known(self) -> tuple[TrendPoint, ...]:
        """The points at which there is something to draw."""
        return tuple(point for point in self.points if point.reps)

    @property
    def lines(self) -> tuple[tuple[TrendPoint, TrendPoint], ...]:
        """The points that a line joins: where nobody was known in between, none does."""
        pairs = zip(self.points, self.points[1:], strict=False)
        return tuple((one, other) for one, other in pairs if one.reps and other.reps)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendRow:
    """One week of the trend, for a table."""

    at: When
    points: tuple[TrendPoint, ...]
    """In the order of the skills."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachExample:
    """An answer in which a behaviour was missed; who gave it is not said."""

    conversation: str
    customer: str
    said: str
    level: int
    word: str
    tone: str
    reps: int
    source: str
    """How it was judged, where, and by how many it was given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachPoint:
    """One behaviour to coach."""

    skill: str
    indicator: str
    """Its id."""
    title: str
    about: str
    """What an observer would see; empty where the rubric has it no more."""
    sentence: str
    """How many missed it, and how often."""
    handled: int
    answers: int
    reps: int
    missed_by: int
    examples: tuple[CoachExample, ...]
    sounds_like: str
    """A spoken line that does it well; empty where the rubric has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamView:
    """The report on a team."""

    title: str
    summary: str
    at: When
    skills: tuple[str, ...]
    lines: tuple[TeamLine, ...]
    attention: tuple[Fact, ...]
    """Who needs something, and what."""
    spreads: tuple[Spread, ...]
    coach_intro: str
    coach: tuple[CoachPoint, ...]
    """What to coach, the weakest first."""
    trend_intro: str
    trends: tuple[Trend, ...]
    """One for each skill; none where nobody was assessed in this time."""
    trend_rows: tuple[TrendRow, ...]
    """The same by week, the oldest first."""
    journey_intro: str
    journeys: tuple[Journey, ...]
    decided: tuple[Fact, ...]
    """The decisions that stand beside the verdicts, by whom they are about."""
    words: tuple[Fact, ...]
    """What the words on the board mean."""
    trust: str
    """In two or three words, what keeps the records true."""
    cautions: tuple[Fact, ...]
    standard: str
    program: str
