"""The author's workbench: files, the live conversation, problems; what is saved shows at once, at the same turn."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final, cast

from textual import on

from simulator.domain.ids import ScenarioId
from simulator.lint.rule import Law
from simulator.tui.action import Action
from simulator.tui.editing import edit
from simulator.tui.face import Face
from simulator.tui.keys import bindings_of
from simulator.tui.screens.bench_panes import BenchPanes
from simulator.tui.widgets.pick_list import PickList
from simulator.usecases.bench import fresh, line_of, scenario_file
from simulator.usecases.bench_files import FileKind, FileRow
from simulator.usecases.explaining import explain
from simulator.usecases.preview import Preview, back, follow, restart, say
from simulator.usecases.refusal import Refused
from simulator.usecases.saving import Saved, save_walk
from simulator.usecases.starting import Started, Wanted, started

HERE: Final[Mapping[str, str]] = {
    "everywhere.palette": "Finds any of these by its name, and any scenario.",
    "everywhere.back": "Quits. The conversation here is only tried out and not kept; your files are as you saved them.",
    "everywhere.stop": "Leaves at once. Your files are as you saved them.",
}
"""What some actions of every screen mean here, where nothing is recorded."""


class WorkbenchScreen(BenchPanes, inherit_bindings=False):
    """What the keys do."""

    PLACE = "workbench"
    CSS_PATH = "workbench.tcss"
    BINDINGS = bindings_of("workbench")

    def offered(self) -> Sequence[Action]:
        """Say of enter what it does in this pane, and of what is everywhere what it means here."""
        meant = [replace(action, sentence=HERE.get(action.id, action.sentence)) for action in super().offered()]
        return [self.pane.named(action) for action in meant]

    @property
    def is_lowest(self) -> bool:
        """Whether there is nothing to go back to from here: there never is."""
        return True

    def offers(self, action: Action) -> bool:
        """Offer what makes sense now."""
        preview = self.bench.preview
        return {
            "take_back": preview is not None and preview.position.previous is not None,
            "restart": preview is not None and (preview.made_up or preview.position.previous is not None),
            "go": preview is not None,
            "keep_walk": self._can_keep,
            "say": preview is not None and not preview.ended,
            "explain": self.problems.marked is not None,
            "edit": self.bench.open is not None or self.pane is self.list_of_files,
        }.get(action.does, True)

    def action_move(self, key: str) -> None:
        """Move the mark of this pane."""
        self.pane.list.move(1 if key in {"down", "j"} else -1)
        self.refresh_keys()

    @on(PickList.Clicked)
    def click_row(self, event: PickList.Clicked) -> None:
        """Mark the clicked row; a click on the marked one does what enter does."""
        if event.list.marked == event.number and not self.arrived:
            self.action_enter()
        else:
            event.list.mark(event.number)

    def action_say(self, key: str) -> None:
        """Say the choice of a number."""
        if self.bench.preview is not None:
            self.enter(self.talk)
            self._say(int(key) - 1)

    def action_enter(self) -> None:
        """Do what the pane is for."""
        if self.pane is self.talk:
            self._say(self.talk.list.marked)
        elif self.pane is self.problems:
            self.action_edit()
        elif (marked := self.list_of_files.marked) is not None:
            self.open(marked)

    def _say(self, number: int | None) -> None:
        preview = self.bench.preview
        if preview is None or number is None or number >= len(self.offers_on_show):
            return
        try:
            self._stand(say(preview, self.offers_on_show[number].id))
        except Refused as refusal:
            self.note(str(refusal))

    def open(self, row: FileRow) -> None:
        """Do with a file what its kind is for: open the scenario, follow the walk, edit the rubric."""
        if row.kind is FileKind.SCENARIO:
            self.enter(self.talk)
            self.note("")
            self.read(ScenarioId(row.name))
        elif row.kind is FileKind.WALK:
            self._follow(row)
        else:
            self.action_edit()

    def _follow(self, row: FileRow) -> None:
        walk = (
            next((walk for name, walk in self.bench.open.walks if name == row.name), None) if self.bench.open else None
        )
        if walk is None or self.bench.preview is None:
            self.note(f'The walk "{row.name}" cannot be followed: it stands under Problems.')
            return
        preview = follow(self.bench.preview.scenario, walk.choices)
        stopped = f'"{preview.ahead[0]}" is not on offer at "{preview.place}": it stops there.' if preview.ahead else ""
        self.enter(self.talk)
        self._stand(preview, f"Walk {row.name}: {stopped or walk.about or 'this is where it ends.'}")

    def action_take_back(self) -> None:
        """Take the last choice back."""
        if self.bench.preview is not None:
            self.enter(self.talk)
            self._stand(back(self.bench.preview))

    def action_restart(self) -> None:
        """Begin again."""
        if self.bench.preview is not None:
            self.enter(self.talk)
            self._stand(restart(self.bench.preview))

    def _stand(self, preview: Preview, note: str = "") -> None:
        self.bench = self.bench.with_preview(preview)
        # All at once: painting in between would only make the answer come later.
        with self.face.batch_update():
            self.show_talk()
            self.note(note)

    @property
    def _can_keep(self) -> bool:
        preview = self.bench.preview
        return preview is not None and preview.ended and not preview.made_up

    def action_keep_walk(self) -> None:
        """Ask for a name to keep the way under."""
        from simulator.tui.screens.walk_name import WalkName

        if self.bench.open is not None and self._can_keep:
            self.face.push_screen(WalkName(name for name, _ in self.bench.open.walks), self._keep)

    def _keep(self, name: str | None) -> None:
        preview, now = self.bench.preview, replace(self.sitting.desk, library=fresh(self.library))

        def show(saved: Saved) -> None:
            self.note(f"Kept as {saved.file}: from now on lint follows it.")
            self.look()

        if name and preview is not None and self.bench.open is not None:
            self.meanwhile(partial(save_walk, now, self.bench.open.id, name, preview.way), show)

    def action_go(self) -> None:
        """Ask where to."""
        from simulator.tui.screens.turn_picker import TurnPicker

        if (preview := self.bench.preview) is not None:
            self.face.push_screen(TurnPicker(preview.scenario, preview.place), self._go)

    def _go(self, where: Wanted | None) -> None:
        def show(found: Started) -> None:
            self.enter(self.talk)
            self._stand(found.preview, found.note)

        if where is not None and self.bench.preview is not None:
            self.note("Looking for a way…")
            self.meanwhile(partial(started, self.bench.preview.scenario, where), show)

    def action_edit(self) -> None:
        """Open what this pane is about in the person's editor."""
        try:
            self.note(self._edited())
        except Refused as refusal:
            self.note(str(refusal))
        self.look()

    def _edited(self) -> str:
        face, problem, file = cast("Face", self.face), self.problems.marked, self.list_of_files.marked
        if self.pane is self.problems:
            return edit(face, problem.file, problem.line, problem.column) if problem else ""
        if self.pane is self.list_of_files:
            return edit(face, self.library.shown(file.file), 1) if file else ""
        if self.bench.open is None:
            return ""
        place = self.bench.preview.place if self.bench.preview else ""
        scenario = self.bench.open.id
        return edit(face, scenario_file(self.library, scenario), line_of(self.library, scenario, place))

    def action_explain(self) -> None:
        """Say what the marked problem means."""
        from simulator.tui.screens.explanation import Explanation

        def show(law: Law) -> None:
            self.face.push_screen(Explanation(law))

        if (problem := self.problems.marked) is not None:
            self.meanwhile(partial(explain, problem.code), show)

    def action_notes(self) -> None:
        """Show what is only good to know, or hide it."""
        self.notes = not self.notes
        self.show_problems()
        self.note("Notes are shown." if self.notes else "Notes are hidden.")

    def action_back(self) -> None:
        """Quit; there is nothing to save."""
        self.face.exit(0)
