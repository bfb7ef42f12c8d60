"""In the middle of a conversation the server goes: both faces say so, and go on."""

from contextlib import suppress
from pathlib import Path

from plain.seat import spoken
from records.test_outbox import Cut, Line
from tui.shelf import PRACTICE, desk
from tui.stage import on_stage

from simulator.plain.conversation import converse
from simulator.plain.voice import Quit, Voice
from simulator.records.memory import MemoryRecords
from simulator.records.protocol import Records
from simulator.usecases.people import join
from simulator.usecases.talk import begin


def line(tmp_path: Path) -> Line:
    (tmp_path / "box").mkdir()
    return Line(Cut(MemoryRecords()), tmp_path / "box")


def test_plain_mode_says_it_once_and_when_all_is_delivered(tmp_path: Path) -> None:
    wire = line(tmp_path)
    here = desk(PRACTICE, records=wire.records())
    talk = begin(here, join(here, "Ana"), PRACTICE.id)
    answers = iter(("1", "1", "1"))
    cuts = iter(("before", "before", ""))

    def act(voice: Voice) -> None:
        real = voice.ask

        def ask() -> str:
            # What happens on the line before each answer.
            wire.server.cut = next(cuts, "")
            wire.later()
            return real()

        voice.ask = ask  # type: ignore[method-assign]
        with suppress(Quit):
            converse(here, voice, talk)

    said = spoken(tuple(answers), act).splitlines()
    kept = [text for text in said if "kept on this computer" in text]
    assert len(kept) == 1
    assert "The server is back, and what you said has been delivered." in said
    stored = wire.server.inner.attempt(talk.attempt.id)
    assert stored is not None
    assert len(stored.moves) == 3
    assert not wire.file.exists()


async def test_the_app_says_it_and_goes_on(tmp_path: Path) -> None:
    wire = line(tmp_path)
    records: Records = wire.records()
    async with on_stage(desk(PRACTICE, records=records), scenario="late") as stage:
        await stage.press("enter", "1", "1")
        assert "cannot be reached" not in stage.words
        wire.server.cut = "before"
        await stage.press("1", "1")
        assert "The records' server cannot be reached." in stage.words
        assert "at the third turn." in stage.words
        wire.server.cut = ""
        wire.later()
        await stage.press("1", "1")
        assert "cannot be reached" not in stage.words
    (attempt,) = wire.server.inner.attempts()
    assert len(attempt.moves) == 3
