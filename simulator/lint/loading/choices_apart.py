"""SIM108: the choices of a turn can be told apart."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.problem import Severity
from simulator.domain.scenario import Scenario
from simulator.lint.loading.spoken import spoken
from simulator.lint.rule import Finding, Rule, turns


def _check(scenario: Scenario) -> Iterator[Finding]:
    for turn_id, turn in spoken(scenario):
        before: set[str] = set()
        for index, choice in enumerate(turn.choices):
            if choice.id in before:
                message = f'"{choice.id[:60]}" is used twice in "{turn_id[:60]}"'
                hint = "give each choice of a turn an id of its own"
                yield Finding(message=message, hint=hint, path=("turns", turn_id, "choices", index, "id"))
            before.add(choice.id)


CHOICES_APART: Final = Rule[Scenario](
    code="SIM108",
    law="Every choice of a turn has an id of its own.",
    why="Attempts are recorded by these ids: with two of one name nobody could tell later what the rep said.",
    failing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
      - {id: sum-up, say: "You need it up by eight. Have I got that right?", to: calm}
      - {id: sum-up, say: "We will get to it as soon as somebody is free.", to: gone}
"""),
    passing=turns("""\
  what-now:
    customer: "So what happens now?"
    mood: waiting
    choices:
      - {id: sum-up, say: "You need it up by eight. Have I got that right?", to: calm}
      - {id: promise, say: "We will get to it as soon as somebody is free.", to: gone}
"""),
    severity=Severity.ERROR,
    check=_check,
)
