"""What counts as a sign of the best choice, what luck is allowed, and where it is said."""

from gc import collect
from weakref import ref

import pytest
from lint.moments import EMPATHY, LISTENING, conversation, turn

from simulator.analysis.bots import length
from simulator.analysis.chance import Trial
from simulator.analysis.reading_grade import reading_grade
from simulator.domain.problem import Severity
from simulator.domain.scenario import Turn
from simulator.lint.giveaways.best_is_longest import LONGEST, LONGEST_IN_ALL
from simulator.lint.giveaways.best_is_much_longer import MUCH_LONGER
from simulator.lint.giveaways.best_reads_otherwise import READS_OTHERWISE
from simulator.lint.giveaways.best_repeats_words import REPEATS_WORDS
from simulator.lint.giveaways.best_sounds_warm import SOUNDS_WARM
from simulator.lint.giveaways.bot_passes import BOT_PASSES
from simulator.lint.giveaways.contest import Contest, contests
from simulator.lint.giveaways.poor_sounds_harsh import SOUNDS_HARSH
from simulator.lint.subject import Proven, Shelf

LONG = turn("3 aaaa", "1 bb", "1 cc", "1 dd")
"""The best is the longest of four."""
SHORT = turn("3 aa", "1 bbbb", "1 cc", "1 dd")


def contest(*said: str) -> Contest:
    (one,) = contests(conversation(turn(*said)))
    return one


def longest(*said: str) -> Trial | None:
    one = contest(*said)
    return one.trial(one.highest(length), one.best)


def test_one_of_four_is_the_longest_by_luck_at_one_in_four() -> None:
    assert longest("3 aaaa", "1 bb", "1 cc", "2 dd") == Trial(1 / 4, hit=True)
    assert longest("3 aa", "1 bbbb", "1 cc", "2 dd") == Trial(1 / 4, hit=False)


def test_two_best_of_four_make_it_twice_as_likely() -> None:
    assert longest("3 aaaa", "3 bb", "1 cc", "2 dd") == Trial(2 / 4, hit=True)


def test_two_equally_long_are_both_the_best_by_luck_at_one_in_six() -> None:
    assert longest("3 aaaa", "3 bbbb", "1 cc", "2 dd") == Trial(1 / 6, hit=True)
    assert longest("3 aaaa", "3 bb", "1 cccc", "2 dd") == Trial(1 / 6, hit=False)


def test_where_equals_cannot_all_be_the_best_the_turn_tells_nothing() -> None:
    assert longest("3 aaaa", "1 bbbb", "1 cc") is None
    assert longest("3 aa", "1 bb", "1 cc") is None


def test_the_best_is_told_by_the_skill_that_is_called_for_first() -> None:
    one = turn("31 a", "23 b", "33 c", calls_for=(EMPATHY, LISTENING))
    (found,) = contests(conversation(one, skills=(EMPATHY, LISTENING)))
    assert found.best == {0, 2}
    assert found.poor == set()


def test_turns_that_call_for_nothing_or_have_no_best_are_no_contest() -> None:
    silent = Turn(customer="Well?", mood="calm", choices=turn("3 a", "1 b").choices)
    assert list(contests(conversation(silent, turn("2 a", "2 b")))) == []


@pytest.mark.parametrize(("turns", "findings"), [(3, 0), (4, 1)])
def test_luck_is_allowed_three_of_three_and_not_four_of_four(turns: int, findings: int) -> None:
    assert len(list(LONGEST.check(conversation(*[LONG] * turns)))) == findings


def test_turns_that_could_have_told_and_did_not_count_against_it() -> None:
    assert list(LONGEST.check(conversation(*[LONG] * 4, *[SHORT] * 4))) == []
    (one,) = LONGEST.check(conversation(*[LONG] * 7, *[SHORT] * 4))
    assert one.message == (
        "the best choice is the longest at 7 of the 11 turns that can tell, where luck would bring about 3"
    )
    assert one.hint.endswith("at some of them: t0, t1, t2 …")


def shelf(*scenarios: Proven) -> Shelf:
    return Shelf(scenarios=scenarios, rubrics={}, bar=None)


def test_what_each_conversation_hides_all_of_them_show_and_the_worst_is_named() -> None:
    fair, worse = conversation(LONG, LONG, SHORT, name="fair"), conversation(*[LONG] * 3, name="worse")
    assert not [*LONGEST.check(fair), *LONGEST.check(worse)]
    (one,) = LONGEST_IN_ALL.check(shelf(fair, worse))
    assert one.file == "scenarios/worse/scenario.yaml"
    assert one.message.startswith("over all 2 conversations the best choice is the longest at 5 of the 6 turns")
    assert LONGEST_IN_ALL.severity is Severity.ERROR


def test_a_long_fair_conversation_is_not_named_for_its_length() -> None:
    """Eight of 32 is what luck brings; ten of ten is not, though there is more to be seen in the long one."""
    fair, worse = conversation(*[LONG] * 8, *[SHORT] * 24, name="fair"), conversation(*[LONG] * 10, name="worse")
    (one,) = LONGEST_IN_ALL.check(shelf(fair, worse))
    assert one.file == "scenarios/worse/scenario.yaml"


def test_three_turns_are_all_named_and_more_are_only_hinted_at() -> None:
    """One in five, three times over, is less than one in a hundred."""
    (three,) = LONGEST.check(conversation(*[turn("3 aaaa", "1 bb", "1 cc", "1 dd", "1 ee")] * 3))
    assert three.hint.endswith("at some of them: t0, t1, t2")


def test_a_library_of_one_conversation_is_that_conversation() -> None:
    assert list(LONGEST_IN_ALL.check(shelf(conversation(*[LONG] * 4)))) == []


@pytest.mark.parametrize(("characters", "findings"), [(125, 0), (126, 1)])
def test_a_quarter_more_than_the_median_of_the_others_is_allowed(characters: int, findings: int) -> None:
    others = [f"1 {'b' * characters}" for characters in (90, 100, 300)]
    assert len(list(MUCH_LONGER.check(conversation(turn(f"3 {'a' * characters}", *others))))) == findings


def test_each_long_one_of_two_best_is_found_and_neither_counts_as_usual() -> None:
    one = turn(f"3 {'a' * 130}", "1 " + "b" * 100, f"3 {'c' * 140}")
    paths = [found.path for found in MUCH_LONGER.check(conversation(one))]
    assert paths == [("turns", "t0", "choices", 0, "say"), ("turns", "t0", "choices", 2, "say")]


def test_words_of_feeling_in_a_poor_choice_too_tell_nothing() -> None:
    warm = turn("3 You feel it.", "1 See here.", "1 I feel for you.", "1 Well.")
    assert list(SOUNDS_WARM.check(conversation(*[warm] * 8))) == []


def test_sweeping_words_in_a_middling_choice_too_are_no_sign_of_a_poor_one() -> None:
    poor = turn("3 Yes.", "2 I see.", "1 It never does.", "1 It never is.")
    fair = turn("3 Yes.", "2 It never was.", "1 It never does.", "1 It is.")
    assert len(list(SOUNDS_HARSH.check(conversation(*[poor] * 3)))) == 1
    assert list(SOUNDS_HARSH.check(conversation(*[fair] * 5))) == []


def test_words_that_anybody_says_are_not_repeated_words() -> None:
    customer = "What will you do about the line on Friday?"
    small = turn("3 I will do what you want.", "1 See here.", "1 Well.", "1 Hm.", customer=customer)
    repeated = turn("3 The line, and Friday.", "1 See here.", "1 Well.", "1 Hm.", customer=customer)
    assert list(REPEATS_WORDS.check(conversation(*[small] * 5))) == []
    assert len(list(REPEATS_WORDS.check(conversation(*[repeated] * 4)))) == 1


def grade_gap(one: str, other: str) -> float:
    return reading_grade(one) - reading_grade(other)


HARDER = turn("3 Necessary investigation.", "1 We look.")


@pytest.mark.parametrize(("turns", "findings"), [(7, 0), (8, 1)])
def test_harder_words_at_eight_of_eight_turns_are_a_sign(turns: int, findings: int) -> None:
    assert len(list(READS_OTHERWISE.check(conversation(*[HARDER] * turns)))) == findings


def test_a_small_gap_in_reading_is_let_be_however_steady_it_is() -> None:
    """One word of two syllables among eight: a gap of less than two school years."""
    slight = turn("3 We look at the line on a Monday.", "1 We look at the line on a week.")
    assert list(READS_OTHERWISE.check(conversation(*[slight] * 12))) == []


def test_easier_words_are_a_sign_as_well_and_turns_without_a_gap_count_for_neither() -> None:
    easier, even = turn("3 We look.", "1 Necessary investigation."), turn("3 We look.", "1 You wait.")
    (one,) = READS_OTHERWISE.check(conversation(*[easier] * 8, *[even] * 2))
    assert one.message == (
        "the best choices are easier to read than the others at 8 of 10 turns, by 33.0 school years on average"
    )


def test_two_school_years_are_let_be_and_little_more_is_not() -> None:
    plain, harder = "We look at the line on a week.", "We look at the line on a Monday."
    hardest = "We look at the line on Monday evening."
    assert grade_gap(harder, plain) < 2 < grade_gap(hardest, plain) < 3
    assert list(READS_OTHERWISE.check(conversation(*[turn(f"3 {harder}", f"1 {plain}")] * 8))) == []
    assert len(list(READS_OTHERWISE.check(conversation(*[turn(f"3 {hardest}", f"1 {plain}")] * 8)))) == 1


def test_where_nothing_can_be_compared_nothing_reads_otherwise() -> None:
    assert list(READS_OTHERWISE.check(conversation(turn("2 a", "2 b")))) == []


def messages(*turns: Turn) -> list[str]:
    return [found.message for found in BOT_PASSES.check(conversation(*turns))]


EASY = turn("3 aa", "2 bb", "3 cc", "1 dd", "1 ee")
"""Three of five handle it well, and nothing tells them apart."""


def test_three_in_five_by_choosing_anything_is_found_once_for_each_way_that_differs() -> None:
    found = messages(*[EASY] * 3)
    assert len(found) == len(set(found))
    assert sum("takes what is shown first" in message for message in found) == 1
    assert not any("takes anything" in message for message in found)
    assert all("handles 60% of the moments for empathy well" in message for message in found)


def test_less_than_three_in_five_is_let_be() -> None:
    assert messages(*[EASY] * 2, turn("3 aa", "1 bb", "1 cc")) == []


def test_two_moments_are_too_few_to_tell() -> None:
    assert messages(*[LONG] * 2) == []
    assert messages(*[LONG] * 3) == [
        "whoever always says the longest handles 100% of the moments for empathy well without listening"
    ]


def test_the_turns_that_give_most_are_named_first() -> None:
    even = turn("3 aa", "1 bb")
    several = conversation(even, LONG, LONG, LONG)
    (one,) = [found for found in BOT_PASSES.check(several) if "says the longest" in found.message]
    assert one.hint.endswith("above all at t1, t2, t3")
    assert one.path == ("skills", 0)


def test_each_skill_of_a_turn_is_looked_at_for_itself() -> None:
    """The longest is best in the second skill at three turns of four, and in the first at none but one."""
    both = turn("13 aaaa", "31 bb", "31 cc", "11 dd", calls_for=(EMPATHY, LISTENING))
    other = turn("31 aaaa", "13 bb", "13 cc", "11 dd", calls_for=(EMPATHY, LISTENING))
    (one,) = BOT_PASSES.check(conversation(other, both, both, both, skills=(EMPATHY, LISTENING)))
    assert one.message.startswith("whoever always says the longest handles 75% of the moments for active-listening")
    assert one.path == ("skills", 1)
    assert one.hint.endswith("above all at t1, t2, t3")


def test_what_was_seen_of_a_conversation_is_kept_no_longer_than_the_conversation() -> None:
    proven = conversation(*[LONG] * 4)
    assert contests(proven) is contests(proven)
    list(LONGEST.check(proven))
    gone = ref(proven)
    del proven
    collect()
    assert gone() is None
