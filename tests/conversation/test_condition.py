"""The language of `when`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import conditions

from simulator.conversation.condition import (
    Compare,
    Condition,
    ConditionError,
    Every,
    Holds,
    Not,
    Some,
    parse,
    parts_of,
    read,
)


def test_and_binds_more_tightly_than_or() -> None:
    expected = Some((Holds("a", 1), Every((Compare("trust", ">=", 3, 6), Not(Holds("b", 25))))))
    assert parse("a or trust >= 3 and not b") == expected


def test_brackets_bind_most_tightly() -> None:
    assert parse("(a or b) and c") == Every((Some((Holds("a", 2), Holds("b", 7))), Holds("c", 14)))


def test_a_negative_number_can_be_compared_with() -> None:
    assert parse("trust>-2") == Compare("trust", ">", -2, 1)


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("", 1, "stops in the middle"),
        ("   ", 1, "stops in the middle"),
        ("trust >=", 9, "needs a whole number"),
        ("trust >= much", 10, "needs a whole number"),
        ("trust = 3", 7, "not a sign I know"),
        ("trust => 3", 7, "not a sign I know"),
        ("trust >= 3 && a", 12, "not a sign I know"),
        ("trust >= 3 a", 12, "not expected here"),
        ("(a or b", 1, "never closed"),
        ("a)", 2, "not expected here"),
        ("and a", 1, "expected a feeling or a fact"),
        ("3 > trust", 1, "expected a feeling or a fact"),
        ("Trust > 3", 1, "small letters"),
        ("a + b", 3, "has no meaning"),
        ("trust > 3.5", 10, "has no meaning"),
        ("trust > 12345678901", 9, "too long"),
        ("a; import os", 2, "has no meaning"),
    ],
)
def test_a_mistake_is_named_with_its_column(text: str, column: int, words: str) -> None:
    with pytest.raises(ConditionError) as caught:
        parse(text)
    assert words in caught.value.message
    assert caught.value.column == column


def test_a_sign_that_is_not_ours_hides_nothing_else_of_the_condition() -> None:
    condition, mistakes = read("a && calm => 2 and !b")
    assert condition == Every((Holds("a", 1), Compare("calm", ">=", 2, 6), Not(Holds("b", 21))))
    assert [(each.column, each.hint) for each in mistakes] == [
        (3, 'did you mean "and"?'),
        (11, 'did you mean ">="?'),
        (20, 'did you mean "not"?'),
    ]


def test_a_wrong_sign_is_told_beside_what_has_no_meaning_but_not_beside_what_a_guess_makes_of_it() -> None:
    beside = read("calm => 2 and Trust > 3")
    assert beside[0] is None
    assert [each.column for each in beside[1]] == [6, 15]
    guessed = read("calm ! 2")
    assert guessed[0] is None
    assert [each.message for each in guessed[1]] == ['"!" is not a sign I know']


@pytest.mark.parametrize("text", ["(" * 5_000, "not " * 5_000 + "a", "(" * 900 + "a" + ")" * 900, "a and " * 100_000])
def test_nesting_without_end_is_refused_not_followed(text: str) -> None:
    with pytest.raises(ConditionError):
        parse(text)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        parse(text)
    except ConditionError as problem:
        assert 1 <= problem.column <= len(text) + 1


@given(conditions(depth=3))
def test_every_part_points_at_its_name(text: str) -> None:
    for part in parts_of(parse(text)):
        assert text[part.column - 1 :].startswith(part.name)


def test_a_condition_tree_can_be_read_back_from_its_parts() -> None:
    tree: Condition = parse("a and not (b or trust < 1)")
    assert [part.name for part in parts_of(tree)] == ["a", "b", "trust"]
