"""What counts as a moment that tells something, and as enough of them on every path."""

from unittest.mock import patch

import pytest
from lint.moments import EMPATHY, LISTENING, conversation, turn

from simulator.analysis.exploring import explore
from simulator.analysis.space import Space
from simulator.conversation.table import Table
from simulator.domain.problem import Severity
from simulator.domain.rubric import Bar, Indicator, LevelTexts, Prior, Rubric
from simulator.domain.scenario import Purpose
from simulator.domain.walk import Walk
from simulator.lint.assessment.both_kinds import BOTH_KINDS
from simulator.lint.assessment.critical_error_met import CRITICAL_ERROR_MET
from simulator.lint.assessment.enough_moments import ENOUGH_MOMENTS
from simulator.lint.assessment.full_level import FULL_LEVEL
from simulator.lint.assessment.indicator_shown import INDICATOR_SHOWN
from simulator.lint.assessment.ready_in_reach import READY_IN_REACH
from simulator.lint.rule import Rule
from simulator.lint.subject import Proven, Shelf

GOOD_AND_POOR = turn("3 Good.", "1 Poor.")


def messages(rule: Rule[Proven], proven: Proven) -> list[str]:
    return [found.message for found in rule.check(proven)]


def test_each_skill_of_a_turn_needs_both_kinds() -> None:
    proven = conversation(turn("32 Good.", "12 Poor.", calls_for=(EMPATHY, LISTENING)), skills=(EMPATHY, LISTENING))
    (one,) = BOTH_KINDS.check(proven)
    assert one.message == "every choice here handles active-listening well, so nobody can miss it"
    assert one.path == ("turns", "t0", "calls_for", 1)


def test_a_turn_that_calls_for_nothing_may_offer_what_it_likes() -> None:
    assert messages(BOTH_KINDS, conversation(turn("Hello.", calls_for=()), GOOD_AND_POOR)) == []


def test_choices_that_take_turns_are_judged_by_what_is_on_offer_together() -> None:
    """The good one is on offer where trust is low, the poor ones else: trust stays at 2."""
    never_both = turn("if trust <= 2: 3 Good.", "if trust > 2: 1 Poor.", "if trust > 2: 1 Poor too.")
    assert messages(BOTH_KINDS, conversation(never_both)) == [
        "empathy can be called for here while no choice that misses it is on offer"
    ]
    always_both = turn("if trust <= 2: 3 Good.", "if trust > 2: 3 Good too.", "1 Poor.")
    assert messages(BOTH_KINDS, conversation(always_both)) == []


def test_one_condition_is_enough_to_keep_the_good_choice_away() -> None:
    (one,) = BOTH_KINDS.check(conversation(turn("if trust > 2: 3 Good.", "1 Poor.")))
    assert one.message == "empathy can be called for here while no choice that handles it well is on offer"
    assert one.hint == "let one of them be on offer always: say-0 when trust > 2"


def test_a_turn_of_one_kind_alone_is_said_once_whatever_its_conditions() -> None:
    assert messages(BOTH_KINDS, conversation(turn("if trust <= 2: 1 Poor.", "1 Poor too."))) == [
        "no choice here handles empathy well, so nobody can show it"
    ]


def test_a_turn_that_nobody_can_come_to_has_no_state_to_fail_in() -> None:
    ways = (
        ("t0", turn("3 Good.", "1 Poor.", "if trust > 2: 1 On. -> t1")),
        ("t1", turn("if trust > 2: 3 Good.", "1 Poor.")),
    )
    assert messages(BOTH_KINDS, conversation(*ways)) == []


def test_a_turn_in_a_circle_may_offer_the_same_at_every_visit() -> None:
    circle = turn("if trust <= 2: 3 Good.", "1 Poor. -> t0")
    assert messages(BOTH_KINDS, conversation(("t0", circle))) == []


def test_what_is_on_offer_at_a_later_visit_does_not_matter() -> None:
    """The first visit offers both; the poor one is gone once it has been said, and only then."""
    again = turn("3 Good.", "if not known: 1 Poor. -> t0")
    (poor,) = [choice for choice in again.choices if choice.when]
    learning = type(poor)(id=poor.id, say=poor.say, to="t0", when=poor.when, shows=poor.shows, learns=("known",))
    turns = type(again)(
        customer=again.customer, mood=again.mood, calls_for=again.calls_for, choices=(again.choices[0], learning)
    )
    proven = conversation(("t0", turns))
    assert len(proven.space.offers["t0"].sets) == 2
    assert messages(BOTH_KINDS, proven) == []


def test_where_nothing_at_all_is_on_offer_that_is_a_mistake_of_its_own() -> None:
    nothing = turn("if trust > 2: 3 Good.", "if trust > 2: 1 Poor.")
    assert messages(BOTH_KINDS, conversation(nothing)) == []


def coarse(table: Table) -> Space:
    """Walk as where the limit is met at once."""
    return explore(table, limit=0)


def too_large(proven: Proven) -> Proven:
    """The same conversation, as if its space were too large to be walked exactly."""
    with patch("simulator.lint.subject.explore", coarse):
        assert not proven.space.exact
    return proven


def test_of_a_space_that_is_too_large_nothing_is_said_that_may_not_be_so() -> None:
    never_both = turn("if trust <= 2: 3 Good.", "if trust > 2: 1 Poor.")
    assert messages(BOTH_KINDS, too_large(conversation(never_both))) == []


@pytest.mark.parametrize(
    ("purpose", "turns", "severities"),
    [
        (Purpose.ASSESSMENT, 2, [Severity.ERROR]),
        (Purpose.ASSESSMENT, 3, []),
        (Purpose.PRACTICE, 1, []),
    ],
)
def test_an_assessment_needs_three_moments_and_practice_one(
    purpose: Purpose, turns: int, severities: list[Severity]
) -> None:
    found = list(ENOUGH_MOMENTS.check(conversation(*[GOOD_AND_POOR] * turns, purpose=purpose)))
    assert [each.severity for each in found] == severities


def test_the_path_with_the_fewest_is_told_as_it_can_be_walked() -> None:
    skip = turn("3 Good.", "1 Poor. -> t2", to="t1")
    ways = (("t0", skip), ("t1", turn("3 Good.", "1 Poor.", to="t2")), ("t2", GOOD_AND_POOR))
    (one,) = ENOUGH_MOMENTS.check(conversation(*ways, purpose=Purpose.ASSESSMENT))
    assert one.message == "a path gives 2 moments for empathy: simulator walk small say-1 say-0"
    assert one.hint == "let every path come to 3 moments that call for it"
    assert one.path == ("skills", 0)


def test_a_short_way_that_its_condition_keeps_shut_is_no_path() -> None:
    skip = turn("3 Good.", "1 Poor.", "if trust > 2: 1 Out. -> end", to="t1")
    ways = (("t0", skip), ("t1", turn("3 Good.", "1 Poor.", to="t2")), ("t2", GOOD_AND_POOR))
    assert messages(ENOUGH_MOMENTS, conversation(*ways, purpose=Purpose.ASSESSMENT)) == []


def test_where_the_space_is_too_large_a_short_way_is_a_doubt_and_no_error() -> None:
    skip = turn("3 Good.", "1 Poor.", "if trust > 2: 1 Out. -> end", to="t1")
    ways = (("t0", skip), ("t1", turn("3 Good.", "1 Poor.", to="t2")), ("t2", GOOD_AND_POOR))
    (one,) = ENOUGH_MOMENTS.check(too_large(conversation(*ways, purpose=Purpose.ASSESSMENT)))
    assert one.message.startswith("a path may give 1 moment for empathy")
    assert one.severity is Severity.WARNING


def test_a_very_long_path_is_cut_off() -> None:
    plain = turn("Hello.", calls_for=())
    (whole,) = ENOUGH_MOMENTS.check(conversation(*[plain] * 60))
    assert whole.message.count("say-0") == 60
    assert not whole.message.endswith("…")
    assert whole.hint == "let every path come to 1 moment that calls for it, or take it off this list"
    (one,) = ENOUGH_MOMENTS.check(conversation(*[plain] * 61))
    assert one.message.count("say-0") == 60
    assert one.message.endswith(" …")


def test_a_circle_gives_its_moment_once() -> None:
    """Going round again adds nothing: the third moment is missing however long one stays."""
    circle = (("t0", turn("3 Good. -> t1", "1 Poor. -> t1")), ("t1", turn("3 Back. -> t0", "1 On. -> end")))
    (one,) = ENOUGH_MOMENTS.check(conversation(*circle, purpose=Purpose.ASSESSMENT))
    assert one.message.startswith("a path gives 2 moments for empathy")


def test_the_best_that_nobody_can_come_to_is_not_in_reach() -> None:
    locked = turn("if trust > 2: 3 Best.", "2 Good.", "1 Poor.")
    assert messages(FULL_LEVEL, conversation(locked)) == ["no choice that can be come to shows empathy at level 3"]


def test_two_turns_that_shut_each_others_good_choice_are_found_by_their_paths() -> None:
    ways = (
        ("t0", turn("3 Good. -> spoilt", "1 Poor. -> kept")),
        ("spoilt", turn("1 Poor.", "0 Worse.", to="worse")),
        ("worse", turn("1 Poor.", "0 Worse.")),
        ("kept", turn("3 Good.", "1 Poor.")),
    )
    assert messages(FULL_LEVEL, conversation(*ways)) == [
        "no path handles empathy well throughout: the best one misses it once, at t0"
    ]


def test_a_walk_that_handles_it_well_throughout_settles_the_question() -> None:
    proven = conversation(*[GOOD_AND_POOR] * 2)
    walk = Walk(format=1, choices=("say-0", "say-0"), ending="end")
    settled = Proven(scenario=proven.scenario, walks=(("best", walk),))
    with patch("simulator.lint.assessment.full_level.least", side_effect=AssertionError("searched")):
        assert messages(FULL_LEVEL, settled) == []
    half = Proven(scenario=proven.scenario, walks=(("half", Walk(format=1, choices=("say-0",), ending="end")),))
    assert messages(FULL_LEVEL, half) == []


def test_a_skill_that_nothing_calls_for_is_said_by_another_rule() -> None:
    proven = conversation(GOOD_AND_POOR, skills=(EMPATHY, LISTENING))
    assert messages(FULL_LEVEL, proven) == []
    assert len(messages(ENOUGH_MOMENTS, proven)) == 1


def test_what_is_missed_of_one_skill_is_not_missed_of_the_other() -> None:
    torn = turn("13 Heard.", "12 Half heard.", "11 Poor.", calls_for=(EMPATHY, LISTENING))
    best = turn("33 Good.", "11 Poor.", calls_for=(EMPATHY, LISTENING))
    assert messages(FULL_LEVEL, conversation(torn, best, skills=(EMPATHY, LISTENING))) == [
        "no path handles empathy well throughout: the best one misses it once, at t0"
    ]


def test_in_a_circle_of_a_space_that_is_too_large_a_miss_is_not_held_against_it() -> None:
    """Without its states it cannot be told whether the turn was met, and handled well, before."""
    circle = (("t0", turn("if trust > 2: 3 Good. -> t1", "1 Poor. -> t1")), ("t1", turn("3 On.", "1 Back. -> t0")))
    assert len(messages(FULL_LEVEL, conversation(*circle))) == 1
    assert messages(FULL_LEVEL, too_large(conversation(*circle))) == []


BAR = Bar(
    format=1,
    title="Ready",
    summary="Ready.",
    skills=(EMPATHY, LISTENING),
    cut=50,
    sure=90,
    gap=5,
    prior=Prior(good=3, missed=1.5),
    correlation=0.1,
    min_scenarios=2,
    min_moments=6,
    evidence_days=90,
    clean_after_critical=3,
)


def unready(*scenarios: Proven) -> list[tuple[str, str]]:
    found = READY_IN_REACH.check(Shelf(scenarios=scenarios, rubrics={}, bar=BAR))
    return [(each.message.partition("nobody can be ")[2], each.hint) for each in found]


def test_each_skill_of_the_bar_is_reckoned_with_what_every_path_of_the_assessments_gives() -> None:
    """Practice counts for nothing, however much of it there is."""
    assessments = [
        conversation(*[GOOD_AND_POOR] * 3, name=name, purpose=Purpose.ASSESSMENT) for name in ("one", "other")
    ]
    practice = conversation(*[turn("3 Good.", "1 Poor.", calls_for=(LISTENING,))] * 9, skills=(LISTENING,))
    missing = (
        "ready in active-listening: no assessment calls for it on every path",
        "6 moments for it are missing: write 2 more assessments",
    )
    assert unready(*assessments, practice) == [missing]
    assert unready(assessments[0], practice) == [
        (
            "ready in empathy: 1 assessment gives 3 moments at the least",
            "3 moments for it are missing: write 1 more assessment",
        ),
        missing,
    ]


def test_without_a_bar_nothing_is_out_of_reach() -> None:
    shelf = Shelf(scenarios=(conversation(GOOD_AND_POOR),), rubrics={}, bar=None)
    assert [*READY_IN_REACH.check(shelf), *CRITICAL_ERROR_MET.check(shelf)] == []


@pytest.mark.parametrize(("choices", "said"), [(7, ["only 7 choices show this in all conversations"]), (8, [])])
def test_eight_choices_are_enough_to_meet_an_indicator_now_and_then(choices: int, said: list[str]) -> None:
    texts = LevelTexts(harmful="0", missed="1", effective="2", exemplary="3")
    indicators = {"names-stake": Indicator(title="Names it", about="Names it.")}
    rubric = Rubric(format=1, id=EMPATHY, title="Empathy", summary="S.", levels=texts, indicators=indicators)
    scenarios = (conversation(turn(*["1 Poor."] * (choices - 1))), conversation(turn("3 Good.")))
    shelf = Shelf(scenarios=scenarios, rubrics={EMPATHY: rubric}, bar=None)
    assert [found.message for found in INDICATOR_SHOWN.check(shelf)] == said
