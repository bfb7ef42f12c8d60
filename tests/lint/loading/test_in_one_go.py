"""One mistake hides no other, and nothing is told to follow a mistake: all that is wrong is said in one go."""

import pytest
from authoring.sample import SOUND, edited, said

from simulator.authoring.reading import read_content

WITH_A_CAPITAL = 'SIM103 "Empathy" cannot be used as an id — did you mean "empathy"?'


def codes(text: str) -> list[str]:
    """Return the codes of what is said of a scenario, in order."""
    return [line.split(" ")[1] for line in said(text)]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("skills: [empathy]", "skills: [Empathy]", "8:10"),
        ("calls_for: [empathy]", "calls_for: [Empathy]", "21:17"),
        ("{empathy.names-stake: 3}", "{Empathy.names-stake: 3}", "28:17"),
    ],
)
def test_a_skill_in_capital_letters_is_told_once_where_it_stands(old: str, new: str, place: str) -> None:
    """What names it rightly elsewhere is not told to follow the mistake."""
    assert said(edited(old, new)) == [f"x.yaml:{place}: {WITH_A_CAPITAL}"]


def test_a_skill_in_capital_letters_throughout_is_told_in_one_go() -> None:
    places = ["8:10", "21:17", "28:17", "36:17"]
    assert said(SOUND.replace("empathy", "Empathy")) == [f"x.yaml:{place}: {WITH_A_CAPITAL}" for place in places]


def test_a_skill_in_words_is_told_as_an_id() -> None:
    (line,) = said(edited("skills: [empathy]", "skills: [Active Listening, empathy]"))
    assert line.endswith('"Active Listening" cannot be used as an id — did you mean "active-listening"?')
    (line,) = said(edited("skills: [empathy]", "skills: [empathy!, empathy]"))
    assert line.endswith('"empathy!" cannot be used as an id — use small letters, digits and -')


def test_a_skill_that_is_called_for_is_told_the_nearest_id_even_where_the_list_has_another_spelling() -> None:
    text = edited("skills: [empathy]", "skills: [Empathy]").replace("calls_for: [empathy]", "calls_for: [empaty]")
    assert any(line.endswith('list the skill "empaty" — did you mean "empathy"?') for line in said(text))


def test_a_skill_that_several_turns_call_for_is_what_the_list_lacks() -> None:
    """It is not told to follow the list: that may name a skill that there is not."""
    again = "  again: {customer: Hm, calls_for: [active-listening], choices: [{id: a, say: Hm., to: calm}]}\n"
    once = edited("skills: [empathy]", "skills: [empathy, listening]").replace("  middle:\n", f"{again}  middle:\n")
    twice = once.replace("calls_for: [empathy]", "calls_for: [active-listening]")
    assert [line.partition(" — ")[2] for line in said(once) if "SIM112" in line] == ['did you mean "listening"?']
    assert [line.partition(" — ")[2] for line in said(twice) if "SIM112" in line] == ["add it to skills at the top"] * 2


def test_two_spellings_of_a_skill_are_still_one_skill_shown_twice() -> None:
    text = edited("{empathy.names-stake: 3}", "{empathy.names-stake: 3, Empathy.legitimises: 2}")
    assert codes(text) == ["SIM103", "SIM116"]


def test_a_wrong_sign_in_a_condition_does_not_hide_its_names() -> None:
    assert said(edited("when: trust > 0 and not knows_why", "when: knows_meetings and calm => 2")) == [
        'x.yaml:34:15: SIM132 no fact is called "knows_meetings" — known: knows_why',
        'x.yaml:34:34: SIM131 no feeling is called "calm" — known: trust',
        'x.yaml:34:39: SIM130 "=>" is not a sign I know — did you mean ">="?',
    ]


def test_a_level_that_there_is_not_hides_nothing_else() -> None:
    text = edited("names-stake: 3}", "names-stake: 4}").replace("names-stake: 1}", 'names-stake: "1"}')
    assert codes(text) == ["SIM013", "SIM012"]
    assert codes(text.replace("minutes: 3", "minutes: 0").replace("{trust: +1}", "{trst: +1}")) == [
        "SIM105",
        "SIM013",
        "SIM113",
        "SIM012",
    ]
    assert read_content("scenario", text.encode(), "x.yaml").value is None
    assert codes(text.replace("minutes: 3", "minutes: many")) == ["SIM012", "SIM013", "SIM012"]
