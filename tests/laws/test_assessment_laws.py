"""Laws of judging that hold for every record."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from assessment.notation import BAR, EMPATHY, day, record, reviewed, told
from hypothesis import assume, example, given
from hypothesis import strategies as st
from strategies import scenarios

from simulator.assessment.evidence import evidence_of
from simulator.assessment.mastery import MOST_MOMENTS
from simulator.assessment.verdict import decide
from simulator.assessment.window import counts_until
from simulator.conversation.machine import Conversation
from simulator.conversation.replay import Trail, follow, replay
from simulator.domain.attempt import Attempt, Chose, Move, Recorded, Rewound
from simulator.domain.evidence import AttemptEvidence
from simulator.domain.ids import AttemptId, Digest, RepId
from simulator.domain.rubric import Bar
from simulator.domain.scenario import Purpose, Scenario
from simulator.domain.verdict import Blocked, Expired, NotEnough, NotYet, Ready, Standing, Verdict

NOW = day(120)
INSTANT = timedelta(microseconds=1)
NOISE = 1e-12
RANK: dict[type[Verdict], int] = {Blocked: 0, NotYet: 1, NotEnough: 2, Expired: 3, Ready: 4}
BETTER = {"x": "-", "-": "+", "+": "*"}

# One string is how strong a rep is: uniformly drawn marks would hardly ever make anyone ready.
STRENGTHS = ("+", "+*", "+++++-", "+-", "-x", "++++?")

BARS = st.sampled_from((BAR, replace(BAR, sure=80, min_moments=3), replace(BAR, correlation=0.0, gap=20)))


def rank(verdict: Verdict) -> int:
    return RANK[type(verdict)]


@st.composite
def lines(draw: st.DrawFn, marks: str | None = None, least: int = 0) -> list[str]:
    """Records in the notation: fresh assessments of a rep of some strength, on days 0 to 120."""
    strength = st.sampled_from(marks or draw(st.sampled_from(STRENGTHS)))
    shown = st.text(strength, min_size=1, max_size=5)
    days = draw(st.lists(st.integers(0, 120), min_size=least, max_size=8))
    return [
        f"s{n} day {on}: communication {draw(shown)} empathy {draw(shown)}{draw(st.sampled_from(('', '+++')))}"
        for n, on in enumerate(days)
    ]


def judged(text: Sequence[str], bar: Bar = BAR) -> Verdict:
    return decide(record("\n".join(text)) if text else (), bar, NOW)


def chances(verdict: Verdict) -> list[float]:
    return [mastery.chance for mastery in verdict.skills.values()]


def improved(text: list[str], data: st.DataObject) -> list[str]:
    """Raise one answered moment by one level."""
    places = [(n, i) for n, line in enumerate(text) for i in range(line.index(":"), len(line)) if _is_mark(line, i)]
    assume(places)
    n, i = data.draw(st.sampled_from(places))
    line = text[n]
    return [*text[:n], f"{line[:i]}{BETTER[line[i]]}{line[i + 1 :]}", *text[n + 1 :]]


def _is_mark(line: str, place: int) -> bool:
    return line[place] in BETTER and not line[place - 1].isalpha()


@given(lines(least=1), BARS, st.data())
def test_better_evidence_never_lowers_a_chance_nor_a_verdict(text: list[str], bar: Bar, data: st.DataObject) -> None:
    before, after = judged(text, bar), judged(improved(text, data), bar)
    assert all(new >= old - NOISE for old, new in zip(chances(before), chances(after), strict=True))
    assert rank(after) >= rank(before)
    if isinstance(before, Ready):
        assert isinstance(after, Ready)
        assert after.until >= before.until


@given(lines(), BARS, st.integers(0, 120), st.text("+*", min_size=1, max_size=5))
def test_more_good_moments_never_lower_a_chance_nor_take_ready_away(
    text: list[str], bar: Bar, on: int, marks: str
) -> None:
    before, after = judged(text, bar), judged([*text, f"new day {on}: empathy {marks}"], bar)
    assert all(new >= old - NOISE for old, new in zip(chances(before), chances(after), strict=True))
    if isinstance(before, Ready):
        assert isinstance(after, Ready)
        assert after.until >= before.until


@given(lines(marks="++++?", least=1), BARS)
def test_answering_an_open_moment_well_never_lowers_a_chance_nor_takes_ready_away(text: list[str], bar: Bar) -> None:
    before, after = judged(text, bar), judged([line.replace("?", "+") for line in text], bar)
    assert all(new >= old - NOISE for old, new in zip(chances(before), chances(after), strict=True))
    assert not isinstance(before, Ready) or isinstance(after, Ready)


@given(lines(), BARS, st.data())
def test_the_order_of_evidence_within_the_window_changes_nothing(
    text: list[str], bar: Bar, data: st.DataObject
) -> None:
    evidence = [told(line) for line in text]
    shuffled = [
        replace(each, moments=tuple(data.draw(st.permutations(each.moments))))
        for each in data.draw(st.permutations(evidence))
    ]
    ours, theirs = decide(evidence, bar, NOW), decide(shuffled, bar, NOW)
    assert (type(theirs), theirs.skills, theirs.next) == (type(ours), ours.skills, ours.next)
    assert [each.attempt for each in theirs.evidence] == [each.attempt for each in ours.evidence]


@given(lines(), BARS, st.data())
def test_the_days_within_the_window_change_no_verdict(text: list[str], bar: Bar, data: st.DataObject) -> None:
    """Evidence of yesterday and of two months ago weighs the same."""
    shown = [line.partition(":")[2] for line in text]
    days = data.draw(st.lists(st.integers(30, 120), min_size=len(text), max_size=len(text)))
    one = [f"s{n} day 100:{marks}" for n, marks in enumerate(shown)]
    other = [f"s{n} day {on}:{marks}" for n, (on, marks) in enumerate(zip(days, shown, strict=True))]
    assert chances(judged(one, bar)) == chances(judged(other, bar))
    assert type(judged(one, bar)) is type(judged(other, bar))


@given(lines(), lines(), st.sampled_from(["practice", "practice critical", "replay", "practice left", "replay left"]))
def test_practice_and_replays_never_help_nor_harm(text: list[str], other: list[str], flag: str) -> None:
    ignored = [line.replace(":", f" {flag}:") for line in other]
    assert judged([*text, *ignored]) == judged(text)


@given(lines(), BARS, st.integers(0, 120), st.sampled_from(["empathy ?", "communication ? empathy ?", ""]))
@example(
    ["s0 day 90: communication ++++++++++++ empathy ++++++++++++", "s1 day 91: communication ++++++ empathy ++++++"],
    BAR,
    100,
    "communication ? empathy ?",
)
def test_opening_an_assessment_and_leaving_it_never_helps(text: list[str], bar: Bar, on: int, met: str) -> None:
    before, after = judged(text, bar), judged([*text, f"new day {on} left: {met}"], bar)
    assert all(new <= old + NOISE for old, new in zip(chances(before), chances(after), strict=True))
    assert rank(after) <= rank(before)


@given(lines(marks="+*", least=3))
def test_opening_and_leaving_does_not_lift_a_block(text: list[str]) -> None:
    blocked = ["bad day 0 critical: empathy +", *text[:2]]
    reviews = [reviewed("bad-day-0-critical", 0)]
    left = [f"left{n} day 119 left: empathy ?" for n in range(4)]
    assert isinstance(decide(record("\n".join([*blocked, *left])), BAR, NOW, reviews=reviews), Blocked)


@given(lines(), BARS, st.integers(0, 400))
def test_only_evidence_that_ages_out_changes_a_verdict(text: list[str], bar: Bar, on: int) -> None:
    """Between two instants at which evidence ages out, time changes nothing but the date on the verdict."""
    evidence = [told(line) for line in text]
    now = day(120 + on)
    later = min((end for each in evidence if (end := counts_until(each, bar)) >= now), default=now + timedelta(days=99))
    early, late = decide(evidence, bar, now), decide(evidence, bar, later)
    assert replace(late, at=now) == early


@given(lines(marks="+*", least=3), BARS)
def test_ready_lasts_to_the_instant_it_names_and_then_expires(text: list[str], bar: Bar) -> None:
    evidence = [told(line) for line in text]
    verdict = decide(evidence, bar, NOW)
    assume(isinstance(verdict, Ready))
    assert isinstance(verdict, Ready)
    assert isinstance(decide(evidence, bar, verdict.until), Ready)
    after = decide(evidence, bar, verdict.until + INSTANT)
    assert isinstance(after, Expired)
    assert after.since == verdict.until


@given(lines(marks="+*"), BARS, st.lists(st.integers(0, 300), min_size=2, max_size=6))
def test_expiry_is_final_for_a_record_of_good_moments(text: list[str], bar: Bar, waits: list[int]) -> None:
    evidence = [told(line) for line in text]
    ranks = [rank(decide(evidence, bar, day(120 + wait))) for wait in sorted(waits)]
    assert ranks == sorted(ranks, reverse=True)


@given(lines(), BARS)
def test_when_all_evidence_is_gone_only_the_memory_of_ready_is_left(text: list[str], bar: Bar) -> None:
    evidence = [told(line) for line in text]
    ends = sorted({counts_until(each, bar) for each in evidence})
    newest = max((each.last for each in evidence), default=NOW)
    was_ready = [end for end in ends if end >= newest and isinstance(decide(evidence, bar, end), Ready)]
    verdict = decide(evidence, bar, day(1000))
    assert isinstance(verdict, Expired if was_ready else NotEnough)
    if isinstance(verdict, Expired):
        assert verdict.since == was_ready[-1]


@given(lines(), BARS)
def test_the_moments_said_to_be_needed_are_enough_and_the_fewest(text: list[str], bar: Bar) -> None:
    needed = judged(text, bar).skills[EMPATHY].more_moments
    assume(needed < MOST_MOMENTS)

    def with_more(moments: int) -> Standing:
        fresh = [f"f{n} day 120: empathy {'+' * min(3, moments - n)}" for n in range(0, moments, 3)]
        return judged([*text, *fresh], bar).skills[EMPATHY].standing

    assert with_more(needed) is Standing.MET
    assert needed == 0 or with_more(needed - 1) is not Standing.MET


@given(lines(least=1))
def test_every_verdict_stands_on_nothing_but_counting_evidence(text: list[str]) -> None:
    for mastery in judged(text).skills.values():
        assert mastery.met == len(mastery.moments)
        assert all(moment.counts for moment in mastery.moments)
        assert 0 <= mastery.low <= mastery.high <= 1
        assert 0 <= mastery.chance <= 1


def evidence_from(scenario: Scenario, trail: Trail, moves: Sequence[Recorded]) -> AttemptEvidence:
    attempt = Attempt(
        id=AttemptId("a1"),
        rep=RepId("ana"),
        scenario=scenario.id,
        content=Digest("0" * 64),
        purpose=Purpose.PRACTICE,
        seed=1,
        started=day(0),
    )
    place = trail.position.state.place
    ending = place if place in scenario.endings else None
    opened_at = moves[-1].at if moves else day(0)
    return evidence_of(attempt, scenario, trail.steps, None if ending else place, opened_at, ending, first_sight=True)


def wandered(scenario: Scenario, data: st.DataObject) -> list[Recorded]:
    """Make up to a dozen moves through a scenario."""
    conversation, moves = Conversation(scenario), list[Recorded]()
    trail = replay(conversation, moves)
    while len(moves) < 12 and (offered := conversation.table.offered(trail.position.state)):
        choice = data.draw(st.sampled_from(offered)).id
        moves.append(_move(len(moves) + 1, Chose(turn=trail.position.state.place, choice=choice)))
        trail = follow(conversation, trail, moves[-1])
    return moves


def _move(number: int, move: Move) -> Recorded:
    return Recorded(number=number, key=f"k{number}", at=day(0) + timedelta(seconds=number), move=move)


@given(scenarios(), st.data())
def test_no_turn_gives_a_skill_twice_however_often_it_is_visited(scenario: Scenario, data: st.DataObject) -> None:
    moves = wandered(scenario, data)
    trail = replay(Conversation(scenario), moves)
    evidence = evidence_from(scenario, trail, moves)
    found = [(moment.turn, moment.skill) for moment in evidence.moments]
    visited = {*(step.turn for step in trail.steps), trail.position.state.place}
    called = {(turn, skill) for turn in visited & scenario.turns.keys() for skill in scenario.turns[turn].calls_for}
    assert len(found) == len(set(found))
    assert set(found) == called


@given(scenarios(), st.data())
def test_what_was_rewound_shows_nothing(scenario: Scenario, data: st.DataObject) -> None:
    moves = wandered(scenario, data)
    assume(moves)
    conversation, kept = Conversation(scenario), data.draw(st.integers(0, len(moves) - 1))
    turns = [move.move.turn for move in moves]
    back = [_move(len(moves) + 1 + n, Rewound(turn=turn)) for n, turn in enumerate(reversed(turns[kept:]))]
    undone = evidence_from(scenario, replay(conversation, [*moves, *back]), moves[:kept])
    never = evidence_from(scenario, replay(conversation, moves[:kept]), moves[:kept])
    assert undone == never


PRINT_VERDICTS = """
import random, sys
from assessment.notation import BAR, day, record, reviewed
from simulator.assessment.verdict import Offer, decide
from simulator.assessment.words import sentence_of
source = random.Random(5)
offers = [Offer(scenario=f"o{n}", moments={"empathy": n % 3 + 1, "communication": 2}) for n in range(5)]
for _ in range(int(sys.argv[1])):
    marks = source.choice(["+", "+++-", "+-", "-x", "+?"])
    text = [
        f"s{n} day {source.randint(0, 120)}{source.choice(['', '', '', ' practice', ' replay', ' critical'])}: "
        + " ".join(f"{skill} {''.join(source.choices(marks, k=4))}" for skill in ("empathy", "communication"))
        for n in range(source.randint(0, 9))
    ]
    evidence = record("\\n".join(text)) if text else ()
    reviews = [reviewed(each.attempt, source.randint(0, 120)) for each in evidence if each.critical]
    verdict = decide(evidence, BAR, day(120), reviews=reviews, offers=offers)
    print(type(verdict).__name__, verdict, sentence_of(verdict, BAR, {}))
"""


def test_verdicts_are_the_same_under_every_hash_seed_and_locale(full: bool) -> None:  # noqa: FBT001 - a fixture
    root = Path(__file__).parents[2]
    printed = {
        subprocess.run(
            [sys.executable, "-c", PRINT_VERDICTS, "2000" if full else "40"],
            env={**os.environ, "PYTHONPATH": f"{root}:{root / 'tests'}", "PYTHONHASHSEED": seed, "LC_ALL": locale},
            check=True,
            capture_output=True,
            timeout=300,
        ).stdout
        for seed, locale in (("0", "C"), ("1", "C.UTF-8"), ("2", "POSIX"))
    }
    assert len(printed) == 1
    assert printed.pop().count(b"\n") == (2000 if full else 40)
