"""Graphs to draw: a small one, one that goes round, and ones of any size."""

import random

from simulator.domain.rubric import Level
from simulator.domain.scenario import Outcome
from simulator.reports.graph.views import GraphView, Kind, Place, Way


def ending(name: str, outcome: Outcome = Outcome.WON, words: str = "Goodbye.") -> Place:
    return Place(id=name, kind=Kind.ENDING, words=words, outcome=outcome)


def turn(name: str, *ways: Way, words: str = "Well?") -> Place:
    return Place(id=name, kind=Kind.TURN, words=words, mood="cool", calls_for=("Empathy",), ways=ways)


def routes(name: str, *ways: Way) -> Place:
    return Place(id=name, kind=Kind.ROUTES, ways=ways)


def view(*places: Place, title: str = "A call") -> GraphView:
    return GraphView(id="sample", title=title, customer="Dana", start=places[0].id, places=places)


def going_round() -> GraphView:
    """From the second turn back to the first, and to itself; a third that nothing leads to."""
    return view(
        turn("first", Way(id="on", to="second", levels={"Empathy": Level(3)}, effects={"Trust": 1})),
        turn("second", Way(id="back", to="first"), Way(id="again", to="second"), Way(id="over", to="sent", when="x")),
        routes("sent", Way(id="", to="calm", when="trust >= 3"), Way(id="", to="gone")),
        turn("alone", Way(id="out", to="gone", critical="overpromise", learns=("knows",))),
        ending("calm"),
        ending("gone", Outcome.LOST),
    )


def random_graph(turns: int, seed: int, loops: float = 0.05) -> GraphView:
    chance = random.Random(seed)

    def target(number: int) -> str:
        back = chance.random() < loops
        to = max(0, number - chance.randint(0, 5)) if back else number + chance.randint(1, 4)
        return f"turn-{to}" if to < turns else f"end-{to % 4}"

    places = [
        turn(f"turn-{number}", *(Way(id=f"choice-{way}", to=target(number), say="Words.") for way in range(4)))
        for number in range(turns)
    ]
    endings = [ending(f"end-{number}", outcome) for number, outcome in enumerate(Outcome)]
    return view(*places, *endings)
