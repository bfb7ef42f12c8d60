"""The people in a bundle: found or added with the first thing known of them, and left out where they were erased."""

from collections import Counter
from collections.abc import Iterator
from itertools import count

from simulator.domain.ids import RepId
from simulator.records.bundle_rows import Erasure, Person
from simulator.records.ledger import Ledger
from simulator.records.protocol import Conflict, LeftOut, NewHandle
from simulator.records.rows import Opening


class Arrivals:
    """Who comes with a bundle, and who of them is here by now."""

    def __init__(self, ledger: Ledger, new: "Counter[str]", known: "Counter[str]") -> None:
        self._ledger = ledger
        self._new, self._known = new, known
        # Not added as they come: whether they were erased is seen only by what else is known of them.
        self._waiting: dict[str, Person] = {}
        self._erasures: dict[str, Erasure] = {}
        self.ends: dict[str, str] = {}
        """The newest opening here of everyone who is here by now."""
        self.left_out: dict[str, LeftOut] = {}
        self.handles: list[NewHandle] = []

    def announce(self, person: Person) -> None:
        """Take down who comes."""
        self._waiting[person.id] = person

    def announce_erasure(self, erasure: Erasure) -> None:
        """Take down who was erased."""
        self._erasures[erasure.rep] = erasure

    def settle(self) -> None:
        """Add everyone of whom nothing else is known."""
        for rep in tuple(self._waiting):
            self.place(rep)

    def place_with(self, opening: Opening, stored: Opening | None) -> bool:
        """Find or add the person who opened an attempt, which may be here; False where they are left out."""
        if stored is not None and stored.rep != opening.rep and self._was_erased(opening.rep, stored.rep):
            del self._waiting[opening.rep]
            self.left_out[opening.rep] = LeftOut(rep=RepId(opening.rep), here=RepId(stored.rep))
        return self.place(opening.rep)

    def place(self, rep: str) -> bool:
        """Find or add a person; False where they are left out."""
        person = self._waiting.pop(rep, None)
        if person is not None:
            self._add(person)
        return rep not in self.left_out

    def _was_erased(self, there: str, here: str) -> bool:
        """Tell whether somebody who was not added yet was erased there, or here."""
        return there in self._waiting and (there in self._erasures or self._ledger.is_erased(RepId(here)))

    def _add(self, person: Person) -> None:
        rep = RepId(person.id)
        known = self._ledger.person(rep)
        if known is None:
            self._ledger.add_person(rep, person.joined)
        elif known.name:
            self._check_known(person, known.name)
        elif person.name is not None and self._ledger.is_erased(rep):
            raise Conflict(f"{rep} was erased here, and has a name in this bundle: this program writes no such thing")
        (self._new if known is None else self._known)["people"] += 1
        if person.name is not None and person.handle is not None and not (known and known.name):
            self._name(rep, person.handle, person.name)
        elif known is None and rep not in self._erasures:
            self._new["nameless"] += 1
        erasure = self._erasures.get(rep)
        if erasure is not None and not self._ledger.is_erased(rep):
            self._ledger.add_erasure(erasure)
        self.ends[rep] = self._ledger.newest_link(rep)

    def _check_known(self, person: Person, name: str) -> None:
        if person.id in self._erasures:
            raise Conflict(f"{person.id} was erased, by what this bundle says, and is {name} here: both cannot be")
        if person.name not in (None, name):
            raise Conflict(
                f"{person.id} is {person.name} in this bundle and {name} here; import it into a place of its own "
                "(--records other.db) and find out who they are"
            )

    def _name(self, rep: RepId, handle: str, name: str) -> None:
        """Give somebody their name, and a number behind the handle where it is somebody else's here."""
        given = next(each for each in _numbered(handle) if self._ledger.called(each) is None)
        self._ledger.add_name(rep, given, name)
        self._new["names"] += 1
        if given != handle:
            self.handles.append(NewHandle(rep=rep, name=name, wanted=handle, given=given))


def _numbered(handle: str) -> Iterator[str]:
    yield handle
    # As long as a handle may be, with room for the number.
    yield from (f"{handle[:190]}-{number}" for number in count(2))
