"""One table of actions: what stands in it is what the app does."""

from collections import Counter

import pytest

from simulator.tui.action import EVERYWHERE
from simulator.tui.actions import ACTIONS, actions_of
from simulator.tui.app import SimulatorApp
from simulator.tui.keys import bindings_of, usable_keys
from simulator.tui.screens.board import BoardScreen
from simulator.tui.screens.briefing import BriefingScreen
from simulator.tui.screens.conversation import ConversationScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.evidence import EvidenceScreen
from simulator.tui.screens.first_run import FirstRunScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.page import Page
from simulator.tui.screens.progress import ProgressScreen
from simulator.tui.screens.settings import SettingsScreen
from simulator.tui.screens.workbench import WorkbenchScreen

PAGES: tuple[type[Page], ...] = (
    BoardScreen, BriefingScreen, ConversationScreen, DebriefScreen, EvidenceScreen, FirstRunScreen, HomeScreen,
    ProgressScreen, SettingsScreen, WorkbenchScreen,
)  # fmt: skip


def test_no_two_actions_share_a_name() -> None:
    assert [name for name, times in Counter(action.id for action in ACTIONS).items() if times > 1] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.PLACE)
def test_no_two_actions_of_a_screen_share_a_key(page: type[Page]) -> None:
    keys = [key for action in actions_of(page.PLACE) for key in action.key.split(",")]
    assert [key for key, times in Counter(keys).items() if times > 1] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.PLACE)
def test_behind_every_action_of_a_screen_stands_a_method(page: type[Page]) -> None:
    for action in actions_of(page.PLACE):
        # An action may say with what: show('ready').
        name = action.does.removeprefix("app.").partition("(")[0]
        owner = SimulatorApp if action.does.startswith("app.") else page
        assert callable(getattr(owner, f"action_{name}", None)), action.id


def test_every_place_in_the_table_is_a_screen() -> None:
    places = {place for action in ACTIONS for place in action.places} - {EVERYWHERE}
    assert places == {page.PLACE for page in PAGES} | {"ended", "help", "asking"} - ({"help"} - places)


def test_nothing_needs_escape_or_alt_or_ctrl_enter() -> None:
    # A question can be left by enter too: it starts with what was kept before; a spare key only repeats another.
    needed = [action for action in ACTIONS if action.id != "asking.drop" and not action.spare]
    keys = [key for action in needed for key in action.key.split(",")]
    assert not [key for key in keys if "alt" in key or "escape" in key or key == "ctrl+enter"]


def test_every_sentence_is_one() -> None:
    for action in ACTIONS:
        assert action.sentence[0].isupper(), action.id
        assert action.sentence.endswith("."), action.id


def test_own_keys_may_swap_places() -> None:
    usable, refused = usable_keys({"home.goal": "x", "home.progress": "g"})
    assert usable == {"home.goal": "x", "home.progress": "g"}
    assert refused == ()


def test_every_binding_has_a_name_to_give_it_another_key() -> None:
    for page in PAGES:
        for binding in bindings_of(page.PLACE):
            assert not isinstance(binding, tuple)
            assert binding.id
