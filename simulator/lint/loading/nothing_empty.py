"""SIM107: what people will read is written."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.problem import Path, Severity
from simulator.domain.scenario import Scenario
from simulator.lint.loading.spoken import spoken
from simulator.lint.loading.texts import outside_of_turns
from simulator.lint.rule import Finding, Rule, example


def _check(scenario: Scenario) -> Iterator[Finding]:
    for place, key, text in outside_of_turns(scenario):
        if not text.strip():
            yield Finding(message=f'"{key}" is empty', hint="write a line", path=(*place, key))
    for turn_id, turn in spoken(scenario):
        here: Path = ("turns", turn_id)
        if not turn.customer.strip():
            yield _unsaid(here, "what the customer says", "add customer: ...")
        if not turn.mood.strip():
            yield _unsaid(here, "how the customer seems", "add mood: ...")
        for index, choice in enumerate(turn.choices):
            if not choice.say.strip():
                message, hint = "this choice says nothing", "write what the rep says"
                yield Finding(message=message, hint=hint, path=(*here, "choices", index, "say"))


def _unsaid(here: Path, what: str, hint: str) -> Finding:
    return Finding(message=f'"{str(here[-1])[:60]}" does not say {what}', hint=hint, path=here)


NOTHING_EMPTY: Final = Rule[Scenario](
    code="SIM107",
    law="No title, summary, name, briefing, goal, mood or spoken line is empty.",
    why="The rep would look at a blank, and a screen reader would fall silent.",
    failing=example('briefing: ""\n'),
    passing=example("briefing: She has called twice.\n"),
    severity=Severity.ERROR,
    check=_check,
)
