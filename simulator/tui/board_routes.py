"""The board's screens: which opens which, in the app for reps (its demo) and in the app for managers."""

from functools import partial

from simulator.tui import requests
from simulator.tui.face import Face


class BoardRoutes(Face):
    """An app from which the board can be opened."""

    def action_board(self) -> None:
        """Open the board above home, among examples only: reps have no business on it."""
        from simulator.tui.screens.board import BoardScreen

        if self.sitting.desk.example:
            self.push_screen(BoardScreen(self.sitting))

    def look_after_team(self, note: str) -> None:
        """Open the board for somebody who practises nothing here: it takes the place of home."""
        from simulator.tui.screens.board import BoardScreen

        board = BoardScreen(self.sitting)
        self.push_screen(board)
        if note:
            self.call_after_refresh(board.note, note)

    def on_show_evidence(self, request: requests.ShowEvidence) -> None:
        """Open what stands behind a row of the board."""
        from simulator.tui.screens.evidence import EvidenceScreen
        from simulator.usecases.board import RepEvidence, rep_evidence

        gather = partial(rep_evidence, self.sitting.desk, request.rep)

        def show(found: RepEvidence) -> None:
            self.push_screen(EvidenceScreen(self.sitting, found))

        self.here.meanwhile(gather, show)

    def on_rep_changed(self, request: requests.RepChanged) -> None:
        """Let every screen that shows this person read anew."""
        from simulator.tui.screens.on_rep import OnRep

        for screen in self.screen_stack:
            if isinstance(screen, OnRep):
                screen.reread(request.rep)
