"""One rep's readiness report, with every word decided."""

from collections.abc import Mapping, Sequence
from typing import Final

from simulator.assessment.words import label_of, sentence_of
from simulator.domain.attempt import Rep, Review
from simulator.domain.decision import Decision, standing
from simulator.domain.error_rates import ErrorRates
from simulator.domain.evidence import CriticalError, Exposure
from simulator.domain.ids import AttemptId, ScenarioId, SkillId
from simulator.domain.rubric import Bar, Rubric
from simulator.domain.verdict import Expired, Ready, Verdict, kind_of
from simulator.reports.critical import chances_view, critical_summary, critical_views
from simulator.reports.decisions import decided_sentence, decision_views
from simulator.reports.evidence import Lookup, conversations, evidence_summary
from simulator.reports.limits import cautions, limits, standard, trust
from simulator.reports.next_steps import next_steps
from simulator.reports.skills import skill_view
from simulator.reports.views import Fact, Quote, ReadinessView
from simulator.reports.wording import counted, when

NEVER: Final = Exposure(chances=0, chosen=0)
"""No critical error was on offer."""


def readiness_view(  # noqa: PLR0913  # a report stands on all of these, each by its name
    *,
    rep: Rep,
    verdict: Verdict,
    bar: Bar,
    rubrics: Mapping[SkillId, Rubric],
    quotes: Mapping[tuple[AttemptId, str], Quote],
    titles: Mapping[ScenarioId, str],
    reviews: Sequence[Review],
    head: str | None,
    program: str,
    unreadable: int,
    under_way: Sequence[ScenarioId] = (),
    rates: ErrorRates | None = None,
    decisions: Sequence[Decision] = (),
    exposure: Exposure = NEVER,
    afresh: str = "",
    error_quotes: Mapping[CriticalError, Quote] | None = None,
    guarded: bool = False,
) -> ReadinessView:
    """Decide everything that one rep's report says.

    `quotes` holds what was said, by attempt and turn; `titles` the names of scenarios; `reviews` are the
    trainers' looks at critical errors; `head` is the last link of the rep's chain of records; `program` names
    what computed this, with its version; `unreadable` counts recorded attempts that could not be replayed;
    `under_way` names assessments that go on and so are not part of the verdict yet; `rates` are the rule's errors on
    this library, where they have been simulated; `decisions` are what people decided about the rep, in the order they
    were added; `exposure` is how often a critical error was on offer and chosen;
    `afresh` says what a fresh start has set aside; `error_quotes` holds what was said
    when each was made; `guarded` says that a server keeps reps from changing what is recorded.
    """
    words = Lookup(rubrics=rubrics, quotes=quotes, titles=titles, errors=error_quotes or {})
    stands = standing(decisions, verdict.at)
    shown = conversations(verdict.evidence, words)
    errors = critical_views(verdict, bar, reviews, words)
    return ReadinessView(
        name=rep.name,
        rep=rep.typed,
        kind=kind_of(verdict),
        label=label_of(verdict),
        sentence=sentence_of(verdict, bar, {skill: words.skill(skill) for skill in verdict.skills}),
        standard=standard(bar),
        meaning="" if isinstance(verdict, Ready) else standard(bar),
        decided=decided_sentence(stands, kind_of(verdict)) if stands else "",
        decisions=decision_views(decisions, verdict.at),
        at=when(verdict.at),
        until=when(verdict.until) if isinstance(verdict, Ready) else None,
        notices=(*_notices(unreadable), *((afresh,) if afresh else ())),
        next_steps=next_steps(verdict, words, under_way),
        trust=trust(guarded=guarded),
        cautions=cautions(guarded=guarded),
        skills=tuple(skill_view(mastery, rubrics.get(skill), bar) for skill, mastery in verdict.skills.items()),
        critical=errors,
        critical_summary=critical_summary(errors),
        exposure=chances_view(exposure),
        conversations=shown,
        evidence_summary=evidence_summary(shown) + _aged(verdict),
        limits=(*limits(bar, rates), *_record(head)),
        record_head=head,
        unreadable=unreadable,
        program=program,
    )


def _aged(verdict: Verdict) -> str:
    """Explain why an expired rep's evidence is more than what the skills count today."""
    if not isinstance(verdict, Expired):
        return ""
    return (
        f" This is what the rep was ready on until {when(verdict.since).day}; "
        "the skills above count only what is still recent enough."
    )


def _notices(unreadable: int) -> tuple[str, ...]:
    if not unreadable:
        return ()
    notice = (
        f"{counted(unreadable, 'recorded attempt')} could not be read and "
        f"{'is' if unreadable == 1 else 'are'} not part of this report: the verdict may lack evidence."
    )
    return (notice,)


def _record(head: str | None) -> tuple[Fact, ...]:
    if head is None:
        return ()
    text = (
        f"All that is recorded of this rep comes to {head}. Wherever the same is recorded, `simulator records verify` "
        "says so too; where anything was added, removed or changed, it says something else."
    )
    return (Fact(term="Record", text=text),)
