"""How hard a line is to follow: syllables by their spelling, sentences by their ends."""

import pytest

from simulator.analysis.reading_grade import reading_grade, spoken_words, syllables, words_per_sentence


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (
            1,
            "the hm make makes called asked said I you're they're there's we've don't you'll while vague queue",
        ),
        (2, "table quiet really didn't it'll it'd boss's going maker wanted changes something safely Joel people lion"),
        (3, "idea area certainly audience anyone somebody carrier's everything Amara"),
        (4, "delivery appreciate calibration everybody situation"),
        (5, "administration"),
    ],
)
def test_syllables_are_counted_as_spoken(count: int, words: str) -> None:
    wrong = {word: syllables(word) for word in words.split() if syllables(word) != count}
    assert wrong == {}


def test_letters_with_accents_and_typeset_apostrophes_count_as_plain_ones() -> None:
    assert syllables("Émile") == syllables("Emile")
    assert syllables("didn\u2019t") == 2


def test_figures_are_spoken_one_by_one() -> None:
    assert syllables("4471") == 4


def test_a_full_stop_before_a_small_letter_ends_no_sentence() -> None:
    assert words_per_sentence("Not before 5 p.m. on Monday.") == 7
    assert words_per_sentence("Not on Monday. On Tuesday.") == 2.5


def test_a_sentence_may_end_within_quotation_marks() -> None:
    assert words_per_sentence("She said 'no.' Then she left.") == 3


def test_what_a_hyphen_joins_is_spoken_as_two_words() -> None:
    assert spoken_words("a well-known one") == ("a", "well", "known", "one")


def test_the_grade_is_the_published_formula() -> None:
    """Six words of one syllable in one sentence: 0.39 * 6 + 11.8 - 15.59."""
    assert reading_grade("The cat sat on the mat.") == pytest.approx(-1.45)


def test_long_words_and_long_sentences_are_harder() -> None:
    plain = "We missed the date. You heard it from your own dock."
    assert reading_grade(plain) < reading_grade(plain.replace(". You", ", and you"))
    assert reading_grade(plain) < 3
    assert reading_grade("Organisational implementation necessitates deliberation.") > 12


@pytest.mark.parametrize("empty", ["", "...", "\u2014"])
def test_where_nothing_is_said_nothing_is_hard(empty: str) -> None:
    assert reading_grade(empty) == 0
    assert words_per_sentence(empty) == 0
