"""Rows without names: what people wrote of others, and who, left out, and the links made anew over what is left."""

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from simulator.domain.ids import RepId
from simulator.records.bundle_rows import Person, Value
from simulator.records.chain import first_link
from simulator.records.decisions import Ruling, ruling_link
from simulator.records.intentions import Intent
from simulator.records.rows import Look, Opening, look_link

WITHHELD: Final = "(not exported)"
"""Stands where a name, or what somebody wrote, was left out."""

Chained = TypeVar("Chained", Look, Ruling, Intent)


def without_names(values: Iterable[Value]) -> Iterator[Value]:
    """Leave names, handles and free text out; every chain holds afterwards."""
    looks: dict[str, str] = {}
    rulings: dict[str, str] = {}
    for value in values:
        match value:
            case Person():
                yield value._replace(name=None, handle=None)
            case Opening():
                looks[value.id] = value.link
                yield value
            case Look():
                blank = _blank(value)
                looks[value.attempt] = link = look_link(looks.get(value.attempt, ""), blank)
                yield blank._replace(link=link)
            case Ruling():
                blank_ruling = _blank(value)
                before = rulings.get(value.rep) or first_link(RepId(value.rep))
                rulings[value.rep] = link = ruling_link(before, blank_ruling)
                yield blank_ruling._replace(link=link)
            case _:
                yield value


def same(stored: Chained, come: Chained) -> bool:
    """Tell whether these are one row, but for what was left out of the one that came."""
    return stored == come or (come == _blank(come)._replace(link=come.link) and _blank(stored) == _blank(come))


def _blank(row: Chained) -> Chained:
    match row:
        case Look():
            return row._replace(reviewer=WITHHELD, reason=WITHHELD, link="")
        case Ruling():
            return row._replace(decider=WITHHELD, reason=WITHHELD, link="")
        case Intent():
            return row
