"""Every report says the verdict, what it means and what it stands on, in each form."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from html import unescape

import pytest
from reports import samples
from reports.samples import Person

from simulator.assessment.words import label_of, sentence_of
from simulator.domain.attempt import Review
from simulator.domain.ids import AttemptId, SkillId
from simulator.domain.scenario import Purpose
from simulator.domain.verdict import Blocked, Expired, NotEnough, NotYet, Ready, Verdict
from simulator.reports.render import FORMATS, render
from simulator.reports.views import ReadinessView
from simulator.reports.wording import counted, listed, when

FOR_PEOPLE = ("html", "md", "text")

KINDS: dict[Callable[[], Person], type[Verdict]] = {
    samples.ready: Ready,
    samples.not_yet: NotYet,
    samples.not_enough: NotEnough,
    samples.blocked: Blocked,
    samples.expired: Expired,
    samples.unseen: NotEnough,
}


def read(view: ReadinessView, form: str) -> str:
    """Render, and undo what the form does to spaces and signs, so that sentences can be looked for."""
    page = render(view, form)
    page = unescape(page) if form == "html" else page.replace("\\", "")
    return " ".join(page.split())


@pytest.mark.parametrize("make", KINDS)
@pytest.mark.parametrize("form", FOR_PEOPLE)
def test_each_kind_of_verdict_is_named_and_explained_in_each_form(make: Callable[[], Person], form: str) -> None:
    person = make()
    titles = {SkillId(skill): rubric.title for skill, rubric in samples.rubrics().items()}
    page = read(person.report(), form)
    assert isinstance(person.verdict, KINDS[make])
    assert person.name in page
    assert label_of(person.verdict) in page
    assert sentence_of(person.verdict, samples.bar(), titles) in page


@pytest.mark.parametrize("make", KINDS)
@pytest.mark.parametrize("form", FOR_PEOPLE)
def test_each_form_says_the_same(make: Callable[[], Person], form: str) -> None:
    """Every sentence and number that the view decided is in the page, whichever form it takes."""
    view = make().report(unreadable=2)
    page = read(view, form)
    said = [
        *view.notices,
        *view.next_steps,
        *(fact.text for fact in (*view.cautions, *view.limits)),
        *(skill.sentence for skill in view.skills),
        *(fact.text for skill in view.skills for fact in skill.facts),
        view.critical_summary,
        *(error.state for error in view.critical),
        *(review.reason for error in view.critical for review in error.reviews),
        view.evidence_summary,
        *(one.summary for one in view.conversations),
        *(one.source for one in view.conversations),
        *(exchange.customer for one in view.conversations for exchange in one.exchanges),
        *(exchange.said for one in view.conversations for exchange in one.exchanges),
        *(finding.indicator for one in view.conversations for ex in one.exchanges for finding in ex.findings),
        view.meaning,
        view.program,
    ]
    assert [sentence for sentence in said if " ".join(sentence.split()) not in page] == []


@pytest.mark.parametrize("form", FOR_PEOPLE)
def test_a_manager_is_told_what_the_verdict_does_not_mean(form: str) -> None:
    page = read(samples.ready().report(), form)
    assert "choice-based" in page
    assert "Choosing well is necessary, and it is not the same as finding the words" in page
    assert "Self-reported" in page
    assert "Guarded, not watched" not in page
    assert "has not been simulated for it yet" in page


@pytest.mark.parametrize("form", FORMATS)
def test_practice_never_appears_even_when_it_is_handed_in(form: str) -> None:
    """A verdict never carries practice; if one did, the report would still keep it private."""
    private = samples.assessment(6, "000000", critical=True, purpose=Purpose.PRACTICE)
    person = samples.not_enough()
    view = samples.report_with(person, (*person.verdict.evidence, private))
    assert "The champion has left" not in render(view, form)
    assert render(view, form) == render(person.report(), form)


def test_the_evidence_goes_down_to_the_line_said() -> None:
    view = samples.not_enough().report()
    first = view.conversations[0].exchanges[1]
    assert first.customer.startswith("I've got auditors walking")
    assert first.said.startswith("Auditors tomorrow and two bays empty.")
    assert [(one.skill, one.indicator, one.word, one.well) for one in first.findings] == [
        ("Active listening", "Builds on the customer's own words", "Effective", True),
        ("Empathy", "Explores before solving", "Effective", True),
    ]


def test_a_moment_left_open_is_not_answered_rather_than_level_zero() -> None:
    view = samples.not_enough().report()
    last = view.conversations[1].exchanges[-1]
    assert [(one.level, one.word, one.well) for one in last.findings] == [(None, "Not answered", False)]
    assert last.said == ""
    assert "left unfinished" in view.conversations[1].summary


def test_an_unseen_skill_has_no_estimate_rather_than_an_assumed_one() -> None:
    tree = json.loads(render(samples.unseen().report(), "json"))
    assert {skill["standing"] for skill in tree["skills"]} == {"Not seen"}
    assert {skill["estimate"] for skill in tree["skills"]} == {None}
    assert "<svg" not in render(samples.unseen().report(), "html")


def test_the_drawing_says_its_numbers_in_words_and_marks_the_cut() -> None:
    skill = samples.blocked().report().skills[0]
    assert skill.band is not None
    assert skill.band.cut == "75.0%"
    assert skill.band.label == "Estimate 79 %, likely between 58 % and 94 %; the bar stands at 75 %."
    page = render(samples.blocked().report(), "html")
    assert 'x1="75.0%"' in page
    assert "Estimate 79\u00a0%, likely between 58\u00a0% and 94\u00a0%" in page


@pytest.mark.parametrize("make", KINDS)
def test_the_band_stays_inside_its_drawing(make: Callable[[], Person]) -> None:
    for skill in make().report().skills:
        if skill.band is not None:
            low, width, middle = (
                float(place.rstrip("%")) for place in (skill.band.low, skill.band.width, skill.band.middle)
            )
            assert 0 <= low <= middle <= low + width <= 100.1


def test_a_blocked_rep_is_shown_the_error_the_line_and_the_review() -> None:
    (error,) = samples.blocked().report().critical
    assert error.title == "Overpromise"
    assert error.said == "We'll do everything we can to get this resolved for you as soon as possible."
    assert error.state == "Open: reviewed; 2 more fresh assessments without a critical error will close it."
    assert [review.reviewer for review in error.reviews] == ["Helen Marsh"]


def test_before_the_review_nobody_is_sent_into_another_assessment() -> None:
    view = samples.blocked(reviewed=False).report()
    assert view.critical[0].state == "Open: no trainer has reviewed it yet."
    assert view.next_steps == (
        "A trainer reviews the open critical errors below with the rep, and records what they found.",
        "No new assessment before that: it would be spent without opening the way again.",
    )


def test_one_review_of_two_leaves_both_errors_open_each_for_its_own_reason() -> None:
    evidence = (
        samples.assessment(0, "320333", days_ago=30, critical=True),
        samples.assessment(1, "320333", days_ago=20, critical=True),
    )
    review = Review(attempt=AttemptId("attempt-0"), reviewer="X", reason="Y", at=samples.NOW - timedelta(days=29))
    view = Person(name="Noor", evidence=evidence, reviews=(review,)).report()
    assert [error.state for error in view.critical] == [
        "Open: reviewed; fresh assessments without a critical error are still needed.",
        "Open: no trainer has reviewed it yet.",
    ]
    assert view.critical_summary == "2 critical errors in assessments: 2 open."


def test_a_rep_who_has_seen_every_assessment_is_not_sent_nowhere() -> None:
    ended = tuple(replace(each, ending="agreed") for each in samples.not_enough().evidence)
    person = Person(name="Noor", evidence=ended, offered=False)
    assert person.report().next_steps == (
        "No assessment is left that this rep has not seen: a trainer needs to add one to the library.",
    )


def test_an_assessment_left_in_the_middle_is_finished_before_another_is_begun() -> None:
    evidence = samples.not_enough().evidence
    assert [each.ending for each in evidence].count(None) == 1
    assert Person(name="Noor", evidence=evidence).report().next_steps == (
        "Finish “The quiet renewal”: it was left in the middle and goes on at the same turn.",
    )


def test_a_ready_rep_needs_no_next_assessment_but_a_date() -> None:
    assert samples.ready().report().next_steps == (
        "Take a fresh assessment before 2027-01-30 to stay ready. Empathy would lapse first.",
    )


def test_needing_very_many_moments_is_said_as_at_least_so_many() -> None:
    evidence = tuple(samples.assessment(number, "000000", days_ago=20 - number) for number in range(8))
    facts = Person(name="Noor", evidence=evidence).report().skills[1].facts
    assert [fact.text for fact in facts if fact.term == "Still needed"] == ["at least 60 more moments handled well"]


def test_a_closed_critical_error_stays_in_sight() -> None:
    evidence = (
        samples.assessment(0, "320333", days_ago=30, critical=True),
        *(samples.assessment(number, "333333", days_ago=20 - number) for number in range(1, 7)),
    )
    review = Review(
        attempt=AttemptId("attempt-0"),
        reviewer="Helen Marsh",
        reason="Talked it through.",
        at=samples.NOW - timedelta(days=29),
    )
    view = Person(name="Noor", evidence=evidence, reviews=(review,)).report()
    assert view.label == "Ready"
    assert view.critical_summary == "1 critical error in assessments: 1 closed."
    assert view.critical[0].state.startswith("Closed: reviewed")


def test_a_review_from_before_the_error_does_not_speak_for_it() -> None:
    early = Review(attempt=AttemptId("attempt-2"), reviewer="X", reason="Y", at=samples.NOW - timedelta(days=60))
    person = samples.blocked()
    view = Person(name=person.name, evidence=person.evidence, reviews=(early,)).report()
    assert view.critical[0].reviews == ()
    assert view.critical[0].state == "Open: no trainer has reviewed it yet."


def test_an_expired_rep_is_told_why_the_evidence_is_more_than_the_count() -> None:
    view = samples.expired().report()
    assert len(view.conversations) > view.skills[0].conversations
    assert "This is what the rep was ready on until 2026-11-08;" in view.evidence_summary


def test_unreadable_attempts_are_admitted_first() -> None:
    view = samples.ready().report(unreadable=2)
    assert view.notices == (
        "2 recorded attempts could not be read and are not part of this report: the verdict may lack evidence.",
    )
    page = read(view, "text")
    assert page.index(view.notices[0]) < page.index("What next")


def test_words_that_are_gone_are_missed_in_words() -> None:
    """A rubric, a title or a quote that is no longer to be had leaves its id, not a hole or a crash."""
    view = samples.report_without_words(samples.not_enough())
    assert view.skills[0].title == "communication"
    assert view.conversations[0].title == "scenario-0"
    assert view.conversations[0].exchanges[0].findings[0].indicator == "names-stake"
    assert "The words are not available." in render(view, "html")
    for form in FORMATS:
        assert "scenario-0" in render(view, form)


def test_a_decision_stands_beside_the_verdict_and_earlier_ones_stay_listed() -> None:
    view = samples.blocked().report()
    assert view.label == "Blocked"
    assert view.decided == (
        'Decided by Oskar Lund (manager) on 2026-11-22: ready until 2026-12-31, because: "I sat beside him for a week; '
        'he asks the depot first now." The computed verdict is: Blocked.'
    )
    assert [(one.by, one.stands, one.state) for one in view.decisions] == [
        ("Oskar Lund", True, "It stands."),
        ("Helen Marsh", False, "A later decision has taken its place."),
    ]
    for form in ("html", "md", "text"):
        assert "He promises too quickly still." in read(view, form)
        assert 'he asks the depot first now." The computed verdict is: ' in read(view, form)


def test_a_decision_whose_time_is_over_stands_no_more_and_brings_no_earlier_one_back() -> None:
    person = samples.blocked()
    first, second = person.decisions
    ended = replace(second, until=samples.NOW.date() - timedelta(days=1))
    view = replace(person, decisions=(first, ended)).report()
    assert view.decided == ""
    assert [(one.stands, one.state) for one in view.decisions] == [
        (False, "It ended with 2026-11-23."),
        (False, "A later decision has taken its place."),
    ]
    assert replace(person, decisions=(first, replace(second, until=samples.NOW.date()))).report().decided != ""


def test_a_report_tells_how_often_a_critical_error_was_on_offer() -> None:
    said = (
        "Critical errors chosen in the assessments that count: 0 in 12 chances. "
        "A chance is an answer at which one was on offer."
    )
    view = samples.ready().report()
    assert view.exposure.sentence == said
    for form in ("html", "md", "text"):
        assert said in read(view, form)
    assert json.loads(render(view, "json"))["critical_chances"] == {"chances": 12, "chosen": 0}
    none = samples.report_without_words(samples.unseen())
    assert none.exposure.sentence == "No critical error has been on offer yet in the assessments that count."


def test_json_has_the_same_keys_for_every_verdict() -> None:
    keys = {tuple(json.loads(render(make().report(), "json"))) for make in KINDS}
    assert keys == {
        (
            "format",
            "report",
            "rep",
            "at",
            "verdict",
            "decisions",
            "self_reported",
            "notices",
            "standard",
            "next",
            "skills",
            "critical_errors",
            "critical_chances",
            "evidence",
            "cautions",
            "limits",
            "record_head",
            "unreadable_attempts",
            "program",
        )
    }


def test_json_gives_numbers_as_numbers_and_times_as_times() -> None:
    tree = json.loads(render(samples.ready().report(), "json"))
    assert tree["format"] == 1
    assert tree["verdict"]["kind"] == "ready"
    assert tree["at"] == "2026-11-24T14:30:00Z"
    assert datetime.fromisoformat(tree["verdict"]["until"]) == samples.ready().ready_until()
    assert (tree["skills"][1]["handled_well"], tree["skills"][1]["moments"]) == (22, 24)
    assert 0.75 < tree["skills"][1]["estimate"] < 1
    assert tree["evidence"][0]["moments"][0]["shows"][0]["level"] == 3


def test_csv_holds_one_row_for_each_moment() -> None:
    rows = list(csv.DictReader(io.StringIO(render(samples.not_enough().report(), "csv"))))
    assert len(rows) == 13
    assert rows[0] == {
        "rep": "Ines Okafor",
        "at": "2026-11-19T14:30:00Z",
        "conversation": "Usage fell by half",
        "attempt": "attempt-0",
        "customer said": "You told me Tuesday. It's Thursday. Where is my order?",
        "rep said": samples.LINES[0].good,
        "skill": "Empathy",
        "indicator": "Names the feeling or the stake",
        "level": "3",
        "in words": "Exemplary",
        "handled well": "yes",
    }
    assert rows[-1]["level"] == ""
    assert rows[-1]["in words"] == "Not answered"


def test_the_same_report_rendered_twice_is_the_same_to_the_letter() -> None:
    for form in FORMATS:
        assert render(samples.ready().report(), form) == render(samples.ready().report(), form)


def test_an_unknown_form_is_refused_with_the_ones_there_are() -> None:
    with pytest.raises(ValueError, match=r'no report comes as "pdf": choose html, md, text, json, csv'):
        render(samples.ready().report(), "pdf")


def test_times_are_written_in_utc_wherever_they_come_from() -> None:
    summer = datetime(2026, 7, 1, 1, 30, 59, 999, tzinfo=timezone(timedelta(hours=2)))
    assert (when(summer).day, when(summer).text, when(summer).iso) == (
        "2026-06-30",
        "2026-06-30 23:30 UTC",
        "2026-06-30T23:30:59Z",
    )
    with pytest.raises(ValueError, match="no time zone"):
        when(datetime(2026, 7, 1, tzinfo=UTC).replace(tzinfo=None))


def test_lists_and_counts_read_as_people_write_them() -> None:
    assert [listed(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert [counted(number, "moment") for number in (0, 1, 2)] == ["0 moments", "1 moment", "2 moments"]
