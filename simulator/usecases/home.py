"""Where a rep stands, and what to do next and why."""

from dataclasses import dataclass

from simulator.assessment.words import label_of, sentence_of, standing_sentence
from simulator.domain.attempt import Rep
from simulator.domain.decision import standing
from simulator.domain.evidence import Moment
from simulator.domain.ids import SkillId
from simulator.domain.rubric import Bar
from simulator.domain.verdict import Mastery, Standing, Verdict, kind_of
from simulator.reports.decisions import decided_sentence
from simulator.reports.wording import standing_word
from simulator.usecases.afresh import told
from simulator.usecases.debrief import skill_title
from simulator.usecases.desk import Desk
from simulator.usecases.goals import GoalView, goal_view
from simulator.usecases.past import gather_in_brief
from simulator.usecases.readiness import readiness
from simulator.usecases.shelf import ScenarioRow, scenario_rows, scenario_title
from simulator.usecases.suggesting import Suggestion, suggest


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRow:
    """Where one skill stands against the bar."""

    skill: SkillId
    title: str
    standing: Standing
    word: str
    """The standing in a word or two."""
    sentence: str
    estimate: float | None
    """The estimated share handled well, 0 to 1; None until as much was answered as a decision needs at least.

    Before that it tells of what is assumed of anybody rather than of this rep: with 0 of 3 handled well it can be 43 %.
    """
    low: float
    high: float
    cut: float
    newest: str
    """The newest evidence in words; empty where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """All that the first screen says."""

    rep: Rep
    verdict: Verdict
    label: str
    sentence: str
    skills: tuple[SkillRow, ...]
    decided: str
    """What somebody decided, beside the verdict; empty where nothing stands."""
    afresh: str
    """What a fresh start has set aside; empty where there was none."""
    goal: GoalView | None
    suggestion: Suggestion | None
    """The next best conversation."""
    instead: Suggestion | None
    """The best of the other kind: practice instead of an assessment, or the other way round."""
    scenarios: tuple[ScenarioRow, ...]
    broken: tuple[str, ...]
    """Scenarios that cannot be opened because of mistakes in their files."""


def home(desk: Desk, rep: Rep) -> Home:
    """Gather where the rep stands and what to do next."""
    found = readiness(desk, rep, gathering=gather_in_brief)
    bar = desk.library.bar()
    titles = {skill: skill_title(desk, skill) for skill in bar.skills}
    rows = scenario_rows(desk, found.gathered)
    stands = standing(desk.records.decisions(rep.id), found.verdict.at)
    suggestions = (*suggest(desk, found, rows), None, None)
    return Home(
        rep=rep,
        verdict=found.verdict,
        label=label_of(found.verdict),
        sentence=sentence_of(found.verdict, bar, titles),
        skills=tuple(_skill_row(desk, mastery) for mastery in found.verdict.skills.values()),
        decided=decided_sentence(stands, kind_of(found.verdict)) if stands else "",
        afresh=told(found),
        goal=goal_view(desk, found),
        suggestion=suggestions[0],
        instead=suggestions[1],
        scenarios=rows,
        broken=tuple(broken.id for broken in desk.library.broken()),
    )


def _skill_row(desk: Desk, mastery: Mastery) -> SkillRow:
    bar = desk.library.bar()
    return SkillRow(
        skill=mastery.skill,
        title=skill_title(desk, mastery.skill),
        standing=mastery.standing,
        word="not seen yet" if mastery.standing is Standing.UNSEEN else standing_word(mastery).lower(),
        sentence=standing_sentence(mastery, bar),
        estimate=mastery.estimate if _telling(mastery, bar) else None,
        low=mastery.low,
        high=mastery.high,
        cut=bar.cut / 100,
        newest=_newest(desk, mastery.moments),
    )


def _telling(mastery: Mastery, bar: Bar) -> bool:
    """Tell whether as many moments were answered, in as many conversations, as a decision needs at least."""
    answered = [moment for moment in mastery.moments if moment.shown is not None]
    conversations = {moment.scenario for moment in answered}
    return len(answered) >= bar.min_moments and len(conversations) >= bar.min_scenarios


def _newest(desk: Desk, moments: tuple[Moment, ...]) -> str:
    if not moments:
        return ""
    moment = moments[-1]
    how = "handled well" if moment.handled_well else "met, not answered yet" if moment.shown is None else "missed"
    return f"{how} in {scenario_title(desk, moment.scenario)}"
