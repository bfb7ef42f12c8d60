"""Write oracle_table.json: random records with the numbers an independent prototype of the rule gives.

Run `python tests/assessment/make_oracle_table.py PATH_TO/readiness.py`. The table holds facts, so that
the comparison also runs where the prototype is not at hand.
"""

import json
import random
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import TypedDict

SKILLS = ("communication", "empathy", "listening")
TABLE = Path(__file__).with_name("oracle_table.json")


class Rule(TypedDict):
    """The numbers of a bar, shares in whole percent."""

    cut: int
    sure: int
    gap: int
    rho: float
    prior: list[float]
    min_scenarios: int
    min_moments: int
    days: int
    clean: int


class Sitting(TypedDict):
    """One attempt: for each skill a mark for each moment, `+` handled well and `-` not."""

    scenario: str
    age: int
    first_sight: bool
    critical: bool
    marks: dict[str, str]


class Found(TypedDict):
    """What the prototype says of one skill."""

    chance: float
    estimate: float
    low: float
    handled: int
    met: int
    scenarios: int
    standing: str


class Answer(TypedDict):
    """What the prototype says of one record."""

    outcome: str
    skills: dict[str, Found]


class Record(TypedDict):
    """A rep's sittings and the bar they are held against."""

    rule: Rule
    sittings: list[Sitting]


def random_record(source: random.Random) -> Record:
    """Draw a record: from none to fourteen sittings of a rep of some strength, under some bar."""
    rule = Rule(
        cut=source.choice([50, 70, 75, 75, 80]),
        sure=source.choice([80, 85, 90, 95]),
        gap=source.choice([5, 10, 20]),
        rho=source.choice([0.0, 0.05, 0.1, 0.1, 0.25, 0.5]),
        prior=source.choice([[3.0, 1.5], [3.0, 1.5], [1.0, 1.0], [8.0, 2.0]]),
        min_scenarios=source.choice([1, 3, 3, 4]),
        min_moments=source.choice([3, 8, 8, 12]),
        days=source.choice([30, 90, 90]),
        clean=source.choice([0, 1, 3]),
    )
    strength = source.choice([0.3, 0.6, 0.8, 0.9, 0.95, 1.0])
    danger = source.choice([0.0, 0.0, 0.0, 0.1])
    sittings: list[Sitting] = []
    for number in range(source.randint(0, 14)):
        replay = source.random() < 0.1 and number > 0
        # A critical error never ages for us and does for the prototype, so it stays inside the window.
        critical = source.random() < danger
        sittings.append(
            Sitting(
                scenario=source.choice(sittings)["scenario"] if replay else f"s{number}",
                age=source.randint(0, rule["days"] + (0 if critical else 12)),
                first_sight=not replay,
                critical=critical,
                marks={
                    skill: "".join(source.choices("+-", [strength, 1 - strength], k=source.randint(1, 5)))
                    for skill in SKILLS
                },
            )
        )
    return Record(rule=rule, sittings=sittings)


def answer_of(oracle: ModuleType, record: Record) -> Answer:
    """Ask the prototype."""
    rule = record["rule"]
    policy = oracle.Policy(
        cut=rule["cut"] / 100,
        sure=rule["sure"] / 100,
        unsure=rule["gap"] / 100,
        rho=rule["rho"],
        prior=tuple(rule["prior"]),
        min_scenarios=rule["min_scenarios"],
        min_moments=rule["min_moments"],
        window_days=rule["days"],
        critical_window_scenarios=rule["clean"],
    )
    moments = [
        oracle.Moment(
            skill, sitting["scenario"], mark == "+", sitting["first_sight"], sitting["age"], sitting["critical"]
        )
        for sitting in record["sittings"]
        for skill, marks in sitting["marks"].items()
        for mark in marks
    ]
    outcome, found = oracle.decide(moments, SKILLS, policy)
    skills = {skill: _found(oracle, policy, record, skill, found[skill]["verdict"]) for skill in SKILLS}
    return Answer(outcome=outcome.partition(":")[0], skills=skills)


def _found(oracle: ModuleType, policy: object, record: Record, skill: str, standing: str) -> Found:
    """Ask again for one skill, for the numbers before they were rounded."""
    clusters: dict[str, tuple[int, int]] = {}
    for sitting in record["sittings"]:
        if sitting["first_sight"] and sitting["age"] <= record["rule"]["days"]:
            marks = sitting["marks"][skill]
            clusters[sitting["scenario"]] = (marks.count("+"), len(marks))
    chance, estimate, low = oracle.posterior(list(clusters.values()), policy)
    return Found(
        chance=chance,
        estimate=estimate,
        low=low,
        handled=sum(handled for handled, _ in clusters.values()),
        met=sum(met for _, met in clusters.values()),
        scenarios=len(clusters),
        standing=standing,
    )


def load_oracle(path: Path) -> ModuleType:
    """Load the prototype from its file."""
    spec = spec_from_file_location("readiness_oracle", path)
    assert spec is not None, f"{path} is not a Python file"
    assert spec.loader is not None, f"{path} is not a Python file"
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look themselves up
    spec.loader.exec_module(module)
    return module


def main(path: str, count: int = 200) -> None:
    """Write the table."""
    oracle, source = load_oracle(Path(path)), random.Random(20260101)
    rows: list[str] = []
    for _ in range(count):
        record = random_record(source)
        rows.append(json.dumps({"record": record, "answer": answer_of(oracle, record)}, separators=(",", ":")))
    TABLE.write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
