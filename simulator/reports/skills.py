"""Where each skill stands: the words, the numbers, and the line they are drawn on."""

from simulator.assessment.words import percent, standing_sentence, surety
from simulator.domain.rubric import Bar, Rubric
from simulator.domain.verdict import Mastery, Standing
from simulator.reports.views import Band, Fact, Share, SkillView
from simulator.reports.wording import counted, standing_word, tone_of, when


def skill_view(mastery: Mastery, rubric: Rubric | None, bar: Bar) -> SkillView:
    """Say where one skill stands; a skill whose rubric is gone goes by its id."""
    seen = mastery.standing is not Standing.UNSEEN
    word = standing_word(mastery)
    return SkillView(
        id=mastery.skill,
        title=rubric.title if rubric else mastery.skill,
        word=word,
        tone=tone_of(word),
        sentence=f"{standing_sentence(mastery, bar)}.",
        handled=mastery.handled,
        met=mastery.met,
        conversations=mastery.scenarios,
        share=share_of(mastery) if seen else None,
        band=_band(mastery, bar) if seen else None,
        facts=_facts(mastery, bar),
        lapses=when(mastery.lapses) if mastery.lapses else None,
        more_moments=mastery.more_moments,
    )


def share_of(mastery: Mastery) -> Share:
    """Return the estimate of a skill that has been seen, rounded for programs."""
    return Share(
        estimate=round(mastery.estimate, 4),
        low=round(mastery.low, 4),
        high=round(mastery.high, 4),
        chance=round(mastery.chance, 4),
    )


def _band(mastery: Mastery, bar: Bar) -> Band:
    return Band(
        low=_place(mastery.low),
        width=_place(mastery.high - mastery.low),
        middle=_place(mastery.estimate),
        cut=_place(bar.cut / 100),
        cut_label=f"bar {bar.cut} %",
        label=(
            f"Estimate {percent(mastery.estimate)}, likely between {percent(mastery.low)} "
            f"and {percent(mastery.high)}; the bar stands at {bar.cut} %."
        ),
    )


def _place(share: float) -> str:
    return f"{share * 100:.1f}%"


def _facts(mastery: Mastery, bar: Bar) -> tuple[Fact, ...]:
    """Give the numbers as text; of an unseen skill there are none but what is missing."""
    if mastery.standing is Standing.UNSEEN:
        return _missing(mastery)
    low, high = percent(mastery.low), percent(mastery.high)
    return (
        Fact(term="Estimate", text=f"{percent(mastery.estimate)}, likely between {low} and {high}"),
        Fact(term="Ready needs", text=f"{bar.sure} % sure; the evidence makes it {surety(mastery.chance)}"),
        *_missing(mastery),
        *_lapsing(mastery),
    )


def _missing(mastery: Mastery) -> tuple[Fact, ...]:
    if mastery.more_moments < 1:
        return ()
    return (Fact(term="Still needed", text=f"at least {counted(mastery.more_moments, 'more moment')} handled well"),)


def _lapsing(mastery: Mastery) -> tuple[Fact, ...]:
    if mastery.lapses is None:
        return ()
    return (Fact(term="Lapses", text=f"{when(mastery.lapses).day}, unless fresh evidence is added"),)
