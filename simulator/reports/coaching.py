"""What to coach over a team: the weakest behaviours with the words in which they were missed, and nobody's name."""

from collections.abc import Mapping, Sequence

from simulator.assessment.coaching import Miss, TeamGap
from simulator.domain.ids import SkillId
from simulator.domain.rubric import Indicator, Rubric
from simulator.reports.evidence import Lookup
from simulator.reports.team_views import CoachExample, CoachPoint
from simulator.reports.wording import counted, level_word, tone_of


def coach_points(gaps: Sequence[TeamGap], words: Lookup) -> tuple[CoachPoint, ...]:
    """Say what was missed, by how many, in which words, and what good sounds like."""
    return tuple(_point(gap, words) for gap in gaps)


def coach_intro(points: Sequence[CoachPoint]) -> str:
    """Say where this comes from."""
    if not points:
        return "No assessment that counts has shown a miss yet."
    return (
        "What was missed most in all assessments that count now, the weakest first. The lines are examples of what was "
        "said, without saying by whom. They come from assessments: keep them from people who have yet to meet these "
        "customers. Practice is private and not part of this."
    )


def _point(gap: TeamGap, words: Lookup) -> CoachPoint:
    found = gap.weakness
    indicator = _indicator(words.rubrics, found.skill, found.indicator)
    return CoachPoint(
        skill=words.skill(found.skill),
        indicator=found.indicator,
        title=words.indicator(found.skill, found.indicator),
        about=indicator.about if indicator else "",
        sentence=(
            f"Missed by {gap.missed_by} of {counted(gap.reps, 'rep')}: {found.handled} of "
            f"{counted(found.of, 'answer')} handled well."
        ),
        handled=found.handled,
        answers=found.of,
        reps=gap.reps,
        missed_by=gap.missed_by,
        examples=tuple(_example(miss, words) for miss in gap.misses),
        sounds_like=indicator.sounds_like if indicator else "",
    )


def _indicator(rubrics: Mapping[SkillId, Rubric], skill: SkillId, indicator: str) -> Indicator | None:
    rubric = rubrics.get(skill)
    return rubric.indicators.get(indicator) if rubric else None


def _example(miss: Miss, words: Lookup) -> CoachExample:
    moment = miss.moment
    shown = moment.shown
    assert shown is not None, "what was not answered was not missed"
    quote, title = words.quote(moment.attempt, moment.turn), words.title(moment.scenario)
    word = level_word(shown.level)
    return CoachExample(
        conversation=title,
        customer=quote.customer,
        said=quote.said,
        level=int(shown.level),
        word=word,
        tone=tone_of(word),
        reps=miss.reps,
        source=f"{word}, in “{title}”; said by {counted(miss.reps, 'rep')}.",
    )
