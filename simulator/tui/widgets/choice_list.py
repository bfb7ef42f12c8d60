"""What the rep can say, by number."""

from collections.abc import Sequence

from simulator.tui.widgets.pick_list import PickList, row
from simulator.usecases.showing import OptionView


class ChoiceList(PickList):
    """Numbered choices, of which one is picked, or none."""

    LOUD = True

    def offer(self, options: Sequence[OptionView], picked: str = "") -> None:
        """Show what can be said; nothing is picked unless a choice is named."""
        self._options = tuple(options)
        at = next((number for number, option in enumerate(options) if option.id == picked), None)
        self.fill([row(f"{option.number}", option.text) for option in options], at)

    @property
    def picked(self) -> OptionView | None:
        """The picked choice."""
        return None if self.marked is None else self._options[self.marked]
