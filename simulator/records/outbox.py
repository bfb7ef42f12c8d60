"""A server that cannot be reached must not stop a conversation: what is said is kept here, and delivered once.

The outbox is a records file of its own. It takes an attempt with all its moves when the server is lost in the middle
of it, and every move after that. When the server is back, what lies there is delivered before anything else: a
move that the server has already, because only its answer was lost, is known by its key and stays one.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final, TypeVar

from simulator.domain.attempt import Attempt, Recorded, Rep, Review
from simulator.domain.decision import Decision
from simulator.domain.ids import AttemptId, Digest, RepId, ScenarioId
from simulator.domain.intention import Intention
from simulator.domain.member import Access
from simulator.domain.scenario import Purpose
from simulator.records.derived import Derived
from simulator.records.derived_outbox import OutboxDerived
from simulator.records.locking import locked
from simulator.records.protocol import Conflict, Document, Flaw, Merged, Records, RecordsError, Row, Unavailable

T = TypeVar("T")

RETRY_SECONDS: Final = 5.0
"""How long the server is not asked again after it did not answer: each question may take seconds to fail."""


class OutboxRecords:
    """A server's records, with an outbox for moves that cannot be delivered now."""

    def __init__(
        self,
        open_server: Callable[[], Records],
        open_outbox: Callable[[], Records],
        file: Path,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Open nothing yet. `file` is where the outbox lies; it is made at the first move that has to wait."""
        self._open_server, self._open_outbox = open_server, open_outbox
        self._file, self._clock = file, clock
        self._server: Records | None = None
        self._lost: float | None = None
        # What a conversation under way stands on, should the server go.
        self._reps: dict[RepId, Rep] = {}
        self._documents: dict[Digest, Document] = {}
        self._attempts: dict[AttemptId, Attempt] = {}
        self.derived = OutboxDerived(self._derived)

    def open(self) -> None:
        """Reach the server once, and deliver what waits; Unavailable where that cannot be now."""
        self._ask(lambda _: None)

    def undelivered(self) -> int:
        """Return how many moves wait here."""
        if not self._file.exists():
            return 0
        with locked(self._file):
            if not self._file.exists():
                return 0
            outbox = self._open_outbox()
            try:
                return sum(len(attempt.moves) for attempt in outbox.attempts())
            finally:
                outbox.close()

    def access(self) -> Access:
        """Return what holds people to what is theirs on the server, and whose login this is."""
        return self._ask(lambda server: server.access())

    def add_rep(self, rep: Rep) -> None:
        """Add a person; Conflict where the id is taken by someone of another name."""
        self._ask(lambda server: server.add_rep(rep))
        self._reps[rep.id] = rep

    def rep(self, rep: RepId) -> Rep | None:
        """Return the person of that id, or None."""
        return self._known(self._ask(lambda server: server.rep(rep)))

    def rep_called(self, handle: str) -> Rep | None:
        """Return the person of that handle, or None."""
        return self._known(self._ask(lambda server: server.rep_called(handle)))

    def reps(self) -> tuple[Rep, ...]:
        """Return everyone who has not been erased, by id."""
        return self._ask(lambda server: server.reps())

    def keep(self, document: Document) -> None:
        """Keep a text under its digest."""
        self._ask(lambda server: server.keep(document))
        self._documents[document.digest] = document

    def document(self, digest: Digest) -> Document | None:
        """Return the text of that digest, or None."""
        found = self._ask(lambda server: server.document(digest))
        if found is not None:
            self._documents[digest] = found
        return found

    def begin(self, attempt: Attempt) -> None:
        """Open an attempt (its moves, if any, with it); a new one needs the server."""
        self._ask(lambda server: server.begin(attempt))
        self._attempts[attempt.id] = attempt

    def add(self, attempt: AttemptId, recorded: Recorded) -> None:
        """Add the next move: on the server, or here until it can be reached."""
        try:
            self._ask(lambda server: server.add(attempt, recorded))
        except Unavailable:
            if not self._put_by(attempt, recorded):
                raise
        known = self._attempts.get(attempt)
        if known is not None and recorded.number == len(known.moves) + 1:
            self._attempts[attempt] = known.after(recorded)

    def attempt(self, attempt: AttemptId) -> Attempt | None:
        """Return the attempt with its moves, or None."""
        found = self._ask(lambda server: server.attempt(attempt))
        if found is not None:
            self._attempts[attempt] = found
            # Whoever goes on with it may not ask for these again: they are at hand before the server goes.
            if found.content not in self._documents:
                self.document(found.content)
            if found.rep not in self._reps:
                self.rep(found.rep)
        return found

    def attempts(self, rep: RepId | None = None, purpose: Purpose | None = None) -> tuple[Attempt, ...]:
        """Return the attempts, of one rep or of all, for one purpose or for any, in the order they were opened."""
        return self._ask(lambda server: server.attempts(rep, purpose))

    def seen(self, rep: RepId) -> frozenset[ScenarioId]:
        """Return the scenarios whose first turn this rep has been shown, in any version."""
        return self._ask(lambda server: server.seen(rep))

    def add_review(self, review: Review) -> None:
        """Add a trainer's look at a critical error."""
        self._ask(lambda server: server.add_review(review))

    def reviews(self, attempts: Sequence[AttemptId] | None = None) -> tuple[Review, ...]:
        """Return the reviews, of these attempts or of all, oldest first."""
        return self._ask(lambda server: server.reviews(attempts))

    def add_decision(self, decision: Decision) -> None:
        """Add what somebody decided about a rep."""
        self._ask(lambda server: server.add_decision(decision))

    def decisions(self, rep: RepId | None = None) -> tuple[Decision, ...]:
        """Return the decisions, about one rep or about all, in the order they were added."""
        return self._ask(lambda server: server.decisions(rep))

    def add_intention(self, intention: Intention) -> None:
        """Add what a rep set out to do."""
        self._ask(lambda server: server.add_intention(intention))

    def intentions(self, rep: RepId | None = None) -> tuple[Intention, ...]:
        """Return what one rep or all set out to do, in the order it was added."""
        return self._ask(lambda server: server.intentions(rep))

    def erase(self, rep: RepId, pseudonym: RepId, at: datetime) -> tuple[str, ...]:
        """Remove a person for good; what they did stays under the pseudonym. Return, in words, what else stays."""
        return self._ask(lambda server: server.erase(rep, pseudonym, at))

    def bundle(self, rep: RepId | None = None, *, names: bool = True) -> Iterator[Row]:
        """Return all that the server holds of one rep or of all, as plain rows."""
        return self._ask(lambda server: server.bundle(rep, names=names))

    def merge(self, rows: Iterable[Row]) -> Merged:
        """Add what is new of rows that were recorded elsewhere: all of it, or nothing."""
        return self._ask(lambda server: server.merge(rows))

    def head(self, rep: RepId) -> Digest | None:
        """Return what all that the server holds of a rep comes to; None where that is nothing."""
        return self._ask(lambda server: server.head(rep))

    def verify(self) -> tuple[Flaw, ...]:
        """Recompute every chain on the server."""
        return self._ask(lambda server: server.verify())

    def close(self) -> None:
        """Let go of connections."""
        if self._server is not None:
            self._server.close()

    def _derived(self, ask: Callable[[Derived], T]) -> T:
        return self._ask(lambda server: ask(server.derived))

    def _ask(self, ask: Callable[[Records], T]) -> T:
        """Ask the server, once what waits has been delivered; Unavailable while it is not to be reached."""
        if self._lost is not None and self._clock() - self._lost < RETRY_SECONDS:
            raise Unavailable(
                "the records server cannot be reached; what you say in a conversation is kept on this computer until "
                "it can, and everything else has to wait: try again in a moment"
            )
        try:
            if self._server is None:
                self._server = self._open_server()
            self._deliver(self._server)
            answer = ask(self._server)
        except Unavailable:
            self._lost = self._clock()
            raise
        self._lost = None
        return answer

    def _deliver(self, server: Records) -> None:
        """Give the server what waits, attempt by attempt, and only then let go of it."""
        if not self._file.exists():
            return
        with locked(self._file):
            if not self._file.exists():
                return
            outbox = self._open_outbox()
            refused: list[RecordsError] = []
            try:
                for attempt in outbox.attempts():
                    refused += self._delivered(server, attempt)
            finally:
                outbox.close()
            if not refused:
                self._file.unlink()
                return
            aside = self._set_aside()
        raise Conflict(
            f"some of what was said while the server could not be reached does not fit what it has now ({refused[0]}); "
            f"it is kept in {aside}, and does not count. The rest has been delivered"
        )

    def _delivered(self, server: Records, attempt: Attempt) -> list[RecordsError]:
        """Give the server one attempt; return why it does not take it, if it does not."""
        try:
            server.begin(attempt)
        except Unavailable:
            raise
        except RecordsError as refusal:
            # Of somebody who was erased meanwhile nothing is kept here either.
            return [refusal] if server.rep(attempt.rep) is not None else []
        return []

    def _set_aside(self) -> Path:
        """Keep what the server refuses under another name, so that nothing is lost and the rest can go on."""
        numbers = (f"{self._file.name}.refused-{number}" for number in range(1, 1000))
        name = next(name for name in numbers if not self._file.with_name(name).exists())
        return self._file.rename(self._file.with_name(name))

    def _put_by(self, attempt: AttemptId, recorded: Recorded) -> bool:
        """Keep a move here, with all that it stands on; tell whether that was possible."""
        known = self._attempts.get(attempt)
        rep = self._reps.get(known.rep) if known else None
        document = self._documents.get(known.content) if known else None
        if known is None or rep is None or document is None:
            return False
        with locked(self._file):
            outbox = self._open_outbox()
            try:
                outbox.add_rep(rep)
                outbox.keep(document)
                outbox.begin(known)
                outbox.add(attempt, recorded)
            finally:
                outbox.close()
        return True

    def _known(self, rep: Rep | None) -> Rep | None:
        if rep is not None and rep.name:
            self._reps[rep.id] = rep
        return rep
