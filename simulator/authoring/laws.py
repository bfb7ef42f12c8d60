"""The laws of reading a file: what YAML may hold here, and which shape each kind of file has.

They are kept where files are read (`files.py`, `source.py`, `schema.py`, `check_files.py`), not by rules that look at a
value: where one of them is broken there is no value yet.
"""

from typing import Final

from simulator.authoring.building import MAX_DEPTH, MAX_TEXT, MAX_VALUES
from simulator.authoring.files import MAX_BYTES
from simulator.authoring.source import MAX_MISTAKES
from simulator.domain.problem import Severity
from simulator.lint.rule import Example, Law, example

_WALK: Final = "scenarios/sample/walks/best.yaml"


def _law(code: str, law: str, why: str, *, failing: Example, passing: Example) -> Law:
    return Law(code=code, law=law, why=why, failing=failing, passing=passing, severity=Severity.ERROR)


_OF_FILES: Final = (
    _law(
        "SIM001",
        f"Every file can be opened: it is there, it is a file of text, and it has no more than {MAX_BYTES:,} bytes.",
        "What cannot be opened cannot be played: each folder under scenarios/, for one, needs its scenario.yaml.",
        failing=Example(files={"scenarios/night-call/scenario.yml": "title: The night call\n"}),
        passing=Example(files={"drafts/night-call/scenario.yml": "title: The night call\n"}),
    ),
    _law(
        "SIM002",
        "Every file is saved in UTF-8.",
        "In any other encoding letters with accents, and long dashes, come out as other signs.",
        failing=Example(files=example("customer: {name: Zoë Byron}\n").files, encoding="windows-1252"),
        passing=example("customer: {name: Zoë Byron}\n"),
    ),
    _law(
        "SIM003",
        "No file holds hidden characters.",
        "Marks that nobody sees, often pasted with a text, can turn the order of words round on the screen.",
        failing=example("goal: One next \u202estep.\n"),
        passing=example("goal: One next step.\n"),
    ),
)

_OF_YAML: Final = (
    _law(
        "SIM004",
        "Every file is written in the rules of YAML.",
        "A quote without its end or an indent that fits nowhere leaves open what belongs to what.",
        failing=example('goal: "One next step.\n'),
        passing=example('goal: "One next step."\n'),
    ),
    _law(
        "SIM005",
        "No file is longer, deeper or fuller of mistakes than a person can read and mend.",
        f"It is seldom meant, and could keep the program busy for hours. The most are {MAX_DEPTH} levels, "
        f"{MAX_TEXT:,} characters in a text, {MAX_VALUES:,} values in a file and {MAX_MISTAKES} mistakes in a list.",
        failing=example(f"goal: {'[' * MAX_DEPTH}One next step.{']' * MAX_DEPTH}\n"),
        passing=example("goal: One next step.\n"),
    ),
    _law(
        "SIM006",
        "Every value stands where it is used, in a file that is one document.",
        "Anchors, aliases, merge keys and tags let a text mean something other than what it says to a reader.",
        failing=example("goal: &step One next step.\n"),
        passing=example("goal: One next step.\n"),
    ),
    _law(
        "SIM007",
        "No name is given twice in the same place.",
        "Only one of the two would count, and nobody could tell which.",
        failing=example("customer: {name: Ada Byron, name: Ada King}\n"),
        passing=example("customer: {name: Ada Byron}\n"),
    ),
    _law(
        "SIM008",
        "No number has more than fifteen digits.",
        "Its last digits would be lost. Mostly it is a name, such as that of an order, and belongs in quotes.",
        failing=example("goal: 20240117000412345\n"),
        passing=example('goal: "20240117000412345"\n'),
    ),
    _law(
        "SIM009",
        "Every file holds named values.",
        "A list alone says neither what its entries are nor which version of the format they follow.",
        failing=Example(files={_WALK: "- name-it\n- sum-up\n"}, whole=True),
        passing=Example(files={_WALK: "format: 1\nchoices: [name-it, sum-up]\nending: calm\n"}, whole=True),
    ),
)

_OF_SHAPE: Final = (
    _law(
        "SIM010",
        "Nothing that a file needs is missing.",
        "There is nothing that could be shown or counted in its place.",
        failing=example("customer: {role: dispatcher}\n"),
        passing=example("customer: {name: Ada Byron, role: dispatcher}\n"),
    ),
    _law(
        "SIM011",
        "Every name is one that this kind of file knows.",
        "A misspelt name would be passed over in silence, and with it what stands under it.",
        failing=example("feelings:\n  trust: {start: 2, min: 0, max: 4, lable: Trust}\n"),
        passing=example("feelings:\n  trust: {start: 2, min: 0, max: 4, label: Trust}\n"),
    ),
    _law(
        "SIM012",
        "Every value is of its kind: a text, a number, a list or a group of named values.",
        "A number in words cannot be counted with, and a lone word is no list.",
        failing=example("minutes: three\n"),
        passing=example("minutes: 3\n"),
    ),
    _law(
        "SIM013",
        "Where only certain words or numbers are possible, it is one of them.",
        "Everything that asks for it, such as a list of all practice conversations, knows only these.",
        failing=example("purpose: training\n"),
        passing=example("purpose: practice\n"),
    ),
    _law(
        "SIM014",
        "Every name that is written has a value.",
        "It looks as if something had been meant to follow.",
        failing=example("goal:\n"),
        passing=example("goal: One next step.\n"),
    ),
)

_OF_PLACES: Final = (
    _law(
        "SIM202",
        "Every file stands where its kind belongs: rubrics and the bar in rubrics/, walks in walks/.",
        "What a file means is told by its place and its name.",
        failing=Example(
            files={"scenarios/sample/worst.yaml": "format: 1\nchoices: [name-it, promise]\nending: gone\n"},
            asked="scenarios/sample/worst.yaml",
        ),
        passing=Example(
            files={"scenarios/sample/walks/worst.yaml": "format: 1\nchoices: [name-it, promise]\nending: gone\n"},
            asked="scenarios/sample/walks/worst.yaml",
        ),
    ),
)

LAWS: Final[tuple[Law, ...]] = (*_OF_FILES, *_OF_YAML, *_OF_SHAPE, *_OF_PLACES)
"""In the order of their codes."""
