"""Generated scenarios that are sound by construction, for laws over all conversations."""

from collections.abc import Mapping

from hypothesis import strategies as st

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
    Route,
    Scenario,
    Turn,
    Variant,
)

SKILLS = (SkillId("communication"), SkillId("empathy"), SkillId("active-listening"))
FEELINGS: tuple[str, ...] = ("trust", "patience")
FACTS = ("knows_deadline", "promised")
ENDINGS = ("won", "lost")


def conditions(depth: int = 2) -> st.SearchStrategy[str]:
    """Conditions over the two feelings and the two facts."""
    signs = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])
    compare = st.tuples(st.sampled_from(FEELINGS), signs, st.integers(-3, 5).map(str)).map(" ".join)
    leaf = st.one_of(compare, st.sampled_from(FACTS))
    if depth == 0:
        return leaf
    inner = conditions(depth - 1)
    joined = st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(" ".join).map("({})".format)
    return st.one_of(leaf, joined, inner.map("not {}".format))


@st.composite
def feelings(draw: st.DrawFn) -> Mapping[str, Feeling]:
    """The two feelings with some bounds."""
    found: dict[str, Feeling] = {}
    for name in FEELINGS:
        low = draw(st.integers(-2, 1))
        high = low + draw(st.integers(0, 4))
        found[name] = Feeling(start=draw(st.integers(low, high)), min=low, max=high)
    return found


@st.composite
def choices(draw: st.DrawFn, number: int, targets: tuple[str, ...], calls_for: tuple[SkillId, ...]) -> Choice:
    """One choice to one of the targets; the first of a turn is always on offer."""
    return Choice(
        id=f"choice-{number}",
        say=f"line {number}",
        to=draw(st.sampled_from(targets)),
        when=None if number == 0 else draw(st.none() | conditions()),
        shows={f"{skill}.indicator": draw(st.sampled_from(Level)) for skill in calls_for},
        why="because",
        effects=draw(st.dictionaries(st.sampled_from(FEELINGS), st.integers(-3, 3))),
        learns=tuple(draw(st.lists(st.sampled_from(FACTS), unique=True))),
        critical=draw(st.sampled_from([None, None, None, "insult"])),
    )


@st.composite
def turns(draw: st.DrawFn, targets: tuple[str, ...]) -> Turn:
    """One speaking turn."""
    calls_for = tuple(draw(st.lists(st.sampled_from(SKILLS), max_size=2, unique=True)))
    count = draw(st.integers(1, 4))
    return Turn(
        customer="words",
        mood="calm",
        calls_for=calls_for,
        variants=tuple(Variant(when=when, customer="other words") for when in draw(st.lists(conditions(), max_size=2))),
        choices=tuple(draw(choices(number, targets, calls_for)) for number in range(count)),
    )


@st.composite
def scenarios(draw: st.DrawFn, *, most_turns: int = 6, loops: bool = True) -> Scenario:
    """A sound scenario: routes only lead forward, so they cannot go round."""
    names = tuple(f"turn-{number}" for number in range(draw(st.integers(1, most_turns))))
    made: dict[str, Turn] = {}
    for index, name in enumerate(names):
        ahead = (*names[index + 1 :], *ENDINGS)
        if index and draw(st.integers(0, 4)) == 0:
            route = Route(to=draw(st.sampled_from(ahead)), when=draw(conditions()))
            made[name] = Turn(routes=(route, Route(to=draw(st.sampled_from(ahead)))))
        else:
            made[name] = draw(turns((*names, *ENDINGS) if loops else ahead))
    return Scenario(
        format=1,
        id=ScenarioId("generated"),
        title="Generated",
        summary="Generated.",
        purpose=draw(st.sampled_from(Purpose)),
        level=Difficulty.CORE,
        minutes=1,
        skills=SKILLS,
        customer=Customer(name="Dana Whitfield"),
        briefing="Nothing.",
        goal="None.",
        start="turn-0",
        turns=made,
        endings={name: Ending(outcome=Outcome(name), customer="bye", debrief="so") for name in ENDINGS},
        feelings=draw(feelings()),
        facts=dict.fromkeys(FACTS, "a fact"),
    )
