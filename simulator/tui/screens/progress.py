"""The progress: each skill over time, every piece of evidence, and all attempts."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.content import Content
from textual.widget import Widget

from simulator.assessment.words import percent
from simulator.tui.action import Action
from simulator.tui.keys import bindings_of
from simulator.tui.requests import GoOn, StartAfresh
from simulator.tui.screens.page import Page
from simulator.tui.sitting import Sitting
from simulator.tui.text import Words, line, lines, shown
from simulator.tui.widgets.levels import SIGNS, level_style
from simulator.tui.widgets.pick_list import PickList, Row
from simulator.tui.widgets.scrolled import Scrolled
from simulator.tui.widgets.skill_row import SkillRow
from simulator.tui.widgets.sparkline import sparkline
from simulator.tui.widgets.strip import PlaceStrip
from simulator.usecases.progress import AttemptRow, EvidenceLine, ProgressView, SkillProgress


class ProgressScreen(Page):
    """The pathway so far."""

    SPEAKER = "You"
    """Who answered the customers."""
    LAST = "Attempts"
    """The page after those of the skills."""
    PLACE = "progress"
    CSS_PATH = "progress.tcss"
    BINDINGS = bindings_of("progress")

    def __init__(self, sitting: Sitting, view: ProgressView) -> None:
        super().__init__(sitting)
        self.view = view
        self.at = 0

    def title_words(self) -> Content:
        """Say whose progress this is."""
        return line(("Progress", "bold"), f"  {self.view.home.rep.name}")

    def remark(self) -> Content | None:
        """Say the verdict."""
        return shown(self.view.home.label, "bold $accent-ink")

    def body(self) -> Iterable[Widget]:
        """Leave room for a skill or the attempts."""
        yield PlaceStrip()
        with Scrolled(id="page", classes="reading"):
            yield Words(id="verdict")
            yield SkillRow("")
            yield Words(id="course")
            yield Words(id="heading")
            yield PickList(id="rows")

    def on_mount(self) -> None:
        """Begin with the first skill."""
        super().on_mount()
        self.show(0)

    @property
    def skill(self) -> SkillProgress | None:
        """The skill in view; None at the attempts."""
        return self.view.skills[self.at] if self.at < len(self.view.skills) else None

    def show(self, at: int) -> None:
        """Show a skill, or the attempts."""
        self.at = max(0, min(len(self.view.skills), at))
        labels = (*(skill.row.title for skill in self.view.skills), self.LAST)
        self.query_one(PlaceStrip).say(labels, self.at)
        said = (self.view.home.sentence, self.view.home.decided, self.view.home.afresh, self.view.chances)
        self.query_one("#verdict", Words).say(lines(*filter(None, said), " "))
        skill = self.skill
        self.query_one(SkillRow).display = skill is not None
        self.query_one("#page", Scrolled).scroll_home(animate=False)
        if skill is None:
            self.show_last()
        else:
            self._show_skill(skill)
        self.refresh_keys()

    def _show_skill(self, skill: SkillProgress) -> None:
        self.query_one(SkillRow).name_it(skill.row.title)
        self.query_one(SkillRow).say(skill.row)
        self.query_one("#course", Words).say(_course(skill))
        none = "No evidence counts yet: only the first sight of an assessment does."
        heading = "Every moment that counts, the newest first" if skill.evidence else none
        self.query_one("#heading", Words).say(lines(" ", (heading, "bold $accent-ink")))
        self.query_one("#rows", PickList).fill([_evidence(found, self.SPEAKER) for found in skill.evidence])

    def show_last(self) -> None:
        """Show the attempts."""
        self.query_one("#course", Words).say(Content(""))
        heading = "All your attempts, the newest first" if self.view.attempts else "Nothing is recorded yet."
        self.query_one("#heading", Words).say(shown(heading, "bold $accent-ink"))
        rows = [_attempt(attempt) for attempt in self.view.attempts]
        self.query_one("#rows", PickList).fill(rows, 0 if rows else None)

    def offers(self, action: Action) -> bool:
        """Only attempts can be opened."""
        return action.id != "progress.open" or (self.skill is None and bool(self.view.attempts))

    def action_page(self, key: str) -> None:
        """Go to the next skill, or to the one before."""
        self.show(self.at + (1 if key == "right" else -1))

    @on(PlaceStrip.Clicked)
    def click_page(self, event: PlaceStrip.Clicked) -> None:
        """Go to the clicked skill."""
        self.show(event.number)

    def action_move(self, key: str) -> None:
        """Move through the rows."""
        self.query_one("#rows", PickList).move(1 if key == "down" else -1)

    @on(PickList.Clicked)
    def click_row(self, event: PickList.Clicked) -> None:
        """Mark the clicked row; a click on a marked attempt opens it."""
        again = event.list.marked == event.number
        event.list.mark(event.number)
        if again:
            self.action_open()

    def action_afresh(self) -> None:
        """Ask whether to start afresh, or say why that is not possible."""
        from simulator.tui.screens.dialog import Dialog
        from simulator.tui.screens.question import Question

        ahead = self.view.ahead
        if ahead.refusal:
            text = "\n\n".join(part for part in (ahead.sentence, ahead.refusal) if part)
            self.face.push_screen(Dialog(("Starting afresh", text)))
            return

        def take(yes: bool | None) -> None:  # noqa: FBT001 - as Textual gives it
            if yes:
                self.post_message(StartAfresh())

        text = f"{ahead.sentence}\n\nIt cannot be taken back."
        self.face.push_screen(Question("Start afresh?", text, "start afresh"), take)

    def action_open(self) -> None:
        """Open the marked attempt."""
        marked = self.query_one("#rows", PickList).marked
        if self.skill is not None or marked is None:
            return
        attempt = self.view.attempts[marked]
        if attempt.readable:
            self.post_message(GoOn(attempt.id))
        else:
            self.note("This attempt cannot be opened: the text it stands on is missing from the records.")


def _course(skill: SkillProgress) -> Content:
    """Draw the estimate over time between what it likely is at most and at least, with the newest numbers."""
    if not skill.course:
        return Content("")
    cut, newest = skill.row.cut, skill.course[-1]
    said = ", ".join(percent(point.estimate) for point in skill.course[-8:])
    low = f"{percent(newest.low)} now; the bar stands at {percent(cut)}"
    return lines(
        _over_time("Likely at most", [point.high for point in skill.course], cut, f"{percent(newest.high)} now"),
        _over_time("Estimate", [point.estimate for point in skill.course], cut, said),
        _over_time("Likely at least", [point.low for point in skill.course], cut, low),
    )


def _over_time(what: str, shares: Sequence[float], cut: float, said: str = "") -> Content:
    return line((f"{what:<17}", "$soft"), sparkline(shares, cut), (f"  {said}", "$soft"))


def _evidence(found: EvidenceLine, speaker: str) -> Row:
    sign, style = ("·", "$soft") if found.level is None else (SIGNS[found.level], level_style(found.level))
    return Row(
        sign,
        lines(
            line(
                (found.word, f"bold {style}"),
                f"  {found.indicator}",
                (f"  {found.scenario}, {found.at:%Y-%m-%d}", "$soft"),
            ),
            (found.customer, "$customer"),
            (f"{speaker}: {found.said}" if found.said else "Not answered yet.", "$rep"),
        ),
        style,
    )


def _attempt(attempt: AttemptRow) -> Row:
    how = attempt.outcome or ("in progress" if attempt.readable else "cannot be read")
    sign = "●" if attempt.outcome else "◐" if attempt.readable else "✕"
    said = f"  {attempt.purpose} · {how} · {attempt.choices} choices · {attempt.started:%Y-%m-%d}"
    return Row(sign, line(attempt.scenario, (said, "$soft")))
