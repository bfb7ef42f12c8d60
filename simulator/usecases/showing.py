"""What a face shows of a talk: the same values for the app and for plain mode."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from simulator.conversation.machine import Position
from simulator.domain.scenario import Choice, Customer, Outcome
from simulator.usecases.talk import Talk

KEPT = (
    "The records' server cannot be reached. What you say is kept on this computer, and delivered once when it can: "
    "go on."
)
"""Said while moves wait."""

TAKEN_BACK = "Taken back. Try something else: it is recorded but never held against you."
"""Said once a choice has been taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeelingView:
    """The feeling a rep may see in practice: the first one the scenario declares."""

    label: str
    value: int
    low: int
    high: int
    was: int | None
    """Its value before the last choice; None at the start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionView:
    """One thing the rep can say."""

    number: int
    """Its key on screen, from 1."""
    id: str
    text: str


class Speaker(StrEnum):
    """Who a line of the transcript belongs to."""

    CUSTOMER = "customer"
    REP = "rep"
    COACH = "coach"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the transcript."""

    speaker: Speaker
    name: str
    """The speaker's name, to be said before the words."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingView:
    """How it came out."""

    id: str
    outcome: Outcome
    debrief: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkView:
    """One turn of a talk, ready to be shown."""

    title: str
    customer: str
    """The customer's first name: the speaker's name on every line."""
    practice: bool
    number: int
    """Choices made so far."""
    mood: str
    feeling: FeelingView | None
    """None in an assessment and where the scenario declares no feelings."""
    mood_was: str | None
    """The mood before the last choice; None at the start."""
    spoken: tuple[Line, ...]
    """What is new: the rep's words, the reaction, the coaching (practice), the customer's next words."""
    options: tuple[OptionView, ...]
    """What the rep can say; none at an ending."""
    hint: str
    """The hint, once asked for."""
    can_rewind: bool
    can_hint: bool
    why: str
    """Why the mood moved with the last choice (practice); empty at the start."""
    coached: str
    """What the coach says of the last choice (practice); empty where that is nothing."""
    ending: EndingView | None
    kept: str
    """That the server cannot be reached and what becomes of what is said; empty while it can."""


def view_of(talk: Talk) -> TalkView:
    """Put one turn of a talk into words."""
    position = talk.trail.position
    before = position.previous
    turn = talk.conversation.turn(position)
    ending = talk.conversation.ending(position)
    return TalkView(
        title=talk.scenario.title,
        customer=first_name(talk),
        practice=talk.practice,
        number=position.number,
        mood=talk.conversation.words(position).mood,
        feeling=_feeling(talk, position) if talk.practice else None,
        mood_was=talk.conversation.words(before).mood if before else None,
        spoken=tuple(_spoken(talk, position)),
        options=options_of(talk, position),
        hint=fill(talk, turn.cue) if turn and talk.trail.hinted else "",
        can_rewind=talk.practice and before is not None,
        can_hint=talk.practice and turn is not None and bool(turn.cue) and not talk.trail.hinted,
        why=_why(talk, position) if talk.practice else "",
        coached=_coached(talk, position) if talk.practice else "",
        ending=EndingView(id=position.state.place, outcome=ending.outcome, debrief=fill(talk, ending.debrief))
        if ending
        else None,
        kept=KEPT if talk.waits else "",
    )


def transcript(talk: Talk) -> tuple[Line, ...]:
    """Return every line of the talk so far."""
    return tuple(line for position in talk.trail.position.way() for line in _spoken(talk, position))


def turns_spoken(talk: Talk) -> tuple[tuple[Line, ...], ...]:
    """Return the lines of the talk so far, turn by turn."""
    return tuple(tuple(_spoken(talk, position)) for position in talk.trail.position.way())


def options_of(talk: Talk, position: Position) -> tuple[OptionView, ...]:
    """List what the rep can say at a position, numbered in the order it is shown."""
    offered = talk.conversation.offered(position, talk.attempt.seed)
    return tuple(
        OptionView(number=number, id=choice.id, text=fill(talk, choice.say))
        for number, choice in enumerate(offered, start=1)
    )


def first_name(talk: Talk) -> str:
    """Return what the customer is called on every line."""
    return talk.scenario.customer.name.split()[0]


def fill(talk: Talk, text: str) -> str:
    """Put names in place of `{rep}`, `{customer}` and `{company}`; nothing else is read as a placeholder."""
    return named(talk.scenario.customer, text).replace("{rep}", talk.rep.first_name).strip()


def named(customer: Customer, text: str) -> str:
    """Put the customer's names in place of `{customer}` and `{company}`."""
    return text.replace("{customer}", customer.name).replace("{company}", customer.company)


def taken(talk: Talk, position: Position) -> Choice | None:
    """Return the choice that led to a position; None at the start."""
    if position.previous is None or position.choice is None:
        return None
    turn = talk.conversation.turn(position.previous)
    assert turn is not None, "choices are made at turns"
    return turn.choice(position.choice)


def _spoken(talk: Talk, position: Position) -> Iterator[Line]:
    choice, name = taken(talk, position), first_name(talk)
    if choice is not None:
        yield Line(speaker=Speaker.REP, name="You", text=fill(talk, choice.say))
        if choice.reaction:
            yield Line(speaker=Speaker.CUSTOMER, name=name, text=fill(talk, choice.reaction))
        if talk.practice and choice.why:
            yield Line(speaker=Speaker.COACH, name="Coach", text=fill(talk, choice.why))
    yield Line(speaker=Speaker.CUSTOMER, name=name, text=fill(talk, talk.conversation.words(position).customer))


def _feeling(talk: Talk, position: Position) -> FeelingView | None:
    if not talk.scenario.feelings:
        return None
    name, feeling = next(iter(talk.scenario.feelings.items()))
    return FeelingView(
        label=feeling.label or name,
        value=position.state.feelings[0],
        low=feeling.min,
        high=feeling.max,
        was=position.previous.state.feelings[0] if position.previous else None,
    )


def _why(talk: Talk, position: Position) -> str:
    """Say what the last choice did to the customer's feelings and mood; empty at the start."""
    before = position.previous
    if before is None:
        return ""
    feelings = zip(talk.scenario.feelings.items(), before.state.feelings, position.state.feelings, strict=True)
    moved = [
        f"{(feeling.label or name).capitalize()} went from {was} to {now}."
        for (name, feeling), was, now in feelings
        if was != now
    ]
    was, now = talk.conversation.words(before).mood, talk.conversation.words(position).mood
    changed = f"The mood went from {was} to {now}" if was and now and was != now else ""
    if moved:
        return " ".join((*moved, f"{changed}." if changed else "")).strip()
    if changed:
        return f"No feeling moved with your last choice. {changed} because of where the talk stands now."
    return "Neither a feeling nor the mood moved with your last choice."


def _coached(talk: Talk, position: Position) -> str:
    choice = taken(talk, position)
    return fill(talk, choice.why) if choice else ""
