"""One point of a conversation as its author sees it: the way, the last words, what is felt and known."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from simulator.tui.text import hanging, line, lines, prose, shown
from simulator.tui.widgets.feeling_bar import feeling_bar
from simulator.tui.widgets.laid import Laid
from simulator.usecases.on_show import FeelingNow, OnShow, SaidBefore

LEAD = 8
"""Columns of what stands before each line."""

Lead = tuple[str, str]
"""What stands before a line, with its style."""

Entry = tuple[Lead, Content]
"""One thing to say, behind what it is."""


class TurnCard(Laid):
    """Some lines about a point of a conversation, each behind what it is."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._entries: tuple[Entry, ...] = ()

    def say(self, entries: Iterable[Entry]) -> None:
        """Show other lines."""
        self._entries = tuple(entries)
        self.display = bool(self._entries)
        self.refresh(layout=True)

    def lay(self, width: int) -> Content:
        """Set each line beside what it is."""
        return lines(*(hanging(_lead(*lead), body, width) for lead, body in self._entries))


def _lead(word: str, style: str) -> Content:
    cut = shown(word, style).truncate(LEAD - 1, ellipsis=True)
    return cut.pad_right(LEAD - cut.cell_length)


def above(view: OnShow) -> Iterator[Entry]:
    """Say what stands above the choices: where it is, what was said, what is felt and known."""
    yield ("Way", "$soft"), _way(view)
    if view.said is not None:
        yield from _said(view, view.said)
    yield ("At", "bold $accent-ink"), _place(view)
    mood = (f"({view.mood}) ", "$soft") if view.mood else ""
    yield (view.customer, "bold $customer"), line(mood, prose(view.words))
    if view.feelings:
        yield ("Feels", "$soft"), line(*(_feeling(feeling) for feeling in view.feelings))
    yield ("Facts", "$soft"), shown(", ".join(view.facts)) if view.facts else shown("none yet", "$soft")
    if view.ending is not None:
        outcome = (f"{view.ending.outcome}  ", "bold $accent-ink")
        yield ("Ended", "bold $accent-ink"), line(outcome, prose(view.ending.debrief))


def below(view: OnShow) -> Iterator[Entry]:
    """Say what stands below the choices: what the turn asks for, and what the coach says of the last choice."""
    if view.calls_for:
        yield ("Asks", "$soft"), _asks(view)
    if view.cue:
        yield ("Notice", "$soft"), shown(view.cue, "$soft")
    if view.said is not None and view.said.why:
        yield ("Coach", "bold $coach"), line((f"on {view.said.id}: ", "$soft"), prose(view.said.why, "italic $coach"))


def _way(view: OnShow) -> Content:
    begun = ("made up state > " if view.made_up else "", "bold $bad")
    if not view.way:
        return line(begun if view.made_up else ("the start", "$soft"), ("here" if view.made_up else "", "$soft"))
    *before, last = view.way
    return line(begun, (" > ".join([*before, ""]), "$soft"), last)


def _said(view: OnShow, said: SaidBefore) -> Iterator[Entry]:
    yield ("You", "bold $rep"), prose(said.say)
    if said.reaction:
        yield (view.customer, "bold $customer"), prose(said.reaction)


def _place(view: OnShow) -> Content:
    through = f"  sent on by {', '.join(view.said.through)}" if view.said and view.said.through else ""
    visit = f"  visit {view.visit}" if view.visit > 1 else ""
    variant = f"  these words when {view.variant}" if view.variant else ""
    return line((view.place, "bold $accent-ink"), (f"{visit}{through}{variant}", "$soft"))


def _feeling(feeling: FeelingNow) -> Content:
    moved = f" {'▲' if feeling.moved > 0 else '▼'}{feeling.moved:+d}" if feeling.moved else ""
    return line(
        f"{feeling.name} ",
        feeling_bar(feeling.value, feeling.low, feeling.high),
        (f" {feeling.value}", "bold"),
        (f" of {feeling.low}…{feeling.high}", "$soft"),
        (moved, "bold $good" if feeling.moved > 0 else "bold $bad"),
        "   ",
    )


def _asks(view: OnShow) -> Content:
    again = "  counts only the first time" if view.visit > 1 else ""
    return line(" and ".join(view.calls_for), (again, "$soft"))
