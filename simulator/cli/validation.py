"""What `simulator validate` prints: the rule's errors on this library, beside those of a pass mark."""

from collections.abc import Iterator
from math import isinf

from simulator.analysis.simulation.rates import Rate
from simulator.usecases.validating import Kind, Validation


def lines_of(found: Validation) -> Iterator[str]:
    """Say what the rule comes to for each kind of rep, then what others would have said of the same reps."""
    yield f"{found.reps:,} simulated reps on the {found.assessments} assessments of this library (seed {found.seed})"
    yield f"The bar: {found.sure} % sure of handling {found.cut} % of moments well, in every skill"
    yield f"The world: {found.world}"
    yield ""
    yield "What this rule says, in percent of the reps of each kind"
    yield f"{'':28} READY    (95 % sure) NOT YET neither critical after"
    for kind in found.kinds:
        yield _row(kind)
    yield ""
    yield _in_order(found)
    yield ""
    yield "READY is wrong for whoever is below the bar, and missing for who is above it."
    yield "After: assessments to READY, on average. Critical: met a critical error. That"
    yield "blocks READY until a trainer has looked at it, and is left out of READY here."
    yield ""
    yield "What a pass mark of 80 % says of the same reps"
    yield f"{'':28}  last of any tries  three tries  mean of all"
    for kind in found.kinds:
        rates = kind.rates
        last, three, mean = (
            f"{100 * each.share:.1f} %" for each in (rates.passed, rates.passed_in_three, rates.mean_passed)
        )
        yield f"{kind.name:28}  {last:>17}  {three:>11}  {mean:>11}"
    yield ""
    yield from _bound(found)


def _in_order(found: Validation) -> str:
    fixed = found.fixed_order
    after = "never" if fixed.assessments is None else f"after {fixed.assessments:.1f}"
    return f"Those of 90 % with assessments in a fixed order: READY {100 * fixed.ready.share:.1f}, {after}"


def _row(kind: Kind) -> str:
    rates = kind.rates
    after = "none" if rates.assessments is None else f"{rates.assessments:.1f}"
    not_yet, neither, critical = (
        f"{100 * each.share:.0f}" for each in (rates.not_yet, rates.undecided, rates.critical)
    )
    ready = f"{100 * rates.ready.share:5.1f} {_interval(rates.ready):>14}"
    return f"{kind.name:28} {ready} {not_yet:>7} {neither:>7} {critical:>8} {after:>5}"


def _interval(rate: Rate) -> str:
    low, high = rate.interval
    return f"({100 * low:.3g} to {100 * high:.3g})"


def _bound(found: Validation) -> Iterator[str]:
    if isinf(found.bound):
        yield "Too few reps to compare its length with the shortest possible: simulate more."
        return
    yield f"A rep of 90 % met {found.needed:.0f} moments of each skill until READY, on average. Wald's bound:"
    yield f"no rule that errs as seldom could do with fewer than {found.bound:.0f} independent ones, and"
    yield "moments of one conversation are not independent."
