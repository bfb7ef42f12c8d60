"""The three panes of the workbench: which one the keys go to, and what each shows."""

from collections.abc import Iterable

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from simulator.domain.ids import ScenarioId
from simulator.tui.screens.reading import Reading
from simulator.tui.sitting import Sitting
from simulator.tui.text import line, shown
from simulator.tui.widgets.file_pane import FilePane
from simulator.tui.widgets.pane import Pane
from simulator.tui.widgets.problem_pane import ProblemPane, counted
from simulator.tui.widgets.strip import PlaceStrip
from simulator.tui.widgets.talk_pane import WALKED, TalkPane
from simulator.tui.widgets.title_bar import TitleBar
from simulator.usecases.bench import Count, listed
from simulator.usecases.bench_files import FileKind
from simulator.usecases.on_show import Offer, on_show

NOT_YET = "This conversation cannot be played yet. Mend its errors and save: it shows here at once."
AS_BEFORE = "✕ As it is saved now it cannot be played: this is the last version that could. See Problems."


class BenchPanes(Reading):
    """Three panes; with little room, one at a time."""

    def __init__(self, sitting: Sitting, scenario: ScenarioId | None) -> None:
        super().__init__(sitting, scenario)
        self.talk = TalkPane(id="talk")
        self.problems = ProblemPane(id="problems-pane")
        self.list_of_files = FilePane(id="files-pane")
        self.pane: Pane = self.talk if scenario else self.list_of_files
        """The one that the keys go to."""
        self.arrived = False
        """Whether the latest click only led into its pane."""
        self.notes = False
        """Whether notes are shown among the problems."""
        self.offers_on_show: tuple[Offer, ...] = ()

    def body(self) -> Iterable[Widget]:
        """Set the panes side by side."""
        yield PlaceStrip()
        with Horizontal(id="bench"):
            yield self.list_of_files
            yield self.talk
            yield self.problems

    def on_mount(self) -> None:
        """Begin in the conversation; without one, in the files."""
        self.show_panes()
        self.show_talk()
        self.show_problems()

    @property
    def panes(self) -> tuple[Pane, ...]:
        """The panes, in the order in which tab goes through them."""
        return self.talk, self.problems, self.list_of_files

    def title_words(self) -> Content:
        """Say which conversation this is."""
        if self.bench.preview is None:
            return shown(self.wanted or "Workbench", "bold")
        scenario = self.bench.preview.scenario
        purpose = f" · {scenario.purpose}" if self.has_class("-wide") else ""
        return line((scenario.title, "bold"), (f"  {scenario.id}{purpose}", "$soft"))

    def remark(self) -> Content | None:
        """Say how much of it the walks cover."""
        coverage = self.bench.coverage
        if coverage is None:
            return None
        walks = f"{len(coverage.walks)} walk{'' if len(coverage.walks) == 1 else 's'}"
        made = len(coverage.covered.intersection(coverage.possible))
        return line((f"{WALKED} ", "$good"), (f"{made} of {coverage.total} choices covered by {walks}", "$soft"))

    def enter(self, pane: Pane) -> None:
        """Let the keys go to a pane."""
        if pane is not self.pane:
            self.pane = pane
            self.note("")
            self.show_panes()

    def action_pane(self, key: str) -> None:
        """Go to the next pane, or to the one before."""
        at = self.panes.index(self.pane) + (1 if key == "tab" else -1)
        self.enter(self.panes[at % len(self.panes)])

    @on(PlaceStrip.Clicked)
    def click_strip(self, event: PlaceStrip.Clicked) -> None:
        """Go to the clicked pane."""
        self.enter(self.panes[event.number])

    def on_pane_entered(self, event: Pane.Entered) -> None:
        """Go to the pane that was clicked into."""
        self.arrived = event.pane is not self.pane
        self.enter(event.pane)

    def show_panes(self) -> None:
        """Show which pane the keys go to, and what stands beside the names."""
        own, everything = self._own(), self._everything()
        beside: dict[Pane, Content] = {
            self.talk: Content(""),
            self.problems: counted(own),
            self.list_of_files: counted(everything),
        }
        for pane in self.panes:
            pane.head(here=pane is self.pane, beside=beside[pane])
        labels = [line(pane.NAME, " " if beside[pane] else "", beside[pane]).plain for pane in self.panes]
        self.query_one(PlaceStrip).say(labels, self.panes.index(self.pane))
        self.refresh_keys()

    def _own(self) -> Count:
        return next((row.count for row in self.files if row.open), Count(errors=0, warnings=0))

    def _everything(self) -> Count:
        counts = [row.count for row in self.files if row.kind is not FileKind.WALK]
        return Count(errors=sum(count.errors for count in counts), warnings=sum(count.warnings for count in counts))

    def show_talk(self) -> None:
        """Show the conversation, and what of it the walks cover."""
        preview, coverage = self.bench.preview, self.bench.coverage
        view = on_show(preview, coverage.covered if coverage else frozenset()) if preview else None
        before, marked = self.offers_on_show, self.talk.list.marked
        kept = before[marked].id if marked is not None and marked < len(before) else ""
        self.offers_on_show = view.offers if view else ()
        self.talk.show(view, self._banner(), kept if before and view and _same_turn(before, view.offers) else "")
        self.query_one(TitleBar).say(self.title_words(), self.remark())
        self.refresh_keys()

    def _banner(self) -> Content:
        if self.bench.open is None:
            return shown("Reading…" if self.wanted else "Choose a scenario under Files.", "$soft")
        if self.bench.open.scenario is not None:
            return Content("")
        return shown(AS_BEFORE if self.bench.preview else NOT_YET, "bold $bad")

    def show_files(self) -> None:
        """Show the files with what is counted in them."""
        self.list_of_files.show(self.files)
        self.show_panes()

    def show_problems(self) -> None:
        """Show what lint says."""
        scenario = self.bench.open.id if self.bench.open else None
        problems = listed(self.library, self.bench.found, scenario, notes=self.notes)
        self.problems.show(problems, f"{self.library.shown(self.library.root)}/", scenario or "", looked=self.looked)
        self.refresh_keys()


def _same_turn(before: tuple[Offer, ...], after: tuple[Offer, ...]) -> bool:
    return {offer.id for offer in before} & {offer.id for offer in after} != set()
