"""SIM112: a scenario says at the top what it lets a rep show."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from simulator.domain.ids import id_meant
from simulator.domain.near import or_known
from simulator.domain.problem import Severity
from simulator.domain.scenario import Scenario
from simulator.lint.loading.spoken import spoken
from simulator.lint.rule import Finding, Rule, example

_ADD: Final = "add it to skills at the top"


def _check(scenario: Scenario) -> Iterator[Finding]:
    # A skill whose name is no id is told as that (SIM103), where it stands: here it counts as the id that is meant.
    listed = [id_meant(skill) for skill in scenario.skills]
    called = Counter(skill for _, turn in spoken(scenario) for skill in set(turn.calls_for))
    for turn_id, turn in spoken(scenario):
        for index, skill in enumerate(turn.calls_for):
            if id_meant(skill) not in listed:
                message = f'this scenario does not list the skill "{skill[:60]}"'
                # A slip is made once: what several turns call for is meant, and the list is what lacks it.
                hint = _ADD if called[skill] > 1 else or_known(skill, listed, _ADD)
                yield Finding(message=message, hint=hint, path=("turns", turn_id, "calls_for", index))


SKILLS_LISTED: Final = Rule[Scenario](
    code="SIM112",
    law="Every skill that a turn calls for is listed under skills at the top.",
    why="Reps are told by that list what a conversation is about, and the next one is chosen by it.",
    failing=example("skills: [active-listening]\n"),
    passing=example("skills: [active-listening, empathy]\n"),
    severity=Severity.ERROR,
    check=_check,
)
