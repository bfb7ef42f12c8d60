"""Plain mode is killed in the middle of a talk: whatever the terminal has shown is on the disk.

The records' own tests kill a bare writer; these kill the whole program, and go by what a person could read.
"""

import re
import shutil
import signal
import sqlite3
import time
from pathlib import Path
from random import Random

from ends.records import moves
from ends.terminal import program, terminal

from simulator.domain.attempt import Chose, Move

PLAY = ("play", "warm-up", "--plain", "--seed", "3")
ACKNOWLEDGEMENTS = re.compile(r"(?m)^(?:> )?(You: |Taken back\.|Hint: ).*\n")
"""Whole lines by which plain mode says that a move is stored; what was typed ahead leaves no new line at the prompt."""

BACK = "b\nb\n"
"""Back to the first turn, from wherever the program was killed."""

TO_AND_FRO = "1\nh\nb\n2\n1\nb\nb\n"
"""Choices, hints and choices taken back, so that one conversation can go on for ever; it ends where it began."""


def standing(made: list[Move]) -> int:
    """How many choices still stand after these moves."""
    depth = 0
    for move in made:
        depth += {"Chose": 1, "Rewound": -1}.get(type(move).__name__, 0)
    return depth


def talk_until_killed(folder: Path, already: int, random: Random, *, early: bool) -> int:
    """Talk, kill the program at a random moment, and return how many moves it had acknowledged."""
    with terminal(folder, "exec " + program(*PLAY)) as talk:
        talk.wait_for("Press enter to begin")
        talk.press("\n")
        if not early:
            talk.wait_for("Choose 1 to 3.")
        if already and not early:
            assert f"going on at turn {already + 1}." in talk.raw.decode()
        talk.press(BACK + TO_AND_FRO * 12)
        time.sleep(random.uniform(0, 0.12))
        talk.child.kill(signal.SIGKILL)
        said = talk.read_to_end().replace("\r\n", "\n")
    return len(ACKNOWLEDGEMENTS.findall(said))


def test_whatever_the_terminal_has_shown_is_stored_when_the_program_is_killed(tmp_path: Path, *, full: bool) -> None:
    random = Random(5)
    stored: list[Move] = []
    shown, between = 0, 0
    for number in range(1000 if full else 20):
        folder = tmp_path / str(number // 10)
        if not folder.exists():
            folder.mkdir()
            stored = []
        acknowledged = talk_until_killed(folder, standing(stored), random, early=number % 5 == 4)
        now = moves(folder)
        assert now[: len(stored)] == stored, "nothing that was there has changed"
        assert len(stored) + acknowledged <= len(now) <= len(stored) + acknowledged + 1
        shown, between, stored = shown + acknowledged, between + (len(now) > len(stored) + acknowledged), now
    assert shown > (1000 if full else 20), "the kills came too early to show anything"


def shown_before_it_was_safe(trace: list[str]) -> tuple[int, list[str]]:
    """Count the acknowledgements in a trace; tell for each what was not yet on the disk."""
    unsafe: dict[str, str] = {}
    problems: list[str] = []
    count = written = 0
    for line in trace:
        if match := re.search(r"pwrite64\(\d+<([^>]+)>", line):
            unsafe[match[1]] = "written"
            written += match[1].endswith(".db")
        elif match := re.search(r"unlink\(\"([^\"]+-journal)\"", line):
            unsafe.pop(match[1], None)
            unsafe[str(Path(match[1]).parent)] = "a name removed"
        elif match := re.search(r"(?:fsync|fdatasync)\(\d+<([^>]+)>\)\s+= 0", line):
            unsafe.pop(match[1], None)
        elif match := re.search(r"write\(1<[^>]*>, \"((?:You: |Taken back)[^\"]{,20})", line):
            count += 1
            problems += [f"{match[1]}: {path} ({why})" for path, why in unsafe.items()]
            problems += [] if written else [f"{match[1]}: nothing was written before it"]
            written = 0
    return count, problems


def test_nothing_is_shown_before_the_sync_that_follows_its_write(tmp_path: Path) -> None:
    assert shutil.which("strace"), "strace shows the order of writes and syncs (apt install strace)"
    trace = tmp_path / "trace"
    watch = f"strace -f -y -s 40 -e trace=write,pwrite64,fsync,fdatasync,unlink -o {trace} "
    with terminal(tmp_path, "exec " + watch + program(*PLAY)) as talk:
        talk.wait_for("Press enter to begin")
        talk.press("\n")
        talk.wait_for("Choose 1 to 3.")
        talk.press("1\nb\n2\n1\n")
        talk.wait_for("Half past three")
        talk.press("q\n")
        talk.read_to_end()
    count, problems = shown_before_it_was_safe(trace.read_text(errors="replace").splitlines())
    assert problems == []
    assert count == 4
    assert [type(move).__name__ for move in moves(tmp_path)] == ["Chose", "Rewound", "Chose", "Chose"]


def test_ctrl_c_in_plain_mode_ends_with_130_and_the_choice_is_stored(tmp_path: Path) -> None:
    with terminal(tmp_path, "exec " + program(*PLAY)) as talk:
        talk.wait_for("Press enter to begin")
        talk.press("\n1\n")
        talk.wait_for("blue light")
        talk.wait_for_prompt()
        talk.press("\x03")
        assert "Stopped. Everything up to your last choice is saved." in talk.read_to_end()
        assert talk.child.exitstatus == 130
    assert [type(move) for move in moves(tmp_path)] == [Chose]


def test_enter_held_down_in_plain_mode_says_nothing(tmp_path: Path) -> None:
    with terminal(tmp_path, program(*PLAY)) as talk:
        talk.wait_for("Press enter to begin")
        talk.press("\n" * 40 + "q\n")
        written = talk.read_to_end()
    assert written.count("Nothing was said. Type 1 to 3, or ? for help.") == 39
    assert moves(tmp_path) == []


def test_ctrl_c_while_an_answer_is_being_stored_waits_for_it_and_then_ends_the_program(tmp_path: Path) -> None:
    with terminal(tmp_path, "exec " + program(*PLAY)) as talk:
        talk.wait_for("Press enter to begin")
        talk.press("\n")
        talk.wait_for("Choose 1 to 3.")
        talk.wait_for_prompt()
        # Another program writes: the answer waits for it, as long as is needed here.
        other = sqlite3.connect(tmp_path / "records.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        talk.press("1\n")
        talk.read_for(0.5)
        talk.press("\x03")
        talk.read_for(0.5)
        other.execute("ROLLBACK")
        other.close()
        said = talk.read_to_end()
        assert talk.child.exitstatus == 130
    assert said.index("You: ") < said.index("Stopped. Everything up to your last choice is saved.")
    assert [type(move) for move in moves(tmp_path)] == [Chose]
