"""The live conversation: where it stands, and every choice with what it does and what keeps it back."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.content import Content

from simulator.tui.text import Words, line, lines, shown
from simulator.tui.widgets.levels import SIGNS, level_style
from simulator.tui.widgets.pane import Pane
from simulator.tui.widgets.pick_list import PickList, Row
from simulator.tui.widgets.turn_card import TurnCard, above, below
from simulator.usecases.on_show import Offer, OnShow

WALKED, UNWALKED = "✓", "·"
"""Whether some walk makes a choice."""


class TalkPane(Pane):
    """The conversation as it stands."""

    NAME = "Conversation"
    ENTER = "say it"

    def compose(self) -> ComposeResult:
        """Put the choices between where it stands and what is said about it."""
        yield self.heading
        yield Words(id="banner")
        yield TurnCard(id="above")
        yield PickList(id="offers")
        yield TurnCard(id="below")

    def show(self, view: OnShow | None, banner: Content, marked: str = "") -> None:
        """Show a point of the conversation, with a choice marked: that one, or else the first on offer."""
        offers = view.offers if view else ()
        said = self.query_one("#banner", Words)
        said.say(banner)
        said.display = bool(banner)
        self.query_one("#above", TurnCard).say(above(view) if view else ())
        self.query_one("#below", TurnCard).say(below(view) if view else ())
        named = next((number for number, offer in enumerate(offers) if offer.id == marked), None)
        first = next((number for number, offer in enumerate(offers) if offer.on_offer), None)
        self.list.fill([_row(offer) for offer in offers], first if named is None else named)
        self.scroll_home(animate=False)


def _row(offer: Offer) -> Row:
    return Row(
        f"{offer.number} {WALKED if offer.walked else UNWALKED}",
        lines((offer.say, "" if offer.on_offer else "$soft"), line(*_meant(offer)), *_condition(offer)),
        "bold $accent-ink" if offer.on_offer else "$soft",
    )


def _meant(offer: Offer) -> Iterable[Content | tuple[str, str]]:
    """Say what a choice is called, shows and does."""
    yield f"{offer.id} → {offer.to}", "$soft"
    for key, level in offer.shows.items():
        # Where only one skill is asked for, its name says nothing new.
        name = key if len(offer.shows) > 1 else key.rpartition(".")[2]
        yield f"  {SIGNS[level]}{int(level)}·{name}", level_style(level)
    for feeling, move in offer.effects.items():
        yield f"  {feeling} {move:+d}", "$good" if move > 0 else "$bad"
    for fact in offer.learns:
        yield f"  +{fact}", "$rep"
    if offer.critical:
        yield f"  ✕ critical: {offer.critical}", "bold $bad"


def _condition(offer: Offer) -> Iterable[Content]:
    if not offer.on_offer:
        yield line(("not on offer ", "bold $bad"), (f"needs {offer.when}  (now {offer.now})", "$soft"))
    elif offer.when:
        yield shown(f"on offer because {offer.when}", "$soft")
