"""Where rules about writing draw their lines."""

from dataclasses import replace

import pytest
from tui.shelf import PRACTICE

from simulator.analysis.exploring import explore
from simulator.domain.problem import Severity
from simulator.domain.rubric import Level
from simulator.domain.scenario import Difficulty
from simulator.lint.craft.decisions import DECISIONS
from simulator.lint.craft.number_of_choices import NUMBER_OF_CHOICES
from simulator.lint.craft.opening import opening
from simulator.lint.craft.plain_words import PLAIN_WORDS
from simulator.lint.craft.several_endings import SEVERAL_ENDINGS
from simulator.lint.rule import SCENARIO_FILE, Example, example, turns
from simulator.lint.subject import Proven
from simulator.usecases.explaining import said_of


def said(code: str, shown: Example) -> list[str]:
    return [problem.message for problem in said_of(shown) if problem.code == code]


@pytest.mark.parametrize(("words", "told"), [(7, True), (8, False), (32, False), (33, True)])
def test_a_choice_has_eight_to_thirty_two_words(words: int, told: bool) -> None:  # noqa: FBT001 - what is expected
    assert bool(said("SIM701", opening(say=" ".join(["day"] * words)))) == told


def test_one_word_is_called_a_word() -> None:
    assert said("SIM701", opening(say="Sorry."))[0].startswith("this choice has 1 word,")


@pytest.mark.parametrize(("level", "told"), [("foundation", 0), ("core", 1), ("stretch", 1)])
def test_only_first_steps_may_be_short(level: str, told: int) -> None:
    assert len(said("SIM702", example(f"level: {level}\n"))) == told


def in_a_row(number: int) -> Example:
    """So many turns, one after another."""
    written = "".join(
        f'  turn-{at}:\n    customer: "And {at}?"\n    mood: cool\n    choices:\n'
        f'      - {{id: on, say: "On.", to: {f"turn-{at + 1}" if at + 1 < number else "calm"}}}\n'
        for at in range(number)
    )
    return Example(files={SCENARIO_FILE: f"level: core\nstart: turn-0\nturns:\n{written}"})


@pytest.mark.parametrize(("number", "told"), [(7, 1), (8, 0), (12, 0), (13, 1)])
def test_eight_to_twelve_choices_are_the_aim(number: int, told: int) -> None:
    assert len(said("SIM702", in_a_row(number))) == told


@pytest.mark.parametrize(
    ("number", "hint"),
    [
        (40, f"see it: simulator walk late {' '.join(['first-better'] * 40)}"),
        (41, "let parts of it be skipped, or make two conversations of it"),
    ],
)
def test_a_way_that_nobody_would_type_is_not_written_out(number: int, hint: str) -> None:
    first = PRACTICE.turns["first"]
    turns = {
        f"turn-{at}": replace(first, choices=(replace(first.choices[0], to=f"turn-{at + 1}"),)) for at in range(number)
    }
    turns[f"turn-{number - 1}"] = replace(first, choices=(replace(first.choices[0], to="end"),))
    long = Proven(scenario=replace(PRACTICE, start="turn-0", turns=turns))
    assert [problem.hint for problem in DECISIONS.problems(long)] == [hint]


def test_where_the_ways_are_too_many_to_be_followed_nothing_is_claimed() -> None:
    """In the bound, three turns of two choices each could be over at once or be left with fewer on offer."""
    unsure = Proven(scenario=PRACTICE)
    assert list(DECISIONS.problems(unsure))
    unsure.__dict__["space"] = explore(unsure.table, limit=1)
    assert not unsure.space.exact
    assert list(DECISIONS.problems(unsure)) == []


@pytest.mark.parametrize(("when", "many"), [(None, True), ("trust >= 1", False)])
def test_where_the_ways_are_too_many_only_choices_without_a_condition_are_counted(
    when: str | None, *, many: bool
) -> None:
    first = PRACTICE.turns["first"]
    choices = (*first.choices, *(replace(first.choices[0], id=f"other-{at}", when=when) for at in range(3)))
    unsure = Proven(scenario=replace(PRACTICE, turns={**PRACTICE.turns, "first": replace(first, choices=choices)}))
    unsure.__dict__["space"] = explore(unsure.table, limit=1)
    found = [problem.message for problem in NUMBER_OF_CHOICES.problems(unsure) if '"first"' in problem.message]
    assert bool(found) == many
    # Two choices stand at each of the others, whatever the way.
    assert len(list(NUMBER_OF_CHOICES.problems(unsure))) == 2 + many


def test_a_turn_that_leaves_the_rep_speechless_is_another_rules_matter() -> None:
    first = PRACTICE.turns["first"]
    choices = tuple(replace(choice, when="trust >= 5") for choice in first.choices)
    shown = Proven(scenario=replace(PRACTICE, turns={**PRACTICE.turns, "first": replace(first, choices=choices)}))
    assert list(NUMBER_OF_CHOICES.problems(shown)) == []


def test_where_some_are_left_speechless_the_others_are_still_counted() -> None:
    second = PRACTICE.turns["second"]
    only = (replace(second.choices[0], when="trust >= 3"),)
    shown = Proven(scenario=replace(PRACTICE, turns={**PRACTICE.turns, "second": replace(second, choices=only)}))
    messages = [problem.message for problem in NUMBER_OF_CHOICES.problems(shown)]
    assert 'at "second" only one choice is on offer together ("second-better"); at least 3 are the aim' in messages


def test_a_way_round_is_only_worth_a_note() -> None:
    third = PRACTICE.turns["third"]
    back = replace(third, choices=(replace(third.choices[0], to="second"), third.choices[1]))
    round_about = Proven(scenario=replace(PRACTICE, turns={**PRACTICE.turns, "third": back}))
    severities = {problem.path: problem.severity for problem in DECISIONS.problems(round_about)}
    assert severities["turns", "second"] is Severity.NOTE


def test_a_long_way_is_told_with_the_way_to_see_it() -> None:
    hints = [problem.hint for problem in said_of(in_a_row(13)) if problem.code == "SIM702"]
    assert hints == [f"see it: simulator walk sample {' '.join(['on'] * 13)}"]


def with_endings(number: int) -> str:
    """So many endings, the last of them lost."""
    return "endings:\n" + "".join(
        f'  {name}: {{outcome: {"lost" if at == number - 1 else "won"}, customer: "Bye.", debrief: "It is over."}}\n'
        for at, name in enumerate(["calm", "gone", *(f"other-{at}" for at in range(number - 2))])
    )


@pytest.mark.parametrize(
    ("level", "number", "told"),
    [
        ("core", 3, 1),
        ("core", 4, 0),
        ("core", 6, 0),
        ("core", 7, 1),
        ("foundation", 2, 0),
        ("foundation", 7, 1),
    ],
)
def test_four_to_six_endings_and_two_for_first_steps(level: str, number: int, told: int) -> None:
    assert len(said("SIM703", example(f"level: {level}\n{with_endings(number)}"))) == told


def test_one_ending_is_no_choice_even_for_first_steps() -> None:
    alike = Proven(scenario=replace(PRACTICE, level=Difficulty.FOUNDATION))
    assert [problem.message for problem in SEVERAL_ENDINGS.problems(alike)] == [
        "there is one ending; 2 to 6 are the aim",
        "whatever is said, the outcome is saved",
    ]


def test_a_turn_that_calls_for_nothing_needs_neither_coaching_nor_hint() -> None:
    quiet = turns("""\
  opening:
    customer: "You again? I have rung twice about that line."
    mood: cool
    choices:
      - {id: name-it, say: "Two calls, and it is still down.", learns: [knows_why], to: what-now}
""")
    assert said("SIM704", quiet) == said("SIM705", quiet) == []


def test_a_blank_is_neither_coaching_nor_a_hint() -> None:
    assert said("SIM704", opening(why=" "))
    assert said("SIM705", opening(cue=" "))


def test_an_assessment_has_no_hints_and_needs_none() -> None:
    without = opening(cue="")
    text = without.files[SCENARIO_FILE]
    assert said("SIM705", without)
    assert not said("SIM705", Example(files={SCENARIO_FILE: f"purpose: assessment\n{text}"}, some_turns=True))


def with_choices(number: int, when: str = "") -> str:
    """A last turn with so many choices, of which only the first two are without a condition."""
    return """\
turns:
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
""" + "".join(
        f'      - {{id: {name}, say: "On.", to: calm{f", when: {when}" if when and at > 1 else ""}}}\n'
        for at, name in enumerate(["sum-up", "promise", "one-more", "another", "the-last"][:number])
    )


@pytest.mark.parametrize(
    ("purpose", "number", "when", "told"),
    [
        ("practice", 2, "", []),
        ("practice", 1, "", ["only one choice is"]),
        ("assessment", 2, "", ["2 choices are", "2 choices are"]),
        ("assessment", 3, "", ["2 choices are"]),
        ("practice", 4, "", []),
        ("practice", 5, "", ["5 choices are"]),
        ("practice", 5, "knows_why and not knows_why", []),
        ("practice", 5, "knows_why", ["5 choices are"]),
        ("practice", 5, "trust >= 4", []),
    ],
)
def test_choices_count_where_they_are_on_offer_together(purpose: str, number: int, when: str, told: list[str]) -> None:
    shown = Example(files={SCENARIO_FILE: f"purpose: {purpose}\n{with_choices(number, when)}"}, some_turns=True)
    messages = said("SIM706", shown)
    assert [words for message in messages for words in told[:1] if words in message] == told
    assert len(messages) == len(told)


@pytest.mark.parametrize(
    ("line", "about"),
    [
        ("I'll ring you by twelve \U0001f600 and not later.", "pictures"),
        ("I'll ring you by **twelve** and not later.", "markup"),
        ("I'll ring _you_ by twelve and not later.", "markup"),
        ("I'll ring you by `twelve` and not later.", "markup"),
        ("I'll ring you by <b>twelve</b> and not later.", "markup"),
        ("I'll ring you by [twelve](soon) and not later.", "markup"),
        ("It is all on https://example.org/status for you.", "address"),
        ("It is all on www.example.org for you to see.", "address"),
        ("Write to help@example.org and they will see.", "address"),
        ("I'll ring and/or write by twelve.", "written"),
        ("You & me, by twelve, and not later.", "written"),
        ("The first R&D unit, by twelve.", "written"),
        ("Something small, e.g. a van at twelve.", "written"),
        ("The vans, the loggers, etc. by twelve.", "written"),
        ("I'll ring you ASAP about those loggers.", "capitals"),
        ("I'll ring you (or Joel) about those loggers.", "brackets"),
        ("[sighs] I'll ring you about those loggers.", "brackets"),
    ],
)
def test_what_cannot_be_said_aloud_is_found(line: str, about: str) -> None:
    messages = said("SIM708", opening(say=line))
    assert len(messages) == 1
    assert about in messages[0]


@pytest.mark.parametrize(
    "line",
    [
        "It was 4\u00b0, at 10:40, and it cost 3.50 \u2014 or 20% more, she said.",
        "The GDPR people and the VAT people, and both of your PCs.",
        "The thermal... yes. That was 24/7, all year round.",
        "'We.' \u201cAround the start of the week.\u201d A three-year lock-in, at Zo\u00eb's.",
        "I told {rep} and {customer} of {company} so.",
        "My user_name was wrong, and 2 * 2 * 2 is eight.",
    ],
)
def test_what_can_be_said_aloud_is_let_be(line: str) -> None:
    assert said("SIM708", opening(say=line.replace('"', "'"))) == []


def test_an_abbreviation_that_the_briefing_tells_of_is_known() -> None:
    asked = opening(say="You need the SLAM report by eight. Have I got that right?").files[SCENARIO_FILE]
    assert said("SIM708", Example(files={SCENARIO_FILE: asked}, some_turns=True))
    told = f"briefing: She waits for the SLAM report.\n{asked}"
    assert not said("SIM708", Example(files={SCENARIO_FILE: told}, some_turns=True))


def test_a_companys_own_ampersand_is_let_be() -> None:
    asked = opening(say="You are B&Q, and you need the report by eight.").files[SCENARIO_FILE]
    named = f"customer: {{name: Ada Byron, company: B&Q}}\n{asked}"
    assert not said("SIM708", Example(files={SCENARIO_FILE: named}, some_turns=True))


def test_a_family_of_emoji_is_a_picture_and_hides_nothing() -> None:
    (message,) = said("SIM708", opening(say="All of us \U0001f469\u200d\U0001f467\ufe0f will ring you by twelve."))
    assert message == 'pictures can be seen and not said: "\U0001f469", "\U0001f467"'


def test_of_many_findings_in_a_line_three_are_named() -> None:
    (message,) = said("SIM708", opening(say="(One) or (two) or (three) or (four), and (two)."))
    assert message.endswith('"(One)", "(two)", "(three)"')


def test_paragraphs_hide_nothing() -> None:
    assert said("SIM708", example('briefing: "Ada Byron \u2014 twice.\\n\\nToday."\n')) == []


def test_a_note_to_oneself_is_told_once() -> None:
    assert said("SIM708", opening(say="TODO She needs a line about her mornings here.")) == []


def test_coaching_may_be_written_as_it_is_read() -> None:
    assert said("SIM708", opening(why="A stock phrase (e.g. ASAP) says *nothing* and/or less.")) == []


@pytest.mark.parametrize("hidden", [r"\e", r"\a", r"\u202e", r"\u200b", r"\u00ad", r"\x7f"])
def test_hidden_characters_are_told_of_wherever_they_are(hidden: str) -> None:
    """Even from an escape, which the file itself shows."""
    (message,) = said("SIM708", opening(why=f"Names what it{hidden} cost her before anything else."))
    assert message.startswith('this text holds characters that nobody can see: "<U+')


JARGON = (
    "Organisational implementation necessitates considerable deliberation regarding administrative responsibility, "
    "accountability and functionality everywhere."
)


def test_a_hard_line_is_told_with_its_words_a_sentence() -> None:
    assert any("at 12 words a sentence" in message for message in said("SIM709", opening(customer=JARGON)))


def test_a_short_line_may_hold_long_words() -> None:
    assert (
        said("SIM709", opening(customer="Organisational implementation necessitates considerable deliberation.")) == []
    )


@pytest.mark.parametrize(("level", "told"), [(0, 0), (1, 0), (2, 1), (3, 1)])
def test_jargon_is_let_be_where_it_is_the_mistake_to_be_seen(level: int, told: int) -> None:
    first = PRACTICE.turns["first"]
    choices = tuple(
        replace(choice, say=JARGON, shows={"communication.plain-language": Level(level)})
        for choice in first.choices[:1]
    )
    scenario = replace(PRACTICE, turns={**PRACTICE.turns, "first": replace(first, choices=choices)})
    found = [found.path for found in PLAIN_WORDS.problems(Proven(scenario=scenario))]
    assert found.count(("turns", "first", "choices", 0, "say")) == told


def test_a_conversation_that_is_hard_on_average_is_told_once() -> None:
    hard = (
        "We are investigating the underlying reason for the interruption together with the engineering department "
        "this morning."
    )
    lines = turns(f"""\
  opening:
    customer: "{hard}"
    mood: cool
    choices:
      - {{id: name-it, say: "{hard}", to: what-now}}
  what-now:
    customer: "{hard}"
    mood: cool
    choices:
      - {{id: sum-up, say: "{hard}", to: calm}}
""")
    assert [message for message in said("SIM709", lines) if "on average" in message]


@pytest.mark.parametrize("text", ["TODO", "Here comes TBD.", "Lorem ipsum dolor", "xxx", "...", "Why ???", "-"])
def test_what_is_left_over_from_writing_is_found_in_any_text(text: str) -> None:
    assert said("SIM710", opening(why=text))


@pytest.mark.parametrize("text", ["The thermal... yes.", "What is there to do?", "Really?!", "A Xerox, size XXL."])
def test_what_people_say_is_not_left_over(text: str) -> None:
    assert said("SIM710", opening(why=text)) == []


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("So what happens with that line now?", "so what happens, with that line, now?", 1),
        ("So what happens with that line now?", "So what happens with that line today?", 0),
        ("So what now?", "So what now?", 0),
    ],
)
def test_the_customer_says_nothing_twice(first: str, second: str, told: int) -> None:
    changed = turns(f"""\
  opening:
    customer: "{first}"
    mood: cool
    variants: [{{when: knows_why, customer: "{first}"}}]
    choices:
      - {{id: name-it, say: "Two calls, and it is still down.", learns: [knows_why], to: what-now}}
  what-now:
    customer: "{second}"
    mood: cool
    choices:
      - {{id: sum-up, say: "You need it up by eight.", to: calm}}
""")
    assert len(said("SIM710", changed)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada Biron rang.", 1),
        ("Adda Byron rang.", 1),
        ("Ada Byron rang, and Ada Byron's line is down.", 0),
        ("Ada rang. Mrs Byron waits.", 0),
        ("Her brother Joel Byron rang; Ada Tuesday.", 0),
        ("Ada Lovelace rings, and the byron is lower case.", 0),
    ],
)
def test_a_name_is_told_only_where_it_is_nearly_the_customers(text: str, told: int) -> None:
    assert len(said("SIM711", example(f"briefing: {text}\n"))) == told


def test_a_name_that_is_also_a_word_is_let_be_in_small_letters() -> None:
    assert said("SIM711", example("customer: {name: Bill Waters}\nbriefing: Bill waters the plants.\n")) == []
    assert said("SIM711", example("customer: {name: Bill Waters}\nbriefing: Bill Walters rang.\n"))


def test_a_customer_with_one_name_has_nothing_to_be_compared() -> None:
    assert said("SIM711", example("customer: {name: Ada}\nbriefing: Ada Biron rang.\n")) == []
