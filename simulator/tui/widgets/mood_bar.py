"""The customer's mood: a word, and in practice five steps with how they changed."""

from textual.content import Content

from simulator.tui.text import line
from simulator.usecases.showing import STEPS, FeelingView, TalkView

FULL, EMPTY = "▰", "▱"


def mood_bar(view: TalkView) -> Content:
    """Show the mood; an assessment shows the word alone, as a face would."""
    word = line((view.mood, "bold $customer"))
    return word if view.feeling is None else line(word, "  ", _steps(view.feeling))


def _steps(feeling: FeelingView) -> Content:
    was = feeling.value if feeling.was is None else feeling.was
    change = feeling.value - was
    style = "$good" if change > 0 else "$bad" if change < 0 else "$soft"
    return line(
        (FULL * feeling.steps, "$customer"),
        (EMPTY * (STEPS - feeling.steps), "$soft"),
        (f" {feeling.label.lower()} {feeling.value} of {feeling.high}", "$soft"),
        (f" {_signed(change)}" if change else "", f"bold {style}"),
    )


def _signed(change: int) -> str:
    return f"▲+{change}" if change > 0 else f"▼{change}"
