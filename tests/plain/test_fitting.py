"""On a terminal, long lines are broken between words; anywhere else each fact stays one line."""

import pytest

from simulator.plain.fitting import fitted
from simulator.plain.voice import Voice


@pytest.mark.parametrize(
    ("line", "columns", "lines"),
    [
        ("Customer: it is late and I am tired.", 20, ["Customer: it is late", "  and I am tired."]),
        ("1. That must be hard on you.", 20, ["1. That must be hard", "   on you."]),
        ("12. That must be hard on you.", 20, ["12. That must be", "    hard on you."]),
        ("- The whole system, in place.", 20, ["- The whole system,", "  in place."]),
        ("  Why: it promises too much.", 20, ["  Why: it promises", "    too much."]),
        ("Fits exactly in here", 20, ["Fits exactly in here"]),
        ("日本語 日本語 日本語 日本語", 20, ["日本語 日本語 日本語", "  日本語"]),
        ("Unbreakablewordthatisverylong", 20, ["Unbreakablewordtha", "  tisverylong"]),
        ("2026-03-02  one  two, kept apart as it fits", 60, ["2026-03-02  one  two, kept apart as it fits"]),
        ("Wrong in 1.2 % to 9 % of all.", 20, ["Wrong in 1.2 % to", "  9 % of all."]),
        ("Wrong in 1.2 % to 9 % of all.", None, ["Wrong in 1.2 % to 9 % of all."]),
        ("Customer: it is late and I am tired.", None, ["Customer: it is late and I am tired."]),
    ],
)
def test_lines_are_broken_between_words_with_the_rest_set_in(line: str, columns: int | None, lines: list[str]) -> None:
    assert fitted(line, columns).split("\n") == lines


def test_a_voice_asks_anew_for_each_line_how_much_room_there_is() -> None:
    widths, written = iter([20, None]), list[str]()
    voice = Voice(lambda: "", written.append, lambda: None, columns=lambda: next(widths))
    for _ in range(2):
        voice.say("Mood: calmer, trust 3 of 5.")
    assert written == ["Mood: calmer, trust\n  3 of 5.\n", "Mood: calmer, trust 3 of 5.\n"]
