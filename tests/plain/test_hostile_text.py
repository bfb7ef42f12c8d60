"""Whatever a file or a person says, plain mode writes whole lines of harmless text."""

import io
import re
from pathlib import Path

import pytest
from plain.seat import at_home, at_play, spoken
from reports.hostile import HOSTILE
from tui.shelf import desk, scenario

from simulator.domain.decision import Decided, Decision, Role
from simulator.plain.voice import Quit, Voice, standard_voice
from simulator.usecases.people import join

CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""What must never be written; the line feed is all that plain mode needs."""

EVERYTHING = ("?", "s", "r", "", "s", "t", "h", "w", "1", "w", "1", "t", "s", "1", "1", "2", "r", "b", "1", "", "p")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_a_scenario_is_shown_harmlessly(text: str, tmp_path: Path) -> None:
    def dress(own: str) -> str:
        return f"{own} {text}"

    here = desk(scenario(dress=dress), dress=dress)
    kept = re.sub("[\0\ud800-\udfff]", "", dress("Kim"))  # the records refuse those
    rep = join(here, "Ana").id
    here.records.add_decision(
        Decision(rep=rep, decided=Decided.READY, by=kept, role=Role.MANAGER, reason=kept, at=here.now())
    )
    heard = at_home("1", *EVERYTHING, folder=tmp_path, here=here)
    assert not CONTROL.search(heard.raw)
    assert "The conversation has ended: saved." in heard.lines
    assert any(line.startswith("Decided by Kim") for line in heard.lines)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_answers_are_echoed_harmlessly(text: str, tmp_path: Path) -> None:
    answer = " ".join(text.splitlines())
    newcomer = at_home(answer, "1", answer, "g", answer, folder=tmp_path, rep=None)
    rep = at_home(answer, "1", "", answer, "1", "1", "1", answer, folder=tmp_path)
    assert not CONTROL.search(newcomer.raw + rep.raw)


@pytest.mark.parametrize(("text", "seen"), [("[/]", "[/]"), ("[link=x]", "[link=x]"), ("\u202e", "<U+202E>")])
def test_nothing_of_a_hostile_text_is_hidden(text: str, seen: str) -> None:
    heard = at_play("", what=scenario(dress=lambda own: f"{own} {text}"))
    assert f"Dana: The customer's words at the first turn. {seen}" in heard.lines


def test_one_fact_stays_on_one_line_whatever_breaks_the_file_has() -> None:
    heard = at_play("", what=scenario(dress=lambda own: own.replace(" ", "\r\n\x0b\x0c\x1c\x85\u2028 \t")))
    assert "Dana: The customer's words at the first turn." in heard.lines


def test_a_pipe_shows_each_answer_on_its_own_line_and_a_terminal_shows_it_itself() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    piped, drawn = io.StringIO(), io.StringIO()
    standard_voice(io.StringIO("1\n"), piped).ask()
    standard_voice(Terminal("1\n"), drawn).ask()
    assert (piped.getvalue(), drawn.getvalue()) == ("> 1\n", "> ")


def test_a_terminal_that_has_gone_ends_the_sitting_like_the_end_of_input() -> None:
    def gone() -> str:
        raise OSError(5, "Input/output error")

    written: list[str] = []
    with pytest.raises(Quit):
        Voice(gone, written.append, lambda: None).ask()
    assert written == ["> ", "\n"]


def test_space_around_an_answer_does_not_matter() -> None:
    assert spoken((" 1 \t",), lambda voice: voice.say(f"got {voice.ask()}")).endswith("got 1\n")
