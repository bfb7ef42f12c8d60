"""The look back at an attempt: what it showed first, then each turn with what else could have been said."""

from dataclasses import dataclass
from itertools import pairwise

from simulator.conversation.machine import Position
from simulator.domain.evidence import AttemptEvidence, Moment
from simulator.domain.rubric import Level
from simulator.domain.scenario import Choice, Outcome, Purpose
from simulator.reports.wording import counted
from simulator.usecases.desk import Desk
from simulator.usecases.evidence import shown_by
from simulator.usecases.refusal import Refused
from simulator.usecases.showing import fill, first_name
from simulator.usecases.talk import Talk

LEVEL_WORDS = {
    Level.HARMFUL: "harmful",
    Level.MISSED: "missed",
    Level.EFFECTIVE: "effective",
    Level.EXEMPLARY: "exemplary",
}
"""What people call the levels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownView:
    """What one choice shows of one skill."""

    skill: str
    """The skill's title."""
    indicator: str
    """The indicator's title."""
    level: Level
    word: str
    """The level in a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativeView:
    """One thing that could have been said at a turn."""

    id: str
    text: str
    chosen: bool
    answer: str
    """What the customer answers: the reaction, then the words of the next turn or ending."""
    mood: str
    """The customer's mood after it."""
    shown: tuple[ShownView, ...]
    why: str
    critical: str
    """The critical error's title; empty where it is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DebriefTurn:
    """One turn of the attempt, looked back at."""

    number: int
    customer: str
    """What the customer said."""
    mood: str
    cue: str
    calls_for: tuple[str, ...]
    """Titles of the skills the moment asked for; none where it was not a moment that counts."""
    alternatives: tuple[AlternativeView, ...]
    """What was on offer, in the order it was shown."""

    @property
    def chosen(self) -> AlternativeView:
        """What the rep said."""
        return next(alternative for alternative in self.alternatives if alternative.chosen)


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillResult:
    """What the attempt showed of one skill."""

    title: str
    handled: int
    met: int
    levels: tuple[Level, ...]
    """The levels at its moments, in order; open moments have none."""
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief:
    """An attempt, looked back at."""

    title: str
    customer: str
    """The customer's first name."""
    purpose: Purpose
    counts: bool
    """Whether it counts towards readiness."""
    outcome: Outcome | None
    """None while unfinished."""
    last_words: str
    text: str
    """The ending's debrief."""
    skills: tuple[SkillResult, ...]
    critical: tuple[str, ...]
    """Each critical error that was made, with its turn and the line said."""
    follows: str
    """What a critical error leads to; empty where none was made."""
    turns: tuple[DebriefTurn, ...]


def debrief(desk: Desk, talk: Talk, *, first_sight: bool | None = None) -> Debrief:
    """Look back at an attempt; Refused while an assessment is still going on."""
    if not talk.practice and not talk.ended:
        raise Refused("The debrief comes when the assessment has ended: nothing is given away before.")
    sight = is_first_sight(desk, talk) if first_sight is None else first_sight
    evidence = shown_by(desk, talk.attempt, first_sight=sight)
    position, ending = talk.trail.position, talk.conversation.ending(talk.trail.position)
    turns = tuple(_turn(desk, talk, here, said.choice or "") for here, said in pairwise(position.way()))
    made = tuple(turn for turn in turns if turn.chosen.critical)
    return Debrief(
        title=talk.scenario.title,
        customer=first_name(talk),
        purpose=talk.attempt.purpose,
        counts=talk.attempt.purpose is Purpose.ASSESSMENT and sight,
        outcome=ending.outcome if ending else None,
        last_words=fill(talk, talk.conversation.words(position).customer) if ending else "",
        text=fill(talk, ending.debrief) if ending else "",
        skills=_results(desk, talk, evidence),
        critical=tuple(f'{turn.chosen.critical}, at turn {turn.number}: "{turn.chosen.text}"' for turn in made),
        follows=_follows(desk, talk) if made else "",
        turns=turns,
    )


def _follows(desk: Desk, talk: Talk) -> str:
    """Say what a critical error leads to: the rule, which holds before a trainer's look and after it."""
    needed = desk.library.bar().clean_after_critical
    clean = f" and {counted(needed, 'fresh assessment')} without one {'has' if needed == 1 else 'have'} followed"
    where = "In an assessment, a critical error" if talk.practice else "A critical error"
    return f"{where} blocks you from Ready until a trainer has looked at it with you{clean if needed else ''}."


def answered(desk: Desk, talk: Talk) -> DebriefTurn | None:
    """Look back at the turn just answered, in practice; None at the start."""
    after = talk.trail.position
    if not talk.practice or after.previous is None or after.choice is None:
        return None
    return _turn(desk, talk, after.previous, after.choice)


def is_first_sight(desk: Desk, talk: Talk) -> bool:
    """Tell whether the rep met the scenario for the first time in this attempt."""
    met = [a.id for a in desk.records.attempts(talk.rep.id) if a.scenario == talk.attempt.scenario]
    return met[:1] == [talk.attempt.id]


def critical_title(desk: Desk, error: str) -> str:
    """Return what people call a critical error."""
    kind = desk.library.bar().critical_errors.get(error)
    return kind.title if kind else error


def skill_title(desk: Desk, skill: str) -> str:
    """Return what people call a skill."""
    return next((rubric.title for key, rubric in desk.library.rubrics().items() if key == skill), skill)


def _results(desk: Desk, talk: Talk, evidence: AttemptEvidence) -> tuple[SkillResult, ...]:
    return tuple(
        _result(skill_title(desk, skill), [moment for moment in evidence.moments if moment.skill == skill])
        for skill in talk.scenario.skills
    )


def _result(title: str, moments: list[Moment]) -> SkillResult:
    handled = sum(moment.handled_well for moment in moments)
    sentence = f"{title}: {handled} of {len(moments)} moments handled well" if moments else f"{title}: no moment met"
    return SkillResult(
        title=title,
        handled=handled,
        met=len(moments),
        levels=tuple(moment.shown.level for moment in moments if moment.shown),
        sentence=sentence,
    )


def _turn(desk: Desk, talk: Talk, here: Position, said: str) -> DebriefTurn:
    turn = talk.conversation.turn(here)
    assert turn is not None, "something was said here"
    words = talk.conversation.words(here)
    return DebriefTurn(
        number=here.number + 1,
        customer=fill(talk, words.customer),
        mood=words.mood,
        cue=fill(talk, turn.cue),
        calls_for=tuple(skill_title(desk, skill) for skill in turn.calls_for) if here.visit() == 1 else (),
        alternatives=tuple(
            _alternative(desk, talk, here, choice, chosen=choice.id == said)
            for choice in talk.conversation.offered(here, talk.attempt.seed)
        ),
    )


def _alternative(desk: Desk, talk: Talk, here: Position, choice: Choice, *, chosen: bool) -> AlternativeView:
    words = talk.conversation.words(talk.conversation.choose(here, choice.id))
    answer = " ".join(part for part in (fill(talk, choice.reaction), fill(talk, words.customer)) if part)
    return AlternativeView(
        id=choice.id,
        text=fill(talk, choice.say),
        chosen=chosen,
        answer=answer,
        mood=words.mood,
        shown=tuple(_shown(desk, key, level) for key, level in choice.shows.items()),
        why=fill(talk, choice.why),
        critical=critical_title(desk, choice.critical) if choice.critical else "",
    )


def _shown(desk: Desk, key: str, level: Level) -> ShownView:
    skill, _, indicator = key.partition(".")
    rubric = next((rubric for name, rubric in desk.library.rubrics().items() if name == skill), None)
    known = rubric.indicators.get(indicator) if rubric else None
    return ShownView(
        skill=rubric.title if rubric else skill,
        indicator=known.title if known else indicator,
        level=level,
        word=LEVEL_WORDS[level],
    )
