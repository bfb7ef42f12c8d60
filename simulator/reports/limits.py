"""What a verdict assumes, what it does not mean, and how far it can be trusted."""

from collections.abc import Iterator
from typing import Final

from simulator.assessment.words import percent
from simulator.domain.error_rates import ErrorRates
from simulator.domain.rubric import Bar
from simulator.reports.views import Fact
from simulator.reports.wording import counted

# Large enough to show the discount, small enough to be one long conversation.
_EXAMPLE_MOMENTS = 10


def standard(bar: Bar) -> str:
    """Say what Ready means, with the bar's numbers."""
    return (
        f"Ready means: at least {bar.sure} % sure that this rep would choose well in at least {bar.cut} % "
        "of the moments that call for each skill, on customers never seen before, "
        f"in at least {counted(bar.min_scenarios, 'different scenario')} "
        f"within {counted(bar.evidence_days, 'day')}, with no open critical error."
    )


SELF_REPORTED: Final = "Self-reported"

_SELF_REPORTED: Final = Fact(
    term=SELF_REPORTED,
    text="Nobody outside vouches for who sat at the keyboard, and someone who owns the records and the program can "
    "make up a whole history.",
)

_GUARDED: Final = Fact(
    term="Guarded, not watched",
    text="The records lie on a team's server, where nobody but its owner can change or remove them. Still nobody "
    "vouches for who sat at the keyboard; and what was taken in from a file, or added by a program of the rep's own, "
    "is self-reported.",
)
"""Reps write to their own records there, if only at the end: the server cannot know what was really answered."""


def trust(*, guarded: bool) -> str:
    """Say in two or three words what keeps the records true."""
    return _GUARDED.term if guarded else SELF_REPORTED


def cautions(*, guarded: bool, unseen_words: str = "this rep") -> tuple[Fact, ...]:
    """Say what no verdict means, before anybody leans on it; `guarded` where a server keeps reps from changing it."""
    return (
        Fact(
            term="Choosing is not yet saying",
            text="The evidence is choice-based: the rep picks among lines on a screen. Choosing well is "
            "necessary, and it is not the same as finding the words with a live customer.",
        ),
        _GUARDED if guarded else _SELF_REPORTED,
        Fact(
            term="Not a ranking",
            text=f"The question is whether the evidence shows the bar is reached by {unseen_words}. "
            "Differences between people's percentages are mostly chance; do not compare them.",
        ),
        Fact(
            term="Not a fixed trait",
            text="Not yet and not enough evidence say what has been shown so far. "
            "Time spent and number of tries never count, for or against.",
        ),
    )


def limits(bar: Bar, errors: ErrorRates | None = None) -> tuple[Fact, ...]:
    """Name every assumption with its number, and how often the rule was wrong where that has been simulated."""
    return (
        Fact(
            term="What counts",
            text="Assessments on conversations never seen before, and in each the first visit to a moment "
            "that calls for a skill. Handled well is effective or exemplary. Practice never counts.",
        ),
        Fact(
            term="Decision, for each skill alone",
            text=f"Ready needs a chance of at least {bar.sure} % that the true share is {bar.cut} % or more; "
            f"not yet means that chance is {bar.gap} % or less. Skills are never averaged.",
        ),
        Fact(
            term="Evidence needed",
            text=f"For each skill at least {counted(bar.min_moments, 'moment')} from at least "
            f"{counted(bar.min_scenarios, 'scenario')}, none older than {counted(bar.evidence_days, 'day')}.",
        ),
        Fact(term="Before any evidence", text=_prior(bar)),
        Fact(term="Moments of one conversation", text=_correlation(bar)),
        Fact(
            term="Likely between",
            text="The middle 90 % of what is plausible: 5 % below the range, 5 % above it.",
        ),
        Fact(
            term="Critical errors",
            text="One in an assessment blocks the verdict until a trainer has reviewed it and "
            f"{counted(bar.clean_after_critical, 'fresh assessment')} without one "
            f"{'has' if bar.clean_after_critical == 1 else 'have'} followed.",
        ),
        *_errors(errors),
    )


def _errors(errors: ErrorRates | None) -> Iterator[Fact]:
    """Say what came of simulated reps on this very library, one kind at a time."""
    if errors is None:
        yield Fact(
            term="How often the rule is wrong",
            text="That depends on this library as it is now, and has not been simulated for it yet. Whoever keeps the "
            "library finds it with: simulator validate --save",
        )
        return
    yield Fact(
        term="How often the rule is wrong",
        text=f"Found by simulation: {errors.reps:,} reps of known skill on the {errors.assessments} assessments of "
        f"this library (seed {errors.seed}). It is a property of the rule and the library, not of one rep. Critical "
        "errors are left out of account here: they block Ready until a trainer has looked at them.",
    )
    for kind in errors.kinds:
        taken = "" if kind.assessments is None else f", after {kind.assessments:.1f} assessments on average"
        yield Fact(
            term=f"Simulated: {kind.kind}",
            text=f"Ready {_share(kind.ready)} of the time ({_share(kind.low)} to {_share(kind.high)}){taken}. "
            f"A pass mark of 80 % in the last attempt would have passed {_share(kind.passed)}.",
        )


def _share(share: float) -> str:
    return f"{100 * share:.1f} %"


def _prior(bar: Bar) -> str:
    weight = bar.prior.good + bar.prior.missed
    return (
        f"A rep is assumed to handle {percent(bar.prior.good / weight)} of moments well, and that assumption "
        f"weighs as much as {weight:g} moments (a Beta({bar.prior.good:g}, {bar.prior.missed:g}) prior)."
    )


def _correlation(bar: Bar) -> str:
    worth = _EXAMPLE_MOMENTS / (1 + (_EXAMPLE_MOMENTS - 1) * bar.correlation)
    return (
        f"They resemble each other (intra-scenario correlation {bar.correlation:.2f}): {_EXAMPLE_MOMENTS} "
        f"moments of one conversation weigh about as much as {worth:.1f} from different conversations."
    )
