"""SIM707: all of it can be seen in a window of 80 columns and 24 lines."""

from collections.abc import Iterator
from typing import Final

from simulator.domain.problem import Path
from simulator.domain.scenario import Choice, Purpose, Turn
from simulator.lint.craft.layout import (
    CHOICE_LINES,
    CHOICE_WIDTH,
    ENDING_LINES,
    LINES,
    SPOKEN_WIDTH,
    SUMMARY_LENGTH,
    lines_of,
    mood_room,
    title_room,
)
from simulator.lint.craft.offered import together
from simulator.lint.craft.texts import words_at
from simulator.lint.rule import Finding, Rule, example
from simulator.lint.subject import Proven

_WINDOW: Final = "of the 24 in a small window"


def _check(subject: Proven) -> Iterator[Finding]:
    yield from _names(subject)
    yield from _moods(subject)
    room = _Room(subject)
    for turn_id in subject.space.arrows:
        yield from room.of_turn(turn_id)
        yield from room.of_answers(turn_id)


def _names(subject: Proven) -> Iterator[Finding]:
    scenario = subject.scenario
    room = title_room(scenario.purpose, scenario.level, scenario.minutes)
    if len(scenario.title) > room:
        message = f"this title has {len(scenario.title)} characters; {room} of them can be seen above the briefing"
        yield Finding(message=message, hint="shorten it", path=("title",))
    if len(scenario.summary) > SUMMARY_LENGTH:
        message = f"this summary has {len(scenario.summary)} characters, more than two lines in a list"
        yield Finding(message=message, hint=f"say it in {SUMMARY_LENGTH} characters", path=("summary",))


def _moods(subject: Proven) -> Iterator[Finding]:
    scenario = subject.scenario
    seen = next(iter(scenario.feelings.values()), None) if scenario.purpose is Purpose.PRACTICE else None
    room = mood_room(scenario.customer.name, seen)
    for path, mood in _written_moods(subject):
        if len(mood) > room:
            message = f"this mood has {len(mood)} characters; the line above the conversation has room for {room}"
            yield Finding(message=message, hint="say it in a word or two", path=path)


def _written_moods(subject: Proven) -> Iterator[tuple[Path, str]]:
    for turn_id, turn in subject.scenario.turns.items():
        yield ("turns", turn_id, "mood"), turn.mood
        for number, variant in enumerate(turn.variants):
            yield ("turns", turn_id, "variants", number, "mood"), variant.mood
    for ending_id, ending in subject.scenario.endings.items():
        yield ("endings", ending_id, "mood"), ending.mood


class _Room:
    """What each turn takes, counted once."""

    def __init__(self, subject: Proven) -> None:
        self._subject = subject
        self._choices = {turn_id: self._lines_of_choices(turn_id) for turn_id in subject.space.arrows}
        turns = subject.scenario.turns
        self._words = {turn_id: max(self._lines_of_words(turns[turn_id]), default=0) for turn_id in self._choices}

    def of_turn(self, turn_id: str) -> Iterator[Finding]:
        """Say where the choices do not fit, or not below what the customer says."""
        choices, words = self._choices[turn_id], self._words[turn_id]
        if choices > CHOICE_LINES:
            message = f"the choices on offer here take {choices} lines; {CHOICE_LINES} {_WINDOW} are theirs"
            yield Finding(message=message, hint="shorten them", path=("turns", turn_id, "choices"), at_key=True)
        elif words + choices > LINES:
            message = f"these words and the choices take {words + choices} lines; {LINES} {_WINDOW} are theirs"
            yield Finding(message=message, hint="shorten either", path=self._longest(turn_id))

    def of_answers(self, turn_id: str) -> Iterator[Finding]:
        """Say where the answer to a choice is off the screen before it could be read."""
        worst: dict[str, tuple[int, str]] = {}
        for arrow in self._subject.space.arrows[turn_id]:
            found = (self._over(arrow.option.choice, arrow.to), arrow.to)
            worst[arrow.option.choice.id] = max(worst.get(arrow.option.choice.id, found), found)
        for number, choice in enumerate(self._subject.scenario.turns[turn_id].choices):
            over, place = worst.get(choice.id, (0, ""))
            if over > 0:
                room = ENDING_LINES if place in self._subject.scenario.endings else LINES
                part = "reaction, coaching" if self._coaching(choice) else "reaction"
                message = f'{part} and what "{place}" shows take {room + over} lines; {room} {_WINDOW} are theirs'
                hint = "shorten them, or what the customer says next"
                yield Finding(message=message, hint=hint, path=("turns", turn_id, "choices", number, "reaction"))

    def _over(self, choice: Choice, place: str) -> int:
        """Return how many lines too many follow a choice; none where the place alone does not fit."""
        ending = self._subject.scenario.endings.get(place)
        room = ENDING_LINES if ending else LINES
        there = self._spoken(ending.customer) if ending else self._words[place] + self._choices[place]
        return self._spoken(choice.reaction) + self._coaching(choice) + there - room if there <= room else 0

    def _coaching(self, choice: Choice) -> int:
        return self._spoken(choice.why) if self._subject.scenario.purpose is Purpose.PRACTICE else 0

    def _spoken(self, text: str) -> int:
        return lines_of(text, SPOKEN_WIDTH, self._subject.scenario.customer)

    def _lines_of_choices(self, turn_id: str) -> int:
        """Return the most lines that choices on offer together take."""
        customer, turn = self._subject.scenario.customer, self._subject.scenario.turns[turn_id]
        lines = {choice.id: lines_of(choice.say, CHOICE_WIDTH, customer) for choice in turn.choices}
        return max((sum(lines[choice.id] for choice in few) for few in together(self._subject, turn_id)), default=0)

    def _lines_of_words(self, turn: Turn) -> Iterator[int]:
        return (self._spoken(text) for _, text in words_at(turn))

    def _longest(self, turn_id: str) -> Path:
        path, _ = max(words_at(self._subject.scenario.turns[turn_id]), key=lambda found: len(found[1]))
        return ("turns", turn_id, *path)


ROOM: Final = Rule[Proven](
    code="SIM707",
    law="What the customer says, the reaction and the choices can be read together in a window of 80 columns and 24 "
    "lines.",
    why="A rep who has to scroll answers what is still on the screen, not what was said; a title that is cut off "
    "cannot be found in a list.",
    failing=example("title: The clinic whose telephones were down for two whole mornings\n"),
    passing=example("title: Third call, same fault\n"),
    check=_check,
)
