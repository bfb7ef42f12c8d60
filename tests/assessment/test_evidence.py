"""What a replayed attempt shows."""

from datetime import UTC, datetime, timedelta

import pytest

from simulator.assessment.evidence import evidence_of
from simulator.domain.attempt import Attempt
from simulator.domain.evidence import AttemptEvidence, Step
from simulator.domain.ids import AttemptId, Digest, RepId, ScenarioId, SkillId
from simulator.domain.rubric import Level
from simulator.domain.scenario import Choice, Customer, Difficulty, Ending, Outcome, Purpose, Scenario, Turn

EMPATHY, LISTENING = SkillId("empathy"), SkillId("active-listening")
START = datetime(2026, 3, 1, 10, tzinfo=UTC)

SCENARIO = Scenario(
    format=1,
    id=ScenarioId("late-delivery"),
    title="The late delivery",
    summary="",
    purpose=Purpose.ASSESSMENT,
    level=Difficulty.CORE,
    minutes=5,
    skills=(EMPATHY, LISTENING),
    customer=Customer(name="Dana Whitfield"),
    briefing="",
    goal="",
    start="opening",
    turns={
        "opening": Turn(
            customer="Where is it?",
            calls_for=(EMPATHY,),
            choices=(
                Choice(id="own", say="We missed it.", to="both", shows={"empathy.names-stake": Level.EXEMPLARY}),
                Choice(id="blame", say="The carrier…", to="both", shows={"empathy.names-stake": Level.HARMFUL}),
                Choice(id="loop", say="Sorry?", to="opening", shows={"empathy.names-stake": Level.MISSED}),
            ),
        ),
        "both": Turn(
            customer="Friday matters.",
            calls_for=(EMPATHY, LISTENING),
            choices=(
                Choice(
                    id="ask",
                    say="What is on Friday?",
                    to="chat",
                    shows={"active-listening.asks-open": Level.EFFECTIVE, "empathy.names-stake": Level.MISSED},
                ),
                Choice(
                    id="two-tags",
                    say="Tell me.",
                    to="chat",
                    shows={"active-listening.asks-open": Level.MISSED, "active-listening.plays-back": Level.EXEMPLARY},
                ),
            ),
        ),
        "chat": Turn(
            customer="Well?",
            choices=(
                Choice(id="promise", say="Tonight, surely.", to="chat", critical="overpromise"),
                Choice(id="bye", say="Goodbye.", to="end", shows={"empathy.names-stake": Level.EXEMPLARY}),
            ),
        ),
    },
    endings={"end": Ending(outcome=Outcome.SAVED, customer="Bye.", debrief="")},
)


def step(turn: str, choice: str, visit: int = 1, minute: int = 1) -> Step:
    return Step(turn=turn, choice=choice, visit=visit, at=START + timedelta(minutes=minute))


def shown_by(
    *steps: Step, open_turn: str | None = None, purpose: Purpose = Purpose.ASSESSMENT, first_sight: bool = True
) -> AttemptEvidence:
    attempt = Attempt(
        id=AttemptId("a1"),
        rep=RepId("ana"),
        scenario=SCENARIO.id,
        content=Digest("d" * 64),
        purpose=purpose,
        seed=7,
        started=START,
    )
    ending = "end" if steps and steps[-1].choice == "bye" else None
    opened_at = START + timedelta(minutes=9)
    return evidence_of(attempt, SCENARIO, steps, open_turn, opened_at, ending, first_sight=first_sight)


def levels(evidence: AttemptEvidence) -> list[tuple[str, str, Level | None]]:
    return [(m.turn, m.skill, m.shown.level if m.shown else None) for m in evidence.moments]


def test_each_skill_a_turn_calls_for_is_one_moment_with_its_own_level() -> None:
    evidence = shown_by(step("opening", "own"), step("both", "ask"))
    assert levels(evidence) == [
        ("opening", EMPATHY, Level.EXEMPLARY),
        ("both", EMPATHY, Level.MISSED),
        ("both", LISTENING, Level.EFFECTIVE),
    ]


def test_a_moment_names_its_indicator_its_choice_and_when_it_was_said() -> None:
    moment = shown_by(step("opening", "blame", minute=4)).moments[0]
    assert moment.shown is not None
    assert (moment.shown.indicator, moment.shown.choice) == ("names-stake", "blame")
    assert moment.at == START + timedelta(minutes=4)


def test_a_moment_carries_the_attempt_it_comes_from() -> None:
    moment = shown_by(step("opening", "own"), purpose=Purpose.PRACTICE, first_sight=False).moments[0]
    assert (moment.attempt, moment.scenario, moment.content) == ("a1", "late-delivery", "d" * 64)
    assert (moment.purpose, moment.first_sight, moment.counts) == (Purpose.PRACTICE, False, False)


def test_only_the_first_visit_to_a_turn_counts_so_that_a_loop_farms_nothing() -> None:
    evidence = shown_by(step("opening", "loop"), step("opening", "own", visit=2, minute=2))
    assert levels(evidence) == [("opening", EMPATHY, Level.MISSED)]


def test_the_open_turn_is_met_but_not_answered() -> None:
    evidence = shown_by(step("opening", "own"), open_turn="both")
    assert levels(evidence)[1:] == [("both", EMPATHY, None), ("both", LISTENING, None)]
    assert {moment.at for moment in evidence.moments[1:]} == {START + timedelta(minutes=9)}


def test_an_attempt_opened_and_left_at_once_has_met_its_first_moment() -> None:
    evidence = shown_by(open_turn="opening")
    assert levels(evidence) == [("opening", EMPATHY, None)]
    assert (evidence.started, evidence.last, evidence.ending) == (START, START, None)


def test_an_open_turn_that_was_answered_before_is_no_new_moment() -> None:
    assert levels(shown_by(step("opening", "loop"), open_turn="opening")) == [("opening", EMPATHY, Level.MISSED)]


def test_a_turn_that_calls_for_no_skill_gives_no_moment_whatever_the_choice_shows() -> None:
    assert levels(shown_by(step("chat", "bye"))) == []
    assert levels(shown_by(open_turn="chat")) == []


def test_of_two_tags_for_one_skill_the_first_is_its_level() -> None:
    assert ("both", LISTENING, Level.MISSED) in levels(shown_by(step("both", "two-tags")))


def test_a_choice_that_shows_nothing_of_a_skill_called_for_leaves_the_moment_met() -> None:
    """Such content does not pass the checks; old content must still replay without praise or blame."""
    assert ("both", EMPATHY, None) in levels(shown_by(step("both", "two-tags")))


def test_a_critical_error_counts_at_every_visit() -> None:
    evidence = shown_by(step("chat", "promise", minute=1), step("chat", "promise", visit=2, minute=2))
    assert [(e.error, e.turn, e.choice, e.at) for e in evidence.critical] == [
        ("overpromise", "chat", "promise", START + timedelta(minutes=1)),
        ("overpromise", "chat", "promise", START + timedelta(minutes=2)),
    ]
    assert {(e.attempt, e.scenario, e.purpose) for e in evidence.critical} == {
        ("a1", "late-delivery", Purpose.ASSESSMENT)
    }


def test_an_attempt_without_critical_choices_has_no_critical_error() -> None:
    assert shown_by(step("opening", "own")).critical == ()


def test_the_last_standing_move_and_the_ending_are_kept() -> None:
    evidence = shown_by(step("opening", "own", minute=2), step("chat", "bye", minute=6))
    assert (evidence.last, evidence.ending) == (START + timedelta(minutes=6), "end")


def test_a_step_that_does_not_fit_the_scenario_is_the_callers_mistake() -> None:
    with pytest.raises(KeyError):
        shown_by(step("opening", "sing"))
