"""Setting one's assessments so far aside to begin anew: what that would do, whether it is possible, and doing it."""

from dataclasses import dataclass
from datetime import datetime

from simulator.assessment.afresh import possible_from, would_set_aside
from simulator.domain.attempt import Rep
from simulator.domain.intention import FreshStart, fresh_starts
from simulator.domain.verdict import Ready
from simulator.reports.wording import counted
from simulator.usecases.desk import Desk
from simulator.usecases.readiness import Readiness, offers, readiness
from simulator.usecases.refusal import Refused

WHY_LIMITED = (
    "Whoever may begin anew after every bad day gets there by luck sooner or later, ready or not; so there are days "
    "between."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """What a fresh start would do."""

    sentence: str
    """What would be set aside and what stays."""
    refusal: str
    """Why it cannot be done now, and when it can; empty where it can."""
    possible: datetime | None
    """The first moment at which the days between are over, in UTC; None where there is nothing to set aside."""


def prospect(desk: Desk, rep: Rep) -> Prospect:
    """Say what a fresh start would do, and whether it is possible now."""
    return prospect_of(desk, readiness(desk, rep))


def prospect_of(desk: Desk, found: Readiness) -> Prospect:
    """Say the same from what was gathered already."""
    bar, now = desk.library.bar(), found.verdict.at
    stands = would_set_aside(found.gathered.evidence, found.set_aside)
    if not stands:
        return Prospect(sentence="", refusal="No assessment counts yet: there is nothing to set aside.", possible=None)
    starts, fresh = fresh_starts(found.intentions), len(offers(desk, found.gathered))
    possible = possible_from(stands, starts, bar)
    sentence = (
        f"A fresh start sets {counted(len(stands), 'assessment')} aside: {_of(len(stands))} recorded, and will not "
        f"count for you or against you any more. {counted(fresh, 'customer')} whom you have never met "
        f"{'is' if fresh == 1 else 'are'} left to be assessed with. Reports say that you started afresh."
    )
    return Prospect(sentence=sentence, refusal=_refusal(desk, found, possible, now, fresh), possible=possible)


def start_afresh(desk: Desk, rep: Rep) -> FreshStart:
    """Set everything so far aside; Refused, with the reason and from when on, where that is not possible."""
    found = readiness(desk, rep)
    ahead = prospect_of(desk, found)
    if ahead.refusal:
        raise Refused(ahead.refusal)
    start = FreshStart(rep=rep.id, up_to=found.gathered.attempts[-1].id, at=desk.now())
    desk.records.add_intention(start)
    return start


def told(found: Readiness) -> str:
    """Say what a fresh start has set aside, for whoever reads a verdict; empty where there was none."""
    starts = fresh_starts(found.intentions)
    if not starts:
        return ""
    gone = [each for each in would_set_aside(found.gathered.evidence, ()) if each.attempt in found.set_aside]
    moments = [moment for each in gone for moment in each.moments]
    well = sum(moment.handled_well for moment in moments)
    return (
        f"Started afresh on {starts[-1].at:%Y-%m-%d}: {counted(len(gone), 'earlier assessment')}, with {well} of "
        f"{counted(len(moments), 'moment')} handled well, {'is' if len(gone) == 1 else 'are'} set aside and not part "
        "of this."
    )


def _refusal(desk: Desk, found: Readiness, possible: datetime, now: datetime, fresh: int) -> str:
    bar = desk.library.bar()
    if found.under_way:
        return "An assessment is under way: finish it first."
    if isinstance(found.verdict, Ready):
        return "You are ready: a fresh start would only throw that away. A fresh assessment renews it."
    if now < possible:
        return (
            f"A fresh start is possible from {possible:%Y-%m-%d %H:%M} UTC on: {counted(bar.fresh_start_days, 'day')} "
            f"after the first assessment that counts, or after the last fresh start. {WHY_LIMITED}"
        )
    if fresh < bar.min_scenarios:
        left = (
            f"Only {counted(fresh, 'customer')} whom you have never met {'is' if fresh == 1 else 'are'} left"
            if fresh
            else "No customer whom you have never met is left"
        )
        return (
            f"{left}, and a decision needs {bar.min_scenarios}: you could not become ready. "
            "A trainer can add assessments."
        )
    return ""


def _of(number: int) -> str:
    return "it stays" if number == 1 else "they stay"
