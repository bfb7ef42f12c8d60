"""What can be seen of a line without understanding it."""

import pytest

from simulator.analysis.wording import ABSOLUTE, FEELING, POLITE, RUDE, asks, count_of, shared_words, words


def test_words_are_small_and_typed_and_typeset_apostrophes_are_one() -> None:
    assert words("You\u2019re LATE, aren't you?") == ("you're", "late", "aren't", "you")


@pytest.mark.parametrize(
    ("listed", "line", "count"),
    [
        (POLITE, "Thank you. Could you please hold?", 3),
        (FEELING, "That must be stressful, and I am sorry.", 3),
        (ABSOLUTE, "Nobody ever told me. Never.", 2),
        (RUDE, "Don't be silly.", 1),
        (RUDE, "Two calls, and it is still down.", 0),
    ],
)
def test_words_of_a_kind_are_counted_whatever_their_letters(listed: frozenset[str], line: str, count: int) -> None:
    assert count_of(line, listed) == count


def test_words_that_any_line_may_have_are_not_shared() -> None:
    assert shared_words("The line is down again.", "Is the line down?") == 2


@pytest.mark.parametrize("line", ["Is it down? ", "You said 'down?'", 'You said "down?"'])
def test_a_line_asks_where_it_ends_so(line: str) -> None:
    assert asks(line)
    assert not asks(f"{line} I see.")


def test_no_word_is_both_courteous_and_rude() -> None:
    assert not RUDE & (POLITE | FEELING)
