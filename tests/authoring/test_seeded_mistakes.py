# ruff: noqa: E501 - a message is compared whole, as it is read
"""Every mistake that can be seeded into a small scenario is found at its place and said in plain words."""

import pytest
from authoring.sample import SOUND, edited, said

MISTAKES: dict[tuple[str, str], list[str]] = {
    ("to: middle", "to: midle"): ['32:13: SIM101 no turn or ending is called "midle" — did you mean "middle"?'],
    ("start: opening", "start: openin"): ['16:8: SIM101 no turn is called "openin" — did you mean "opening"?'],
    ("  middle:", "  Middle:"): [
        '32:13: SIM101 no turn or ending is called "middle" — did you mean "Middle"?',
        '37:13: SIM101 no turn or ending is called "middle" — did you mean "Middle"?',
        '38:3: SIM103 "Middle" cannot be used as a name here — use small letters, digits and -, at most 64, such as what-is-at-risk',
    ],
    ("  knows_why: She", "  and: She"): [
        '15:3: SIM103 "and" is a word of conditions — give it another name',
        '31:18: SIM114 no fact is called "knows_why" — known: and',
        '34:33: SIM132 no fact is called "knows_why" — known: and',
        '40:15: SIM132 no fact is called "knows_why" — known: and',
    ],
    ("endings:\n  calm", "endings:\n  opening"): [
        '41:13: SIM101 no turn or ending is called "calm" — write that turn, or lead elsewhere',
        '44:3: SIM104 "opening" is both a turn and an ending — rename one of them',
    ],
    ("facts:\n  knows_why", "facts:\n  trust"): [
        '15:3: SIM104 "trust" is both a feeling and a fact — rename one of them',
        '31:18: SIM114 no fact is called "knows_why" — known: trust',
        '34:33: SIM132 no fact is called "knows_why" — known: trust',
        '40:15: SIM132 no fact is called "knows_why" — known: trust',
    ],
    ("start: 2", "start: 9"): ['13:18: SIM105 "trust" starts at 9, outside of 0 to 4 — keep min ≤ start ≤ max'],
    ("minutes: 3", "minutes: 0"): ["7:10: SIM105 a conversation takes at least a minute — write minutes: 1"],
    ("    mood: cool\n", ""): ['19:5: SIM107 "opening" does not say how the customer seems — add mood: ...'],
    ("id: ticket", "id: sorry"): [
        '33:13: SIM108 "sorry" is used twice in "opening" — give each choice of a turn an id of its own'
    ],
    ("to: gone", "to: gone\n        when: trust > 1"): [
        "43:15: SIM110 the last route has a condition, so the conversation could be stuck — leave its when out"
    ],
    ("      - when: knows_why\n        to: calm", "      - to: calm"): [
        "40:9: SIM110 this route is always taken, so those after it never are — give it a when, or move it to the end"
    ],
    ("calls_for: [empathy]", "calls_for: [empathy, empathy]"): [
        "21:16: SIM111 a skill is named twice here — name it once"
    ],
    ("calls_for: [empathy]", "calls_for: [empaty]"): [
        '21:17: SIM112 this scenario does not list the skill "empaty" — did you mean "empathy"?',
    ],
    ("{trust: +1}", "{trst: +1}"): ['30:19: SIM113 no feeling is called "trst" — did you mean "trust"?'],
    ("learns: [knows_why]", "learns: [knows_wy]"): [
        '31:18: SIM114 no fact is called "knows_wy" — did you mean "knows_why"?'
    ],
    ("why: Names it.", "critical: insult"): [
        "29:19: SIM115 a critical error needs a why — say what it does to this customer"
    ],
    ("{empathy.names-stake: 1}", "{empathy: 1}"): [
        '36:17: SIM116 "empathy" does not name an indicator — write skill.indicator, such as empathy.names-stake'
    ],
    ("{empathy.names-stake: 1}", "{listening.reflects: 1}"): [
        '33:9: SIM118 this turn calls for "empathy", and this choice shows nothing of it — add shows: {empathy.<indicator>: <level>}',
        '36:17: SIM117 this turn does not call for "listening" — add it to calls_for, or leave it out',
    ],
    ("        shows: {empathy.names-stake: 1}\n", ""): [
        '33:9: SIM118 this turn calls for "empathy", and this choice shows nothing of it — add shows: {empathy.<indicator>: <level>}'
    ],
    ('"You again?"', '"You again, {name}?"'): [
        '19:15: SIM119 "{name}" is not a placeholder — known: {rep}, {customer}, {company}'
    ],
    ("      - to: gone", "      - to: calm"): [
        '48:3: SIM120 "gone" can never be reached — lead a choice or a route to it, or delete it'
    ],
    ("trust >= 3", "trust => 3"): ['23:21: SIM130 "=>" is not a sign I know — did you mean ">="?'],
    ("trust >= 3", "trst >= 3"): ['23:15: SIM131 no feeling is called "trst" — did you mean "trust"?'],
    ("trust >= 3", "trust"): ['23:15: SIM132 "trust" is a feeling: compare it — trust >= 3'],
    ("knows_why\n        say", "knows_wy\n        say"): [
        '34:33: SIM132 no fact is called "knows_wy" — did you mean "knows_why"?'
    ],
    ("trust >= 3", "knows_why >= 3"): [
        '23:15: SIM131 "knows_why" is a fact: it holds or not, and has no number — write just knows_why'
    ],
    ("minutes: 3", 'minutes: "3"'): [
        '7:10: SIM012 "minutes" should be a whole number, but this is a text — leave the quotes out'
    ],
    ("minutes: 3", "minutes: true"): [
        '7:10: SIM012 "minutes" should be a whole number, but this is true or false — write a whole number'
    ],
    ("minutes: 3", ""): ['1:1: SIM010 "minutes" is missing — How long it takes, about'],
    ("minutes: 3", "minutes:"): ['7:9: SIM014 "minutes" has no value — write a whole number'],
    ("title:", "titel:"): [
        '1:1: SIM010 "title" is missing — What reps see in lists',
        '3:1: SIM011 "titel" is not known here — did you mean "title"?',
    ],
    ("level: core", "level: cor"): ['6:8: SIM013 "level" cannot be "cor" — did you mean "core"?'],
    ("skills: [empathy]", "skills: empathy"): [
        '8:9: SIM012 "skills" should be a list, but this is a text — write it in brackets: [one, two]'
    ],
    ("names-stake: 3}", "names-stake: 4}"): [
        '28:38: SIM013 "empathy.names-stake" cannot be 4 — use one of: 0, 1, 2, 3'
    ],
    ('"Until Friday."', '"Until Friday.'): ["46:15: SIM004 this quote is never closed — add the closing quote"],
    ("title: A sample", "title: A: sample"): [
        "3:9: SIM004 there is a colon here that YAML takes for a key — put the whole text in quotes"
    ],
    ("title: A sample", "title: A\n\tsample"): [
        "4:1: SIM004 a tab stands where YAML wants spaces — indent with spaces"
    ],
    ("title: A sample", "title: &a A"): [
        "3:8: SIM006 anchors (&) are not read here — write the value out, or quote it"
    ],
    ("title: A sample", "title: *a"): ["3:8: SIM006 aliases (*) are not read here — write the value out, or quote it"],
    ("title: A sample", "title: !x A"): [
        "3:8: SIM006 tags (!) are not read here — leave the tag out, or quote the text"
    ],
    ("title: A sample", "<<: {a: 1}"): ["3:1: SIM006 merge keys (<<) are not read here — write the lines out"],
    ("title: A sample", "title: A\ntitle: B"): ['4:1: SIM007 "title" is given twice — it was first given on line 3'],
    ("title: A sample", "title: 12"): [
        '3:8: SIM012 "title" should be a text, but this is a number — put quotes around it: "12"'
    ],
    ("title: A sample", 'title: "a\x1bb"'): ["3:10: SIM003 there is a hidden character here (U+001B) — delete it"],
    ("title: A sample", "title: a\u202eb"): ["3:9: SIM003 there is a hidden character here (U+202E) — delete it"],
    ("endings:", "---\nendings:"): ["43:1: SIM006 a second document begins here — keep one document a file"],
    (
        "  middle:\n    routes:\n      - when: knows_why\n        to: calm\n      - to: gone",
        "  middle:\n    routes:\n      - to: middle",
    ): [
        "16:8: SIM121 this conversation never ends — lead a choice to an ending",
        '40:7: SIM122 the routes of "middle" lead back to it with nothing said in between — let one of its routes lead to a turn with choices',
        '42:3: SIM120 "calm" can never be reached — lead a choice or a route to it, or delete it',
        '46:3: SIM120 "gone" can never be reached — lead a choice or a route to it, or delete it',
    ],
}


@pytest.mark.parametrize(("old", "new"), MISTAKES)
def test_a_mistake_is_said_with_its_place_and_what_to_do(old: str, new: str) -> None:
    assert [line.removeprefix("x.yaml:") for line in said(edited(old, new))] == MISTAKES[old, new]


def test_a_sound_file_says_nothing() -> None:
    assert said(SOUND) == []


@pytest.mark.parametrize("word", ["no", "yes", "on", "off", "2024-02-30", "12:30", "1e3", "0x1F", ".inf"])
def test_words_that_other_readers_turn_into_something_else_stay_text(word: str) -> None:
    assert said(edited("title: A sample", f"title: {word}")) == []


def test_all_mistakes_are_said_at_once_in_the_order_of_the_file() -> None:
    text = edited("minutes: 3", "minutes: three").replace("level: core", "level: cor").replace("title:", "titel:")
    assert [line.split(" ")[1] for line in said(text)] == ["SIM010", "SIM011", "SIM013", "SIM012"]
