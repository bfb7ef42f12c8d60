"""People, conversations and verdicts to report on: realistic, and dressed in any text that a test wants."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

from simulator.assessment.coaching import team_gaps
from simulator.assessment.course import course
from simulator.assessment.mastery import stood
from simulator.assessment.verdict import Offer, decide
from simulator.domain.attempt import Rep, Review
from simulator.domain.decision import Decided, Decision, Role, standing
from simulator.domain.evidence import AttemptEvidence, CriticalError, Exposure, Moment, Shown
from simulator.domain.ids import AttemptId, Digest, RepId, ScenarioId, SkillId
from simulator.domain.rubric import Bar, CriticalErrorKind, Indicator, Level, LevelTexts, Prior, Rubric
from simulator.domain.scenario import Purpose
from simulator.domain.verdict import Ready, Verdict
from simulator.reports.coaching import coach_points
from simulator.reports.evidence import Lookup
from simulator.reports.journeys import Ends
from simulator.reports.readiness import readiness_view
from simulator.reports.team import TeamRow, team_view
from simulator.reports.team_views import TeamView
from simulator.reports.trend import trend_moments
from simulator.reports.views import Quote, ReadinessView

NOW: Final = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)

Dress = Callable[[str], str]
"""What a test does to every text that comes from a file or a person."""


def as_is(text: str) -> str:
    """Leave a text alone."""
    return text


def before(evil: str) -> Dress:
    """Put something in front of every text."""
    return lambda text: f"{evil}{text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One moment: what the customer says, a good and a poor answer, and what the moment calls for."""

    turn: str
    customer: str
    good: str
    poor: str
    calls_for: tuple[tuple[str, str], ...]


LINES: Final = (
    Line(
        turn="opening",
        customer="You told me Tuesday. It's Thursday. Where is my order?",
        good="We gave you a date and missed it, and you heard it from your own dock instead of from me.",
        poor="I completely understand. Our carrier had a capacity problem at the hub.",
        calls_for=(("empathy", "names-stake"),),
    ),
    Line(
        turn="what-is-at-risk",
        customer="I've got auditors walking my cold store tomorrow and two empty bays to show them.",
        good="Auditors tomorrow and two bays empty. Which of the two would they ask about first?",
        poor="I can offer you free shipping on the next order.",
        calls_for=(("active-listening", "builds-on-words"), ("empathy", "explores-before-solving")),
    ),
    Line(
        turn="what-can-you-do",
        customer="Bay four. It's the one that failed last year. So what can you actually do?",
        good="Half the order can be at bay four by seven. The other half cannot leave before Monday.",
        poor="We'll do everything we can to get this resolved for you as soon as possible.",
        calls_for=(("communication", "honest-about-limits"),),
    ),
    Line(
        turn="not-the-first-time",
        customer="Fine. You know this isn't the first time, don't you?",
        good="In March it was the labels. What did that one cost you with your own people?",
        poor="I wasn't on the account in March, so I can't speak to that.",
        calls_for=(("active-listening", "remembers"),),
    ),
    Line(
        turn="her-boss",
        customer="My director thinks I should have left you last year. I told him he was wrong.",
        good="You put your name to us, and this week we made that harder for you.",
        poor="I'd be happy to talk to your director directly if that helps.",
        calls_for=(("empathy", "legitimises"),),
    ),
    Line(
        turn="the-next-hour",
        customer="So what happens in the next hour?",
        good="By four I send you the truck's number and the driver's phone. If I don't have them, I call anyway.",
        poor="Somebody from logistics is going to reach out to you with the details.",
        calls_for=(("communication", "clear-next-step"), ("active-listening", "summarises-and-checks")),
    ),
)

_TITLES: Final = (
    "Usage fell by half",
    "The quiet renewal",
    "A discount in writing",
    "Two buyers, one budget",
    "The rollout nobody asked for",
    "An invoice in dispute",
    "The champion has left",
    "A rival's free pilot",
)
_INDICATORS: Final = {
    "communication": {
        "honest-about-limits": "Says what will not be possible",
        "clear-next-step": "Agrees one clear next step",
    },
    "empathy": {
        "names-stake": "Names the feeling or the stake",
        "explores-before-solving": "Explores before solving",
        "legitimises": "Grants that the reaction makes sense",
    },
    "active-listening": {
        "builds-on-words": "Builds on the customer's own words",
        "remembers": "Remembers what was said before",
        "summarises-and-checks": "Sums up and checks",
    },
}
_SKILLS: Final = {
    "communication": "Communication",
    "empathy": "Empathy",
    "active-listening": "Active listening",
}


def bar(dress: Dress = as_is) -> Bar:
    """Make a bar like the one that is shipped."""
    return Bar(
        format=1,
        title="Ready for live customers",
        summary="",
        skills=tuple(SkillId(dress(skill)) for skill in _SKILLS),
        cut=75,
        sure=90,
        gap=5,
        prior=Prior(good=3, missed=1.5),
        correlation=0.1,
        min_scenarios=3,
        min_moments=8,
        evidence_days=90,
        clean_after_critical=3,
        critical_errors={
            "overpromise": CriticalErrorKind(
                title=dress("Overpromise"),
                about=dress("Promises a price, date or capability that nobody has agreed to."),
            )
        },
    )


def rubrics(dress: Dress = as_is) -> dict[SkillId, Rubric]:
    """Make the three rubrics, with the indicators that the lines show."""
    return {
        SkillId(dress(skill)): Rubric(
            format=1,
            id=SkillId(dress(skill)),
            title=dress(title),
            summary="",
            levels=LevelTexts(harmful="", missed="", effective="", exemplary=""),
            indicators={
                dress(indicator): Indicator(
                    title=dress(words), about=dress(f"{words}, and means it."), sounds_like=dress(f"{words}, aloud.")
                )
                for indicator, words in _INDICATORS[skill].items()
            },
        )
        for skill, title in _SKILLS.items()
    }


def titles(dress: Dress = as_is) -> dict[ScenarioId, str]:
    """Name the scenarios."""
    return {_scenario(number, dress): dress(title) for number, title in enumerate(_TITLES)}


def _scenario(number: int, dress: Dress) -> ScenarioId:
    return ScenarioId(dress(f"scenario-{number}"))


def assessment(
    number: int,
    levels: str,
    *,
    dress: Dress = as_is,
    days_ago: float = 10,
    critical: bool = False,
    purpose: Purpose = Purpose.ASSESSMENT,
) -> AttemptEvidence:
    """Make what one assessment shows: one digit for each line answered, `-` for one left open."""
    attempt, scenario = AttemptId(dress(f"attempt-{number}")), _scenario(number, dress)
    content = Digest(dress(f"{number:064x}"))
    started = NOW - timedelta(days=days_ago)
    moments = tuple(
        Moment(
            attempt=attempt,
            scenario=scenario,
            content=content,
            purpose=purpose,
            first_sight=True,
            skill=SkillId(dress(skill)),
            turn=dress(line.turn),
            at=started + timedelta(minutes=place),
            shown=None if level == "-" else Shown(indicator=dress(indicator), level=Level(int(level)), choice="said"),
        )
        for place, (line, level) in enumerate(zip(LINES, levels, strict=False))
        for skill, indicator in line.calls_for
    )
    errors = (
        CriticalError(
            attempt=attempt,
            scenario=scenario,
            purpose=purpose,
            error="overpromise",
            turn=dress("what-can-you-do"),
            choice="said",
            at=started + timedelta(minutes=2),
        ),
    )
    return AttemptEvidence(
        attempt=attempt,
        scenario=scenario,
        content=content,
        purpose=purpose,
        first_sight=True,
        started=started,
        last=started + timedelta(minutes=len(levels)),
        ending=None if "-" in levels else "ended",
        moments=moments,
        critical=errors if critical else (),
    )


def quotes(evidence: Sequence[AttemptEvidence], dress: Dress = as_is) -> Mapping[tuple[AttemptId, str], Quote]:
    """Give the words behind each moment."""
    lines = {dress(line.turn): line for line in LINES}
    return {
        (moment.attempt, moment.turn): Quote(
            customer=dress(lines[moment.turn].customer),
            said=dress(lines[moment.turn].good if moment.handled_well else lines[moment.turn].poor),
        )
        for one in evidence
        for moment in one.moments
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A rep with what they have shown."""

    name: str
    evidence: tuple[AttemptEvidence, ...]
    reviews: tuple[Review, ...] = ()
    decisions: tuple[Decision, ...] = ()
    dress: Dress = as_is
    offered: bool = True

    @property
    def rep(self) -> Rep:
        """Return the rep as records know them."""
        name = self.dress(self.name)
        return Rep(id=RepId(name.lower().replace(" ", "-")), name=name, joined=NOW - timedelta(days=200))

    @property
    def verdict(self) -> Verdict:
        """Return the rule's own verdict."""
        offer = Offer(scenario=_scenario(7, self.dress), moments={SkillId(self.dress(skill)): 3 for skill in _SKILLS})
        return decide(self.evidence, bar(self.dress), NOW, self.reviews, [offer] if self.offered else [])

    def ready_until(self) -> datetime:
        """Return when their READY ends."""
        assert isinstance(self.verdict, Ready)
        return self.verdict.until

    def report(self, *, unreadable: int = 0) -> ReadinessView:
        """Return their report."""
        return readiness_view(
            rep=self.rep,
            verdict=self.verdict,
            bar=bar(self.dress),
            rubrics=rubrics(self.dress),
            quotes=quotes(self.evidence, self.dress),
            titles=titles(self.dress),
            reviews=self.reviews,
            head=self.dress("5f2c9a7e" * 8),
            program=self.dress("Conversation simulator 0.1.0"),
            unreadable=unreadable,
            decisions=self.decisions,
            exposure=Exposure(chances=12, chosen=sum(len(one.critical) for one in self.evidence)),
        )


def report_with(person: Person, evidence: tuple[AttemptEvidence, ...]) -> ReadinessView:
    """Return a report on a verdict that carries other evidence than the rule gave it."""
    return readiness_view(
        rep=person.rep,
        verdict=replace(person.verdict, evidence=evidence),
        bar=bar(),
        rubrics=rubrics(),
        quotes=quotes(evidence),
        titles=titles(),
        reviews=(),
        head="5f2c9a7e" * 8,
        program="Conversation simulator 0.1.0",
        unreadable=0,
        exposure=Exposure(chances=12, chosen=0),
    )


def report_without_words(person: Person) -> ReadinessView:
    """Return a report where rubrics, titles and quotes are all gone."""
    return readiness_view(
        rep=person.rep,
        verdict=person.verdict,
        bar=bar(),
        rubrics={},
        quotes={},
        titles={},
        reviews=(),
        head=None,
        program="Conversation simulator 0.1.0",
        unreadable=0,
    )


def ready(name: str = "Mara Lindqvist", dress: Dress = as_is, *, newest: float = 5) -> Person:
    """Someone who handles nearly everything well."""
    levels = ("323323", "233232", "322332", "313322", "232323", "323232", "332212", "223332")
    return Person(name=name, evidence=_spaced(levels, dress, newest), dress=dress)


def not_yet(name: str = "Tomás Ferreira", dress: Dress = as_is) -> Person:
    """Someone who solves before asking, again and again."""
    return Person(
        name=name,
        evidence=_spaced(("112101", "113111", "012112", "112211", "111101"), dress, 4),
        dress=dress,
    )


def not_enough(name: str = "Ines Okafor", dress: Dress = as_is) -> Person:
    """Someone who has begun well, and left one assessment half way."""
    return Person(name=name, evidence=_spaced(("323223", "221-"), dress, 2), dress=dress)


def blocked(name: str = "Jonas Bergström", dress: Dress = as_is, *, reviewed: bool = True) -> Person:
    """Someone good who made a promise that was not theirs to make."""
    found = Review(
        attempt=AttemptId(dress("attempt-2")),
        reviewer=dress("Helen Marsh"),
        reason=dress("Promised Monday delivery without asking the depot. We went through it; he sees why."),
        at=NOW - timedelta(days=12),
    )
    evidence = (
        *_spaced(("323323", "233232"), dress, 25),
        assessment(2, "320333", dress=dress, days_ago=14, critical=True),
        assessment(3, "333322", dress=dress, days_ago=8),
    )
    return Person(
        name=name,
        evidence=evidence,
        reviews=(found,) if reviewed else (),
        decisions=decided(RepId(dress(name).lower().replace(" ", "-")), dress),
        dress=dress,
    )


def decided(rep: RepId, dress: Dress = as_is) -> tuple[Decision, ...]:
    """Two decisions about a rep: a trainer's, and a manager's that has taken its place."""
    first = Decision(
        rep=rep,
        decided=Decided.NOT_YET,
        by=dress("Helen Marsh"),
        role=Role.TRAINER,
        reason=dress("He promises too quickly still."),
        at=NOW - timedelta(days=12),
    )
    second = replace(
        first,
        decided=Decided.READY,
        by=dress("Oskar Lund"),
        role=Role.MANAGER,
        reason=dress("I sat beside him for a week; he asks the depot first now"),
        at=NOW - timedelta(days=2),
        until=date(2026, 12, 31),
    )
    return first, second


def expired(name: str = "Ruth Adeyemi", dress: Dress = as_is) -> Person:
    """Someone who was ready, and has not been assessed since."""
    return Person(name=name, evidence=ready(dress=dress, newest=88).evidence, dress=dress)


def unseen(name: str = "Kenji Watanabe", dress: Dress = as_is) -> Person:
    """Someone who has only just joined."""
    return Person(name=name, evidence=(), dress=dress)


PEOPLE: Final = (ready, not_yet, not_enough, blocked, expired, unseen)


def team(dress: Dress = as_is) -> TeamView:
    """Put twelve people on a board."""
    people = (
        *(make(dress=dress) for make in PEOPLE),
        ready("Aoife Brennan", dress, newest=66),
        ready("Samir Haddad", dress, newest=30),
        not_enough("Chloé Marchetti", dress),
        blocked("Dev Raman", dress, reviewed=False),
        not_yet("Petra Novak", dress),
        unseen("Lucía Ortega", dress),
    )
    return board(people, dress)


def board(people: Sequence[Person], dress: Dress = as_is, *, known: bool = True) -> TeamView:
    """Report on these people as a team; not `known` is a library whose rubrics are gone."""
    gaps = team_gaps([moments(person) for person in people], bar(dress).prior, most=5, examples=2)
    # People share attempts' ids here: only the words of what was missed are wanted.
    said = {key: words for person in people for key, words in quotes(_missed(person), dress).items()}
    skills = rubrics(dress) if known else {}
    words = Lookup(rubrics=skills, quotes=said, titles=titles(dress))
    rows = [row(person, dress) for person in people]
    program = dress("Conversation simulator 0.1.0")
    return team_view(rows, bar(dress), skills, NOW, program, coach_points(gaps, words))


def _missed(person: Person) -> list[AttemptEvidence]:
    return [
        replace(one, moments=tuple(moment for moment in one.moments if not moment.handled_well))
        for one in person.evidence
    ]


def moments(person: Person) -> list[Moment]:
    """Return what counts of a person."""
    return [moment for mastery in person.verdict.skills.values() for moment in mastery.moments]


def row(person: Person, dress: Dress = as_is) -> TeamRow:
    """Put a person on a board."""
    shown = person.evidence
    return TeamRow(
        rep=person.rep,
        verdict=person.verdict,
        last_active=max((one.last for one in shown), default=None),
        decision=standing(person.decisions, NOW),
        past=course(shown, bar(dress), trend_moments(NOW)),
        ends=Ends(
            first=shown[0],
            latest=shown[-1],
            after_first=stood(shown[:1], bar(dress)),
            now=person.verdict.skills,
        )
        if shown
        else None,
    )


def _spaced(levels: Sequence[str], dress: Dress, newest: float) -> tuple[AttemptEvidence, ...]:
    """Make one assessment for each row of levels, three days apart, the last so many days ago."""
    last = len(levels) - 1
    return tuple(
        assessment(number, row, dress=dress, days_ago=newest + 3 * (last - number)) for number, row in enumerate(levels)
    )
