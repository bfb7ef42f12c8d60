"""The briefing: who the customer is, what you know, what good looks like, and what it counts for."""

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget

from simulator.reports.wording import counted
from simulator.tui.keys import bindings_of
from simulator.tui.requests import Begin
from simulator.tui.screens.page import Page
from simulator.tui.sitting import Sitting
from simulator.tui.text import Words, line, lines, passages, prose, shown
from simulator.tui.widgets.hanging import Hanging
from simulator.tui.widgets.scrolled import Scrolled
from simulator.usecases.briefing import Briefing, SkillLines


class BriefingScreen(Page):
    """What to know before the conversation."""

    PLACE = "briefing"
    CSS_PATH = "briefing.tcss"
    BINDINGS = bindings_of("briefing")

    def __init__(self, sitting: Sitting, view: Briefing) -> None:
        super().__init__(sitting)
        self.view = view

    def title_words(self) -> Content:
        """Say which conversation this is."""
        return shown(self.view.title, "bold")

    def remark(self) -> Content | None:
        """Say what kind it is."""
        return shown(f"{self.view.purpose} · {self.view.level} · about {counted(self.view.minutes, 'minute')}", "$soft")

    def body(self) -> Iterable[Widget]:
        """Show everything to read."""
        view = self.view
        with Scrolled(id="briefing", classes="reading"):
            yield Words(_customer(view), classes="block")
            yield Words(_heading("What you know"))
            for lead, words in passages(view.text):
                yield Hanging(shown(lead), shown(words)) if lead else Words(shown(words))
            yield Words()
            yield Words(lines(_heading("What a good conversation reaches"), prose(view.goal)), classes="block")
            yield Words(lines(_heading(f"{view.purpose.capitalize()}"), prose(view.means)), classes="block means")
            yield Words(_heading("What good looks like"))
            for skill in view.skills:
                yield from _skill(skill)

    def action_start(self) -> None:
        """Begin."""
        self.post_message(Begin(self.view.id, self.view.purpose))


def _heading(text: str) -> Content:
    return shown(text, "bold $accent-ink")


def _customer(view: Briefing) -> Content:
    customer = view.customer
    where = ", ".join(part for part in (customer.role, customer.company) if part)
    return lines(line((customer.name, "bold $customer"), (f"  {where}", "$soft")), (customer.manner, "italic"))


def _skill(skill: SkillLines) -> Iterable[Widget]:
    yield Words(lines((skill.title, "bold"), skill.effective, (f"At its best: {skill.exemplary}", "$soft")))
    for indicator in skill.indicators:
        yield Hanging(shown("  · ", "$soft"), shown(indicator, "$soft"))
    yield Words(Content(""))
