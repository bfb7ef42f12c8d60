"""Looking after what is recorded: checking it, carrying it elsewhere and back, and removing a person."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Final

from simulator.cli.deciding import can_ask
from simulator.cli.printing import print_lines, print_text
from simulator.cli.typed import desk_of, own_settings, records_of
from simulator.cli.writing import may_write

_IN_MEMORY: Final = 8_000_000
"""Bytes of a bundle that are gathered in memory before they go to a file."""


def records(typed: Namespace) -> int:
    """Do what was asked for with the records."""
    tasks = {"verify": _verify, "export": _export, "import": _import, "erase": _erase, "rebuild": _rebuild}
    return tasks[typed.task](typed)


def _verify(typed: Namespace) -> int:
    """Check every recorded attempt against its chain."""
    desk = desk_of(typed)
    found = desk.records.verify()
    called = {rep.id: rep.typed for rep in desk.records.reps()}
    for flaw in found:
        where = f"attempt {flaw.attempt}, move {flaw.number}" if flaw.attempt else "decided or set by people"
        print_lines([f"{called.get(flaw.rep, flaw.rep)}, {where}: {flaw.message}"])
    if not found:
        print_lines(["Every attempt is as it was recorded."])
    unsound = {flaw.rep for flaw in found}
    for rep, handle in called.items():
        head = None if rep in unsound else desk.records.head(rep)
        if head is not None:
            print_lines([f"{handle}: head {head}"])
    return 1 if found else 0


def _rebuild(typed: Namespace) -> int:
    """Work out anew, from the moves, what was kept beside them."""
    from simulator.cli.progress import progress_bar
    from simulator.reports.wording import counted
    from simulator.usecases.settling import owed, rebuild

    desk, bar, total = desk_of(typed), progress_bar(sys.stderr), 0
    for done, total in rebuild(desk):
        if total:
            bar(done, total)
    left = owed(desk)
    sentence = f"What {counted(total, 'attempt')} show{'s' if total == 1 else ''} was worked out anew from the moves."
    unread = f" {counted(left, 'attempt')} cannot be read, and count{'s' if left == 1 else ''} for nothing."
    print_lines([sentence + (unread if left else "")])
    return 0


def _export(typed: Namespace) -> int:
    """Write what is recorded to a bundle."""
    from simulator.usecases.bundles import export, export_to
    from simulator.usecases.exporting import is_taken
    from simulator.usecases.people import find

    if len(typed.what) > 1:
        print_lines(["Name one person, or nobody for all: simulator records export [REP] [-o FILE]"], sys.stderr)
        return 2
    desk = desk_of(typed)
    rep = find(desk, typed.what[0]) if typed.what else None
    if typed.output:
        place = Path(typed.output)
        # What was there when the yes was given may be replaced; what came since then may not.
        taken = is_taken(place)
        if not may_write(place, force=typed.force):
            return 0
        done = export_to(desk, rep, place, names=typed.names, replace=taken)
        print_lines([f"Written to {typed.output}: {done.sentence}."], sys.stderr)
    else:
        # Gathered first: whoever reads slowly, as in `| less`, must not keep the records from everybody else's answers.
        with SpooledTemporaryFile(max_size=_IN_MEMORY) as kept:
            done = export(desk, rep, kept.write, names=typed.names)
            kept.seek(0)
            for line in kept:
                # Plain ASCII without control characters, by its format: making it harmless changes nothing in it.
                print_text(line.decode("ascii"))
    if done.flaw:
        print_lines([f"It cannot be imported anywhere: {done.flaw}. See: simulator records verify"], sys.stderr)
    return 1 if done.flaw else 0


def _import(typed: Namespace) -> int:
    """Take in what is new in some bundles, each by itself."""
    from simulator.cli.reading import Reading
    from simulator.usecases.bundles import import_from

    if not typed.what:
        print_lines(["Say which files: simulator records import FILE ..."], sys.stderr)
        return 2
    desk = desk_of(typed)
    places = [Path(name) for name in typed.what]
    refused, reading = False, Reading(places)
    for place in places:
        done = import_from(desk, place, reading.hear)
        reading.finish(place)
        print_lines(done.lines, sys.stderr if done.refused else None)
        refused = refused or done.refused
    return 1 if refused else 0


def _erase(typed: Namespace) -> int:
    """Remove a person for good, once that is confirmed."""
    from simulator.records.open import file_of
    from simulator.usecases.erasing import CARRIED, about_erasing, erase
    from simulator.usecases.people import find

    if typed.inactive is not None:
        return _erase_inactive(typed)
    if len(typed.what) != 1:
        print_lines(["Say who: simulator records erase REP"], sys.stderr)
        return 2
    desk = desk_of(typed)
    rep = find(desk, typed.what[0])
    if not typed.yes and not _confirmed(about_erasing(desk, rep), rep.typed):
        return 0
    url = records_of(typed)
    done = erase(desk, rep, own_settings(), file_of(url))
    print_lines([done.sentence, *done.left])
    _tell_copies(done.copies)
    print_lines([CARRIED])
    return 0


def _tell_copies(copies: Sequence[Path]) -> None:
    if copies:
        print_lines(["These older copies of the records still hold them; delete them when you no longer need them:"])
        print_lines([f"  {copy}" for copy in copies])


def _erase_inactive(typed: Namespace) -> int:
    """Remove everybody of whom nothing was recorded for so many days: what keeping records for a time comes to."""
    from simulator.records.open import file_of
    from simulator.usecases.erasing import CARRIED, erase, inactive

    if typed.what:
        print_lines(["Name somebody or give --inactive DAYS, not both."], sys.stderr)
        return 2
    desk = desk_of(typed)
    found = inactive(desk, typed.inactive)
    if not found:
        print_lines([f"Of everybody something was recorded within {typed.inactive} days: nobody to erase."])
    url = records_of(typed)
    copies: tuple[Path, ...] = ()
    for rep in found:
        if typed.yes:
            done = erase(desk, rep, own_settings(), file_of(url))
            copies = done.copies
            print_lines([done.sentence, *done.left])
        else:
            print_lines([f"{rep.name} ({rep.typed})"])
    _tell_copies(copies)
    if found and typed.yes:
        print_lines([CARRIED])
    if found and not typed.yes:
        print_lines(["To erase them for good, add --yes; it cannot be taken back."])
    return 0


def _confirmed(about: str, handle: str) -> bool:
    """Say what it does, and ask where somebody can answer."""
    from simulator.plain.voice import Quit, standard_voice

    print_lines([about])
    if not can_ask():
        print_lines([f"To do it: simulator records erase {handle} --yes"])
        return False
    voice = standard_voice()
    try:
        answer = voice.ask_for(f"Type {handle} to erase them for good, or enter to leave everything.", about)
    except Quit:
        answer = ""
    if answer != handle:
        print_lines(["Nothing was erased."])
    return answer == handle
