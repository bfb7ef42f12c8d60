"""What a wrong shape is told: in a trainer's words, with what to do, and never in a library's."""

import random
import re

import pytest
from authoring.sample import SOUND, edited, said
from authoring.test_any_bytes import FILES, ROOT, mutated

from simulator.authoring.schema import Kind

BAR = (ROOT / "rubrics" / "readiness.yaml").read_text(encoding="utf-8")
RUBRIC = (ROOT / "rubrics" / "empathy.yaml").read_text(encoding="utf-8")
WALK = "format: 1\nchoices: [sorry]\nending: calm\n"

LIBRARY_WORDS = re.compile(
    r"pydantic|yaml\.|NoneType|None\b|Error\b|Traceback|Input should|valid |\bdict\b|\bstr\b|\bint\b|float|tuple|bool"
    r"|object|mapping|scalar|token|sequence|simulator\.|<class|\[key\]|something else"
)
"""What only a library or a programmer would say."""

OWN_WORDS = re.compile(r'"[^"]*"')
"""What is quoted from the file itself."""


def words(line: str) -> str:
    """Return what we say ourselves: without the place, and without what is quoted from the file."""
    return OWN_WORDS.sub('""', line.partition(" ")[2])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("purpose: practice", "purpose:", '5:9: SIM014 "purpose" has no value — use one of: practice, assessment'),
        ("purpose: practice", "purpose: 3", '5:10: SIM013 "purpose" cannot be 3 — use one of: practice, assessment'),
        (
            "purpose: practice",
            "purpose: {a: 1}",
            '5:10: SIM012 "purpose" should be a text, but this is a group of named values — use one of: practice',
        ),
        (
            "purpose: practice",
            "purpose: [practice]",
            '5:10: SIM012 "purpose" should be a text, but this is a list — use one of: practice, assessment',
        ),
        ("format: 1", 'format: "1"', '1:9: SIM012 "format" should be a whole number, but this is a text'),
        ("format: 1", "format: 2", '1:9: SIM013 "format" cannot be 2 — use one of: 1'),
        ("minutes: 3", "minutes: 03", "leave the zeros in front out"),
        ("minutes: 3", "minutes: 3.5", "but this is a number — write a whole number"),
        ("minutes: 3", "minutes: 9999999999999999", "7:10: SIM008 this number is too long"),
        ("names-stake: 3}", 'names-stake: "3"}', "should be a whole number, but this is a text — leave the quotes out"),
        ("names-stake: 3}", "names-stake: true}", "28:38: SIM012 true and false have no meaning here"),
        ("names-stake: 3}", "names-stake: }", '"empathy.names-stake" has no value — use one of: 0, 1, 2, 3'),
        ("{name: Ada Byron}", "Ada Byron", '9:11: SIM012 "customer" should be named values, but this is a text'),
        ("{name: Ada Byron}", '"5"', "should be named values, but this is a text — write named values"),
        (
            "{name: Ada Byron}",
            "{name: Ada Byron, rol: x}",
            '9:29: SIM011 "rol" is not known here — did you mean "role"?',
        ),
        ("{name: Ada Byron}", "{nom: Ada}", '9:11: SIM010 "name" is missing — Full name'),
        ("learns: [knows_why]", "learns: [[knows_why]]", '31:18: SIM012 an entry of "learns" should be a text'),
        (
            "  middle:",
            '  "[key]":\n    mod: x\n  middle:',
            '39:5: SIM011 "mod" is not known here — did you mean "mood"?',
        ),
        ("title: A sample", "title: 2024-02-30", ""),
    ],
)
def test_a_wrong_value_is_told_what_belongs_there(old: str, new: str, expected: str) -> None:
    found = said(edited(old, new))
    assert any(expected in line for line in found) if expected else not found, found


@pytest.mark.parametrize(
    ("kind", "sound", "old", "new", "expected"),
    [
        ("readiness", BAR, "cut: 75", 'cut: "75"', '"cut" should be a whole number, but this is a text'),
        ("readiness", BAR, "cut: 75", "cut: 100", "SIM151 100 is not a percentage between 1 and 99"),
        ("readiness", BAR, "gap: 5", "gap: 90", "SIM151 gap must be below sure"),
        ("readiness", BAR, "good: 3", "good: 0", "SIM151 good must be above 0 and at most 1000"),
        ("readiness", BAR, "missed: 1.5", "missed: true", "should be a number, but this is true or false"),
        ("readiness", BAR, "correlation: 0.10", "correlation: 1", "SIM151 correlation goes from 0 to below 1"),
        ("readiness", BAR, "min_moments: 8", "min_moments: 0", "SIM151 min_moments must be from 1 to 10000"),
        ("readiness", BAR, "  insult:", "  In sult:", '"In sult" cannot be used as an id'),
        ("rubric", RUBRIC, "  names-stake:", "  names stake:", 'SIM103 "names stake" cannot be used as an id'),
        ("rubric", RUBRIC, "id: empathy", "id: Empathy!", '4:5: SIM103 "Empathy!" cannot be used as an id'),
        ("rubric", RUBRIC, "  missed: >-", "  mised: >-", '"mised" is not known here — did you mean "missed"?'),
        ("walk", WALK, "[sorry]", "[]", "2:10: SIM140 this walk makes no choice — name the choices in order"),
        ("walk", WALK, "[sorry]", "sorry", '"choices" should be a list, but this is a text'),
        ("walk", WALK, "ending: calm", "ending: calm\nshows: {empathy: 3}", '"empathy" should be a list'),
        (
            "scenario",
            SOUND,
            "to: gone",
            "to: gone\n    mood: x\n    choices: []\n    customer: Hm",
            "SIM109 a turn with",
        ),
        ("scenario", SOUND, "goal: One next step.", 'goal: " "', '11:7: SIM107 "goal" is empty — write a line'),
        ("scenario", SOUND, "id: ticket", "id: Ticket 1", '33:13: SIM103 "Ticket 1" cannot be used as an id'),
        (
            "scenario",
            SOUND,
            'say: "Have you got the ticket number?"',
            'say: ""',
            "35:14: SIM107 this choice says nothing",
        ),
        ("scenario", SOUND, "calls_for: [empathy]", "calls_for: [a, b, c]", "21:16: SIM111 a moment can call for one"),
        ("scenario", SOUND, "when: trust >= 3", 'when: "trust >="', "23:24: SIM130 a comparison needs a whole number"),
        (
            "scenario",
            SOUND,
            "when: trust >= 3",
            "when: |\n          knows_why and trst > 1",
            "23:15: SIM131 no feeling",
        ),
    ],
)
def test_each_kind_of_file_is_checked(kind: Kind, sound: str, old: str, new: str, expected: str) -> None:
    assert said(sound, kind) == []
    assert old in sound
    found = said(sound.replace(old, new, 1), kind)
    assert any(expected in line for line in found), found


@pytest.mark.parametrize(("part", "missing"), [("turns", "endings:"), ("endings", "")])
def test_a_scenario_needs_turns_and_endings(part: str, missing: str) -> None:
    before, _, after = SOUND.partition(f"{part}:\n")
    rest = missing + after.partition(missing)[2] if missing else ""
    assert any(f"SIM102 there are no {part}" in line for line in said(f"{before}{part}: {{}}\n{rest}"))


def test_a_turn_where_nothing_can_be_said_is_a_mistake() -> None:
    text = edited("      - when: knows_why\n        to: calm\n      - to: gone\n", "      []\n")
    assert '39:5: SIM106 the rep can say nothing at "middle"' in "\n".join(said(text))


@pytest.mark.parametrize("file", FILES)
def test_no_library_speaks_through_us_whatever_is_wrong(file: str, full: bool) -> None:  # noqa: FBT001 - a fixture
    content = (ROOT / file).read_bytes()
    chance = random.Random(f"words of {file}")
    for _ in range(2_000 if full else 40):
        for line in said(mutated(content, chance), FILES[file]):
            assert not LIBRARY_WORDS.search(words(line)), line


@pytest.mark.parametrize("value", ["", "true", "3", "-1.5", "text", '"7"', "[]", "[1]", "{}", "{a: 1}", "[[]]", "[{}]"])
@pytest.mark.parametrize("file", FILES)
def test_any_value_may_stand_in_any_line_and_we_still_speak_plainly(file: str, value: str) -> None:
    """Each line's value is replaced in turn by one of another kind."""
    lines = (ROOT / file).read_text(encoding="utf-8").split("\n")
    places = [number for number, line in enumerate(lines) if re.match(r"\s*(- )?[\w.-]+:", line)]
    for number in places[:: max(1, len(places) // 8)]:
        key = lines[number].partition(":")[0]
        text = "\n".join([*lines[:number], f"{key}: {value}", *lines[number + 1 :]])
        for line in said(text, FILES[file]):
            assert not LIBRARY_WORDS.search(words(line)), line
