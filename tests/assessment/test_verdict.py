"""Which of the five verdicts a record gets, and what each carries."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from assessment.notation import BAR, COMMUNICATION, EMPATHY, ONE_SKILL, day, record, reviewed, told

from simulator.assessment.verdict import Offer, decide
from simulator.domain.evidence import AttemptEvidence
from simulator.domain.ids import ScenarioId, SkillId
from simulator.domain.verdict import Blocked, Expired, NextStep, NotEnough, NotYet, Ready, Standing, Verdict

INSTANT = timedelta(microseconds=1)

GOOD = """
    acme  day 1: empathy +++++ communication +++++
    birch day 2: empathy +++++ communication +++++
    cedar day 3: empathy +++++ communication +++++
"""


def offer(scenario: str, **moments: int) -> Offer:
    return Offer(scenario=ScenarioId(scenario), moments={SkillId(skill): number for skill, number in moments.items()})


def judged(text: str, on_day: float = 10) -> Verdict:
    return decide(record(text), BAR, day(on_day))


def test_ready_when_every_skill_meets_the_bar() -> None:
    verdict = judged(GOOD)
    assert isinstance(verdict, Ready)
    assert {mastery.standing for mastery in verdict.skills.values()} == {Standing.MET}
    assert [each.scenario for each in verdict.evidence] == ["acme", "birch", "cedar"]


def test_one_weak_skill_is_enough_not_to_be_ready() -> None:
    """Never an average across skills."""
    verdict = judged("""
        acme  day 1: empathy +++++ communication ++
        birch day 2: empathy +++++ communication ++
        cedar day 3: empathy +++++ communication ++
    """)
    assert isinstance(verdict, NotEnough)
    assert verdict.missing == (COMMUNICATION,)


def test_ready_until_the_first_skill_lapses() -> None:
    later = "dogwood day 30: communication +++++\nelm day 31: communication +++++\nfir day 32: communication +++++"
    verdict = judged(f"{GOOD.strip()}\n{later}", on_day=40)
    assert isinstance(verdict, Ready)
    assert verdict.skills[COMMUNICATION].lapses == day(30 + 90)
    assert verdict.until == day(1 + 90)


def test_ready_holds_through_the_instant_it_names_and_no_longer() -> None:
    evidence = record(GOOD)
    verdict = decide(evidence, BAR, day(10))
    assert isinstance(verdict, Ready)
    assert isinstance(decide(evidence, BAR, verdict.until), Ready)
    after = decide(evidence, BAR, verdict.until + INSTANT)
    assert isinstance(after, Expired)
    assert after.since == verdict.until


def test_a_known_gap_is_named() -> None:
    verdict = judged("""
        acme  day 1: empathy --- communication +++++
        birch day 2: empathy --- communication +++++
        cedar day 3: empathy --- communication +++++
    """)
    assert isinstance(verdict, NotYet)
    assert verdict.gaps == (EMPATHY,)


def test_a_gap_weighs_more_than_missing_evidence() -> None:
    verdict = judged("acme day 1: empathy ---\nbirch day 2: empathy ---\ncedar day 3: empathy ---")
    assert isinstance(verdict, NotYet)


def test_nothing_recorded_is_not_enough_evidence() -> None:
    verdict = decide((), BAR, day(0))
    assert isinstance(verdict, NotEnough)
    assert verdict.missing == (COMMUNICATION, EMPATHY)
    assert (verdict.evidence, verdict.next) == ((), None)


@pytest.mark.parametrize("flag", ["practice", "replay"])
def test_practice_and_replays_never_matter(flag: str) -> None:
    others = f"dogwood day 4 {flag}: empathy xxxxxxxx\nacme day 5 {flag}: communication ********"
    assert judged(f"{GOOD.strip()}\n{others}") == judged(GOOD)
    assert judged(others) == judged("elm day 1 practice: empathy +")


def test_a_critical_error_in_practice_blocks_nobody() -> None:
    assert isinstance(judged(f"{GOOD.strip()}\ndogwood day 4 practice critical: empathy +"), Ready)


def test_a_critical_error_blocks_even_a_rep_who_meets_the_bar() -> None:
    verdict = judged(f"{GOOD.strip()}\ndogwood day 4 critical: empathy +++ communication +++")
    assert isinstance(verdict, Blocked)
    assert [(error.attempt, error.error) for error in verdict.errors] == [("dogwood-day-4-critical", "overpromise")]
    assert (verdict.reviewed, verdict.clean_needed) == (False, 3)


@pytest.mark.parametrize("flags", ["left critical", "replay critical"])
def test_any_assessment_with_a_critical_error_blocks(flags: str) -> None:
    assert isinstance(judged(f"{GOOD.strip()}\ndogwood day 4 {flags}: empathy +"), Blocked)


def test_a_critical_error_never_ages() -> None:
    verdict = decide(record("acme day 1 critical: empathy +"), BAR, day(1000))
    assert isinstance(verdict, Blocked)
    assert verdict.evidence == ()


BLOCKED = "acme day 1 critical: empathy +++++ communication +++++"
CLEAN = """
    birch day 3: empathy +++++ communication +++++
    cedar day 4: empathy +++++ communication +++++
    elm   day 5: empathy +++++ communication +++++
"""


def after_review(text: str, *days: float) -> Verdict:
    reviews = [reviewed("acme-day-1-critical", each) for each in days]
    return decide(record(f"{BLOCKED}\n{text.strip()}"), BAR, day(10), reviews=reviews)


def test_a_review_and_three_clean_fresh_assessments_open_the_way() -> None:
    assert isinstance(after_review(CLEAN, 2), Ready)


def test_clean_assessments_without_a_review_open_nothing() -> None:
    verdict = after_review(CLEAN)
    assert isinstance(verdict, Blocked)
    assert (verdict.reviewed, verdict.clean_needed) == (False, 3)


def test_clean_assessments_count_only_when_begun_after_the_review() -> None:
    verdict = after_review(CLEAN, 3)
    assert isinstance(verdict, Blocked)
    assert (verdict.reviewed, verdict.clean_needed) == (True, 1)


def test_the_earliest_review_is_the_one_that_counts() -> None:
    assert isinstance(after_review(CLEAN, 9, 2), Ready)


@pytest.mark.parametrize("flag", ["left", "practice", "replay"])
def test_only_finished_fresh_assessments_are_clean(flag: str) -> None:
    verdict = after_review(CLEAN.replace("elm   day 5", f"elm day 5 {flag}"), 2)
    assert isinstance(verdict, Blocked)
    assert verdict.clean_needed == 1


def test_clean_assessments_of_one_scenario_count_once() -> None:
    verdict = after_review(CLEAN.replace("elm ", "cedar"), 2)
    assert isinstance(verdict, Blocked)
    assert verdict.clean_needed == 1


def test_a_second_critical_error_needs_its_own_review_and_is_not_clean() -> None:
    verdict = after_review(CLEAN.replace("elm   day 5", "elm day 5 critical"), 2)
    assert isinstance(verdict, Blocked)
    assert [error.scenario for error in verdict.errors] == ["acme", "elm"]
    assert (verdict.reviewed, verdict.clean_needed) == (False, 3)


def test_open_errors_are_listed_oldest_first_whatever_the_order_of_attempts() -> None:
    verdict = judged("late day 5 critical: empathy +\nearly day 2 critical: empathy +\nother day 3 critical: empathy +")
    assert isinstance(verdict, Blocked)
    assert [error.scenario for error in verdict.errors] == ["early", "other", "late"]


def test_a_review_does_not_speak_for_an_error_made_after_it() -> None:
    """The rep resumed the same attempt and did it again."""
    first = told("acme day 1 critical: empathy +")
    again = replace(first, critical=(*first.critical, replace(first.critical[0], at=day(3))))
    clean = record("birch day 4: empathy +\ncedar day 5: empathy +\nelm day 6: empathy +")
    verdict = decide((again, *clean), BAR, day(10), reviews=[reviewed("acme-day-1-critical", 2)])
    assert isinstance(verdict, Blocked)
    assert [error.at for error in verdict.errors] == [day(3)]
    both = [reviewed("acme-day-1-critical", 2), reviewed("acme-day-1-critical", 3)]
    assert not isinstance(decide((again, *clean), BAR, day(10), reviews=both), Blocked)


def test_a_review_of_another_attempt_opens_nothing() -> None:
    verdict = decide(record(f"{BLOCKED}\n{CLEAN.strip()}"), BAR, day(10), reviews=[reviewed("birch-day-3", 2)])
    assert isinstance(verdict, Blocked)


def test_a_bar_that_asks_for_no_clean_assessments_needs_the_review_alone() -> None:
    bar = replace(BAR, clean_after_critical=0)
    evidence = record(f"{BLOCKED}\n{CLEAN.strip()}")
    assert isinstance(decide(evidence, bar, day(10)), Blocked)
    assert isinstance(decide(evidence, bar, day(10), reviews=[reviewed("acme-day-1-critical", 9)]), Ready)


def test_expired_when_only_time_has_passed() -> None:
    verdict = judged(GOOD, on_day=200)
    assert isinstance(verdict, Expired)
    assert verdict.since == day(91)
    assert verdict.lapsed == (COMMUNICATION, EMPATHY)


def test_expired_shows_the_evidence_it_stood_on() -> None:
    verdict = judged(GOOD, on_day=200)
    assert [each.scenario for each in verdict.evidence] == ["acme", "birch", "cedar"]
    assert verdict.skills[EMPATHY].met == 0


def test_expired_names_only_the_skills_that_lapsed() -> None:
    later = "dogwood day 3: empathy +++++\nelm day 3: empathy +++++"
    verdict = judged(f"{GOOD.strip()}\n{later}", on_day=92)
    assert isinstance(verdict, Expired)
    assert (verdict.lapsed, verdict.since) == ((COMMUNICATION,), day(91))


def test_one_who_never_was_ready_does_not_expire() -> None:
    assert isinstance(judged("acme day 1: empathy +++", on_day=200), NotEnough)


def test_one_skill_that_was_met_is_not_a_rep_who_was_ready() -> None:
    verdict = judged(GOOD.replace("communication +++++", "communication +"), on_day=200)
    assert isinstance(verdict, NotEnough)


def test_new_evidence_after_expiry_starts_to_build_up_again() -> None:
    verdict = judged(f"{GOOD.strip()}\ndogwood day 150: empathy +++ communication +++", on_day=151)
    assert isinstance(verdict, NotEnough)


def test_opening_a_conversation_that_shows_nothing_does_not_undo_expiry() -> None:
    verdict = judged(f"{GOOD.strip()}\ndogwood day 150 left:", on_day=151)
    assert isinstance(verdict, Expired)


def test_an_old_gap_that_ages_out_can_leave_a_rep_ready_and_later_expired() -> None:
    """The rep was ready from the day the old misses aged out (31 + 90) until the first good one did."""
    text = """
        m1 day 31: empathy xxxxx
        m2 day 31: empathy xxxxx
        g1 day 60: empathy +++++
        g2 day 61: empathy +++++
        g3 day 62: empathy +++++
    """
    verdicts = [decide(record(text), ONE_SKILL, day(on)) for on in (70, 121, 122, 150, 151)]
    assert [type(each) for each in verdicts] == [NotEnough, NotEnough, Ready, Ready, Expired]
    assert isinstance(verdicts[-1], Expired)
    assert verdicts[-1].since == day(150)


def test_a_gap_in_what_is_left_says_more_than_expiry() -> None:
    text = "\n".join(
        (
            *(f"g{n} day 1: empathy ++++++++++" for n in range(12)),
            *(f"m{n} day 30: empathy ---" for n in range(3)),
        )
    )
    assert isinstance(decide(record(text), ONE_SKILL, day(31)), Ready)
    assert isinstance(decide(record(text), ONE_SKILL, day(92)), NotYet)


def test_next_is_the_offer_with_most_moments_for_the_least_certain_skill() -> None:
    evidence = record("acme day 1: empathy --+ communication +++")
    offers = [offer("oak", empathy=2, communication=9), offer("pine", empathy=4), offer("yew", empathy=3)]
    verdict = decide(evidence, BAR, day(2), offers=offers)
    assert verdict.next == NextStep(scenario=ScenarioId("pine"), skill=EMPATHY, moments=4)


def test_among_equal_offers_the_first_by_id_is_next() -> None:
    verdict = decide((), ONE_SKILL, day(2), offers=[offer("yew", empathy=3), offer("oak", empathy=3)])
    assert verdict.next == NextStep(scenario=ScenarioId("oak"), skill=EMPATHY, moments=3)


def test_among_equally_uncertain_skills_the_first_of_the_bar_is_next() -> None:
    verdict = decide((), BAR, day(2), offers=[offer("oak", empathy=9, communication=3)])
    assert verdict.next == NextStep(scenario=ScenarioId("oak"), skill=COMMUNICATION, moments=3)


def test_where_nothing_fresh_is_left_for_the_least_certain_skill_the_next_one_is_served() -> None:
    evidence = record("acme day 1: empathy --+ communication +++")
    verdict = decide(evidence, BAR, day(2), offers=[offer("oak", communication=3)])
    assert verdict.next == NextStep(scenario=ScenarioId("oak"), skill=COMMUNICATION, moments=3)


def test_a_met_skill_asks_for_no_assessment() -> None:
    evidence = record("acme day 1: empathy +++++\nbirch day 2: empathy +++++\ncedar day 3: empathy +++++")
    assert decide(evidence, BAR, day(4), offers=[offer("oak", empathy=3)]).next is None
    assert decide(evidence, ONE_SKILL, day(4), offers=[offer("oak", empathy=3)]).next is None


def test_nothing_fresh_left_means_no_next_step() -> None:
    assert decide((), BAR, day(2), offers=[offer("oak", listening=3)]).next is None


@pytest.mark.parametrize(
    ("text", "on_day", "kind"),
    [("acme day 1: empathy +", 2, NotEnough), (GOOD, 200, Expired), (CLEAN.replace("+", "-"), 10, NotYet)],
)
def test_every_verdict_that_needs_evidence_names_the_next_assessment(
    text: str, on_day: float, kind: type[Verdict]
) -> None:
    verdict = decide(record(text), BAR, day(on_day), offers=[offer("oak", empathy=3, communication=3)])
    assert isinstance(verdict, kind)
    assert verdict.next is not None
    assert verdict.next.scenario == "oak"


def test_while_a_review_is_due_no_fresh_assessment_is_spent() -> None:
    oak = [offer("oak", empathy=3)]
    evidence = record(BLOCKED)
    assert decide(evidence, BAR, day(5), offers=oak).next is None
    after = decide(evidence, BAR, day(5), offers=oak, reviews=[reviewed("acme-day-1-critical", 2)])
    assert after.next == NextStep(scenario=ScenarioId("oak"), skill=EMPATHY, moments=3)


def test_a_rep_who_meets_the_bar_but_is_blocked_is_still_sent_to_a_fresh_assessment() -> None:
    evidence = record(f"{GOOD.strip()}\ndogwood day 4 critical: empathy +++ communication +++")
    reviews = [reviewed("dogwood-day-4-critical", 5)]
    verdict = decide(evidence, BAR, day(6), reviews=reviews, offers=[offer("oak", empathy=2)])
    assert isinstance(verdict, Blocked)
    assert verdict.next == NextStep(scenario=ScenarioId("oak"), skill=EMPATHY, moments=2)


def test_evidence_stands_oldest_first_and_leaves_out_what_is_too_old_or_does_not_count() -> None:
    verdict = judged(
        """
        late  day 99: empathy +
        early day 20: empathy +
        old   day 1: empathy +
        other day 50 practice: empathy +
        again day 50 replay: empathy +
        """,
        on_day=100,
    )
    assert [each.scenario for each in verdict.evidence] == ["early", "late"]


@pytest.mark.parametrize(
    "spoilt",
    [
        replace(told("acme day 1: empathy +"), last=datetime(2026, 1, 2, 9)),  # noqa: DTZ001 - the mistake
        replace(told("acme day 1: empathy +"), started=datetime(2026, 1, 2, 9)),  # noqa: DTZ001 - the mistake
    ],
)
def test_a_time_without_a_zone_is_the_callers_mistake(spoilt: AttemptEvidence) -> None:
    with pytest.raises(ValueError, match="names no time zone"):
        decide([spoilt], BAR, day(5))


def test_judging_at_a_time_without_a_zone_is_the_callers_mistake() -> None:
    with pytest.raises(ValueError, match="names no time zone"):
        decide((), BAR, datetime(2026, 1, 2, 9))  # noqa: DTZ001 - the mistake


def test_the_zone_of_the_caller_changes_nothing() -> None:
    elsewhere = day(91).astimezone(timezone(timedelta(hours=14)))
    verdict = decide(record(GOOD), BAR, elsewhere)
    assert verdict == decide(record(GOOD), BAR, day(91))
    assert verdict.at.tzinfo is UTC


def test_a_clock_set_back_takes_no_evidence_away() -> None:
    assert isinstance(judged(GOOD, on_day=-365), Ready)


def test_a_bar_without_skills_is_refused() -> None:
    with pytest.raises(ValueError, match="without skills"):
        decide((), replace(BAR, skills=()), day(0))
