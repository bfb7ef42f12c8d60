"""Text from files and people cannot crash the screen nor drive the terminal, wherever it is shown."""

from unicodedata import category

import pytest
from tui.shelf import desk, scenario
from tui.stage import LARGE, SMALL, Scene, on_stage

from simulator.domain.attempt import Chose, Hinted, Rewound
from simulator.domain.decision import Decided, Decision, Role
from simulator.domain.scenario import Purpose
from simulator.domain.sinks import for_terminal
from simulator.usecases.people import join
from simulator.usecases.settings import Settings

HOSTILE = (
    "[/]",
    "[/bold] [link=x] [@click=app.quit]go[/]",
    "[link=file:///etc/passwd]x[/link",
    "[bold red]hi[/][/][/]",
    "$accent [$bad]x[/] {rep} {0}",
    "\x1b]0;owned\x07\x1b[31m\x1b[2J\x9b6n",
    "\u202eevil\u2066x\u200b\ufeff",
    "a\x00b\x7f\x08\r\tc",
    "\n\n\nmany\n\nlines\n",
    "wide \u6f22\u5b57 \U0001f469\u200d\U0001f52c e\u0301\u0301\u0301",
    "x" * 3_000,
    "",
)


def shown_safely(stage: Scene) -> None:
    """Every cell holds something that a person can see."""
    bad = {character for line in stage.lines for character in line if category(character) in {"Cc", "Cs", "Co"}}
    assert not bad, bad


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_no_text_from_a_file_or_a_person_spoils_any_screen(text: str, size: tuple[int, int]) -> None:
    def dress(words: str) -> str:
        return f"{words} {text}"

    library = (scenario(dress=dress), scenario(Purpose.ASSESSMENT, "fresh", dress=dress))
    room = desk(*library, dress=dress)
    name = for_terminal(dress("Ana"))[:60]
    kept = dress("Kim").replace("\0", "")  # the records refuse that one
    room.records.add_decision(
        Decision(rep=join(room, name).id, decided=Decided.READY, by=kept, role=Role.MANAGER, reason=kept, at=room.now())
    )
    async with on_stage(room, rep=name, settings=Settings(goal=text), size=size) as stage:
        shown_safely(stage)
        # Home → briefing → conversation with hint, choices, why, taking back, the end → debrief → progress → settings.
        for key in ("enter", "enter", "h", "1", "1", "w", "u", "1", "1", "b", "enter", "1", "1", "1", "1", "enter"):
            await stage.press(key)
            shown_safely(stage)
        for key in ("right", "down", "question_mark", "q", "q", "ctrl+p", *"vis", "escape", "p", "right", "right", "q"):
            await stage.press(key)
            shown_safely(stage)
        await stage.press("f2")
        shown_safely(stage)
        await stage.press("q", "question_mark")
        shown_safely(stage)
        # The whole way was gone: three choices stand, one was taken back, one hint was asked for.
        kinds = [type(move) for move in stage.moves()]
        assert [kinds.count(kind) for kind in (Chose, Rewound, Hinted)] == [4, 1, 1]
