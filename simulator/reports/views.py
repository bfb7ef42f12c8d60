"""What a report says, with every number and word already decided: renderers only place it.

Texts from files and people stand here exactly as they came; each renderer makes them harmless for its sink.
"""

from dataclasses import dataclass

from simulator.domain.verdict import VerdictKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What was said at one turn of an attempt."""

    customer: str
    """The customer's words at that turn, as the rep met them."""
    said: str
    """The rep's answer; empty while there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A moment in time, for people and for machines; both in UTC."""

    day: str
    """2026-11-24."""
    text: str
    """2026-11-24 14:30 UTC."""
    iso: str
    """2026-11-24T14:30:00Z."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A named line: what it is about, and what there is to say."""

    term: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """An estimate with its range, as places on a line from 0 to 100 (percent of the drawing's width)."""

    low: str
    """Where the 5 % quantile stands."""
    width: str
    """How far it is from there to the 95 % quantile."""
    middle: str
    """Where the estimate stands."""
    cut: str
    """Where the bar's cut stands."""
    cut_label: str
    """The words at the cut."""
    label: str
    """The whole drawing in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The estimated share of moments handled well, 0 to 1, and how sure that is."""

    estimate: float
    low: float
    high: float
    chance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillView:
    """Where one skill stands."""

    id: str
    title: str
    word: str
    """The standing in one word: Ready, Close, Building, Not yet, Not seen."""
    tone: str
    """The standing as a style may know it."""
    sentence: str
    handled: int
    met: int
    conversations: int
    share: Share | None
    """None while nothing has been seen: what is merely assumed is not shown as found."""
    band: Band | None
    facts: tuple[Fact, ...]
    """The same numbers as text."""
    lapses: When | None
    more_moments: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one answer shows of one skill."""

    skill: str
    indicator: str
    level: int | None
    """0 to 3; None while the moment is not answered."""
    word: str
    """The level in words."""
    tone: str
    """The level as a style may know it."""
    well: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One moment of a conversation, down to the words."""

    at: When
    turn: str
    customer: str
    said: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """One assessment that counts."""

    title: str
    scenario: str
    attempt: str
    content: str
    """The digest of the scenario's exact text."""
    started: When
    summary: str
    """How it went, in one sentence."""
    source: str
    """Which record this is read from, in one sentence."""
    exchanges: tuple[Exchange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """A trainer's look at a critical error."""

    reviewer: str
    reason: str
    at: When


@dataclass(frozen=True, slots=True, kw_only=True)
class Critical:
    """A critical error, and what has become of it."""

    title: str
    about: str
    error: str
    attempt: str
    conversation: str
    at: When
    customer: str
    said: str
    open: bool
    state: str
    """Where it stands, in one sentence."""
    reviews: tuple[ReviewView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """What somebody decided about a rep, beside the computed verdict."""

    decided: str
    """ready or not-yet, for programs."""
    words: str
    """The same for people, with its end."""
    by: str
    role: str
    reason: str
    at: When
    until: str | None
    """The last day on which it stands, as 2026-12-31; None while no end was set."""
    stands: bool
    state: str
    """What has become of it, in one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chances:
    """How often a critical error could be made in the assessments that count, and was."""

    chances: int
    chosen: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessView:
    """One rep's readiness report."""

    name: str
    rep: str
    kind: VerdictKind
    label: str
    """The verdict in big plain words."""
    sentence: str
    """What it means, with this rep's numbers."""
    standard: str
    """What Ready means, with the bar's numbers."""
    meaning: str
    """The same, where the sentence has not said it already; else empty."""
    decided: str
    """The decision that stands beside the verdict, and the verdict again, in a few sentences; empty where none does."""
    decisions: tuple[DecisionView, ...]
    """All that were made, the newest first."""
    at: When
    until: When | None
    """When a standing READY ends; None for every other verdict."""
    notices: tuple[str, ...]
    """What a reader must know before trusting any of this."""
    next_steps: tuple[str, ...]
    trust: str
    """In two or three words, what keeps the records true."""
    cautions: tuple[Fact, ...]
    """What the verdict does not mean."""
    skills: tuple[SkillView, ...]
    critical: tuple[Critical, ...]
    critical_summary: str
    exposure: Chances
    conversations: tuple[Conversation, ...]
    evidence_summary: str
    limits: tuple[Fact, ...]
    """Assumptions and limits."""
    record_head: str | None
    unreadable: int
    program: str
