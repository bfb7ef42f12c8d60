"""A long conversation: only the newest bubbles stay on the screen, are used again, and the others come back."""

import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import pairwise

import pytest
from tui import shelf
from tui.stage import LARGE, Stage, on_stage

from simulator.domain.scenario import Purpose, Scenario
from simulator.tui.screens.conversation import ConversationScreen
from simulator.tui.widgets.bubble import Bubble
from simulator.tui.widgets.transcript import KEPT, Transcript
from simulator.usecases.settings import Settings
from simulator.usecases.showing import Speaker, turns_spoken

TURNS = 40


def long_scenario(purpose: Purpose = Purpose.PRACTICE) -> Scenario:
    names = [*(f"turn{number:02}" for number in range(TURNS)), "end"]
    made = shelf.scenario(purpose, "long")
    turns = {name: shelf.turn(name, after, shelf.as_it_is) for name, after in pairwise(names)}
    return replace(made, start=names[0], turns=turns)


@asynccontextmanager
async def talking(
    turns: int, settings: Settings | None = None, size: tuple[int, int] = (100, 40)
) -> AsyncGenerator[Stage]:
    desk = shelf.desk(long_scenario())
    async with on_stage(desk, scenario="long", size=size, settings=settings) as stage:
        await stage.press("enter")
        for number in range(turns):
            await stage.press(*("11" if number % 3 else "22"))
        yield stage


def shown(stage: Stage) -> list[tuple[str, str]]:
    """Who says what, from top to bottom, by what each bubble looks like."""
    who = ("-customer", "-rep", "-coach")
    bubbles = stage.app.screen.query(Bubble)
    return [
        (" ".join(name for name in who if each.has_class(name)), each.lay(500).plain.split(maxsplit=1)[1])
        for each in bubbles
    ]


def spoken(stage: Stage) -> list[tuple[str, str]]:
    """What was said in the whole talk."""
    screen = stage.app.screen
    assert isinstance(screen, ConversationScreen)
    return [(f"-{each.speaker}", each.text) for turn in turns_spoken(screen.talk) for each in turn]


async def test_the_newest_bubbles_say_in_order_what_was_said_last() -> None:
    async with talking(20) as stage:
        assert KEPT <= len(shown(stage)) <= KEPT + 3
        assert shown(stage) == spoken(stage)[-len(shown(stage)) :]
        lines = [line for line in stage.lines if "words at the turn" in line]
        assert lines == sorted(lines, key=lambda line: line.partition("turn")[2][:2])
        assert "the turn20 turn" in stage.text


async def test_beside_the_coach_in_a_wide_window_only_what_the_coach_says_is_hidden() -> None:
    async with talking(20, size=LARGE) as stage:
        hidden = {each.said.speaker for each in stage.app.screen.query(Bubble) if not each.display}
        assert hidden <= {Speaker.COACH}
        assert "Better words at the turn19 turn." in stage.words
        assert [each for each in stage.app.screen.query(Bubble) if each.has_class("-coaching")] == [
            each for each in stage.app.screen.query(Bubble) if each.said.speaker is Speaker.COACH
        ]


async def test_bubbles_are_used_again() -> None:
    async with talking(20) as stage:
        before = set(stage.app.screen.query(Bubble))
        await stage.press("1", "1")
        assert set(stage.app.screen.query(Bubble)) == before


async def test_what_was_put_away_comes_back_above_what_is_there() -> None:
    async with talking(20) as stage:
        transcript = stage.app.screen.query_one(Transcript)
        transcript.scroll_to(y=0, animate=False)
        await stage.settle()
        transcript.scroll_to(y=0, animate=False)
        await stage.settle()
        assert len(shown(stage)) > KEPT + 20
        assert shown(stage) == spoken(stage)[-len(shown(stage)) :]


async def test_a_rewind_after_many_turns_takes_the_newest_away() -> None:
    async with talking(20) as stage:
        await stage.press("u")
        assert shown(stage) == spoken(stage)[-len(shown(stage)) :]
        assert shown(stage)[-1][1].endswith("at the turn19 turn.")
        await stage.press("1", "1")
        assert shown(stage) == spoken(stage)[-len(shown(stage)) :]
        assert shown(stage)[-1][1].endswith("at the turn20 turn.")


async def test_garbage_is_looked_for_once_the_rep_takes_time_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[float] = []
    monkeypatch.setattr("simulator.tui.screens.conversation.tidy", lambda: looks.append(time.monotonic()))
    monkeypatch.setattr("simulator.tui.screens.conversation.QUIET", 0.3)
    async with talking(6) as stage:
        assert len(looks) <= 1
        looks.clear()
        answered = time.monotonic()
        await stage.press("1", "1")
        await stage.pilot.pause(0.6)
        assert len(looks) == 1
        assert looks[0] - answered >= 0.3


async def test_with_motion_a_bubble_that_is_used_again_says_the_new_words() -> None:
    async with talking(20, Settings(motion=True)) as stage:
        await stage.press("1", "1")
        await stage.pilot.pause(0.05)
        before = stage.words
        for _ in range(200):
            if "customer's words at the turn21 turn." in stage.words:
                break
            await stage.pilot.pause(0.02)
        assert "customer's words at the turn21" not in before
        assert shown(stage) == spoken(stage)[-len(shown(stage)) :]
