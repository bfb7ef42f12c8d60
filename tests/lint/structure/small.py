"""Small conversations to try rules about ways on: turns and choices without the rest."""

from collections.abc import Mapping, Sequence

from simulator.domain.ids import ScenarioId
from simulator.domain.scenario import (
    Choice,
    Customer,
    Difficulty,
    Ending,
    Feeling,
    Outcome,
    Purpose,
    Route,
    Scenario,
    Turn,
    Variant,
)
from simulator.domain.walk import Walk
from simulator.lint.rule import Finding, Rule
from simulator.lint.subject import Proven


def choice(
    choice_id: str,
    to: str,
    when: str | None = None,
    *,
    say: str = "",
    effects: Mapping[str, int] | None = None,
    learns: Sequence[str] = (),
) -> Choice:
    """Something the rep can say; its words are its id where they do not matter."""
    return Choice(
        id=choice_id, say=say or choice_id, to=to, when=when, effects=dict(effects or {}), learns=tuple(learns)
    )


def turn(*choices: Choice, variants: Sequence[str] = ()) -> Turn:
    """A turn with choices, and other words under some conditions."""
    other = tuple(Variant(when=when, customer="Well?") for when in variants)
    return Turn(customer="Yes?", mood="calm", choices=choices, variants=other)


def sends(*routes: tuple[str, str] | str) -> Turn:
    """A turn that only sends on: pairs of a condition and a place, and last a place."""
    made = (Route(to=route) if isinstance(route, str) else Route(when=route[0], to=route[1]) for route in routes)
    return Turn(routes=tuple(made))


def talk(
    turns: Mapping[str, Turn], *, feelings: Mapping[str, Feeling] | None = None, facts: Sequence[str] = ("known",)
) -> Proven:
    """A conversation that starts at its first turn and can be won or lost; trust goes from 0 to 4, and starts at 2."""
    endings = {name: Ending(outcome=Outcome(name), customer="Bye.", debrief="So.") for name in ("won", "lost")}
    scenario = Scenario(
        format=1,
        id=ScenarioId("small"),
        title="Small",
        summary="Small.",
        purpose=Purpose.PRACTICE,
        level=Difficulty.CORE,
        minutes=1,
        skills=(),
        customer=Customer(name="Ada Byron"),
        briefing="None.",
        goal="None.",
        start=next(iter(turns)),
        turns=turns,
        endings=endings,
        feelings=feelings or {"trust": Feeling(start=2, min=0, max=4)},
        facts=dict.fromkeys(facts, "A fact."),
    )
    return Proven(scenario=scenario)


def walked_by(proven: Proven, *walks: Sequence[str]) -> Proven:
    """The same conversation with some walks, each a list of choices."""
    made = ((f"walk-{number}", Walk(format=1, choices=tuple(way), ending="won")) for number, way in enumerate(walks))
    return Proven(scenario=proven.scenario, walks=tuple(made))


def found(rule: Rule[Proven], proven: Proven) -> list[Finding]:
    """What a rule finds."""
    return list(rule.check(proven))


def places(rule: Rule[Proven], proven: Proven) -> list[str]:
    """Where a rule finds something, as one would write it down: `turns.opening.choices.0`."""
    return [".".join(map(str, finding.path)) for finding in found(rule, proven)]
