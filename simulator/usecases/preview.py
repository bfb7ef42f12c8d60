"""A conversation on its author's bench: every choice there is with what keeps it back, and nothing recorded.

A preview is a position in a conversation; all that is shown of it is worked out from there. When the file changes, the
same choices are made again on the new version, as far as they are still on offer.
"""

from dataclasses import dataclass, replace

from simulator.conversation.condition import Compare, parse, parts_of
from simulator.conversation.machine import Conversation, Position, conversation_of
from simulator.conversation.table import NotOffered, State, Table
from simulator.domain.scenario import Scenario
from simulator.usecases.refusal import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """Where the author stands in a conversation, with the way that led there."""

    conversation: Conversation
    position: Position
    made_up: bool = False
    """Whether it began in a state that somebody typed in, and not at the conversation's own start."""
    ahead: tuple[str, ...] = ()
    """Choices that an earlier version still had after this point: made again as soon as they are back."""

    @property
    def scenario(self) -> Scenario:
        """The version that is looked at."""
        return self.conversation.scenario

    @property
    def place(self) -> str:
        """The turn or ending it stands at."""
        return self.position.state.place

    @property
    def way(self) -> tuple[str, ...]:
        """The choices made so far."""
        return tuple(position.choice for position in self.position.way() if position.choice is not None)

    @property
    def ended(self) -> bool:
        """Whether the conversation is over."""
        return self.conversation.ending(self.position) is not None


def begin(scenario: Scenario) -> Preview:
    """Stand at the start."""
    conversation = conversation_of(scenario)
    return Preview(conversation=conversation, position=conversation.start())


def begin_in(scenario: Scenario, state: State) -> Preview:
    """Stand in a state that nobody has come to by choices; a turn with routes sends on from it."""
    conversation = conversation_of(scenario)
    return Preview(conversation=conversation, position=Position(conversation.table.settle(*state)), made_up=True)


def follow(scenario: Scenario, choices: tuple[str, ...]) -> Preview:
    """Make the choices from the start, as far as they are on offer."""
    return _made(begin(scenario), choices)


def say(preview: Preview, choice_id: str) -> Preview:
    """Make a choice; Refused where it is not on offer, with what keeps it back."""
    try:
        after = preview.conversation.choose(preview.position, choice_id)
    except NotOffered:
        raise Refused(_kept_back(preview, choice_id)) from None
    return replace(preview, position=after, ahead=())


def back(preview: Preview) -> Preview:
    """Take the last choice back; at the beginning there is none."""
    before = preview.position.previous
    return preview if before is None else replace(preview, position=before, ahead=())


def restart(preview: Preview) -> Preview:
    """Go back to where it began; from a state that was typed in, to the conversation's own start."""
    first = preview.position.way()[0]
    if preview.made_up and preview.position.number:
        return replace(preview, position=first, ahead=())
    return begin(preview.scenario)


def renewed(preview: Preview, scenario: Scenario) -> tuple[Preview, str]:
    """Make the same choices on another version, and say what came out differently; empty for nothing."""
    first = preview.position.way()[0].state
    fresh, note = begin(scenario), ""
    if preview.made_up and first.place in {*scenario.turns, *scenario.endings}:
        fresh = begin_in(scenario, fitted(preview.conversation.table, first, scenario))
    elif preview.made_up:
        note = f'There is no turn "{first.place}" any more: this is the start.'
    again = _made(fresh, () if note else (*preview.way, *preview.ahead))
    return again, note or _difference(preview, again)


def fitted(table: Table, state: State, scenario: Scenario) -> State:
    """Return a state in the terms of another version: what is new there is as it is at the start."""
    values, facts = table.values(state), set(table.known(state))
    return State(
        state.place,
        tuple(
            min(max(values.get(name, feeling.start), feeling.min), feeling.max)
            for name, feeling in scenario.feelings.items()
        ),
        sum(1 << bit for bit, name in enumerate(scenario.facts) if name in facts),
    )


def _made(preview: Preview, choices: tuple[str, ...]) -> Preview:
    position = preview.position
    for number, choice in enumerate(choices):
        try:
            position = preview.conversation.choose(position, choice)
        except NotOffered:
            return replace(preview, position=position, ahead=choices[number:])
    return replace(preview, position=position, ahead=())


def _difference(before: Preview, after: Preview) -> str:
    if not after.ahead:
        moved = after.place != before.place and not before.ahead
        return f'The same choices lead to "{after.place}" now.' if moved else ""
    missing = after.ahead[0]
    if after.ended:
        return f'The conversation ends at "{after.place}" now, before "{missing}".'
    return f'"{missing}" is no longer on offer at "{after.place}": stopped there.'


def _kept_back(preview: Preview, choice_id: str) -> str:
    turn = preview.conversation.turn(preview.position)
    found = next((choice for choice in turn.choices if choice.id == choice_id), None) if turn else None
    if found is None or found.when is None:
        return f'There is no choice "{choice_id[:60]}" at "{preview.place}".'
    now = state_of(preview.conversation.table, preview.position.state, found.when)
    return f'"{choice_id}" is not on offer here. It needs: {found.when} (now {now}).'


def state_of(table: Table, state: State, when: str) -> str:
    """Say how all that a condition asks about stands in a state: `trust 1, not knows_deadline`."""
    values, facts = table.values(state), set(table.known(state))
    said = (
        f"{part.name} {values[part.name]}"
        if isinstance(part, Compare)
        else part.name
        if part.name in facts
        else f"not {part.name}"
        for part in parts_of(parse(when))
    )
    return ", ".join(dict.fromkeys(said))
