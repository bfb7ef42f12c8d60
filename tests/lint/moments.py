"""Small conversations about moments: choices that show levels, and turns that call for skills."""

from collections.abc import Iterator, Mapping, Sequence

from simulator.domain.ids import ScenarioId, SkillId
from simulator.domain.rubric import Level
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
from simulator.lint.subject import Proven

EMPATHY, LISTENING = SkillId("empathy"), SkillId("active-listening")


def turn(*said: str, calls_for: Sequence[SkillId] = (EMPATHY,), to: str = "end", customer: str = "Well?") -> Turn:
    """A turn whose choices are written as levels and words: "3 You waited." shows its first skill at level 3.

    With two levels, "31 You waited." shows the second skill too. A last word "-> place" leads there, and "if ..."
    before the level is the condition: "if trust >= 3: 3 You waited. -> next".
    """
    choices = tuple(_choice(f"say-{number}", words, calls_for, to) for number, words in enumerate(said))
    return Turn(customer=customer, mood="calm", calls_for=tuple(calls_for), choices=choices)


def _choice(choice_id: str, words: str, calls_for: Sequence[SkillId], to: str) -> Choice:
    when, _, rest = words.removeprefix("if ").rpartition(": ") if words.startswith("if ") else ("", "", words)
    line, _, place = rest.partition(" -> ")
    levels, _, say = line.partition(" ")
    shows = {f"{skill}.names-stake": Level(int(level)) for skill, level in zip(calls_for, levels, strict=False)}
    return Choice(id=choice_id, say=say, to=place or to, when=when or None, shows=shows)


def conversation(
    *turns: Turn | tuple[str, Turn],
    name: str = "small",
    purpose: Purpose = Purpose.PRACTICE,
    skills: Sequence[SkillId] = (EMPATHY,),
    feelings: Mapping[str, Feeling] | None = None,
) -> Proven:
    """A conversation of turns one after another; trust goes from 0 to 4, and starts at 2."""
    named = dict(_named(turns))
    scenario = Scenario(
        format=1,
        id=ScenarioId(name),
        title="Small",
        summary="Small.",
        purpose=purpose,
        level=Difficulty.CORE,
        minutes=1,
        skills=tuple(skills),
        customer=Customer(name="Ada Byron"),
        briefing="None.",
        goal="None.",
        start=next(iter(named)),
        turns=named,
        endings={"end": Ending(outcome=Outcome.WON, customer="Bye.", debrief="So.")},
        feelings=feelings or {"trust": Feeling(start=2, min=0, max=4)},
        facts={"known": "It is known."},
    )
    return Proven(scenario=scenario)


def in_a_row(*turns: Turn) -> Iterator[tuple[str, Turn]]:
    """Name turns t0, t1, ... and lead each to the next."""
    for number, each in enumerate(turns):
        to = f"t{number + 1}" if number + 1 < len(turns) else "end"
        choices = tuple(_leading(choice, to) for choice in each.choices)
        made = Turn(
            customer=each.customer, mood=each.mood, calls_for=each.calls_for, variants=each.variants, choices=choices
        )
        yield f"t{number}", made


def _leading(choice: Choice, to: str) -> Choice:
    return Choice(id=choice.id, say=choice.say, to=to, when=choice.when, shows=choice.shows)


def _named(turns: Sequence[Turn | tuple[str, Turn]]) -> Iterator[tuple[str, Turn]]:
    rows = tuple(each for each in turns if isinstance(each, Turn))
    yield from in_a_row(*rows) if len(rows) == len(turns) else (each for each in turns if not isinstance(each, Turn))
