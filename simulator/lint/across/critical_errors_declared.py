"""SIM205: every critical error is one of those that everybody knows."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.near import or_known
from simulator.domain.problem import Severity
from simulator.domain.scenario import Scenario
from simulator.lint.across.filed import Filed
from simulator.lint.rule import Finding, Rule, turns


def _check(filed: Filed) -> Iterator[Finding]:
    declared = filed.critical_errors
    if declared is None or not isinstance(filed.value, Scenario):
        return
    for turn_id, turn in filed.value.turns.items():
        for index, choice in enumerate(turn.choices):
            if choice.critical is not None and choice.critical not in declared:
                hint = or_known(choice.critical, declared, "declare it in rubrics/readiness.yaml")
                message = f'no critical error is called "{choice.critical[:60]}"'
                yield Finding(message=message, hint=hint, path=("turns", turn_id, "choices", index, "critical"))


CRITICAL_ERRORS_DECLARED: Final = Rule[Filed](
    code="SIM205",
    law="Every critical error that a choice names is declared in rubrics/readiness.yaml.",
    why="It blocks a rep: what counts as one has to be written where every rep can read it.",
    failing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
      - {id: sum-up, say: "You need it up by eight. Have I got that right?", to: calm}
      - id: promise
        say: "The line is fixed already, you can rely on that."
        critical: false-promise
        why: Nobody has looked at it, and she will plan her day on it.
        to: gone
"""),
    passing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
      - {id: sum-up, say: "You need it up by eight. Have I got that right?", to: calm}
      - id: promise
        say: "The line is fixed already, you can rely on that."
        critical: false-claim
        why: Nobody has looked at it, and she will plan her day on it.
        to: gone
"""),
    severity=Severity.ERROR,
    check=_check,
)
