"""Stored rows as plain fields that any file can hold, and back: strict, because they may come from anywhere."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from simulator.domain.ids import Digest
from simulator.records.decisions import Ruling
from simulator.records.intentions import Intent
from simulator.records.protocol import Document, RecordsError, Row
from simulator.records.rows import Look, Opening, Step


class Person(NamedTuple):
    """Somebody, by their pseudonym."""

    id: str
    joined: str
    name: str | None
    """None where names were left out, and once they are erased."""
    handle: str | None


class Erasure(NamedTuple):
    """That somebody was erased."""

    rep: str
    at: str


class Said(NamedTuple):
    """A move with the attempt that it belongs to."""

    attempt: str
    step: Step


Value = Document | Person | Erasure | Opening | Said | Look | Ruling | Intent
"""What stands in a bundle between its first line and its last."""

KINDS: Final[Mapping[type[Value], str]] = {
    Document: "document",
    Person: "rep",
    Erasure: "erasure",
    Opening: "attempt",
    Said: "move",
    Look: "review",
    Ruling: "decision",
    Intent: "intention",
}
"""What each is called in a bundle."""


def row_of(value: Value) -> Row:
    """Return the value's plain fields."""
    kind = {"record": KINDS[type(value)]}
    match value:
        case Document():
            return {**kind, "digest": value.digest, "kind": value.kind, "name": value.name, "text": value.text}
        case Said():
            return {**kind, "attempt": value.attempt, **value.step._asdict()}
        case _:
            return {**kind, **value._asdict()}


def value_of(row: Row) -> Value:
    """Return what these fields hold; RecordsError where they are not exactly those of a known kind."""
    fields = Fields(row)
    kind = fields.text("record")
    reader = _READERS.get(kind)
    if reader is None:
        raise RecordsError(f'there is no kind of record called "{kind[:40]}"')
    value = reader(fields)
    fields.done()
    return value


class Fields:
    """The fields of a record, each taken once by its type."""

    def __init__(self, row: Row) -> None:
        self._row = row
        self._taken: set[str] = set()

    def text(self, name: str) -> str:
        """Take a text."""
        found = self._take(name)
        if not isinstance(found, str):
            raise RecordsError(f'"{name}" is not a text')
        return found

    def text_or_none(self, name: str) -> str | None:
        """Take a text, or null."""
        return None if self._take(name) is None else self.text(name)

    def whole(self, name: str) -> int:
        """Take a whole number."""
        found = self._take(name)
        if not isinstance(found, int) or isinstance(found, bool):
            raise RecordsError(f'"{name}" is not a whole number')
        return found

    def done(self) -> None:
        """Refuse what nobody took."""
        unknown = sorted(set(self._row) - self._taken)
        if unknown:
            raise RecordsError(f'nobody knows what "{unknown[0][:40]}" is here')

    def _take(self, name: str) -> object:
        if name not in self._row:
            raise RecordsError(f'"{name}" is missing')
        self._taken.add(name)
        return self._row[name]


def _document(fields: Fields) -> Document:
    text = fields.text
    return Document(digest=Digest(text("digest")), kind=text("kind"), name=text("name"), text=text("text"))


def _person(fields: Fields) -> Person:
    return Person(
        id=fields.text("id"),
        joined=fields.text("joined"),
        name=fields.text_or_none("name"),
        handle=fields.text_or_none("handle"),
    )


def _erasure(fields: Fields) -> Erasure:
    return Erasure(rep=fields.text("rep"), at=fields.text("at"))


def _opening(fields: Fields) -> Opening:
    return Opening(
        id=fields.text("id"),
        rep=fields.text("rep"),
        scenario=fields.text("scenario"),
        content=fields.text("content"),
        purpose=fields.text("purpose"),
        seed=fields.whole("seed"),
        started=fields.text("started"),
        previous=fields.text("previous"),
        link=fields.text("link"),
    )


def _said(fields: Fields) -> Said:
    step = Step(
        number=fields.whole("number"),
        key=fields.text("key"),
        at=fields.text("at"),
        kind=fields.text("kind"),
        turn=fields.text("turn"),
        choice=fields.text_or_none("choice"),
        link=fields.text("link"),
    )
    return Said(fields.text("attempt"), step)


def _look(fields: Fields) -> Look:
    return Look(*(fields.text(name) for name in Look._fields))


def _ruling(fields: Fields) -> Ruling:
    return Ruling(
        rep=fields.text("rep"),
        decided=fields.text("decided"),
        decider=fields.text("decider"),
        role=fields.text("role"),
        reason=fields.text("reason"),
        at=fields.text("at"),
        until=fields.text_or_none("until"),
        link=fields.text("link"),
    )


def _intent(fields: Fields) -> Intent:
    return Intent(
        rep=fields.text("rep"),
        kind=fields.text("kind"),
        skill=fields.text_or_none("skill"),
        due=fields.text_or_none("due"),
        up_to=fields.text_or_none("up_to"),
        at=fields.text("at"),
        link=fields.text("link"),
    )


_READERS: Final[Mapping[str, Callable[[Fields], Value]]] = {
    "document": _document,
    "rep": _person,
    "erasure": _erasure,
    "attempt": _opening,
    "move": _said,
    "review": _look,
    "decision": _ruling,
    "intention": _intent,
}
