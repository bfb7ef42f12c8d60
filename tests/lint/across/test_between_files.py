"""What must hold between a file and the rest of its library, without a library on a disk."""

import re
from dataclasses import replace

import pytest
from authoring.sample import SOUND, edited

from simulator.authoring.library import default_root
from simulator.authoring.reading import read_content
from simulator.authoring.schema import Kind, Value
from simulator.domain.ids import SkillId
from simulator.domain.rubric import Bar, Rubric
from simulator.domain.scenario import Scenario
from simulator.lint.across import RULES
from simulator.lint.across.filed import Filed

RUBRIC = (default_root() / "rubrics" / "empathy.yaml").read_text(encoding="utf-8")
BAR = (default_root() / "rubrics" / "readiness.yaml").read_text(encoding="utf-8")


def value_of(kind: Kind, text: str) -> Value:
    """Read a sound text."""
    value = read_content(kind, text.encode(), "x.yaml").value
    assert value is not None
    return value


def empathy() -> Rubric:
    value = value_of("rubric", RUBRIC)
    assert isinstance(value, Rubric)
    return value


def filed(text: str, name: str = "sample") -> Filed:
    """File a scenario under a name, in a library with one rubric and one critical error."""
    value = value_of("scenario", text)
    assert isinstance(value, Scenario)
    return Filed(value=value, name=name, rubrics={SkillId("empathy"): empathy()}, critical_errors=("insult",))


def found(subject: Filed) -> list[str]:
    """Return what all rules say, each with its code, its place and what to do."""
    problems = [problem for rule in RULES for problem in rule.problems(subject)]
    return [f"{each.code} {each.path} {each.message} — {each.hint}" for each in problems]


def test_what_fits_is_let_be() -> None:
    assert found(filed(SOUND)) == []
    assert found(Filed(value=empathy(), name="empathy", rubrics={})) == []


def test_a_scenario_is_called_like_its_folder() -> None:
    (line,) = found(filed(SOUND, "simple"))
    assert line == 'SIM201 (\'id\',) the id is "sample", but the folder is "simple" — make them the same'


def test_a_rubric_is_called_like_its_file() -> None:
    (line,) = found(Filed(value=empathy(), name="warmth", rubrics={}))
    assert line == 'SIM201 (\'id\',) the id is "empathy", but the file is "warmth" — make them the same'


@pytest.mark.parametrize(("name", "codes"), [("Sample", 2), ("my talk", 2), ("s" * 65, 2)])
def test_a_folder_is_called_such_that_it_can_be_an_id(name: str, codes: int) -> None:
    lines = found(filed(SOUND, name))
    assert len(lines) == codes
    assert lines[-1].endswith("cannot be used as an id — use small letters, digits and -")


def test_a_skill_without_a_rubric_is_told_the_nearest_or_what_there_is() -> None:
    near = edited("skills: [empathy]", "skills: [empathy, empthy]")
    far = edited("skills: [empathy]", "skills: [closing, empathy]")
    assert found(filed(near)) == ['SIM203 (\'skills\', 1) no rubric defines "empthy" — did you mean "empathy"?']
    assert found(filed(far)) == ["SIM203 ('skills', 0) no rubric defines \"closing\" — known: empathy"]


def test_a_rubric_that_cannot_be_read_is_to_be_mended_first() -> None:
    subject = replace(filed(SOUND), rubrics={}, rubric_files=frozenset({"empathy"}))
    assert found(subject) == ["SIM203 ('skills', 0) no rubric defines \"empathy\" — mend rubrics/empathy.yaml first"]
    assert found(replace(subject, rubric_files=frozenset())) == [
        "SIM203 ('skills', 0) no rubric defines \"empathy\" — write its rubric"
    ]


def test_the_bar_names_skills_that_have_rubrics_and_its_file_may_be_called_anything() -> None:
    bar = value_of("readiness", BAR)
    assert isinstance(bar, Bar)
    lines = found(Filed(value=bar, name="readiness", rubrics={SkillId("empathy"): empathy()}))
    assert [line.partition(")")[0] for line in lines] == ["SIM203 ('skills', 0", "SIM203 ('skills', 2"]


def test_an_indicator_stands_in_its_rubric_and_without_a_rubric_that_alone_is_said() -> None:
    text = edited("{empathy.names-stake: 3}", "{empathy.names-stakes: 3}")
    path = "('turns', 'opening', 'choices', 0, 'shows', 'empathy.names-stakes')"
    assert found(filed(text)) == [
        f'SIM204 {path} "empathy" has no indicator called "names-stakes" — did you mean "names-stake"?'
    ]
    assert [problem.at_key for rule in RULES for problem in rule.problems(filed(text))] == [True]
    assert [line[:6] for line in found(replace(filed(text), rubrics={}))] == ["SIM203"]


def test_a_critical_error_is_declared_and_a_bar_that_cannot_be_read_says_so_itself() -> None:
    text = edited("why: Names it.", "why: Names it.\n        critical: insolt")
    path = "('turns', 'opening', 'choices', 0, 'critical')"
    assert found(filed(text)) == [f'SIM205 {path} no critical error is called "insolt" — did you mean "insult"?']
    assert found(replace(filed(text), critical_errors=())) == [
        f'SIM205 {path} no critical error is called "insolt" — declare it in rubrics/readiness.yaml'
    ]
    assert found(replace(filed(text), critical_errors=None)) == []
    assert found(filed(text.replace("insolt", "insult"))) == []


def test_a_long_name_is_said_only_as_far_as_people_need_it() -> None:
    long = "x" * 64
    texts = (
        edited("id: sample", f"id: {long}"),
        edited("skills: [empathy]", f"skills: [empathy, {long}]"),
        edited("{empathy.names-stake: 3}", f"{{empathy.{long}: 3}}"),
        edited("why: Names it.", f"why: Names it.\n        critical: {long}"),
    )
    for text in texts:
        (line,) = [line.partition(")")[2] for line in found(filed(text))]
        assert [len(run) for run in re.findall("xx+", line)] == [60]
    assert {len(run) for line in found(filed(SOUND, long)) for run in re.findall("xx+", line)} == {60}
