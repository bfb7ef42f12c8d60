"""One rep's readiness report, with every word decided."""

from collections.abc import Mapping, Sequence

from simulator.assessment.words import label_of, sentence_of
from simulator.domain.attempt import Rep, Review
from simulator.domain.error_rates import ErrorRates
from simulator.domain.ids import AttemptId, ScenarioId, SkillId
from simulator.domain.rubric import Bar, Rubric
from simulator.domain.verdict import Expired, Ready, Verdict, kind_of
from simulator.reports.critical import critical_summary, critical_views
from simulator.reports.evidence import Lookup, conversations, evidence_summary
from simulator.reports.limits import cautions, limits, standard
from simulator.reports.next_steps import next_steps
from simulator.reports.skills import skill_view
from simulator.reports.views import Fact, Quote, ReadinessView
from simulator.reports.wording import counted, when


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
) -> ReadinessView:
    """Decide everything that one rep's report says.

    `quotes` holds what was said, by attempt and turn; `titles` the names of scenarios; `reviews` are the
    trainers' looks at critical errors; `head` is the last link of the rep's chain of records; `program` names
    what computed this, with its version; `unreadable` counts recorded attempts that could not be replayed;
    `under_way` names assessments that go on and so are not part of the verdict yet; `rates` are the rule's errors on
    this library, where they have been simulated.
    """
    words = Lookup(rubrics=rubrics, quotes=quotes, titles=titles)
    shown = conversations(verdict.evidence, words)
    errors = critical_views(verdict, bar, reviews, words)
    return ReadinessView(
        name=rep.name,
        rep=rep.id,
        kind=kind_of(verdict),
        label=label_of(verdict),
        sentence=sentence_of(verdict, bar, {skill: words.skill(skill) for skill in verdict.skills}),
        standard=standard(bar),
        meaning="" if isinstance(verdict, Ready) else standard(bar),
        at=when(verdict.at),
        until=when(verdict.until) if isinstance(verdict, Ready) else None,
        notices=_notices(unreadable),
        next_steps=next_steps(verdict, words, under_way),
        cautions=cautions(),
        skills=tuple(skill_view(mastery, rubrics.get(skill), bar) for skill, mastery in verdict.skills.items()),
        critical=errors,
        critical_summary=critical_summary(errors),
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
        f"The chain of records ends with {head}. Kept somewhere else, this line shows later whether anything "
        "before it was changed."
    )
    return (Fact(term="Record", text=text),)
