"""Finding what was changed behind the program's back: every link recomputed from what is stored."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from simulator.domain.ids import AttemptId, Digest, RepId
from simulator.records.chain import digest_of, first_link
from simulator.records.protocol import Flaw
from simulator.records.rows import Look, Opening, Step, look_link, opening_link, step_link


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """An attempt's rows, in the order of their numbers."""

    opening: Opening | None
    """None for moves that belong to no attempt."""
    steps: Sequence[Step]
    looks: Sequence[Look]


def flaws(attempts: Iterable[Stored], texts: Mapping[str, str]) -> tuple[Flaw, ...]:
    """Return the first flaw of each attempt that does not hold; attempts in the order they were opened."""
    unsound = {digest for digest, text in texts.items() if digest_of(text) != digest}
    ends: dict[str, str] = {}
    found: list[Flaw] = []
    for stored in attempts:
        opening = stored.opening
        if opening is None:
            found.append(_stray(stored.steps))
            continue
        expected = ends.get(opening.rep) or first_link(RepId(opening.rep))
        ends[opening.rep] = opening.link
        first = (
            _in_opening(opening, expected)
            or _in_document(opening.content, texts, unsound)
            or _in_steps(opening, stored.steps)
            or _in_looks(opening, stored.looks)
        )
        if first:
            found.append(_flaw(opening, *first))
    return tuple(found)


def _flaw(opening: Opening, number: int, message: str) -> Flaw:
    return Flaw(rep=RepId(opening.rep), attempt=AttemptId(opening.id), number=number, message=message)


def _stray(steps: Sequence[Step]) -> Flaw:
    first = steps[0]
    message = f"{len(steps)} moves from key {first.key} on belong to an attempt that is gone"
    return Flaw(rep=RepId("unknown"), attempt=AttemptId("unknown"), number=first.number, message=message)


def _in_opening(opening: Opening, expected: str) -> tuple[int, str] | None:
    if opening_link(opening) != opening.link:
        return 0, "the attempt's opening was changed after it was recorded"
    if opening.previous != expected:
        return 0, "the attempt before this one was removed, added or changed"
    return None


def _in_document(digest: str, texts: Mapping[str, str], unsound: set[str]) -> tuple[int, str] | None:
    if digest not in texts:
        return 0, f"the scenario text {Digest(digest)} that the attempt stands on is gone"
    if digest in unsound:
        return 0, f"the scenario text {Digest(digest)} that the attempt stands on was changed"
    return None


def _in_steps(opening: Opening, steps: Sequence[Step]) -> tuple[int, str] | None:
    previous = opening.link
    for number, step in enumerate(steps, start=1):
        if step.number != number:
            return number, f"move {number} is missing"
        if step_link(previous, step) != step.link:
            return number, f"move {number} was changed after it was recorded"
        previous = step.link
    return None


def _in_looks(opening: Opening, looks: Sequence[Look]) -> tuple[int, str] | None:
    previous = opening.link
    for place, look in enumerate(looks, start=1):
        if look_link(previous, look) != look.link:
            return 0, f"review {place} of the attempt was changed, or one before it removed"
        previous = look.link
    return None
