"""Ctrl-C is heard at once, after an answer is stored, or at the next prompt; never not at all."""

import signal
import threading
from collections.abc import Generator
from contextlib import suppress

import pytest

from simulator.plain.interrupting import Interrupts
from simulator.plain.voice import Voice


@pytest.fixture(autouse=True)
def own_handler() -> Generator[None]:
    """Leave Ctrl-C as it was."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def ctrl_c() -> None:
    signal.raise_signal(signal.SIGINT)


def quiet(interrupts: Interrupts) -> Voice:
    return Voice(lambda: "1\n", lambda _: None, lambda: None, interrupts=interrupts)


def test_it_is_heard_at_once() -> None:
    voice = quiet(Interrupts())
    assert voice.ask() == "1"
    with pytest.raises(KeyboardInterrupt):
        ctrl_c()


def test_while_something_is_stored_it_waits_until_that_is_done() -> None:
    voice, stored = quiet(Interrupts()), list[str]()

    def store() -> None:
        with voice.undisturbed():
            ctrl_c()
            stored.append("this")

    with pytest.raises(KeyboardInterrupt):
        store()
    assert stored == ["this"]


def test_whoever_presses_it_again_does_not_have_to_wait() -> None:
    voice, stored = quiet(Interrupts()), list[str]()

    def store() -> None:
        with voice.undisturbed():
            ctrl_c()
            ctrl_c()
            stored.append("this")

    with pytest.raises(KeyboardInterrupt):
        store()
    assert stored == []


def test_one_that_somebody_swallowed_is_heard_at_the_next_prompt() -> None:
    voice = quiet(Interrupts())
    with suppress(BaseException):  # as libraries do in their clean-up
        ctrl_c()
    with pytest.raises(KeyboardInterrupt):
        voice.ask()


def test_what_is_switched_off_stays_so_and_other_threads_take_no_signals() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Interrupts()
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    signal.signal(signal.SIGINT, signal.default_int_handler)
    thread = threading.Thread(target=Interrupts)
    thread.start()
    thread.join()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
