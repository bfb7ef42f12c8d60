"""The customer's mood: a word, and in practice the first feeling with how it changed."""

from textual.content import Content

from simulator.tui.text import line
from simulator.tui.widgets.feeling_bar import feeling_bar
from simulator.usecases.showing import FeelingView, TalkView


def mood_bar(view: TalkView) -> Content:
    """Show the mood; an assessment shows the word alone, as a face would."""
    word = line((view.mood, "bold $customer"))
    return word if view.feeling is None else line(word, "  ", _feeling(view.feeling))


def _feeling(feeling: FeelingView) -> Content:
    was = feeling.value if feeling.was is None else feeling.was
    change = feeling.value - was
    style = "$good" if change > 0 else "$bad" if change < 0 else "$soft"
    return line(
        feeling_bar(feeling.value, feeling.low, feeling.high),
        (f" {feeling.label.lower()} {feeling.value} of {feeling.high}", "$soft"),
        (f" {_signed(change)}" if change else "", f"bold {style}"),
    )


def _signed(change: int) -> str:
    return f"▲+{change}" if change > 0 else f"▼{change}"
