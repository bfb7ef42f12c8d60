"""What a team misses most, by how many, and in which answers."""

from dataclasses import replace

from assessment.notation import BAR, day, told

from simulator.assessment.coaching import TeamGap, team_gaps
from simulator.domain.evidence import Moment, Shown
from simulator.domain.ids import AttemptId, Digest


def shown(line: str, *answers: str, by: str = "") -> list[Moment]:
    """Moments of one attempt: `line` in the notation, each answered as "indicator/choice"."""
    moments = told(line).moments
    return [
        replace(
            moment,
            attempt=AttemptId(f"{by}{moment.attempt}"),
            shown=moment.shown
            and Shown(indicator=answer.split("/")[0], level=moment.shown.level, choice=answer.split("/")[1]),
        )
        for moment, answer in zip(moments, answers, strict=True)
    ]


def gaps(*reps: list[Moment], most: int = 5, examples: int = 2) -> tuple[TeamGap, ...]:
    return team_gaps(reps, BAR.prior, most=most, examples=examples)


def test_a_rep_who_missed_it_three_times_is_one_rep() -> None:
    ana = shown("acme day 1: empathy ---", "names/a", "names/b", "names/c")
    bo = shown("acme day 2: empathy +-", "names/d", "names/b")
    cy = shown("acme day 3: empathy ++", "names/d", "names/d")
    (gap,) = gaps(ana, bo, cy)
    assert (gap.reps, gap.missed_by, gap.weakness.handled, gap.weakness.of) == (3, 2, 3, 7)


def test_who_never_showed_it_is_not_counted_among_those_who_could_have_missed_it() -> None:
    (gap,) = gaps(
        shown("acme day 1: empathy -", "names/a"),
        shown("acme day 1: empathy ?", "names/a"),
        shown("acme day 1: empathy +", "explores/a"),
        [],
    )
    assert (gap.reps, gap.missed_by) == (1, 1)


def test_the_answer_that_most_reps_gave_comes_first_and_another_turn_after_it() -> None:
    """Three said b at the second turn; c at that turn is no second example, e at the first one is."""
    (gap,) = gaps(
        shown("acme day 1: empathy --", "names/e", "names/b", by="ana-"),
        shown("acme day 2: empathy --", "names/e", "names/b", by="bo-"),
        shown("acme day 3: empathy --", "names/d", "names/b", by="cy-"),
        shown("acme day 4: empathy +-", "names/a", "names/c", by="di-"),
    )
    assert [(miss.moment.turn, miss.moment.shown and miss.moment.shown.choice, miss.reps) for miss in gap.misses] == [
        ("empathy-1", "b", 3),
        ("empathy-0", "e", 2),
    ]


def test_a_rep_who_said_it_twice_is_still_one_rep() -> None:
    twice = [moment for number in (1, 2) for moment in shown(f"acme day {number}: empathy -", "names/b")]
    (gap,) = gaps(twice)
    assert [miss.reps for miss in gap.misses] == [1]


def test_an_example_is_the_newest_time_it_was_said() -> None:
    (gap,) = gaps(*(shown(f"acme day {number}: empathy -", "names/b", by=f"{number}-") for number in (2, 9, 4)))
    assert gap.misses[0].moment.at == day(9)


def test_the_same_id_in_another_version_of_the_text_is_another_answer() -> None:
    old = shown("acme day 1: empathy -", "names/b")
    new = [replace(moment, content=Digest("1" * 64)) for moment in shown("acme day 2: empathy -", "names/b")]
    (gap,) = gaps(old, new)
    assert [miss.reps for miss in gap.misses] == [1]


def test_no_more_are_told_than_were_asked_for() -> None:
    ana = shown("acme day 1: empathy ----", "a/a", "b/b", "c/c", "c/d")
    assert [gap.weakness.indicator for gap in gaps(ana, most=2)] == ["c", "a"]
    assert [len(gap.misses) for gap in gaps(ana, most=1, examples=1)] == [1]
    assert gaps() == ()
    assert gaps(shown("acme day 1: empathy +*", "a/a", "b/b")) == ()
