"""What people read."""

from dataclasses import replace

import pytest
from assessment.notation import BAR, EMPATHY, TITLES, day, record, reviewed

from simulator.assessment.mastery import masteries
from simulator.assessment.verdict import decide
from simulator.assessment.words import label_of, percent, sentence_of, standing_sentence, surety
from simulator.domain.attempt import Review
from simulator.domain.rubric import Bar

GOOD = """
    acme  day 1: empathy +++++ communication +++++
    birch day 2: empathy +++++ communication +++++
    cedar day 3: empathy +++++ communication +++++
"""


def said(text: str, on_day: float = 10, bar: Bar = BAR, reviews: tuple[Review, ...] = ()) -> tuple[str, str]:
    verdict = decide(record(text), bar, day(on_day), reviews=reviews)
    return label_of(verdict), sentence_of(verdict, bar, TITLES)


def test_ready_says_how_sure_of_what_and_until_when() -> None:
    label, sentence = said(GOOD)
    assert label == "Ready"
    assert sentence == (
        "Ready: at least 90 % sure that this rep would choose well in at least 75 % of the moments that call for "
        "each skill, on customers never seen before, in at least 3 different scenarios within 90 days, "
        "with no open critical error. This holds until 2026-04-02."
    )


def test_ready_counts_one_scenario_and_one_day_in_the_singular() -> None:
    _, sentence = said(GOOD, on_day=3, bar=replace(BAR, min_scenarios=1, evidence_days=1))
    assert "in at least 1 different scenario within 1 day, with" in sentence


def test_not_yet_names_the_gap() -> None:
    label, sentence = said(GOOD.replace("empathy +++++", "empathy ---"))
    assert label == "Not yet"
    assert sentence == (
        "Not yet: Empathy stands below the bar (the evidence makes us less than 1 % sure of reaching 75 %). "
        "Practise, then show it in fresh assessments."
    )


def test_not_yet_names_both_gaps() -> None:
    _, sentence = said(GOOD.replace("+++++", "---"))
    assert sentence.startswith("Not yet: Communication and Empathy stand below the bar")
    assert "less than 1 % and less than 1 % sure" in sentence


def test_not_enough_says_how_many_more_for_each_skill() -> None:
    label, sentence = said("acme day 1: empathy +++++ communication ++-")
    empathy, communication = (masteries(record("acme day 1: empathy +++++ communication ++-"), BAR, day(10))).values()
    assert label == "Not enough evidence"
    assert sentence == (
        f"Not enough evidence yet: Communication needs at least {empathy.more_moments} more moments handled well "
        f"in a row, Empathy {communication.more_moments}."
    )


def test_one_more_moment_is_said_in_the_singular() -> None:
    almost = GOOD.replace("+++++ c", "++++ c").replace("cedar day 3: empathy ++++", "cedar day 3: empathy +++")
    bar = replace(BAR, min_moments=12)
    assert masteries(record(almost), bar, day(10))[EMPATHY].more_moments == 1
    assert "Empathy needs at least 1 more moment handled well in a row." in said(almost, bar=bar)[1]


def test_a_skill_without_a_title_goes_by_its_id() -> None:
    verdict = decide((), BAR, day(1))
    assert "communication and empathy each need at least" in sentence_of(verdict, BAR, {})


def test_what_every_skill_needs_is_said_once() -> None:
    _, sentence = said("acme day 1: empathy +++ communication +++")
    more = masteries(record("acme day 1: empathy +++ communication +++"), BAR, day(10))[EMPATHY].more_moments
    every = f"Communication and Empathy each need at least {more} more moments handled well in a row."
    assert sentence == f"Not enough evidence yet: {every}"


def test_blocked_names_the_error_and_what_opens_the_way() -> None:
    label, sentence = said("acme day 1 critical: empathy +")
    assert label == "Blocked"
    assert sentence == (
        "Blocked: a critical error (Overpromise) in an assessment waits for a trainer's review. "
        "After that, 3 fresh assessments without a critical error open the way again."
    )


def test_blocked_after_the_review_counts_what_is_left() -> None:
    two = "acme day 1 critical: empathy +\nbirch day 3: empathy +\ncedar day 4: empathy +"
    assert said(two, reviews=(reviewed("acme-day-1-critical", 2),))[1] == (
        "Blocked by a critical error (Overpromise) in an assessment, which a trainer has reviewed. "
        "1 fresh assessment without a critical error opens the way again."
    )


def test_several_errors_are_counted_and_each_kind_named_once() -> None:
    two = "acme day 1 critical: empathy +\nbirch day 3 critical: empathy +"
    assert said(two)[1].startswith("Blocked: 2 critical errors (Overpromise) in 2 assessments wait for")
    assert said(two, bar=replace(BAR, critical_errors={}))[1].startswith("Blocked: 2 critical errors (overpromise)")


def test_blocked_by_a_review_alone_asks_for_nothing_more() -> None:
    sentence = said("acme day 1 critical: empathy +", bar=replace(BAR, clean_after_critical=0))[1]
    assert sentence.endswith("waits for a trainer's review.")


def test_expired_says_since_when_and_why() -> None:
    label, sentence = said(GOOD, on_day=200)
    assert label == "Expired"
    assert sentence.startswith(
        "Expired: ready until 2026-04-02, but evidence counts for 90 days and too little is left. "
        "To be ready again, Communication and Empathy each need at least "
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("acme day 1: empathy +++\nbirch day 2: empathy ++-", "5 of 6 moments handled well in 2 conversations; "),
        ("acme day 1: empathy +", "1 of 1 moment handled well in 1 conversation; "),
        ("acme day 1: communication +", "Not seen yet in an assessment"),
    ],
)
def test_a_skills_standing_is_one_sentence(text: str, sentence: str) -> None:
    mastery = masteries(record(text), BAR, day(3))[EMPATHY]
    tail = f"{percent(mastery.chance)} sure of reaching 75 %" if sentence.endswith("; ") else ""
    assert standing_sentence(mastery, BAR) == sentence + tail


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.0, "0 %"),
        (1e-12, "less than 1 %"),
        (0.0099, "less than 1 %"),
        (0.01, "1 %"),
        (0.29, "29 %"),
        (0.57, "57 %"),
        (0.8999, "89 %"),
        (0.9, "90 %"),
        (0.99, "99 %"),
        (0.9901, "more than 99 %"),
        (1 - 1e-12, "more than 99 %"),
        (1.0, "100 %"),
    ],
)
def test_percent_is_rounded_down_and_never_says_all_or_nothing_unless_exact(share: float, words: str) -> None:
    """Rounded up, 89.99 % would look like a bar of 90 % that was reached."""
    assert percent(share) == words


@pytest.mark.parametrize(("chance", "words"), [(0.0, "less than 1 %"), (1.0, "more than 99 %"), (0.62, "62 %")])
def test_nobody_is_ever_wholly_sure(chance: float, words: str) -> None:
    assert surety(chance) == words


@pytest.mark.parametrize(
    ("on_day", "said_so"),
    [
        (76.0, "This holds until 2026-04-02."),
        (79.5, "This runs out on 2026-04-02, in 12 days: a fresh assessment before then can renew it."),
        (90.5, "This runs out on 2026-04-02, within a day: a fresh assessment before then can renew it."),
    ],
)
def test_two_weeks_before_it_runs_out_it_says_how_soon_and_what_renews_it(on_day: float, said_so: str) -> None:
    label, sentence = said(GOOD, on_day=on_day)
    assert label == "Ready"
    assert sentence.endswith(said_so), sentence


def test_of_several_errors_those_that_still_wait_are_counted() -> None:
    two = "acme day 1 critical: empathy +\nbirch day 3 critical: empathy +"
    assert said(two, reviews=(reviewed("acme-day-1-critical", 2),))[1].startswith(
        "Blocked by 2 critical errors (Overpromise) in 2 assessments: 1 of them still waits for a trainer's review."
    )
