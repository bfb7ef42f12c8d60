"""What all that is recorded of a rep comes to: one digest, the same wherever the same is recorded."""

import hashlib
from collections.abc import Iterable

from simulator.domain.ids import Digest, RepId
from simulator.records.bundle_rows import Erasure, Person, Said, Value
from simulator.records.chain import canonical, digest_of, first_link
from simulator.records.decisions import Ruling, ruling_link
from simulator.records.intentions import Intent, intent_link
from simulator.records.protocol import Document
from simulator.records.rows import Look, Opening, look_link, opening_link, step_link


def head_of(rep: RepId, values: Iterable[Value]) -> Digest | None:
    """Return the digest over the newest link of each of a rep's chains, and over the texts; None where all are empty.

    Links are computed from the rows, not taken from them: so any row that was added, removed or changed changes it.
    """
    ends = _Ends(rep)
    for value in values:
        ends.follow(value)
    return Digest(hashlib.sha256(canonical(ends.joined())).hexdigest()) if ends.any else None


class _Ends:
    """The newest link of each chain, after the rows that were followed so far."""

    def __init__(self, rep: RepId) -> None:
        self._opened = self._ruled = self._intended = first_link(rep)
        self._moves: dict[str, str] = {}
        self._looks: dict[str, str] = {}
        self._texts: list[str] = []
        self.any = False

    def follow(self, value: Value) -> None:
        """Take the next row."""
        match value:
            case Document():
                self._texts.append(digest_of(value.text))
            case Person() | Erasure():
                return
            case Opening() | Said() | Look():
                self._in_attempt(value)
            case Ruling():
                self._ruled = ruling_link(self._ruled, value)
            case Intent():
                self._intended = intent_link(self._intended, value)
        self.any = True

    def joined(self) -> dict[str, object]:
        """Return all ends side by side."""
        return {
            "record": "head",
            "moves": list(self._moves.values()),
            "reviews": list(self._looks.values()),
            "decisions": self._ruled,
            "goals": self._intended,
            "texts": self._texts,
        }

    def _in_attempt(self, value: Opening | Said | Look) -> None:
        match value:
            case Opening():
                link = self._opened = opening_link(value._replace(previous=self._opened))
                self._moves[value.id] = self._looks[value.id] = link
            case Said():
                self._moves[value.attempt] = step_link(self._moves[value.attempt], value.step)
            case Look():
                self._looks[value.attempt] = look_link(self._looks[value.attempt], value)
