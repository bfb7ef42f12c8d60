"""A program of its own that writes moves and says so, for tests that kill it, starve it or trace it.

    writer.py write PLACE ATTEMPT COUNT    add moves after those that are there
    writer.py serve PLACE                  do so in a new process for each line `ATTEMPT COUNT` that comes in
    writer.py crowd PLACE WRITERS OWN SHARED    many processes at once: moves of their own, and of one attempt

WRITER_SYNCHRONOUS weakens SQLite's setting; WRITER_FILE_SIZE limits files; WRITER_USER gives up root's rights.
It prints `ack ATTEMPT NUMBER` after each move, with one unbuffered write, and `refused KIND: MESSAGE`.
"""

import os
import random
import resource
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import psycopg  # loaded before rights are given up, and once for all processes
from records.examples import DOCUMENT, attempt, rep, said
from sqlalchemy.dialects import postgresql, sqlite

from simulator.domain.ids import AttemptId
from simulator.records import sqlite as settings
from simulator.records.open import open_records
from simulator.records.protocol import Conflict, Records, RecordsError

LOADED = (psycopg, postgresql, sqlite)
WEAKER = {"OFF": 0, "NORMAL": 1, "FULL": 2}


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def live_under_limits() -> None:
    weaker = os.environ.get("WRITER_SYNCHRONOUS")
    if weaker:
        settings._SETTINGS["synchronous"] = (weaker, WEAKER[weaker])  # pyright: ignore[reportPrivateUsage]
    size = os.environ.get("WRITER_FILE_SIZE")
    if size:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(size), resource.RLIM_INFINITY))
    user = os.environ.get("WRITER_USER")
    if user:
        os.setgroups([])
        os.setgid(int(user))
        os.setuid(int(user))


def opened(place: str, name: str) -> Records:
    records = open_records(place)
    records.add_rep(rep())
    records.keep(DOCUMENT)
    records.begin(attempt(name))
    return records


def length(records: Records, name: str) -> int:
    stored = records.attempt(AttemptId(name))
    assert stored is not None
    return len(stored.moves)


def write(place: str, name: str, count: int) -> int:
    """Add moves after those that are there, and say each one once it is durable."""
    try:
        records = opened(place, name)
        say("open")
        stored = length(records, name)
        for number in range(stored + 1, stored + count + 1):
            records.add(AttemptId(name), said(number, key=f"{name}-{number}"))
            say(f"ack {name} {number}")
    except RecordsError as error:
        say(f"refused {type(error).__name__}: {error}")
        return 1
    return 0


def forked(*arguments: object) -> int:
    """Start a process that writes; return its number."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            status = crowd_member(*arguments) if len(arguments) > 3 else write(*arguments)  # type: ignore[arg-type]
        finally:
            os._exit(status)
    return child


def serve(place: str) -> int:
    """Write in a new process for each order, so that starting Python costs nothing each time."""
    say("ready")
    for line in sys.stdin:
        name, count = line.split()
        child = forked(place, name, int(count))
        say(f"pid {child}")
        os.waitpid(child, 0)
        say("end")
    return 0


def crowd_member(place: str, name: str, own: int, shared: int) -> int:
    """Add moves of one's own, each followed by moves of the attempt that all share."""
    chance = random.Random(name)
    records = opened(place, name)
    for number in range(1, own + 1):
        records.add(AttemptId(name), said(number, key=f"{name}-{number}"))
        if chance.random() * own < shared:
            add_shared(records, key=f"{name}-shared-{number}", choice=name)
    return 0


def add_shared(records: Records, key: str, choice: str) -> None:
    """Go on with the attempt that all share, starting anew whenever another window was quicker."""
    while True:
        number = length(records, "shared") + 1
        try:
            records.add(AttemptId("shared"), said(number, key=key, choice=choice))
        except Conflict:
            continue
        return say(f"ack {key} {number}")


def crowd(place: str, writers: int, own: int, shared: int) -> int:
    """Let many processes write at once."""
    opened(place, "shared").close()
    children = [forked(place, f"w{writer}", own, shared) for writer in range(writers)]
    return max(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children)


def main(what: str, place: str, *rest: str) -> int:
    live_under_limits()
    if what == "serve":
        return serve(place)
    if what == "crowd":
        return crowd(place, *map(int, rest))
    return write(place, rest[0], int(rest[1]))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
