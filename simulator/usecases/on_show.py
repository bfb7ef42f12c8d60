"""What an author sees of a preview: all that decides what can be said, not only what a rep would see."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from simulator.conversation.machine import Conversation, Position
from simulator.conversation.table import State
from simulator.domain.rubric import Level
from simulator.domain.scenario import Choice, Outcome
from simulator.usecases.preview import Preview, state_of
from simulator.usecases.showing import named

Pairs = frozenset[tuple[str, str]]
"""Choices, each as its turn and its own id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeelingNow:
    """One feeling as it stands."""

    name: str
    """As conditions call it."""
    value: int
    low: int
    high: int
    moved: int
    """By how much the last choice moved it; 0 at the start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidBefore:
    """The choice that led here."""

    id: str
    say: str
    reaction: str
    why: str
    through: tuple[str, ...]
    """Turns that only sent the conversation on, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One choice of the turn, on offer or not."""

    number: int
    """Its place in the file, from 1: the same whatever is on offer."""
    id: str
    say: str
    when: str
    """Its condition; empty where it has none."""
    now: str
    """How what the condition asks about stands here; empty where it is on offer."""
    shows: Mapping[str, Level]
    effects: Mapping[str, int]
    learns: tuple[str, ...]
    critical: str
    """The critical error it is; empty for none."""
    to: str
    walked: bool
    """Whether some walk makes this choice."""

    @property
    def on_offer(self) -> bool:
        """Whether it can be said here."""
        return not self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingShown:
    """How it came out."""

    outcome: Outcome
    debrief: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnShow:
    """One point of a conversation, with all that an author wants to know of it."""

    place: str
    visit: int
    """Which visit to this turn it is, from 1; only the first is a moment."""
    way: tuple[str, ...]
    made_up: bool
    """Whether it began in a state that was typed in."""
    said: SaidBefore | None
    customer: str
    """What the customer is called on every line."""
    mood: str
    words: str
    variant: str
    """The condition under which these words are spoken; empty where they are the turn's own."""
    feelings: tuple[FeelingNow, ...]
    facts: tuple[str, ...]
    """Those that hold."""
    calls_for: tuple[str, ...]
    cue: str
    offers: tuple[Offer, ...]
    ending: EndingShown | None


def on_show(preview: Preview, walked: Pairs = frozenset()) -> OnShow:
    """Put a preview into words; `walked` are the choices that walks make."""
    conversation, position = preview.conversation, preview.position
    state, turn, customer = position.state, conversation.turn(position), preview.scenario.customer
    words, ending = conversation.words(position), conversation.ending(position)
    return OnShow(
        place=preview.place,
        visit=position.visit(),
        way=preview.way,
        made_up=preview.made_up,
        said=_said(conversation, position),
        customer=customer.name.split()[0],
        mood=words.mood,
        words=named(customer, words.customer).strip(),
        variant=_variant(conversation, state),
        feelings=tuple(_feelings(conversation, position)),
        facts=conversation.table.known(state),
        calls_for=turn.calls_for if turn else (),
        cue=named(customer, turn.cue) if turn else "",
        offers=tuple(_offers(preview, walked)),
        ending=EndingShown(outcome=ending.outcome, debrief=named(customer, ending.debrief).strip()) if ending else None,
    )


def _said(conversation: Conversation, position: Position) -> SaidBefore | None:
    before = position.previous
    turn = conversation.turn(before) if before else None
    if turn is None or position.choice is None:
        return None
    choice, customer = turn.choice(position.choice), conversation.scenario.customer
    return SaidBefore(
        id=choice.id,
        say=named(customer, choice.say).strip(),
        reaction=named(customer, choice.reaction).strip(),
        why=named(customer, choice.why).strip(),
        through=tuple(_through(conversation, choice, position.state)),
    )


def _through(conversation: Conversation, choice: Choice, after: State) -> Iterator[str]:
    """Yield the turns that sent the conversation on between a choice and the place it came to."""
    place = choice.to
    while place != after.place:
        yield place
        routes = conversation.table.compiled(place).routes
        place = next(to for test, to in routes if test is None or test(after.feelings, after.facts))


def _variant(conversation: Conversation, state: State) -> str:
    turn = conversation.scenario.turns.get(state.place)
    if turn is None:
        return ""
    compiled = zip(turn.variants, conversation.table.compiled(state.place).variants, strict=True)
    return next((variant.when for variant, (test, _) in compiled if test(state.feelings, state.facts)), "")


def _feelings(conversation: Conversation, position: Position) -> Iterator[FeelingNow]:
    before = position.previous.state.feelings if position.previous else position.state.feelings
    declared = conversation.scenario.feelings.items()
    for (name, feeling), was, value in zip(declared, before, position.state.feelings, strict=True):
        yield FeelingNow(name=name, value=value, low=feeling.min, high=feeling.max, moved=value - was)


def _offers(preview: Preview, walked: Pairs) -> Iterator[Offer]:
    conversation, state = preview.conversation, preview.position.state
    turn = conversation.turn(preview.position)
    offered = {choice.id for choice in conversation.table.offered(state)}
    for number, choice in enumerate(turn.choices if turn else (), start=1):
        kept_back = choice.when is not None and choice.id not in offered
        yield Offer(
            number=number,
            id=choice.id,
            say=named(preview.scenario.customer, choice.say).strip(),
            when=choice.when or "",
            now=state_of(conversation.table, state, choice.when) if kept_back and choice.when else "",
            shows=choice.shows,
            effects=choice.effects,
            learns=choice.learns,
            critical=choice.critical or "",
            to=choice.to,
            walked=(state.place, choice.id) in walked,
        )
