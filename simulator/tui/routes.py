"""Which screen answers which request: the one place that knows them all."""

from functools import partial

from simulator.domain.ids import ScenarioId
from simulator.domain.scenario import Purpose
from simulator.tui import requests
from simulator.tui.board_routes import BoardRoutes
from simulator.tui.memory import settle_memory
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.page import Page

LOOKING_BACK = ("debrief", "progress")
"""The places from which a conversation is only a way aside."""

WARM_UP = ScenarioId("warm-up")
"""The conversation of the first run."""


class Routes(BoardRoutes):
    """An app of pages above home."""

    @property
    def home(self) -> HomeScreen:
        """The screen below all others."""
        home = self.screen_stack[0]
        assert isinstance(home, HomeScreen)
        return home

    def refresh_home(self) -> None:
        """Read again where the person stands."""
        from simulator.usecases.home import home

        view = partial(home, self.sitting.desk, self.sitting.person)
        self.home.load(view, self.home.show)

    def open_page(self, page: Page) -> None:
        """Show a page above home, in place of whatever is there."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.push_screen(page)

    def on_brief(self, request: requests.Brief) -> None:
        """Open a briefing."""
        self.brief(request.scenario, request.purpose)

    def brief(self, scenario: ScenarioId, purpose: Purpose | None) -> None:
        """Open the briefing; where the conversation is in progress, go straight on with it."""
        from simulator.tui.opening import Opening, opening

        def show(opened: Opening) -> None:
            from simulator.tui.screens.briefing import BriefingScreen

            if opened.talk is not None:
                self._converse(requests.Converse(opened.talk))
            else:
                self.open_page(BriefingScreen(self.sitting, opened.briefing))

        self.here.meanwhile(partial(opening, self.sitting.desk, self.sitting.person, scenario, purpose), show)

    def on_begin(self, request: requests.Begin) -> None:
        """Begin a conversation."""
        from simulator.usecases.talk import begin

        seed, self.sitting.seed = self.sitting.seed, None
        start = partial(begin, self.sitting.desk, self.sitting.person, request.scenario, request.purpose, seed)
        self.here.meanwhile(start, lambda talk: self._converse(requests.Converse(talk)))

    def on_go_on(self, request: requests.GoOn) -> None:
        """Go on with an attempt, or look back at it."""
        from simulator.usecases.talk import Talk, resume

        def show(talk: Talk) -> None:
            if talk.ended:
                self.on_look_back(requests.LookBack(talk))
            else:
                self._converse(requests.Converse(talk))

        self.here.meanwhile(partial(resume, self.sitting.desk, request.attempt), show)

    def on_converse(self, request: requests.Converse) -> None:
        """Open a conversation."""
        self._converse(request)

    def _converse(self, request: requests.Converse) -> None:
        from simulator.tui.screens.conversation import ConversationScreen

        page = ConversationScreen(self.sitting, request.talk, request.armed)
        # Whoever looks back goes on looking back afterwards.
        if self.here.PLACE in LOOKING_BACK:
            self.push_screen(page)
        else:
            self.open_page(page)
        self.call_after_refresh(settle_memory)

    def on_look_back(self, request: requests.LookBack) -> None:
        """Open a debrief."""
        from simulator.tui.screens.debrief import DebriefScreen
        from simulator.usecases.debrief import Debrief, debrief

        def show(view: Debrief) -> None:
            page = DebriefScreen(self.sitting, request.talk, view)
            # So does whoever looks through their attempts.
            if self.here.PLACE == "progress":
                self.push_screen(page)
            else:
                self.open_page(page)

        self.here.meanwhile(partial(debrief, self.sitting.desk, request.talk), show)

    def on_show_progress(self) -> None:
        """Open the progress."""
        from simulator.tui.screens.progress import ProgressScreen
        from simulator.usecases.progress import progress

        gather = partial(progress, self.sitting.desk, self.sitting.person)
        self.here.meanwhile(gather, lambda view: self.open_page(ProgressScreen(self.sitting, view)))

    def on_set_goal(self, request: requests.SetGoal) -> None:
        """Set a goal with a day, or drop it, and show home anew."""
        from simulator.usecases.goals import drop_goal, set_goal

        desk, person = self.sitting.desk, self.sitting.person
        if request.what:
            self.home.meanwhile(partial(set_goal, desk, person, request.what, request.due), self._home_anew)
        else:
            self.home.meanwhile(partial(drop_goal, desk, person), self._home_anew)

    def _home_anew(self, _: object) -> None:
        self.refresh_home()

    def on_start_afresh(self) -> None:
        """Set the assessments so far aside, and show the progress anew."""
        from simulator.usecases.afresh import start_afresh

        act = partial(start_afresh, self.sitting.desk, self.sitting.person)
        self.here.meanwhile(act, lambda _: self.on_show_progress())

    def on_joined(self) -> None:
        """Open the briefing of the warm-up, or home where the library has none."""
        if WARM_UP in self.sitting.desk.library.ids:
            self.brief(WARM_UP, Purpose.PRACTICE)
        else:
            self.on_go_home()

    def on_go_back(self) -> None:
        """Close the topmost page; what lies right above home leads there."""
        if len(self.screen_stack) > 2:  # noqa: PLR2004 - home, and the page itself
            self.pop_screen()
        else:
            self.on_go_home()

    def on_go_home(self) -> None:
        """Close all other screens; whoever looks after a team has no home, and quits."""
        if self.sitting.rep is None:
            self.exit(0)
            return
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.refresh_home()
        if self.sitting.newcomer:
            self.home.ask_goal()
