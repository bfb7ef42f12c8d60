"""What stands behind one person's row on the board: the rep's own progress as they see it, but for their practice."""

from functools import partial

from textual.content import Content

from simulator.domain.attempt import Rep
from simulator.reports.views import DecisionView
from simulator.tui.action import Action
from simulator.tui.keys import bindings_of
from simulator.tui.screens.on_rep import Export, OnRep
from simulator.tui.screens.progress import ProgressScreen
from simulator.tui.sitting import Sitting
from simulator.tui.text import Words, line, lines, shown
from simulator.tui.widgets.pick_list import PickList, Row
from simulator.usecases.board import RepEvidence, rep_evidence
from simulator.usecases.report import report
from simulator.usecases.reviewing import Waiting, lines_of


class EvidenceScreen(OnRep, ProgressScreen, inherit_bindings=False):
    """One person's evidence, down to the lines said."""

    PLACE = "evidence"
    SPEAKER = "Rep"
    LAST = "Errors and decisions"
    BINDINGS = bindings_of("evidence")

    def __init__(self, sitting: Sitting, found: RepEvidence) -> None:
        super().__init__(sitting, found.progress)
        self.found = found

    def title_words(self) -> Content:
        """Say whose evidence this is."""
        return line(("Evidence", "bold"), f"  {self.view.home.rep.name}")

    @property
    def meant(self) -> Rep | None:
        """The person this is about."""
        return self.view.home.rep

    def show_last(self) -> None:
        """Show the critical errors that still block, and what people decided."""
        self.query_one("#course", Words).say(Content(""))
        nothing = not self.found.errors and not self.found.decisions
        heading = "No critical error is open, and nobody has decided anything." if nothing else self.LAST
        self.query_one("#heading", Words).say(shown(heading, "bold $accent-ink"))
        rows = [*map(_error, self.found.errors), *map(_decision, self.found.decisions)]
        self.query_one("#rows", PickList).fill(rows)

    def offers(self, action: Action) -> bool:
        """All that can be done here makes sense always."""
        del action
        return True

    def reread(self, rep: Rep) -> None:
        """Read anew what stands behind the row, and stay on the same page."""
        if rep.id == self.view.home.rep.id:
            self.load(partial(rep_evidence, self.sitting.desk, rep), self._replace)

    def _replace(self, found: RepEvidence) -> None:
        self.found, self.view = found, found.progress
        self.show(self.at)

    def what_to_export(self) -> Export:
        """Export the person's report."""
        rep, desk = self.view.home.rep, self.sitting.desk
        return Export(what=f"the report of {rep.name}", gather=partial(report, desk, rep), name=f"report-{rep.typed}")

    def action_back(self) -> None:
        """Go back to the board."""
        self.dismiss()


def _error(error: Waiting) -> Row:
    first, *rest = lines_of(error)
    return Row("✕", lines(shown(first, "bold $bad"), *(shown(fact.strip()) for fact in rest)), "$bad")


def _decision(one: DecisionView) -> Row:
    who = line((one.words.capitalize(), "bold"), f", decided by {one.by} ({one.role}) on {one.at.day}")
    return Row("*", lines(who, one.reason, (one.state, "$soft")))
