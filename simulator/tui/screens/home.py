"""Home: where you stand, what to do next and why, and every conversation there is."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from simulator.tui.action import Action
from simulator.tui.keys import bindings_of
from simulator.tui.requests import Brief, GoOn, Quit, SetGoal, ShowProgress, TryAgain
from simulator.tui.screens.home_words import ahead_of, conversation_row, legend, suggested_row, verdict_words
from simulator.tui.screens.page import Page
from simulator.tui.text import Words, line, lines, shown
from simulator.tui.widgets.pick_list import PickList
from simulator.tui.widgets.scrolled import Scrolled
from simulator.tui.widgets.skill_row import SkillRow
from simulator.tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from simulator.usecases.home import Home
    from simulator.usecases.shelf import ScenarioRow


class HomeScreen(Page):
    """The first screen."""

    PLACE = "home"
    BINDINGS = bindings_of("home")

    view: "Home | None" = None

    def remark(self) -> Content | None:
        """Say who sits here."""
        return shown(self.sitting.rep.name, "$soft") if self.sitting.rep else None

    def body(self) -> Iterable[Widget]:
        """Show the skills at once; what is recorded of them follows when it has been read."""
        library = self.sitting.desk.library
        rubrics = library.rubrics()
        titles = [rubrics[skill].title if skill in rubrics else skill for skill in library.bar().skills]
        with Scrolled(id="columns", classes="reading"):
            with Vertical(id="standing"):
                yield Words(shown("Reading what is recorded of you …", "$soft"), id="verdict")
                yield Words(id="goal")
                yield Vertical(id="ask")
                yield from (SkillRow(title) for title in titles)
                yield Words(id="legend")
            with Vertical(id="ahead"):
                yield Words(id="next-heading", classes="heading")
                yield PickList(id="next")
                yield Words(id="all-heading", classes="heading")
                yield PickList(id="all")
                yield Words(id="broken")

    def show(self, view: "Home") -> None:
        """Show where the person stands."""
        self.view = view
        self.query_one(TitleBar).say(self.title_words(), self.remark())
        self.query_one("#verdict", Words).say(verdict_words(view))
        self.query_one("#legend", Words).say(shown(legend(view), "$soft"))
        for widget, skill in zip(self.query(SkillRow), view.skills, strict=True):
            widget.say(skill)
        self._show_goal()
        self._show_conversations(view)
        broken = f"Not available because of mistakes in its file: {', '.join(view.broken)}. See: simulator lint"
        self.query_one("#broken", Words).say(shown(broken if view.broken else "", "$bad"))
        self.refresh_keys()

    def restyle(self) -> None:
        """Take on changed settings: the density changes what the rows say."""
        super().restyle()
        if self.view is not None:
            self.show(self.view)

    def _show_goal(self) -> None:
        goal, dated = self.sitting.settings.goal, self.view.goal if self.view else None
        said = [line(("Your goal: ", "$soft"), (goal, "italic"))] if goal else []
        if dated is not None:
            style = "bold $good" if dated.reached else "bold"
            said.append(line(("Goal by day: ", "$soft"), (dated.title, style)))
            said.append(shown(dated.between))
        words = self.query_one("#goal", Words)
        words.say(lines(*said))
        words.display = bool(said)

    def _show_conversations(self, view: "Home") -> None:
        suggested = view.suggestion
        self.query_one("#next-heading", Words).say(shown("Next for you" if suggested else "", "bold $accent-ink"))
        self.query_one("#all-heading", Words).say(shown("All conversations", "bold $accent-ink"))
        nearest, everything = self.query_one("#next", PickList), self.query_one("#all", PickList)
        marked = nearest.marked, everything.marked
        nearest.fill(
            [suggested_row(each.scenario, each.reason, sign) for sign, each in zip("★☆", ahead_of(view), strict=False)]
        )
        roomy = self.has_class("-tall") and not self.has_class("-compact")
        everything.fill([conversation_row(scenario, roomy=roomy) for scenario in view.scenarios])
        if marked == (None, None):
            self._mark(0)
        else:
            nearest.mark(marked[0])
            everything.mark(marked[1])

    def _mark(self, at: int) -> None:
        """Mark one of all rows, counted through both lists."""
        nearest, everything = self.query_one("#next", PickList), self.query_one("#all", PickList)
        above = nearest.size_of_list
        at = max(0, min(above + everything.size_of_list - 1, at))
        nearest.mark(at if at < above else None)
        everything.mark(at - above if at >= above else None)

    @property
    def _marked(self) -> int:
        nearest, everything = self.query_one("#next", PickList), self.query_one("#all", PickList)
        return nearest.marked if nearest.marked is not None else nearest.size_of_list + (everything.marked or 0)

    def _scenario_at(self, at: int) -> "ScenarioRow | None":
        if self.view is None:
            return None
        rows = (*(each.scenario for each in ahead_of(self.view)), *self.view.scenarios)
        return rows[at] if at < len(rows) else None

    def action_move(self, key: str) -> None:
        """Move the mark."""
        self._mark(self._marked + (1 if key in {"down", "j"} else -1))

    def action_open(self) -> None:
        """Open the marked conversation; where the records did not answer, ask them again."""
        if self.view is None:
            self.post_message(TryAgain())
        self._open(self._scenario_at(self._marked))

    def action_open_suggested(self) -> None:
        """Open the suggested conversation."""
        if self.view is not None and self.view.suggestion is not None:
            self._open(self.view.suggestion.scenario)

    def _open(self, scenario: "ScenarioRow | None") -> None:
        if scenario is None:
            return
        if scenario.attempt is not None:
            self.post_message(GoOn(scenario.attempt))
        else:
            self.post_message(Brief(scenario.id, scenario.purpose))

    @on(PickList.Clicked)
    def click_row(self, event: PickList.Clicked) -> None:
        """Mark the clicked row; a click on the marked one opens it."""
        above = 0 if event.list.id == "next" else self.query_one("#next", PickList).size_of_list
        again = self._marked == above + event.number
        self._mark(above + event.number)
        if again:
            self.action_open()

    def action_progress(self) -> None:
        """Show the progress."""
        if self.view is not None:
            self.post_message(ShowProgress())

    def action_goal(self) -> None:
        """Ask for the goal."""
        self.ask_goal()

    def action_day(self) -> None:
        """Ask for a goal with a day."""
        from simulator.tui.screens.goal_picker import GoalPicker, Wish
        from simulator.usecases.goals import EVERY_SKILL, choices_of, day_refused

        if self.view is None:
            return
        goal = self.view.goal
        stands, due = (goal.skill or EVERY_SKILL, f"{goal.due}") if goal else ("", "")

        def take(wish: Wish | None) -> None:
            if wish is not None:
                self.post_message(SetGoal(wish.what, wish.due))

        desk = self.sitting.desk
        choices = choices_of(desk)
        form = GoalPicker(choices, stands or choices[0][0], due, partial(day_refused, desk))
        self.face.push_screen(form, take)

    def ask_goal(self) -> None:
        """Ask for a goal in one line."""
        from simulator.tui.widgets.entry import Entry

        if self.query(Entry):
            return
        entry = Entry(self.sitting.settings.goal, hint="e.g. stay calm when someone is angry", id="goal-entry")
        question = shown("What do you want to get better at? Enter keeps it; leave it empty to skip.")
        self.query_one("#ask").mount(Words(question), entry)
        entry.focus()
        self.refresh_keys()

    def on_input_submitted(self) -> None:
        """Keep the goal."""
        from simulator.tui.widgets.entry import Entry

        entry = self.query_one(Entry)
        self.note(self.sitting.set_goal(entry.value))
        self.call_later(self.take_question_away)
        self._show_goal()

    def offers(self, action: Action) -> bool:
        """Offer what needs the records only once they are read, and the board only among examples."""
        hidden = action.id == "home.board" and not self.sitting.desk.example
        return not hidden and (self.view is not None or not action.id.startswith("home."))

    @property
    def is_lowest(self) -> bool:
        """Whether there is nothing to go back to from here: there never is."""
        return True

    def answer(self, problem: Exception) -> bool:
        """Say how to ask again where nothing could be read at all."""
        if self.view is None:
            self.query_one("#verdict", Words).say(shown("Nothing could be read. Enter tries again; q quits.", "$bad"))
        return super().answer(problem)

    def action_back(self) -> None:
        """Quit."""
        self.post_message(Quit())
