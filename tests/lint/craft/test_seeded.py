"""Each rule about writing finds a mistake that is made by hand in a shipped scenario, at its line, and nothing else."""

from pathlib import Path

import pytest
from lint.craft.seeding import found


@pytest.mark.parametrize(
    ("code", "before", "after", "line"),
    [
        ("SIM701", "That'll be the filter. Twist it out, rinse it under the tap, and", "Rinse and", 'say: "Rinse and'),
        ("SIM701", "before she rings the bell.", f"before {'she rings, ' * 12}that is.", 'say: "At four, with your'),
        (
            "SIM704",
            '        why: "One thing, in words he has, and',
            '        # "One thing, in words he has, and',
            "- id: one",
        ),
        ("SIM705", "    cue: He has told you how much he can carry back across the landing.\n", "", "half-past-three:"),
        ("SIM707", "mood: puzzled", f"mood: {'puzzled, ' * 6}cross", "mood: puzzled, puzzled"),
        ("SIM707", "title: The neighbour's", "title: The noise and the warm water of the", "title: The noise"),
        ("SIM707", "summary: Three turns", f"summary: Three {'short ' * 8}turns", "summary: Three short"),
        ("SIM708", '"The view. The plug.', '"The view. (He sighs.) The plug.', 'reaction: "The view. (He'),
        ("SIM708", "mood: puzzled", r'mood: "puzzled\u202e"', r'mood: "puzzled\u202e"'),
        (
            "SIM709",
            "Good in the shop, then the window, then warm water and a blue light. Is that",
            "Notwithstanding satisfactory operation at the establishment, relocation precipitated inadequate heat",
            'say: "Notwithstanding',
        ),
        ("SIM710", "mood: puzzled", "mood: TODO", "mood: TODO"),
        ("SIM711", "to Teodor Balan, who lives", "to Teodor Ballan, who lives", "briefing: |"),
    ],
)
def test_a_mistake_in_a_shipped_scenario_is_found_at_its_line(
    tmp_path: Path, code: str, before: str, after: str, line: str
) -> None:
    ((where, _),) = found(tmp_path, code, "warm-up", (before, after))
    assert where.startswith(line)


def test_a_way_out_after_one_choice_is_found_with_the_way_there(tmp_path: Path) -> None:
    answer = "it's an answer.\"\n        to: "
    early = (f"{answer}what-is-at-risk", f"{answer}empty-wall")
    assert found(tmp_path, "SIM702", "late-delivery", early) == [
        ("to: empty-wall", "this can be over after one choice; 8 to 12 are the aim")
    ]


def test_a_way_back_that_is_always_open_is_told_mildly(tmp_path: Path) -> None:
    answer = 'I have grown fond of this one."\n        to: '
    ((where, message),) = found(tmp_path, "SIM702", "warm-up", (f"{answer}half-past-three", f"{answer}blue-light"))
    assert where == "blue-light:"
    assert "need never end" in message


def test_a_line_that_is_copied_to_another_turn_is_found_there(tmp_path: Path) -> None:
    begin = (
        '"Half past three. Please, tell me what to do. One thing. Two, if you must. It has eleven buttons, {rep},',
        '"On Saturday, in your shop, perfect. Then I moved it next to the window, and since then, warm water. And',
    )
    end = (
        '      and I have only just learned which is which."\n    mood',
        '      a small blue light. I thought it was being friendly."\n    mood',
    )
    ((where, message),) = found(tmp_path, "SIM710", "warm-up", begin, end)
    assert where.startswith('customer: "On Saturday')
    assert message == 'the customer says the same at "blue-light"'


def test_endings_that_come_out_alike_are_found(tmp_path: Path) -> None:
    alike = ("outcome: stalled", "outcome: won")
    assert found(tmp_path, "SIM703", "warm-up", alike) == [("endings:", "whatever is said, the outcome is won")]


def test_a_condition_that_leaves_two_choices_is_found_where_it_counts(tmp_path: Path) -> None:
    fewer = ("- id: explain-carrier\n", "- id: explain-carrier\n        when: knows_six\n")
    none = ("- id: order-number\n", "- id: order-number\n        when: knows_six\n")
    ((where, message),) = found(tmp_path, "SIM706", "late-delivery", fewer, none)
    assert where == "choices:"
    assert message.startswith('at "opening" 2 choices are on offer together ("no-date-no-word", "name-the-broken')


def test_words_that_push_the_choices_off_the_screen_are_found(tmp_path: Path) -> None:
    long = ("It's Dana Whitfield. You told me Tuesday.", "It's Dana Whitfield. " + "You told me Tuesday. " * 50)
    assert [where[:20] for where, _ in found(tmp_path, "SIM707", "late-delivery", long)] == ["customer: \"It's Dana"]


def test_a_reaction_that_leaves_the_screen_at_once_is_found(tmp_path: Path) -> None:
    long = ("I didn't ask how freight works.", "I didn't ask how freight works. " * 14)
    ((where, message),) = found(tmp_path, "SIM707", "late-delivery", long)
    assert where.startswith('reaction: "I didn')
    assert message.startswith('reaction, coaching and what "held-at-hub" shows take')
