"""Everything a person can do in the app: one table for keys, footer, help, palette, user keys and docs."""

from collections.abc import Sequence
from typing import Final

from simulator.tui.action import EVERYWHERE, Action
from simulator.tui.board_actions import BOARD

ACTIONS: Final = (
    Action(
        id="first-run.take", key="enter", cap="enter", label="go on", places=("first-run",), does="take",
        palette=False, sentence="Goes on: with your name, then with the marked answer.",
    ),
    Action(
        id="first-run.pick", key="1,2", cap="1 2", label="answer", places=("first-run",), does="pick", footer=False,
        palette=False, sentence="Answers by number.",
    ),
    Action(
        id="first-run.move", key="up,down", cap="↑ ↓", label="mark", places=("first-run",), does="move",
        footer=False, palette=False, sentence="Marks another answer.",
    ),
    Action(
        id="home.open", key="enter", cap="enter", label="open", places=("home",), does="open", palette=False,
        sentence="Opens the briefing of the marked conversation; nothing begins before you say so.",
    ),
    Action(
        id="home.move", key="up,down,k,j", cap="↑ ↓", label="mark", places=("home",), does="move", footer=False,
        palette=False, sentence="Marks another conversation.",
    ),
    Action(
        id="home.next", key="n", cap="n", label="next", places=("home",), does="open_suggested",
        sentence="Opens the conversation that would help you most now.",
    ),
    Action(
        id="home.board", key="t", cap="t", label="board", places=("home",), does="app.board",
        sentence="Opens the manager's board: who is ready, who is close, and what stands behind it.",
    ),
    Action(
        id="home.progress", key="p", cap="p", label="progress", places=("home",), does="progress",
        sentence="Shows each skill over time and every piece of evidence.",
    ),
    Action(
        id="home.goal", key="g", cap="g", label="goal", places=("home",), does="goal",
        sentence="Writes down what you want to get better at, in your own words.",
    ),
    Action(
        id="home.day", key="d", cap="d", label="goal by day", places=("home",), does="day", footer=False,
        sentence="Sets what you want to have shown, and by when; home says what is still between.",
    ),
    Action(
        id="asking.keep", key="enter", cap="enter", label="keep it", places=("asking",), does="keep", palette=False,
        sentence="Keeps what you have typed; an empty line keeps nothing.",
    ),
    Action(
        id="asking.drop", key="escape", cap="esc", label="leave it", places=("asking",), does="drop", palette=False,
        sentence="Leaves it as it was.",
    ),
    Action(
        id="briefing.start", key="enter", cap="enter", label="start", places=("briefing",), does="start",
        sentence="Starts the conversation.",
    ),
    Action(
        id="conversation.choose", key="1,2,3,4", cap="1-4", label="pick", places=("conversation",), does="choose",
        palette=False, sentence="Picks what you want to say; the same key again says it.",
    ),
    Action(
        id="conversation.say", key="enter", cap="enter", label="say it", places=("conversation",), does="say",
        palette=False, sentence="Says what is picked. With nothing picked it does nothing.",
    ),
    Action(
        id="conversation.move", key="up,down", cap="↑ ↓", label="pick", places=("conversation",), does="move",
        footer=False, palette=False, sentence="Moves the pick.",
    ),
    Action(
        id="conversation.hint", key="h", cap="h", label="hint", places=("conversation",), does="hint",
        sentence="Practice: says what an attentive listener would notice here. It is recorded.",
    ),
    Action(
        id="conversation.rewind", key="u", cap="u", label="take back", places=("conversation",), does="rewind",
        sentence="Practice: takes your last choice back. It is recorded, but never held against you.",
    ),
    Action(
        id="conversation.why", key="w", cap="w", label="why", places=("conversation",), does="why",
        sentence="Practice: says why the customer's mood moved.",
    ),
    Action(
        id="conversation.facts",
        key="b",
        cap="b",
        label="briefing",
        places=("conversation",),
        does="facts",
        sentence="Shows again what you knew beforehand, and what you want to reach.",
    ),
    Action(
        id="conversation.debrief", key="enter", cap="enter", label="look back", places=("ended",), does="say",
        palette=False, sentence="Opens the debrief.",
    ),
    Action(
        id="debrief.turn", key="left,right", cap="← →", label="turns", places=("debrief",), does="turn",
        palette=False, sentence="Goes through the turns of the conversation.",
    ),
    Action(
        id="debrief.choice", key="up,down", cap="↑ ↓", label="what else", places=("debrief",), does="move",
        palette=False, sentence="Goes through what could have been said, with the answer it would have got.",
    ),
    Action(
        id="debrief.practise", key="enter", cap="enter", label="practise", places=("debrief",),
        does="practise", sentence="Begins practice at this turn, with the marked choice picked.",
    ),
    Action(
        id="progress.page", key="left,right", cap="← →", label="skills", places=("progress",), does="page",
        palette=False, sentence="Goes through the skills and the list of your attempts.",
    ),
    Action(
        id="progress.move", key="up,down", cap="↑ ↓", label="evidence", places=("progress",), does="move",
        palette=False, sentence="Moves through the evidence, or through the attempts.",
    ),
    Action(
        id="progress.open", key="enter", cap="enter", label="look at it", places=("progress",), does="open",
        palette=False, sentence="Opens the marked attempt: its debrief, or the turn where you stopped.",
    ),
    Action(
        id="progress.afresh", key="a", cap="a", label="start afresh", places=("progress",), does="afresh",
        footer=False,
        sentence="Sets your assessments so far aside and begins anew, where that is possible; it asks first.",
    ),
    Action(
        id="settings.move", key="up,down", cap="↑ ↓", label="mark", places=("settings",), does="move",
        palette=False, sentence="Marks another setting.",
    ),
    Action(
        id="settings.change", key="enter,space,left,right", cap="enter", label="change", places=("settings",),
        does="change", palette=False, sentence="Changes the marked setting; it holds at once.",
    ),
    Action(
        id="workbench.say", key="1,2,3,4,5,6,7,8,9", cap="1-9", label="say", places=("workbench",), does="say",
        palette=False, sentence="Says the choice of that number; one that is not on offer tells what keeps it back.",
    ),
    Action(
        id="workbench.enter", key="enter", cap="enter", label="say it", places=("workbench",), does="enter",
        palette=False, sentence="Says the marked choice; in the files opens what is marked, in the problems its line.",
    ),
    Action(
        id="workbench.move", key="up,down,k,j", cap="↑ ↓", label="mark", places=("workbench",), does="move",
        footer=False, palette=False, sentence="Marks another choice, file or problem.",
    ),
    Action(
        id="workbench.pane", key="tab,shift+tab", cap="tab", label="panes", places=("workbench",), does="pane",
        palette=False, sentence="Goes to the next pane: conversation, problems, files.",
    ),
    Action(
        id="workbench.back", key="u", cap="u", label="take back", places=("workbench",), does="take_back",
        sentence="Takes the last choice back.",
    ),
    Action(
        id="workbench.restart", key="r", cap="r", label="restart", places=("workbench",), does="restart",
        sentence="Begins again.",
    ),
    Action(
        id="workbench.go", key="g", cap="g", label="go to", places=("workbench",), does="go",
        sentence="Goes to any turn or ending, in any state: by a real way where there is one.",
    ),
    Action(
        id="workbench.edit", key="e", cap="e", label="edit", places=("workbench",), does="edit",
        sentence="Opens the turn on show in your editor; in the files what is marked, in the problems its line.",
    ),
    Action(
        id="workbench.keep", key="w", cap="w", label="keep as walk", places=("workbench",), does="keep_walk",
        sentence="Keeps the way as a walk once it has ended: lint follows it from then on.",
    ),
    Action(
        id="workbench.explain", key="x", cap="x", label="explain", places=("workbench",), does="explain",
        sentence="Says what the marked problem means, with an example and its mending.",
    ),
    Action(
        id="workbench.notes", key="n", cap="n", label="notes", places=("workbench",), does="notes",
        sentence="Shows among the problems also what is only good to know, or hides it again.",
    ),
    *BOARD,
    Action(
        id="page.scroll", key="pageup,pagedown", cap="pgup pgdn", label="read", does="scroll_page", footer=False,
        places=("briefing", "conversation", "debrief", "evidence", "help", "home", "progress", "workbench"),
        palette=False, sentence="Scrolls the text.",
    ),
    Action(
        id="page.leave", key="escape", cap="esc", label="back", does="leave", footer=False, palette=False, spare=True,
        places=("board", "briefing", "debrief", "evidence", "progress", "settings"), sentence="Goes back.",
    ),
    Action(
        id="everywhere.settings", key="f2", cap="F2", label="settings", places=(EVERYWHERE,), does="app.settings",
        sentence="Theme, motion, plain mode, density and your goal.",
    ),
    Action(
        id="everywhere.palette", key="ctrl+p", cap="ctrl+p", label="commands", places=(EVERYWHERE,),
        does="app.palette", footer=False, palette=False,
        sentence="Finds any of these by its name, and any conversation by its title.",
    ),
    Action(
        id="everywhere.help", key="question_mark", cap="?", label="help", places=(EVERYWHERE,), does="app.help",
        sentence="Says what you can do on this screen.",
    ),
    Action(
        id="everywhere.back", key="q", cap="q", label="back", places=(EVERYWHERE,), does="back",
        sentence="Goes back; from the first screen it quits. Everything is saved, always.",
    ),
    Action(
        id="everywhere.stop", key="ctrl+c", cap="ctrl+c", label="stop", places=(EVERYWHERE,), does="app.stop",
        footer=False, palette=False, priority=True,
        sentence="Leaves at once. Everything up to your last choice is saved.",
    ),
)  # fmt: skip
"""The table, in the order in which footer and help show it."""


READ_ON: Final = Action(
    id="page.scroll.pagedown", key="pagedown", cap="pgdn", label="more", places=(), palette=False,
    does="scroll_page('pagedown')", sentence="Shows what stands below.",
)  # fmt: skip
"""What the footer adds where a text is longer than its place: one half of page.scroll."""


def with_reading_on(offered: Sequence[Action]) -> Sequence[Action]:
    """Put READ_ON behind what belongs to the screen, where the screen can scroll at all."""
    if not any(READ_ON.key in action.key.split(",") for action in offered):
        return offered
    own = [action for action in offered if EVERYWHERE not in action.places]
    return (*own, READ_ON, *offered[len(own) :])


def actions_of(*places: str) -> tuple[Action, ...]:
    """Return what can be done in some places, the everywhere ones last."""
    here = tuple(action for action in ACTIONS if set(action.places) & set(places))
    return (*here, *(action for action in ACTIONS if EVERYWHERE in action.places))
