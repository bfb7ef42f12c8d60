"""What may be added to the records: decided here once, whatever holds them."""

from collections.abc import Sequence

from simulator.domain.attempt import Attempt, Recorded, Rep
from simulator.domain.ids import AttemptId, Digest, RepId
from simulator.records.chain import digest_of
from simulator.records.protocol import Conflict, Document, RecordsError
from simulator.records.rows import Opening, Step, kept_name, kept_text, opening_of, step_of

MAX_SEED = 2**32 - 1


def admit_rep(rep: Rep, stored: Rep | None, of_handle: Rep | None) -> bool:
    """Tell whether this person is yet to be added; Conflict where the id or the handle is someone else's."""
    kept_name(rep.id, "a rep's id")
    kept_name(rep.typed, "a rep's handle")
    kept_text(rep.name, "a rep's name")
    if stored is not None and not stored.name:
        raise Conflict(f"whoever had the id {rep.id} was erased; choose another id")
    if of_handle is not None and of_handle.id != rep.id:
        raise Conflict(f"{rep.typed} is what {of_handle.name} is called here; choose another handle")
    if stored is None:
        return True
    if stored.name != rep.name:
        raise Conflict(f"the id {rep.id} belongs to {stored.name}, not to {rep.name}; choose another id")
    return False


def admit_document(document: Document) -> None:
    """Refuse a text that is not what its digest says."""
    kept_text(document.kind, "a document's kind")
    kept_text(document.name, "a document's name")
    if digest_of(kept_text(document.text, f"the text of {document.name}")) != document.digest:
        raise RecordsError(f"the text of {document.name} does not have the digest {document.digest}")


def admit_opening(attempt: Attempt, stored: Opening | None, previous: str) -> Opening | None:
    """Return the row that opens the attempt, or None where it is open; Conflict where the id is taken."""
    if not 0 <= attempt.seed <= MAX_SEED:
        raise RecordsError(f"the seed {attempt.seed} is not from 0 to {MAX_SEED}")
    if stored is None:
        return opening_of(attempt, previous)
    if opening_of(attempt, stored.previous)[:-2] != stored[:-2]:
        raise Conflict(f"the id {attempt.id} belongs to another attempt; open this one under a new id")
    return None


def admit_steps(opening: Opening, stored: Sequence[Step], moves: Sequence[Recorded]) -> list[Step]:
    """Return the rows of those moves that are yet to be added after the stored ones."""
    steps = list(stored)
    by_key = {step.key: step for step in steps}
    for recorded in moves:
        step = admit_step(opening, steps[-1] if steps else None, by_key.get(recorded.key), recorded)
        if step is not None:
            steps.append(step)
            by_key[step.key] = step
    return steps[len(stored) :]


def admit_step(opening: Opening, last: Step | None, same_key: Step | None, recorded: Recorded) -> Step | None:
    """Return the row of the next move, or None where it is there; Conflict where it cannot be the next.

    A move that comes back under its key is the same move whenever it comes: the time first stored stands.
    """
    step = step_of(recorded, last.link if last else opening.link)
    if same_key is not None:
        if same_key._replace(at=step.at, link=step.link) != step:
            raise Conflict(f"the key {recorded.key} already stands for move {same_key.number}, with other content")
        return None
    number = last.number + 1 if last else 1
    if recorded.number != number:
        raise Conflict(
            f"this conversation went on in another window: the next move of attempt {opening.id} is number "
            f"{number}, not {recorded.number}; open it again to go on from there"
        )
    return step


def key_elsewhere(key: str) -> Conflict:
    """Say that a key belongs to a move of another attempt."""
    return Conflict(f"the key {key} already stands for a move of another attempt; make a new key for each prompt")


def no_rep(rep: RepId) -> RecordsError:
    """Say that nobody of that id is recorded."""
    return RecordsError(f'nobody is recorded as "{rep}"; add them before opening an attempt')


def no_document(digest: Digest) -> RecordsError:
    """Say that the text an attempt stands on is not kept."""
    return RecordsError(f"no text is kept under the digest {digest}; keep the scenario before opening an attempt")


def no_attempt(attempt: AttemptId) -> RecordsError:
    """Say that no attempt of that id is recorded."""
    return RecordsError(f'no attempt is recorded as "{attempt}"; `simulator attempts` lists those that are')
