"""What can be done on the manager's board, and on one person's evidence: a part of the one table."""

from typing import Final

from simulator.tui.action import Action

FILTERS: Final = (
    Action(
        id="board.all", key="a", cap="a", label="all", places=("board",), does="show('all')", footer=False,
        sentence="Shows everybody, and forgets the name that was looked for.",
    ),
    Action(
        id="board.ready", key="r", cap="r", label="ready", places=("board",), does="show('ready')", footer=False,
        sentence="Shows who is ready.",
    ),
    Action(
        id="board.close", key="c", cap="c", label="close", places=("board",), does="show('close')", footer=False,
        sentence="Shows who is not sure yet, but in every skill more likely at the bar than below it.",
    ),
    Action(
        id="board.building", key="u", cap="u", label="building", places=("board",), does="show('building')",
        footer=False, sentence="Shows who has begun, and has too little evidence to be close.",
    ),
    Action(
        id="board.not-yet", key="n", cap="n", label="not yet", places=("board",), does="show('not yet')",
        footer=False, sentence="Shows who is known to fall short in some skill: coach that.",
    ),
    Action(
        id="board.blocked", key="b", cap="b", label="blocked", places=("board",), does="show('blocked')",
        footer=False, sentence="Shows who is blocked by a critical error.",
    ),
    Action(
        id="board.lapsing", key="l", cap="l", label="lapsing", places=("board",), does="show('lapsing')",
        footer=False, sentence="Shows who is ready for no more than 14 days, or was until the evidence grew too old.",
    ),
    Action(
        id="board.not-started", key="s", cap="s", label="not started", places=("board",),
        does="show('not started')", footer=False, sentence="Shows who has no assessment that counts.",
    ),
)  # fmt: skip
"""The filters, in the order in which the board shows them; each label is a `Filter`."""

BOARD: Final = (
    Action(
        id="board.open", key="enter", cap="enter", label="open", places=("board",), does="open", palette=False,
        sentence="Opens the marked person's evidence, down to the lines said.",
    ),
    Action(
        id="board.move", key="up,down,k,j", cap="↑ ↓", label="mark", places=("board",), does="move", footer=False,
        palette=False, sentence="Marks another person.",
    ),
    Action(
        id="board.leap", key="pageup,pagedown,home,end", cap="pgup pgdn", label="mark", places=("board",),
        does="leap", footer=False, palette=False,
        sentence="Marks a person a page further; home and end the first and the last.",
    ),
    Action(
        id="board.find", key="slash", cap="/", label="find", places=("board",), does="find",
        sentence="Shows whose name holds the letters that you type.",
    ),
    *FILTERS,
    Action(
        id="evidence.page", key="left,right", cap="← →", label="skills", places=("evidence",), does="page",
        palette=False, sentence="Goes through the skills, then to critical errors and decisions.",
    ),
    Action(
        id="evidence.move", key="up,down", cap="↑ ↓", label="evidence", places=("evidence",), does="move",
        palette=False, sentence="Moves through the evidence.",
    ),
    Action(
        id="board.decide", key="o", cap="o", label="override", places=("board", "evidence"), does="decide",
        sentence="Records your own decision on the marked person, with a reason, beside the computed verdict.",
    ),
    Action(
        id="board.review", key="v", cap="v", label="review", places=("board", "evidence"), does="review",
        sentence="Records that you went through a critical error with the person who made it, and what you found.",
    ),
    Action(
        id="board.export", key="x", cap="x", label="export", places=("board", "evidence"), does="export",
        sentence="Writes to a file what is on show: the people on the board, or one person's report.",
    ),
)  # fmt: skip
"""The board's part of the table."""
