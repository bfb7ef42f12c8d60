"""Choices per second through our conversation against the bare state-machine library."""

import statistics
import time

from rows import Row
from transitions import Machine

from simulator.conversation.machine import Conversation
from simulator.domain.ids import ScenarioId
from simulator.domain.scenario import (
    Choice,
    Customer,
    Difficulty,
    Ending,
    Feeling,
    Outcome,
    Purpose,
    Scenario,
    Turn,
)

TURNS = 40
ROUNDS = 200


def ring(turns: int = TURNS) -> Scenario:
    """Build a scenario of so many turns in a row, four choices each, with effects, facts and conditions."""

    def choices(number: int) -> tuple[Choice, ...]:
        target = f"turn-{number + 1}" if number + 1 < turns else "end"
        return tuple(
            Choice(
                id=f"say-{index}",
                say="A sentence as a person would say it.",
                to=target,
                when="trust >= 1 or known" if index == 3 else None,
                effects={"trust": (1, -1, 0, 1)[index]},
                learns=("known",) if index == 0 else (),
            )
            for index in range(4)
        )

    return Scenario(
        format=1,
        id=ScenarioId("ring"),
        title="Ring",
        summary="A row of turns.",
        purpose=Purpose.PRACTICE,
        level=Difficulty.CORE,
        minutes=1,
        skills=(),
        customer=Customer(name="Dana Whitfield"),
        briefing="",
        goal="",
        start="turn-0",
        turns={
            f"turn-{number}": Turn(customer="Words.", mood="calm", choices=choices(number)) for number in range(turns)
        },
        endings={"end": Ending(outcome=Outcome.WON, customer="Bye.", debrief="So.")},
        feelings={"trust": Feeling(start=2, min=0, max=5)},
        facts={"known": "Something is known."},
    )


class Model:
    """What the bare machine moves."""


def bare() -> float:
    """Return the seconds a choice takes in the bare library: the same places, one trigger for each choice."""
    names = [f"turn-{number}" for number in range(TURNS)] + ["end"]
    moves = [[f"say-{index}", names[number], names[number + 1]] for number in range(TURNS) for index in range(4)]
    model = Model()
    machine = Machine(model, states=names, transitions=moves, initial=names[0], auto_transitions=False)
    trigger = model.trigger  # type: ignore[attr-defined]
    start = time.perf_counter()
    for _ in range(ROUNDS):
        machine.set_state(names[0], model)
        for number in range(TURNS):
            trigger(f"say-{number % 4}")
    return (time.perf_counter() - start) / ROUNDS / TURNS


def ours() -> float:
    """Return the seconds a choice takes through our conversation, effects and conditions included."""
    conversation = Conversation(ring())
    start = time.perf_counter()
    for _ in range(ROUNDS):
        position = conversation.start()
        for number in range(TURNS):
            position = conversation.choose(position, f"say-{number % 4}")
    return (time.perf_counter() - start) / ROUNDS / TURNS


def measure() -> list[Row]:
    """Compare medians of alternating runs."""
    pairs = [(bare(), ours()) for _ in range(9)]
    reference = statistics.median(pair[0] for pair in pairs)
    value = statistics.median(pair[1] for pair in pairs)
    return [
        Row(
            name="choices per second ÷ bare transitions",
            value=1 / value,
            reference=1 / reference,
            budget=0.8,
            least=True,
            unit="/s",
        )
    ]
