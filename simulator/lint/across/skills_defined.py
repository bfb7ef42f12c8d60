"""SIM203: every skill has its rubric."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.ids import SkillId, id_meant
from simulator.domain.near import or_known
from simulator.domain.problem import Severity
from simulator.domain.rubric import Rubric
from simulator.domain.scenario import Scenario
from simulator.lint.across.filed import Filed
from simulator.lint.rule import Finding, Rule, example


def _check(filed: Filed) -> Iterator[Finding]:
    if isinstance(filed.value, Rubric):
        return
    for index, skill in enumerate(filed.value.skills):
        # In a scenario a name that is no id is told as that, with the id that is meant.
        meant = SkillId(id_meant(skill)) if isinstance(filed.value, Scenario) else skill
        if meant not in filed.rubrics:
            name = skill[:60]
            broken = f"mend rubrics/{name}.yaml first" if name in filed.rubric_files else ""
            hint = broken or or_known(skill, filed.rubrics, "write its rubric")
            yield Finding(message=f'no rubric defines "{name}"', hint=hint, path=("skills", index))


SKILLS_DEFINED: Final = Rule[Filed](
    code="SIM203",
    law="Every skill that a scenario or the bar names has a rubric.",
    why="Nobody could look up what it means, and nothing could be said about it.",
    failing=example("skills: [empathy, active-listening, closing]\n"),
    passing=example("skills: [empathy, active-listening]\n"),
    severity=Severity.ERROR,
    check=_check,
)
