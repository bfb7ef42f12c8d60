"""Critical errors: what was said, whether it still blocks, and what a trainer found."""

from collections.abc import Sequence

from simulator.domain.attempt import Review
from simulator.domain.evidence import CriticalError, Exposure
from simulator.domain.rubric import Bar
from simulator.domain.scenario import Purpose
from simulator.domain.verdict import Blocked, Verdict
from simulator.reports.evidence import Lookup
from simulator.reports.views import Chances, Critical, ReviewView
from simulator.reports.wording import counted, listed, when


def critical_views(verdict: Verdict, bar: Bar, reviews: Sequence[Review], words: Lookup) -> tuple[Critical, ...]:
    """Show every critical error met in an assessment, oldest first, the closed ones too."""
    still_open = verdict.errors if isinstance(verdict, Blocked) else ()
    met = {
        error: None
        for error in (*still_open, *(error for one in verdict.evidence for error in one.critical))
        if error.purpose is Purpose.ASSESSMENT
    }
    return tuple(
        _critical(error, verdict if error in still_open else None, bar, reviews, words)
        for error in sorted(met, key=lambda error: error.at)
    )


def critical_summary(shown: Sequence[Critical]) -> str:
    """Say whether anything blocks, in one sentence."""
    if not shown:
        return "None in the assessments that count."
    still_open = sum(error.open for error in shown)
    closed = len(shown) - still_open
    parts = [f"{number} {word}" for number, word in ((still_open, "open"), (closed, "closed")) if number]
    return f"{counted(len(shown), 'critical error')} in assessments: {listed(parts)}."


def chances_view(exposure: Exposure) -> Chances:
    """Say how often a critical error could be made, and was: none made says little where none could be."""
    if exposure.chances:
        sentence = (
            f"Critical errors chosen in the assessments that count: {exposure.chosen} in "
            f"{counted(exposure.chances, 'chance')}. A chance is an answer at which one was on offer."
        )
    else:
        sentence = "No critical error has been on offer yet in the assessments that count."
    return Chances(chances=exposure.chances, chosen=exposure.chosen, sentence=sentence)


def _critical(
    error: CriticalError, blocking: Verdict | None, bar: Bar, reviews: Sequence[Review], words: Lookup
) -> Critical:
    kind = bar.critical_errors.get(error.error)
    quote = words.quote_of_error(error)
    # A review speaks for what had happened by then, as the rule itself reads it.
    looks = [one for one in reviews if one.attempt == error.attempt and one.at >= error.at]
    return Critical(
        title=kind.title if kind else error.error,
        about=kind.about if kind else "",
        error=error.error,
        attempt=error.attempt,
        conversation=words.title(error.scenario),
        at=when(error.at),
        customer=quote.customer,
        said=quote.said,
        open=blocking is not None,
        state=_state(blocking, reviewed=bool(looks)),
        reviews=tuple(_review(one) for one in sorted(looks, key=lambda one: one.at)),
    )


def _state(blocking: Verdict | None, *, reviewed: bool) -> str:
    if not isinstance(blocking, Blocked):
        return "Closed: reviewed, and followed by enough fresh assessments without a critical error."
    if not reviewed:
        return "Open: no trainer has reviewed it yet."
    if not blocking.reviewed:
        return "Open: reviewed; fresh assessments without a critical error are still needed."
    needed = counted(blocking.clean_needed, "more fresh assessment")
    return f"Open: reviewed; {needed} without a critical error will close it."


def _review(review: Review) -> ReviewView:
    return ReviewView(reviewer=review.reviewer, reason=review.reason, at=when(review.at))
