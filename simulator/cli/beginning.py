"""What is said of a conversation that was begun."""

from collections.abc import Iterator
from shlex import quote

from simulator.usecases.beginning import Begun


def lines_of(begun: Begun, *, named: bool) -> Iterator[str]:
    """Say what was written, and what to do with it; `named` tells whether the library has to be named again."""
    if begun.new_library:
        yield f"A new library: {begun.root}, with the rubrics and the bar that came with the program."
    yield from (f"Written: {begun.root / file}" for file in begun.files)
    where = f" --library {quote(str(begun.root))}" if named else ""
    yield "It works as it stands: change it line by line into your own."
    yield f"  simulator play {begun.id}{where}     talk it through"
    yield f"  simulator lint {quote(str(begun.root / 'scenarios' / begun.id))}{where}     check it"
    yield f"  simulator graph {begun.id}{where}    see all ways at once"
