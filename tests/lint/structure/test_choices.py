"""Choices that cannot be told apart, and declarations that make no difference."""

from dataclasses import replace

import pytest
from lint.structure.small import choice, found, places, talk, turn

from simulator.domain.rubric import Level
from simulator.domain.scenario import Choice, Feeling
from simulator.domain.walk import Walk
from simulator.lint.structure.false_choice import FALSE_CHOICE
from simulator.lint.structure.same_words import MAX_COMPARED, SAME_WORDS
from simulator.lint.structure.too_large import TOO_LARGE
from simulator.lint.structure.without_effect import WITHOUT_EFFECT
from simulator.lint.subject import Proven

EIGHT = "We will have it up by eight and ring you then."


def beside(first: Choice, second: Choice) -> Proven:
    """Two choices at a turn to which trust comes as 3 or 1."""
    warm, cold = choice("warm", "second", effects={"trust": 1}), choice("cold", "lost", effects={"trust": -1})
    return talk({"first": turn(warm, cold, choice("cool", "second")), "second": turn(first, second)})


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (EIGHT, "exactly"),
        ("WE WILL HAVE IT UP, by eight; and ring you then", "exactly"),
        ("We will have it up by eight and call you then.", "nearly"),
        ("We will have it up by nine, and call you after.", None),
        ("Up by eight.", None),
    ],
)
def test_lines_are_the_same_whatever_stands_between_their_words(other: str, said: str | None) -> None:
    findings = found(SAME_WORDS, beside(choice("a", "won", say=EIGHT), choice("b", "lost", say=other)))
    assert [finding.message for finding in findings] == ([f'"b" says {said} the same as "a"'] if said else [])


def test_short_lines_may_be_nearly_the_same() -> None:
    short = beside(choice("a", "won", say="Yes, at eight then."), choice("b", "lost", say="At eight then, yes."))
    longer = beside(
        choice("a", "won", say="Yes, at eight o'clock then."), choice("b", "lost", say="At eight o'clock then, yes.")
    )
    assert places(SAME_WORDS, short) == []
    assert places(SAME_WORDS, longer) == ["turns.second.choices.1.say"]


def test_a_turn_with_more_choices_than_anybody_reads_is_compared_only_so_far() -> None:
    talked = talk({"first": turn(*(choice(f"c{number}", "won", say=EIGHT) for number in range(MAX_COMPARED + 5)))})
    assert len(places(SAME_WORDS, talked)) == MAX_COMPARED - 1


def test_a_turn_that_is_never_come_to_has_no_choices_on_offer_together() -> None:
    alike = turn(choice("a", "won", say=EIGHT), choice("b", "lost", say=EIGHT))
    assert places(SAME_WORDS, talk({"first": turn(choice("on", "won")), "alone": alike})) == []


@pytest.mark.parametrize("other", ["by 9", "um acht"])
def test_numbers_and_letters_of_every_language_are_words(other: str) -> None:
    talked = beside(choice("a", "won", say="by 8"), choice("b", "lost", say=other))
    assert places(SAME_WORDS, talked) == []


def test_choices_that_are_never_on_offer_together_may_share_their_words() -> None:
    talked = beside(choice("a", "won", "trust >= 3", say=EIGHT), choice("b", "lost", "trust < 3", say=EIGHT))
    assert places(SAME_WORDS, talked) == []


def test_choices_that_are_on_offer_together_only_sometimes_may_not() -> None:
    talked = beside(choice("a", "won", say=EIGHT), choice("b", "lost", "trust >= 3", say=EIGHT))
    assert places(SAME_WORDS, talked) == ["turns.second.choices.1.say"]


def test_where_not_all_is_gone_through_only_choices_surely_together_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.analysis.exploring.MAX_ARROWS", 0)
    apart = beside(choice("a", "won", "trust >= 3", say=EIGHT), choice("b", "lost", "trust < 3", say=EIGHT))
    alike = beside(choice("a", "won", "trust >= 3", say=EIGHT), choice("b", "lost", "trust >= 3", say=EIGHT))
    assert places(SAME_WORDS, apart) == []
    assert places(SAME_WORDS, alike) == ["turns.second.choices.1.say"]


def test_each_of_many_choices_that_are_alike_is_told_once() -> None:
    talked = talk({"first": turn(*(choice(name, "won", say=EIGHT) for name in "abcd"))})
    assert places(SAME_WORDS, talked) == [f"turns.first.choices.{index}.say" for index in (1, 2, 3)]


def test_choices_that_differ_in_nothing_but_words_are_a_false_choice() -> None:
    talked = beside(choice("a", "won", say=EIGHT), choice("b", "won", say="Eight tomorrow it is."))
    [finding] = found(FALSE_CHOICE, talked)
    assert finding.message == '"b" differs from "a" in nothing but its words'


@pytest.mark.parametrize(
    "other",
    [
        choice("b", "lost"),
        choice("b", "won", effects={"trust": 1}),
        choice("b", "won", learns=["known"]),
        choice("b", "won", "trust >= 4"),
        replace(choice("b", "won"), shows={"empathy.names-stake": Level.EXEMPLARY}),
        replace(choice("b", "won"), critical="insult"),
    ],
)
def test_a_choice_that_leads_moves_teaches_or_shows_otherwise_or_is_apart_is_a_true_one(other: Choice) -> None:
    assert places(FALSE_CHOICE, beside(choice("a", "won", "trust < 4"), other)) == []


def test_an_effect_of_nothing_is_no_difference() -> None:
    assert places(FALSE_CHOICE, beside(choice("a", "won"), choice("b", "won", effects={"trust": 0})))


def test_the_same_words_with_the_same_outcome_are_told_once() -> None:
    talked = beside(choice("a", "won", say=EIGHT), choice("b", "won", say=EIGHT))
    assert places(FALSE_CHOICE, talked) == []
    assert places(SAME_WORDS, talked) == ["turns.second.choices.1.say"]


MANY = {"trust": Feeling(start=2, min=0, max=4), "doubt": Feeling(start=0, min=0, max=4)}


@pytest.mark.parametrize(
    ("moved", "when", "expected"),
    [
        ({"trust": 1, "doubt": 1}, "doubt >= 1", []),
        ({"trust": 1, "doubt": 1}, "trust >= 3", ["feelings.doubt"]),
        ({"doubt": 1}, "doubt >= 1", ["feelings.trust"]),
        ({"trust": 1}, "trust >= 3", ["feelings.doubt"]),
        # Asked about and never moved: that is told where it is asked.
        ({"trust": 1}, "doubt >= 1", []),
    ],
)
def test_a_feeling_makes_a_difference_where_it_is_asked_about_and_the_first_where_it_moves(
    moved: dict[str, int], when: str, expected: list[str]
) -> None:
    talked = talk(
        {"first": turn(choice("a", "won", effects=moved), choice("b", "lost", when))}, feelings=MANY, facts=()
    )
    assert places(WITHOUT_EFFECT, talked) == expected


def test_a_fact_makes_a_difference_where_something_asks_about_it() -> None:
    learned = choice("a", "first", effects={"trust": 1}, learns=["learned", "asked"])
    talked = talk({"first": turn(learned, choice("b", "won", "asked"))}, facts=["learned", "asked", "idle"])
    assert [finding.message for finding in found(WITHOUT_EFFECT, talked)] == [
        '"learned" makes no difference: nothing asks about it',
        '"idle" makes no difference: nothing learns it',
    ]


def test_what_a_walk_says_of_its_end_makes_a_difference_to_its_author() -> None:
    talked = talk({"first": turn(choice("a", "won", effects={"trust": 1}, learns=["known"]))})
    walk = Walk(format=1, choices=("a",), ending="won", facts=("known",))
    assert places(WITHOUT_EFFECT, talked) == ["facts.known"]
    assert places(WITHOUT_EFFECT, replace(talked, walks=(("best", walk),))) == []
    assert places(WITHOUT_EFFECT, replace(talked, walks=(("best", replace(walk, facts=None)),))) == ["facts.known"]


def test_so_does_a_feeling_that_a_walk_says_the_end_of() -> None:
    talked = talk({"first": turn(choice("a", "won", effects={"doubt": 1, "trust": 1}))}, feelings=MANY, facts=())
    walk = Walk(format=1, choices=("a",), ending="won", feelings={"doubt": 1})
    assert places(WITHOUT_EFFECT, talked) == ["feelings.doubt"]
    assert places(WITHOUT_EFFECT, replace(talked, walks=(("best", walk),))) == []


def test_it_is_said_what_makes_a_conversation_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.analysis.exploring.MAX_ARROWS", 0)
    effects = {"trust": 1, "doubt": 2}
    asked = choice("b", "won", "known and seen or trust > 2 or doubt > 1")
    talked = talk(
        {"first": turn(choice("a", "first", effects=effects, learns=["known", "seen"]), asked)},
        feelings={"trust": Feeling(start=2, min=0, max=4), "doubt": Feeling(start=0, min=0, max=30)},
        facts=["known", "seen", "idle"],
    )
    [finding] = found(TOO_LARGE, talked)
    assert finding.hint.endswith("most of them come from doubt (31 values), trust (3 values), 2 facts (times 4)")


def test_a_small_conversation_is_small_enough() -> None:
    assert places(TOO_LARGE, beside(choice("a", "won"), choice("b", "lost"))) == []
