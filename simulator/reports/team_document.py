"""The report on a team as blocks: what Markdown and terminal text say, in which order."""

from collections.abc import Iterator
from itertools import chain

from simulator.reports.blocks import Block, Facts, Heading, Paragraph, Table, Talk
from simulator.reports.document import DECIDED, spoken
from simulator.reports.team_views import CoachExample, CoachPoint, Journey, TeamLine, TeamView, Trend
from simulator.reports.views import Fact
from simulator.reports.wording import STANDING_WORDS


def team_document(view: TeamView) -> Iterator[Block]:
    """Say the report on a team: the summary, who needs something, who stands where, what to coach, how it went."""
    yield Heading(level=1, text=view.title)
    yield Paragraph(text=f"As of {view.at.text}. {view.trust}.")
    yield Paragraph(text=view.summary, strong=True)
    if view.attention:
        yield Heading(level=2, text="Needs attention")
        yield Facts(facts=view.attention)
    if view.lines:
        yield from _standing(view)
        yield from _coaching(view)
        yield from _course(view)
    if view.decided:
        yield Heading(level=2, text="Decided by people")
        yield Paragraph(text=DECIDED)
        yield Facts(facts=view.decided)
    yield Heading(level=2, text="What the words mean")
    yield Facts(facts=view.words)
    yield Heading(level=2, text="What this does and does not mean")
    yield Paragraph(text=view.standard)
    yield Facts(facts=view.cautions)
    yield Paragraph(text=f"Computed by {view.program} for {view.at.text}.")


def _standing(view: TeamView) -> Iterator[Block]:
    yield Heading(level=2, text="Everybody, by name")
    yield Table(
        columns=("Rep", "Verdict", *view.skills, "Note"),
        rows=tuple((one.name, one.verdict, *(cell.text for cell in one.cells), _note(one)) for one in view.lines),
    )
    yield Heading(level=2, text="How many stand where")
    yield Table(
        columns=("Skill", *STANDING_WORDS),
        rows=tuple((one.title, *(str(piece.reps) for piece in one.slices)) for one in view.spreads),
    )


def _note(line: TeamLine) -> str:
    decided = f"{line.decision.by} decided: {line.decision.words}" if line.decision else ""
    return "; ".join(part for part in (line.note, decided) if part)


def _coaching(view: TeamView) -> Iterator[Block]:
    yield Heading(level=2, text="What to coach this week")
    yield Paragraph(text=view.coach_intro)
    yield from chain.from_iterable(map(_point, view.coach))


def _point(point: CoachPoint) -> Iterator[Block]:
    yield Heading(level=3, text=f"{point.title} ({point.skill})")
    yield Paragraph(text=point.sentence)
    yield from map(_example, point.examples)
    if point.about:
        yield Paragraph(text=point.about)
    if point.sounds_like:
        yield Talk(lines=(Fact(term="What good sounds like", text=point.sounds_like),), shows=())


def _example(one: CoachExample) -> Talk:
    return Talk(lines=spoken(one.customer, one.said, "Answered"), shows=(one.source,))


def _course(view: TeamView) -> Iterator[Block]:
    yield Heading(level=2, text="How the team has come along")
    yield Paragraph(text=view.trend_intro)
    if view.trends:
        yield Facts(facts=tuple(map(_trend, view.trends)))
        yield Table(
            columns=("Day", *view.skills),
            rows=tuple(
                (row.at.day, *(f"{point.text} ({point.note})" if point.text else point.note for point in row.points))
                for row in view.trend_rows
            ),
        )
    yield Heading(level=2, text="First against latest")
    yield Paragraph(text=view.journey_intro)
    if view.journeys:
        yield Table(columns=("Rep", "From", "To", *view.skills), rows=tuple(map(_journey, view.journeys)))


def _trend(trend: Trend) -> Fact:
    return Fact(term=trend.title, text=trend.sentence)


def _journey(one: Journey) -> tuple[str, ...]:
    changes = (f"{each.shown} ({each.estimates})" if each.estimates else each.shown for each in one.changes)
    return (one.name, one.first.day, one.latest.day if one.latest else "", *changes)
