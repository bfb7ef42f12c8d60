"""Which moments and choices of the library do not do what they should, from everything that has been recorded."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from simulator.analysis.chance import RARE, at_least
from simulator.assessment.items import Answer, Chosen, Item, alikeness, items
from simulator.authoring.library import BrokenScenario, UnknownScenario
from simulator.conversation.machine import Conversation, conversation_of
from simulator.conversation.replay import replay
from simulator.domain.attempt import Attempt
from simulator.domain.evidence import AttemptEvidence
from simulator.domain.ids import ScenarioId
from simulator.domain.scenario import Turn
from simulator.usecases.desk import Desk
from simulator.usecases.evidence import gather

_HARD: Final = 0.2
"""A moment that surely fewer handle well than this is hard."""
_EASY: Final = 0.95
"""A moment that surely more handle well than this tells nothing."""
_BLUNT: Final = 0.1
"""A discrimination below this tells next to nothing."""
_CLEARLY: Final = 0.1
"""A difference in what is handled well elsewhere that is worth a look."""
_WELL: Final = 2
"""The lowest level that counts as handled well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flagged:
    """One moment with what is odd about it."""

    item: Item
    exposure: float
    """Of all reps with any first-sight assessment, the share that has met it, 0 to 1."""
    flags: tuple[str, ...]
    """What to look at, in words."""
    place: str
    """The file and line of the turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemsView:
    """All moments that have been answered."""

    reps: int
    """Reps with any first-sight assessment that counts, of any age."""
    answers: int
    other_versions: int
    """Answers at other versions of a scenario than the present one, which are left out."""
    rho: float | None
    """The correlation of moments in one conversation; None below 50 reps with 4 assessments each."""
    assumed_rho: float
    items: tuple[Flagged, ...]


def item_analysis(desk: Desk) -> ItemsView:
    """Work out every moment's numbers from all first-sight assessments, of any age."""
    answers, other = list[Answer](), 0
    for rep in desk.records.reps():
        gathered = gather(desk, rep.id)
        attempts = {attempt.id: attempt for attempt in gathered.attempts}
        for shown in gathered.evidence:
            found, elsewhere = _answers(desk, attempts[shown.attempt], shown)
            answers += found
            other += elsewhere
    reps = len({answer.rep for answer in answers})
    by_scenario: dict[str, list[Item]] = {}
    for item in items(answers):
        by_scenario.setdefault(item.scenario, []).append(item)
    return ItemsView(
        reps=reps,
        answers=len(answers),
        other_versions=other,
        rho=alikeness(answers),
        assumed_rho=desk.library.bar().correlation,
        items=tuple(
            flagged for name, found in by_scenario.items() for flagged in _of_scenario(desk, name, found, reps)
        ),
    )


def _answers(desk: Desk, attempt: Attempt, shown: AttemptEvidence) -> tuple[list[Answer], int]:
    """Collect the answers of one attempt that count; and how many of them were on another version than the present."""
    said = [moment for moment in shown.moments if moment.counts and moment.shown is not None]
    if not said:
        return [], 0
    try:
        loaded = desk.library.scenario(shown.scenario)
    except (UnknownScenario, BrokenScenario):
        return [], len(said)
    if loaded.digest != attempt.content:
        return [], len(said)
    conversation = conversation_of(loaded.scenario)
    stood = _places(conversation, attempt)
    return [
        Answer(
            rep=attempt.rep,
            scenario=attempt.scenario,
            turn=moment.turn,
            skill=moment.skill,
            choice=moment.shown.choice if moment.shown else "",
            well=moment.handled_well,
            place=stood[moment.turn][0],
            of=stood[moment.turn][1],
        )
        for moment in said
    ], 0


def _places(conversation: Conversation, attempt: Attempt) -> Mapping[str, tuple[int, int]]:
    """Tell for each turn where on the screen the choice stood that was made at its first visit, and of how many."""
    found: dict[str, tuple[int, int]] = {}
    way = replay(conversation, attempt.moves).position.way()
    for here, after in pairwise(way):
        order = [choice.id for choice in conversation.offered(here, attempt.seed)]
        found.setdefault(here.state.place, (order.index(after.choice or ""), len(order)))
    return found


def _of_scenario(desk: Desk, name: str, found: Iterable[Item], reps: int) -> Iterator[Flagged]:
    scenario = desk.library.scenario(ScenarioId(name)).scenario
    (examined,) = desk.library.examine([desk.library.root / "scenarios" / name / "scenario.yaml"])
    for item in found:
        turn, source = scenario.turns[item.turn], examined.read.source
        line = source.mark(("turns", item.turn), at_key=True)[0] if source else 1
        whole = replace(item, choices=(*item.choices, *_unsaid(item, turn)))
        yield Flagged(
            item=whole,
            exposure=item.answers / reps,
            flags=tuple(_flags(whole, turn)),
            place=f"{desk.library.shown(examined.file)}:{line}",
        )


def _unsaid(item: Item, turn: Turn) -> Iterator[Chosen]:
    """Yield the choices that nobody has made."""
    said = {chosen.choice for chosen in item.choices}
    share = 0.0 if item.difficulty is not None else None
    yield from (
        Chosen(choice=each.id, answers=0, share=share, rest=None) for each in turn.choices if each.id not in said
    )


def _flags(item: Item, turn: Turn) -> Iterator[str]:
    """Say what is odd about a moment that enough people have met."""
    if item.difficulty is None or item.interval is None:
        return
    if item.interval[1] < _HARD:
        yield "hardly anybody handles it well: is the best choice clear to somebody who listens?"
    if item.interval[0] > _EASY:
        yield "nearly everybody handles it well: it tells nothing"
    if item.discrimination is not None and item.discrimination < _BLUNT:
        yield "who does well here does no better elsewhere: look at the key"
    yield from (f'nobody says "{chosen.choice}": it tempts nobody' for chosen in item.choices if chosen.share == 0.0)
    yield from _disorder(item, turn)
    yield from _cues(item, turn)


def _disorder(item: Item, turn: Turn) -> Iterator[str]:
    """Say where those who choose a lower level do better elsewhere than those who choose a higher one."""
    levels = {choice.id: _level(choice.shows, item.skill) for choice in turn.choices}
    seen = [(chosen.choice, chosen.rest) for chosen in item.choices if chosen.rest is not None]
    for low, well in seen:
        for high, less in seen:
            if levels[low] < levels[high] and well > less + _CLEARLY:
                yield f'those who say "{low}" do better elsewhere than those who say "{high}"'


def _cues(item: Item, turn: Turn) -> Iterator[str]:
    """Say where length or place draws more answers than luck would."""
    first = sum(place == 0 for place, _ in item.places)
    if at_least(first, [1 / of for _, of in item.places]) <= RARE:
        yield f"what stands first on the screen is said {first} of {item.answers} times: more than luck would have it"
    longest = max(turn.choices, key=lambda choice: len(choice.say))
    said = next((chosen.answers for chosen in item.choices if chosen.choice == longest.id), 0)
    if not _level(longest.shows, item.skill) >= _WELL and at_least(said, [1 / of for _, of in item.places]) <= RARE:
        yield f'the longest line, "{longest.id}", is poor and said more often than luck would have it'


def _level(shows: Mapping[str, int], skill: str) -> int:
    return next((int(level) for key, level in shows.items() if key.partition(".")[0] == skill), 0)
