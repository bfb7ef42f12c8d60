"""People of one name, told apart by what is typed for them, and everybody in one order."""

from collections import Counter
from collections.abc import Iterable

from simulator.domain.attempt import Rep
from simulator.domain.ids import RepId


def by_name(rep: Rep) -> tuple[str, str]:
    """Return what people are sorted by wherever they are listed: the name, then what is typed for them."""
    return (rep.name.casefold(), rep.typed)


def told_apart(people: Iterable[Rep]) -> dict[RepId, str]:
    """Write each name, with the handle behind it where another of these has the same: Ana Lima (ana-lima-2)."""
    listed = tuple(people)
    found = Counter(rep.name.casefold() for rep in listed)
    return {rep.id: f"{rep.name} ({rep.typed})" if found[rep.name.casefold()] > 1 else rep.name for rep in listed}
