"""What one file must be by itself: what each rule leaves to another, and where the bounds lie."""

import re

import pytest
from authoring.sample import SOUND, edited, said

from simulator.authoring.library import default_root
from simulator.authoring.reading import read_content

BAR = (default_root() / "rubrics" / "readiness.yaml").read_text(encoding="utf-8")
RUBRIC = (default_root() / "rubrics" / "empathy.yaml").read_text(encoding="utf-8")
ROUTED = "  middle:\n    routes:\n      - when: knows_why\n        to: calm\n      - to: gone\n"


def codes(text: str) -> list[str]:
    """Return the codes of what is said of a scenario, in order."""
    return [line.split(" ")[1] for line in said(text)]


def shown_as(shows: str) -> list[str]:
    """Return the codes said where the first choice shows this, at a turn that calls for empathy."""
    return codes(edited("{empathy.names-stake: 3}", f"{{{shows}}}"))


def routed(routes: str) -> str:
    """Write the sample with other routes, and with all that these may lead to reached from elsewhere."""
    return edited(ROUTED, f"  middle:\n    routes: [{routes}]\n")


def test_no_number_of_warnings_hides_an_error() -> None:
    """Two hundred endings that nothing leads to come before the mistake, and more than a hundred are not listed."""
    endings = "".join(f"  e{k}: {{outcome: lost, customer: a, debrief: b}}\n" for k in range(200))
    text = edited("endings:\n", f"endings:\n{endings}").replace("effects: {trust: +1}", "effects: {trst: +1}")
    read = read_content("scenario", text.encode(), "x.yaml")
    assert read.value is None
    assert any(problem.code == "SIM113" for problem in read.problems)


def test_what_lies_behind_an_arrow_that_leads_nowhere_is_not_said_to_be_out_of_reach() -> None:
    assert codes(edited("to: middle", "to: midle").replace("to: middle", "to: midle")) == ["SIM101", "SIM101"]
    assert codes(edited("start: opening", "start: nowhere")) == ["SIM101"]
    assert codes(routed("{to: nowhere}")) == ["SIM101"]


def test_a_turn_cannot_be_led_back_to_itself_for_ever_even_through_another() -> None:
    through = "{when: trust > 1, to: other}, {to: calm}]\n  other:\n    routes: [{to: middle}"
    assert codes(routed(through)).count("SIM122") == 2


def test_routes_to_turns_where_something_is_said_go_round_as_often_as_the_rep_likes() -> None:
    assert "SIM122" not in codes(routed("{when: trust > 1, to: opening}, {to: calm}"))


def test_a_turn_with_routes_is_asked_for_nothing_but_them() -> None:
    """What else is written in it is one mistake, however much is wrong with it."""
    inside = "calls_for: [nothing, nothing, at-all]\n    choices:\n      - {id: No!, say: '', to: gone, when: what}\n"
    assert codes(edited(ROUTED, f"{ROUTED}    {inside}")) == ["SIM109"]


@pytest.mark.parametrize("key", ["customer: Hm", "variants: [{when: trust > 1, customer: Hm}]", "calls_for: [empathy]"])
def test_a_turn_with_routes_has_no_words(key: str) -> None:
    assert codes(edited(ROUTED, f"{ROUTED}    {key}\n")) == ["SIM109"]


def test_a_mood_or_a_cue_beside_routes_does_no_harm() -> None:
    assert codes(edited(ROUTED, f"{ROUTED}    mood: cool\n    cue: She waits.\n")) == []


def test_only_routes_that_can_be_taken_may_stand_anywhere() -> None:
    assert codes(routed("{to: calm}, {to: gone}")) == ["SIM110"]
    assert codes(routed("{when: trust > 3, to: calm}, {when: trust > 2, to: calm}, {to: gone}")) == []
    assert codes(routed("{when: trust > 3, to: calm}, {to: calm}, {when: trust > 2, to: gone}")) == ["SIM110"] * 2


@pytest.mark.parametrize(
    ("shows", "expected"),
    [
        ("empathy.names-stake: 3, empathy.legitimises: 2", ["SIM116"]),
        ("empathy: 3", ["SIM116"]),
        ("empathy: 3, empathy.names-stake: 3", ["SIM116", "SIM116"]),
        ("empathy.names-stake: 3, communication.plain-language: 2, communication.frames-purpose: 2", ["SIM117"] * 2),
        ("empathy.names-stake: 3, communication: 2", ["SIM116"]),
        ("communication.plain-language: 2", ["SIM118", "SIM117"]),
        ("empaty.names-stake: 3", ["SIM117"]),
        ("patience.waits: 3", ["SIM118", "SIM117"]),
    ],
)
def test_what_a_choice_shows_is_told_its_own_mistake_only(shows: str, expected: list[str]) -> None:
    assert shown_as(shows) == expected


def test_a_slip_hides_no_other_skill_that_is_missing() -> None:
    both = edited("skills: [empathy]", "skills: [empathy, communication]").replace(
        "calls_for: [empathy]", "calls_for: [empathy, communication]"
    )
    slip = both.replace("{empathy.names-stake: 3}", "{empaty.names-stake: 3}")
    assert [line for line in said(slip) if ":28:" in line and "SIM117" in line and "empathy" in line]
    assert [line for line in said(slip) if "shows nothing of it" in line and '"communication"' in line]
    assert not [line for line in said(slip) if "shows nothing of it" in line and ":28:" in line and '"empathy"' in line]


def test_a_slip_in_what_a_choice_shows_is_told_with_what_was_meant() -> None:
    (line,) = said(edited("{empathy.names-stake: 3}", "{empaty.names-stake: 3}"))
    assert line.endswith('SIM117 this turn does not call for "empaty" — did you mean "empathy"?')


def test_a_slip_in_a_skill_that_is_called_for_is_said_once_and_a_choice_is_still_told_its_own_mistake() -> None:
    slip = edited("calls_for: [empathy]", "calls_for: [empaty]")
    assert codes(slip) == ["SIM112"]
    assert codes(slip.replace("{empathy.names-stake: 1}", "{listening.reflects: 1}")) == ["SIM112", "SIM117"]
    two = slip.replace("skills: [empathy]", "skills: [empathy, listening]").replace("[empaty]", "[empaty, listening]")
    assert codes(two) == ["SIM112", "SIM118", "SIM118"]


def test_a_skill_shown_twice_is_marked_at_the_second_name() -> None:
    (line,) = said(edited("{empathy.names-stake: 3}", "{empathy.names-stake: 3, empathy.legitimises: 2}"))
    assert line.startswith('x.yaml:28:41: SIM116 "empathy" is shown twice by one choice')


def test_two_skills_are_called_for_and_a_third_is_too_many() -> None:
    skills = edited("skills: [empathy]", "skills: [a, b, empathy]")
    two = skills.replace("calls_for: [empathy]", "calls_for: [empathy, a]")
    three = skills.replace("calls_for: [empathy]", "calls_for: [empathy, a, b]")
    assert "SIM111" not in codes(two)
    assert "SIM111" in codes(three)
    assert codes(two) == ["SIM118", "SIM118"]


@pytest.mark.parametrize("say", ['say: ""', 'say: "  "'])
def test_blanks_are_no_words(say: str) -> None:
    assert codes(edited('say: "Have you got the ticket number?"', say)) == ["SIM107"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: A sample", 'title: ""'),
        ("summary: Two turns to try mistakes on.", 'summary: ""'),
        ("name: Ada Byron", 'name: ""'),
        ("briefing: She has called twice.", 'briefing: ""'),
        ('"Until Friday."', '""'),
        ('"You named it."', '""'),
        ('"You again?"', '""'),
    ],
)
def test_each_text_that_people_need_is_asked_for(old: str, new: str) -> None:
    assert codes(edited(old, new)) == ["SIM107"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A sample", "A sample, {name}"),
        ("You named it.", "You named it, {name}."),
        ("Ah, you.", "Ah, {name}."),
        ("You had to ring", "{name} had to ring"),
        ("why: Names it.", "why: Names {name}."),
        ("mood: cool", "mood: cool\n    cue: She is {name}."),
        ("to: middle", 'to: middle\n        reaction: "{name}!"'),
    ],
)
def test_every_text_that_is_spoken_or_shown_is_searched_for_braces(old: str, new: str) -> None:
    assert codes(edited(old, new)) == ["SIM119"]


def test_all_three_placeholders_are_known_and_an_empty_one_is_not() -> None:
    assert codes(edited("You again?", "{rep} of {company}? {customer} here.")) == []
    assert codes(edited("You again?", "{}?")) == ["SIM119"]


@pytest.mark.parametrize(("start", "low", "high"), [(0, 0, 0), (0, 0, 4), (4, 0, 4), (-3, -3, 3)])
def test_a_feeling_may_start_at_either_bound(start: int, low: int, high: int) -> None:
    assert codes(edited("start: 2, min: 0, max: 4", f"start: {start}, min: {low}, max: {high}")) == []


@pytest.mark.parametrize(("start", "low", "high"), [(-1, 0, 4), (5, 0, 4), (2, 4, 0)])
def test_a_feeling_may_not_start_beyond_its_bounds(start: int, low: int, high: int) -> None:
    assert codes(edited("start: 2, min: 0, max: 4", f"start: {start}, min: {low}, max: {high}")) == ["SIM105"]


def test_one_minute_is_the_shortest() -> None:
    assert codes(edited("minutes: 3", "minutes: 1")) == []


@pytest.mark.parametrize("name", ["a" * 64, "a-b_c", "1st"])
def test_an_id_may_be_this(name: str) -> None:
    assert codes(SOUND.replace("middle", name)) == []


@pytest.mark.parametrize("name", ["a" * 65, "Ab", "a b", "-a", "ä"])
def test_an_id_may_not_be_this(name: str) -> None:
    assert codes(SOUND.replace("middle", name)) == ["SIM103"]
    assert codes(SOUND.replace("  calm:", f'  "{name}":').replace("to: calm", f'to: "{name}"')) == ["SIM103"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("to: middle", "to: LONG"),
        ("start: opening", "start: LONG"),
        ("id: ticket", "id: LONG"),
        ("  middle:", "  LONG:"),
        ("  gone:", "  LONG:"),
        ("  opening:", "  LONG:"),
        ("calls_for: [empathy]", "calls_for: [LONG]"),
        ("{trust: +1}", "{LONG: +1}"),
        ("learns: [knows_why]", "learns: [LONG]"),
        ("{empathy.names-stake: 1}", "{LONG: 1}"),
        ("{empathy.names-stake: 1}", "{LONG.a: 1}"),
        ('"You again?"', '"{LONG}"'),
    ],
)
def test_a_long_name_is_said_only_as_far_as_people_need_it(old: str, new: str) -> None:
    said_of_it = [line for line in said(edited(old, new.replace("LONG", "x" * 90))) if "xx" in line]
    assert said_of_it
    assert all(max(map(len, re.findall("x+", line))) in {59, 60} for line in said_of_it), said_of_it


@pytest.mark.parametrize(("part", "old"), [("feelings", "  trust: {start"), ("facts", "  knows_why: She")])
def test_a_feeling_or_a_fact_has_a_name_that_conditions_can_hold(part: str, old: str) -> None:
    name = old.strip().partition(":")[0]
    found = said(edited(old, old.replace(name, "to-day")))
    line = SOUND[: SOUND.index(f"{part}:")].count("\n") + 2
    message = '"to-day" cannot be used as a name here — use small letters, digits and _, such as knows_deadline'
    assert f"x.yaml:{line}:3: SIM103 {message}" in found


@pytest.mark.parametrize("word", ["and", "or", "not"])
def test_no_feeling_is_called_like_a_word_of_conditions(word: str) -> None:
    found = said(edited("  trust: {start", f"  {word}: {{start: 1, min: 0, max: 2}}\n  trust: {{start"))
    assert found == [f'x.yaml:13:3: SIM103 "{word}" is a word of conditions — give it another name']


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("cut: 75", "cut: 1"),
        ("cut: 75", "cut: 99"),
        ("gap: 5", "gap: 89"),
        ("good: 3", "good: 1000"),
        ("missed: 1.5", "missed: 0.001"),
        ("correlation: 0.10", "correlation: 0"),
        ("correlation: 0.10", "correlation: 0.999"),
        ("min_scenarios: 3", "min_scenarios: 1"),
        ("evidence_days: 90", "evidence_days: 10000"),
    ],
)
def test_a_number_of_the_bar_may_go_as_far_as_this(old: str, new: str) -> None:
    assert old in BAR
    assert said(BAR.replace(old, new), "readiness") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("cut: 75", "cut: 0"),
        ("cut: 75", "cut: 100"),
        ("sure: 90", "sure: 100"),
        ("gap: 5", "gap: 0"),
        ("good: 3", "good: 1001"),
        ("missed: 1.5", "missed: 0"),
        ("correlation: 0.10", "correlation: -0.1"),
        ("min_scenarios: 3", "min_scenarios: 0"),
        ("evidence_days: 90", "evidence_days: 10001"),
        ("clean_after_critical: 3", "clean_after_critical: 0"),
        ("skills: [communication, empathy, active-listening]", "skills: []"),
    ],
)
def test_a_number_of_the_bar_may_not_go_as_far_as_this(old: str, new: str) -> None:
    assert old in BAR
    (line,) = said(BAR.replace(old, new), "readiness")
    assert "SIM151" in line
    assert line.endswith("see the comments in the shipped file")


def test_a_rubric_without_indicators_says_so_where_they_should_stand() -> None:
    text = f"{RUBRIC.partition('indicators:')[0]}indicators: {{}}\n"
    (line,) = said(text, "rubric")
    assert line.split(" ")[1] == "SIM150"
    assert text.split("\n")[int(line.split(":")[1]) - 1] == "indicators: {}"
