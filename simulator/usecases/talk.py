"""Talk with a customer: begin, resume, say something, take it back, ask for a hint.

A talk is a value. Each action makes its move durable first and only then returns the talk after it,
so a face can show nothing that could be lost.
"""

from dataclasses import dataclass, replace

from simulator.conversation.machine import Conversation, conversation_of
from simulator.conversation.replay import Trail, follow, replay
from simulator.domain.attempt import Attempt, Chose, Hinted, Move, Recorded, Rep, Rewound
from simulator.domain.ids import AttemptId, ScenarioId
from simulator.domain.scenario import Purpose, Scenario
from simulator.usecases.content import content_of, keep_content
from simulator.usecases.desk import Desk
from simulator.usecases.evidence import UNREADABLE
from simulator.usecases.refusal import Refused
from simulator.usecases.settling import settle_ended


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """An attempt in progress or ended, with all that follows from its moves."""

    rep: Rep
    attempt: Attempt
    conversation: Conversation
    trail: Trail
    key: str
    """The idempotency key of the next move: made when the prompt is shown."""
    waits: int = 0
    """How many moves are kept on this computer because the records' server could not be reached for the last one."""

    @property
    def scenario(self) -> Scenario:
        """The scenario in the version this attempt began with."""
        return self.conversation.scenario

    @property
    def practice(self) -> bool:
        """Whether coaching, hints and rewinding are open."""
        return self.attempt.purpose is Purpose.PRACTICE

    @property
    def ended(self) -> bool:
        """Whether an ending is reached."""
        return self.conversation.ending(self.trail.position) is not None


def begin(
    desk: Desk, rep: Rep, scenario_id: ScenarioId, purpose: Purpose | None = None, seed: int | None = None
) -> Talk:
    """Open a new attempt, or go on with the one that is open; Refused where the purpose does not fit."""
    loaded = desk.library.scenario(scenario_id)
    wanted, unfinished = _settled(desk, rep, loaded.scenario, purpose)
    if unfinished is not None:
        return resume(desk, unfinished.id)
    keep_content(desk, loaded)
    attempt = Attempt(
        id=AttemptId(desk.fresh_id()),
        rep=rep.id,
        scenario=scenario_id,
        content=loaded.digest,
        purpose=wanted,
        seed=desk.fresh_seed() if seed is None else seed,
        started=desk.now(),
    )
    desk.records.begin(attempt)
    return _talk(desk, rep, attempt)


def purpose_of(desk: Desk, rep: Rep, scenario_id: ScenarioId, asked: Purpose | None = None) -> Purpose:
    """Return what beginning a scenario now would be; Refused where the purpose asked for does not fit."""
    return _settled(desk, rep, desk.library.scenario(scenario_id).scenario, asked)[0]


def resume(desk: Desk, attempt_id: AttemptId) -> Talk:
    """Go on with an attempt at the turn where it stopped."""
    attempt = desk.records.attempt(attempt_id)
    if attempt is None:
        raise Refused(f'There is no attempt "{attempt_id}" in these records; `simulator attempts` lists them.')
    rep = desk.records.rep(attempt.rep)
    assert rep is not None, "attempts refer to reps"
    return _talk(desk, rep, attempt)


def practise_from(desk: Desk, talk: Talk, choices: int, seed: int | None = None) -> Talk:
    """Open a practice attempt on the same content, after the first so many standing choices of another."""
    _check_purpose(desk, talk.rep, talk.scenario, Purpose.PRACTICE)
    at = desk.now()
    moves = tuple(
        Recorded(number=number, key=desk.fresh_id(), at=at, move=Chose(turn=step.turn, choice=step.choice))
        for number, step in enumerate(talk.trail.steps[:choices], start=1)
    )
    attempt = Attempt(
        id=AttemptId(desk.fresh_id()),
        rep=talk.rep.id,
        scenario=talk.attempt.scenario,
        content=talk.attempt.content,
        purpose=Purpose.PRACTICE,
        seed=talk.attempt.seed if seed is None else seed,
        started=at,
        moves=moves,
    )
    desk.records.begin(attempt)
    return _talk(desk, talk.rep, attempt)


def choose(desk: Desk, talk: Talk, choice_id: str) -> Talk:
    """Say something; returns only after the choice is stored durably."""
    return _move(desk, talk, Chose(turn=talk.trail.position.state.place, choice=choice_id))


def rewind(desk: Desk, talk: Talk) -> Talk:
    """Take the last standing choice back; Refused in an assessment and at the first turn."""
    _only_in_practice(talk, "taken back")
    if not talk.trail.steps:
        raise Refused("This is the first turn: there is nothing to take back.")
    return _move(desk, talk, Rewound(turn=talk.trail.steps[-1].turn))


def hint(desk: Desk, talk: Talk) -> Talk:
    """Ask for this turn's hint; Refused in an assessment."""
    _only_in_practice(talk, "hinted at")
    if talk.ended:
        raise Refused("The conversation has ended: the debrief says what there was to notice.")
    return talk if talk.trail.hinted else _move(desk, talk, Hinted(turn=talk.trail.position.state.place))


def open_attempt(desk: Desk, rep: Rep, scenario_id: ScenarioId) -> Attempt | None:
    """Return the rep's latest unfinished attempt at a scenario, or None."""
    for attempt in reversed(desk.records.attempts(rep.id)):
        if attempt.scenario == scenario_id and _can_go_on(desk, rep, attempt):
            return attempt
    return None


def _can_go_on(desk: Desk, rep: Rep, attempt: Attempt) -> bool:
    """Tell whether an attempt is unfinished; one that cannot be read must not keep anybody from a new one."""
    try:
        return not _talk(desk, rep, attempt).ended
    except UNREADABLE:
        return False


def _move(desk: Desk, talk: Talk, move: Move) -> Talk:
    recorded = Recorded(number=len(talk.attempt.moves) + 1, key=talk.key, at=desk.now(), move=move)
    # Follow it first: a move that does not fit must never be stored.
    trail = follow(talk.conversation, talk.trail, recorded)
    desk.records.add(talk.attempt.id, recorded)
    waits = desk.records.undelivered()
    after = replace(talk, attempt=talk.attempt.after(recorded), trail=trail, key=desk.fresh_id(), waits=waits)
    if after.ended and not waits:
        settle_ended(desk, after.attempt)
    return after


def _talk(desk: Desk, rep: Rep, attempt: Attempt) -> Talk:
    conversation = conversation_of(content_of(desk, attempt.content, attempt.scenario))
    trail = replay(conversation, attempt.moves)
    return Talk(rep=rep, attempt=attempt, conversation=conversation, trail=trail, key=desk.fresh_id())


def _settled(desk: Desk, rep: Rep, scenario: Scenario, asked: Purpose | None) -> tuple[Purpose, Attempt | None]:
    """Settle the purpose, with the open attempt to go on with; Refused where the purpose does not fit."""
    unfinished = open_attempt(desk, rep, scenario.id)
    wanted = asked or _fitting(desk, rep, scenario, unfinished)
    if unfinished is not None and unfinished.purpose is wanted:
        return wanted, unfinished
    _check_purpose(desk, rep, scenario, wanted)
    return wanted, None


def _fitting(desk: Desk, rep: Rep, scenario: Scenario, unfinished: Attempt | None) -> Purpose:
    """Assess what is fresh and made for it; practise everything else."""
    if scenario.purpose is Purpose.PRACTICE:
        return Purpose.PRACTICE
    if unfinished is not None:
        return unfinished.purpose
    return Purpose.PRACTICE if scenario.id in desk.records.seen(rep.id) else Purpose.ASSESSMENT


def _check_purpose(desk: Desk, rep: Rep, scenario: Scenario, wanted: Purpose) -> None:
    seen = scenario.id in desk.records.seen(rep.id)
    if wanted is Purpose.ASSESSMENT:
        if scenario.purpose is not Purpose.ASSESSMENT:
            raise Refused(f'"{scenario.id}" is a practice conversation: leave out --assess to practise it.')
        if seen:
            raise Refused(
                f'You have met "{scenario.id}" before, and an assessment counts only at first sight. '
                "Leave out --assess to practise it."
            )
    elif scenario.purpose is Purpose.ASSESSMENT and not seen:
        raise Refused(
            f'"{scenario.id}" is kept fresh for your assessment: it can be practised once you have taken it. '
            "Add --assess to take it now."
        )


def _only_in_practice(talk: Talk, what: str) -> None:
    if not talk.practice:
        raise Refused(f"This is an assessment: nothing can be {what} here. The debrief comes at the end.")
