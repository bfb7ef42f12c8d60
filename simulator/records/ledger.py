"""What a bundle is merged into, whatever holds it."""

from collections.abc import Sequence
from typing import Protocol

from simulator.domain.attempt import Rep
from simulator.domain.ids import Digest, RepId
from simulator.records.bundle_rows import Erasure
from simulator.records.decisions import Ruling
from simulator.records.intentions import Intent
from simulator.records.protocol import Document
from simulator.records.rows import Look, Opening, Step


class Ledger(Protocol):
    """What a bundle is merged into: rows to look up, rows to add; all of it happens or nothing."""

    def person(self, rep: RepId) -> Rep | None:
        """Return the person of that id, or None."""
        ...

    def is_erased(self, rep: RepId) -> bool:
        """Tell whether whoever had this pseudonym was erased."""
        ...

    def called(self, handle: str) -> Rep | None:
        """Return the person of that handle, or None."""
        ...

    def add_person(self, rep: RepId, joined: str) -> None:
        """Add somebody without a name."""
        ...

    def add_name(self, rep: RepId, handle: str, name: str) -> None:
        """Give somebody their name."""
        ...

    def add_erasure(self, erasure: Erasure) -> None:
        """Keep that somebody was erased."""
        ...

    def has_document(self, digest: Digest) -> bool:
        """Tell whether a text is kept."""
        ...

    def add_document(self, document: Document) -> None:
        """Keep a text."""
        ...

    def opening(self, attempt: str) -> Opening | None:
        """Return how an attempt was opened, or None."""
        ...

    def newest_link(self, rep: RepId) -> str:
        """Return what the next attempt of a rep is tied to."""
        ...

    def add_opening(self, opening: Opening) -> None:
        """Open an attempt."""
        ...

    def steps_of(self, attempt: str) -> Sequence[Step]:
        """Return an attempt's moves, in order."""
        ...

    def add_steps(self, attempt: str, steps: Sequence[Step]) -> None:
        """Add moves to an attempt; Conflict where a key is another attempt's."""
        ...

    def looks_at(self, attempt: str) -> list[Look]:
        """Return an attempt's reviews, oldest first; nobody else adds one until the end."""
        ...

    def add_look(self, look: Look) -> None:
        """Add a review."""
        ...

    def rulings_about(self, rep: str) -> list[Ruling]:
        """Return the decisions about a rep, oldest first; nobody else adds one until the end."""
        ...

    def add_ruling(self, ruling: Ruling) -> None:
        """Add a decision."""
        ...

    def intents_of(self, rep: str) -> list[Intent]:
        """Return what a rep set out to do, oldest first; nobody else adds to it until the end."""
        ...

    def add_intent(self, intent: Intent) -> None:
        """Add what a rep set out to do."""
        ...
