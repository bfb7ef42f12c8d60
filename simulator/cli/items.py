"""What `simulator items` prints: each moment with its numbers, or that there are too few answers for any."""

from collections.abc import Iterator

from simulator.assessment.items import FEW_ANSWERS, FEW_REPS, FEW_SCENARIOS
from simulator.assessment.words import between, percent
from simulator.usecases.items import Flagged, ItemsView


def lines_of(view: ItemsView) -> Iterator[str]:
    """Say all numbers, moment by moment, and what is odd about them."""
    yield f"{view.answers:,} answers of {_people(view.reps)}, from first sight in assessments"
    if view.other_versions:
        yield f"{view.other_versions:,} more were given on other versions of these conversations, and are left out"
    yield _alike(view)
    for flagged in view.items:
        yield ""
        yield from _moment(flagged)


def _moment(flagged: Flagged) -> Iterator[str]:
    item = flagged.item
    yield f"{item.scenario}, {item.turn}: {item.skill} ({flagged.place})"
    if item.difficulty is None or item.interval is None:
        yield f"  {item.answers} of {FEW_ANSWERS} answers: too few"
        return
    low, high = item.interval
    yield f"  handled well by {percent(item.difficulty)} of {item.answers} (95 % sure: {between(low, high)})"
    yield f"  goes with the rest of the skill: {_number(item.discrimination)}"
    yield f"  met by {percent(flagged.exposure)} of all reps"
    for chosen in item.choices:
        share = "too few" if chosen.share is None else percent(chosen.share)
        rest = "too few to tell" if chosen.rest is None else f"{percent(chosen.rest)} handled well elsewhere"
        yield f"    {share:>7}  {chosen.choice}: {rest}"
    yield from (f"  ! {flag}" for flag in flagged.flags)


def _alike(view: ItemsView) -> str:
    if view.rho is None:
        needed = f"{FEW_REPS} reps with {FEW_SCENARIOS} assessments"
        return f"How alike the moments of one conversation are: too few to tell ({needed} are needed)"
    return f"How alike the moments of one conversation are: {view.rho:.2f}; the bar takes {view.assumed_rho:.2f}"


def _number(value: float | None) -> str:
    return f"too few (under {FEW_REPS} reps, or all alike)" if value is None else f"{value:+.2f}"


def _people(number: int) -> str:
    return "1 rep" if number == 1 else f"{number} reps"
