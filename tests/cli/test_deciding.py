"""What people add to a verdict: looks at critical errors, and decisions beside the computed verdict."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from cli.front import Front
from plain.seat import spoken

from simulator.cli import deciding
from simulator.domain.attempt import Review
from simulator.domain.verdict import Blocked, VerdictKind
from simulator.plain.reviewing import ask_review
from simulator.records.open import open_records
from simulator.records.protocol import Unavailable
from simulator.records.sql import SqlRecords
from simulator.usecases.progress import progress
from simulator.usecases.readiness import readiness
from simulator.usecases.report import rendered, report
from simulator.usecases.reviewing import pick, waiting
from simulator.usecases.talk import choose, resume


def test_a_block_lifts_after_a_review_and_three_clean_assessments(office: Front) -> None:
    office.takes("Ana", 1, "better worse better")
    assert office.kind() is VerdictKind.BLOCKED
    office.takes("Ana", 2)
    assert office.kind() is VerdictKind.BLOCKED
    done = office("review", "ana", "1", "--by", "Helen Marsh", "--reason", "We went through it.")
    assert done.code == 0
    assert "Ana needs 3 fresh assessments without a critical error before the block lifts." in done.out
    for which, left in ((3, "2 more fresh assessments"), (4, "1 more fresh assessment")):
        office.takes("Ana", which)
        assert office.kind() is VerdictKind.BLOCKED
        assert f"Open: reviewed; {left} without a critical error will close it." in office.report()
    office.takes("Ana", 5)
    assert office.kind() is not VerdictKind.BLOCKED
    assert office("review", "ana").out == "No critical error of Ana is open.\n"
    page = office.report()
    assert "Closed: reviewed, and followed by enough fresh assessments without a critical error." in page
    assert "Reviewed by Helen Marsh on 2026-03-06: We went through it." in page
    assert open_records(office.place).verify() == ()


def test_waiting_and_clean_assessments_without_a_review_lift_nothing(office: Front) -> None:
    office.takes("Ana", 1, "better worse better")
    for which in (2, 3, 4, 5):
        office.takes("Ana", which)
    office.today += timedelta(days=400)
    assert office.kind() is VerdictKind.BLOCKED
    assert "Worse words at the second turn." in office("review").out


def test_another_error_after_the_review_counts_for_nothing_and_needs_its_own(office: Front) -> None:
    office.takes("Ana", 1, "worse better better")
    office("review", "ana", "1", "--by", "Kim", "--reason", "Seen.")
    office.takes("Ana", 2, "better better worse")
    done = office("review", "ana", "1", "--by", "Kim", "--reason", "Seen.")
    assert "Ana needs 3 fresh assessments" in done.out
    assert "1 more of Ana's critical errors waits for a review: simulator review ana" in done.out
    for which in (3, 4, 5):
        office.takes("Ana", which)
    assert office.kind() is VerdictKind.BLOCKED
    listed = office("review", "ana").out
    assert listed.count("Open: nobody has reviewed it yet.") == listed.count("Review it: simulator review ana 1") == 1


def test_one_review_speaks_for_all_errors_of_an_attempt_and_says_so(office: Front) -> None:
    office.takes("Ana", 1, "worse better worse")
    assert office("review", "ana").out.count("One review speaks for both of this attempt.") == 2
    raw, _ = asked(office, "Kim", "Seen.", "n")
    assert "Worse words at the first turn." in raw
    assert "Worse words at the third turn." in raw
    done = office("review", "ana", "2", "--by", "Kim", "--reason", "Seen.")
    assert "It speaks for all 2 critical errors of that attempt." in done.out
    assert "waits for a review" not in done.out
    assert office("review", "ana").out.count("Reviewed by Kim") == 2


def test_an_error_made_after_the_review_of_an_unfinished_attempt_needs_another_look(office: Front) -> None:
    office.takes("Ana", 1, "worse better")
    office.today += timedelta(days=2)
    attempt = waiting(office.desk())[0].attempt
    office("review", "ana", "1", "--by", "Kim", "--reason", "Seen.")
    desk = office.desk()
    choose(desk, resume(desk, attempt), "third-worse")
    verdict = readiness(office.desk(), office.rep()).verdict
    assert isinstance(verdict, Blocked)
    assert not verdict.reviewed
    again = office("review", "ana", attempt, "--by", "Kim", "--reason", "Seen.")
    assert again.out.startswith("Recorded: ")
    assert len(open_records(office.place).reviews()) == 2
    assert "Open: nobody" not in office("review", "ana").out


def test_the_list_has_the_words_the_error_and_why_oldest_first(office: Front) -> None:
    office.takes("Ana", 1, "better worse better")
    office.takes("Bo", 1, "worse better better")
    done = office("review")
    assert done.out.splitlines()[:9] == [
        "1. Ana, 2026-03-04 09:04 UTC, in Title of call-1: A false claim.",
        "  Customer: The customer's words at the second turn.",
        "  Ana: Worse words at the second turn.",
        "  What it is: Untrue.",
        "  Why this is one: Coaching on the worse words at the second turn.",
        "  Open: nobody has reviewed it yet. After that, 3 fresh assessments without one will close it.",
        f"  Attempt: {waiting(office.desk())[0].attempt}",
        "  Review it: simulator review ana 1 --by NAME --reason TEXT",
        "",
    ]
    assert done.out.index("1. Ana") < done.out.index("1. Bo")
    assert "Ana" not in office("review", "bo").out
    assert [error["rep"]["name"] for error in json.loads(office("review", "--json").out)["open"]] == ["Ana", "Bo"]


def test_an_assessment_under_way_gives_nothing_away(office: Front) -> None:
    office.takes("Ana", 1, "worse")
    assert office("review").out == "No critical error is open.\n"
    office.today += timedelta(days=2)
    assert "Worse words at the first turn." in office("review").out


def test_an_error_is_named_by_its_attempt_too_and_twice_is_once(office: Front) -> None:
    office.takes("Ana", 1, "worse better better")
    attempt = waiting(office.desk())[0].attempt
    first = office("review", "ana", attempt, "--by", "Kim", "--reason", "Seen.")
    second = office("review", "Ana", "1", "--by", " Kim ", "--reason", "Seen.\n")
    assert first.out.startswith("Recorded: Kim reviewed it on 2026-03-04: Seen.\n")
    assert second.out.startswith("This was recorded before: Kim reviewed it on 2026-03-04: Seen.\n")
    assert len(open_records(office.place).reviews()) == 1


def test_an_error_that_was_reviewed_is_reviewed_again_only_where_that_is_said(
    office: Front, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.takes("Ana", 1, "worse better better")
    office("review", "ana", "1", "--by", "Kim", "--reason", "Seen.")
    again = ("review", "ana", "1", "--by", "Lee", "--reason", "Seen too.")
    done = office(*again)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Already reviewed by Kim on 2026-03-04. To add another review, do it at a terminal")
    monkeypatch.setattr(deciding, "can_ask", lambda: True)
    for no in ("n\n", "q\n", ""):
        said = office(*again, typed=no).out
        assert "Already reviewed by Kim on 2026-03-04.\nAdd another review? y or n" in said
        assert said.endswith("Nothing was recorded.\n")
    assert len(open_records(office.place).reviews()) == 1
    assert "Recorded: Lee reviewed it" in office(*again, typed="y\n").out
    assert [review.reviewer for review in open_records(office.place).reviews()] == ["Kim", "Lee"]


@pytest.mark.parametrize(("then", "code"), [("y\n", 0), ("n\n", 1), ("q\n", 1), ("", 1)])
def test_a_review_that_the_records_do_not_take_can_be_tried_once_more(
    office: Front, monkeypatch: pytest.MonkeyPatch, then: str, code: int
) -> None:
    office.takes("Ana", 1, "worse better better")
    monkeypatch.setattr(deciding, "can_ask", lambda: True)
    fails, write = [True], SqlRecords.add_review

    def failing(records: SqlRecords, review: Review) -> None:
        if fails and fails.pop():
            raise Unavailable("The server has gone away: try again later.")
        write(records, review)

    monkeypatch.setattr(SqlRecords, "add_review", failing)
    done = office("review", "ana", "1", typed=f"Kim\nSeen\ny\n{then}")
    assert "The server has gone away: try again later.\nWhat you said is still here." in done.out
    assert (done.code, done.err) == (code, "")
    assert len(open_records(office.place).reviews()) == (code == 0)
    assert ("Not recorded, as far as can be told." in done.out) == (code == 1)


REVIEW = ("--by", "Kim", "--reason", "Seen.")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("review", "nobody"), 'There is nobody called "nobody" in these records'),
        (("review", "nobody", "1", *REVIEW), 'There is nobody called "nobody" in these records'),
        (("review", "ana", "2", *REVIEW), 'Ana has no open critical error "2": `simulator review ana` lists'),
        (("review", "ana", "no-attempt", *REVIEW), 'Ana has no open critical error "no-attempt"'),
        (("review", "bo", "1", *REVIEW), 'Bo has no open critical error "1": none of theirs is open.'),
        (("review", "ana", "9" * 5000, *REVIEW), "Ana has no open critical error"),
        (("review", "ana", "1", "--by", "Kim"), "A reason is needed"),
        (("review", "ana", "1", "--by", "Kim", "--reason", " \n\t"), "A reason is needed"),
        (("review", "ana", "1", "--by", "Kim", "--reason", "..."), "A reason is needed"),
        (("review", "ana", "1", "--by", "Kim", "--reason", "x" * 1001), "That reason is too long"),
        (("review", "ana", "1", "--by", "Kim", "--reason", "a\x1b[2J"), "The reason holds control characters"),
        (("review", "ana", "1", "--reason", "Seen."), "a name with at least one letter or digit"),
        (("review", "ana", "1", "--by", " ", "--reason", "Seen."), "a name with at least one letter or digit"),
        (("review", "ana", "1", "--by", "ANA", "--reason", "Seen."), "Ana cannot do this for themselves"),
        (("review", *REVIEW), "Name the error to review"),
        (("review", "ana", "1", "--json", *REVIEW), "--json lists what is open"),
    ],
)
def test_a_review_that_cannot_be_is_refused_and_nothing_recorded(
    office: Front, words: tuple[str, ...], said: str
) -> None:
    office.takes("Ana", 1, "worse better better")
    office.takes("Bo", 1)
    done = office(*words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert open_records(office.place).reviews() == ()


def test_a_clock_that_was_set_back_is_told_rather_than_a_review_lost(office: Front) -> None:
    office.takes("Ana", 1, "worse better better")
    error = waiting(office.desk())[0]
    office.today = error.at - timedelta(days=1)
    done = office("review", "ana", error.attempt, *REVIEW)
    assert done.code == 2
    assert "set it right" in done.err


def asked(office: Front, *answers: str, by: str | None = None) -> tuple[str, tuple[str, str] | None]:
    come: list[tuple[str, str] | None] = []
    errors = pick(office.desk(), office.rep(), "1")
    raw = spoken(answers, lambda voice: come.append(ask_review(voice, errors, by)))
    return raw, come[0]


def test_on_a_terminal_the_error_is_shown_and_name_reason_and_yes_are_asked_for(office: Front) -> None:
    office.takes("Ana", 1, "worse better better")
    raw, come = asked(office, "Kim", "", "We talked it through.", "maybe", "y")
    assert come == ("Kim", "We talked it through.")
    assert "Ana: Worse words at the first turn." in raw
    assert "A reason is needed, in words that the rep will read too" in raw
    assert "To be recorded: reviewed by Kim: We talked it through." in raw
    assert "Type y or n." in raw


@pytest.mark.parametrize("answers", [("Kim", "Seen.", "n"), ("Kim", "q"), ("Kim", "Seen."), ("q",), ()])
def test_stopping_or_saying_no_records_nothing(office: Front, answers: tuple[str, ...]) -> None:
    office.takes("Ana", 1, "worse better better")
    assert asked(office, *answers)[1] is None


def test_the_command_asks_where_there_is_a_terminal(office: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    office.takes("Ana", 1, "worse better better")
    monkeypatch.setattr(deciding, "can_ask", lambda: True)
    assert office("review", "ana", "1", "--by", "Kim", typed="Seen.\nn\n").out.endswith("Nothing was recorded.\n")
    assert open_records(office.place).reviews() == ()
    done = office("review", "ana", "1", "--by", "Kim", typed="Seen.\ny\n")
    assert "Recorded: Kim reviewed it on 2026-03-04: Seen." in done.out
    assert [review.reason for review in open_records(office.place).reviews()] == ["Seen."]


# How often an error could have been made.


def test_chances_are_counted_from_the_answers_of_the_assessments_that_count(office: Front) -> None:
    assert progress(office.desk(), office.rep()).chances == ""
    office.takes("Ana", 1)
    office.takes("Ana", 2, "better worse better")
    office.takes("Ana", 3, "better")
    office.today += timedelta(days=2)
    said = "Critical errors chosen in the assessments that count: 1 in 7 chances."
    assert said in office.report()
    assert progress(office.desk(), office.rep()).chances.startswith(said)
    assert '"critical_chances": { "chances": 7, "chosen": 1 }' in office.report("json")
    office.today += timedelta(days=400)
    assert "No critical error has been on offer yet" in office.report()
    assert "Worse words at the second turn." in office.report()


# Decisions.

DECIDE = ("--by", "Helen Marsh", "--role", "manager", "--reason", "I sat beside her for a week")


def test_a_decision_stands_beside_the_verdict_for_the_rep_too(office: Front) -> None:
    office.takes("Ana", 1)
    before = office.kind()
    done = office("decide", "ana", "ready", *DECIDE)
    said = (
        'Decided by Helen Marsh (manager) on 2026-03-04: ready, because: "I sat beside her for a week." '
        "The computed verdict is: Not enough evidence."
    )
    assert done.out == f"Recorded; the rep sees it too.\n{said}\n"
    assert office.kind() is before
    assert said in office.report()
    assert progress(office.desk(), office.rep()).home.decided == said


def test_a_later_decision_by_anybody_takes_its_place_and_both_stay_listed(office: Front) -> None:
    office.takes("Ana", 1)
    office("decide", "ana", "ready", *DECIDE, "--until", "2026-12-31")
    office("decide", "ana", "not-yet", "--by", "Lee", "--role", "trainer", "--reason", "Too early.")
    assert progress(office.desk(), office.rep()).home.decided.startswith(
        "Decided by Lee (trainer) on 2026-03-04: not yet"
    )
    tree = json.loads(rendered(report(office.desk(), office.rep()), "json"))
    assert [(one["by"], one["decided"], one["until"], one["stands"]) for one in tree["decisions"]] == [
        ("Lee", "not-yet", None, True),
        ("Helen Marsh", "ready", "2026-12-31", False),
    ]
    assert tree["verdict"]["label"] == "Not enough evidence"


def test_the_same_decision_twice_is_once_unless_another_came_between(office: Front) -> None:
    office.takes("Ana", 1)
    assert office("decide", "ana", "ready", *DECIDE).out.startswith("Recorded; ")
    assert office("decide", "ana", "ready", *DECIDE).out.startswith("This stands already.\n")
    office("decide", "ana", "not-yet", *DECIDE)
    office("decide", "ana", "ready", *DECIDE)
    assert len(open_records(office.place).decisions()) == 3


def test_a_decision_for_today_alone_is_one(office: Front) -> None:
    office.takes("Ana", 1)
    assert office("decide", "ana", "ready", *DECIDE, "--until", "2026-03-04").code == 0
    assert "ready until 2026-03-04" in progress(office.desk(), office.rep()).home.decided


def test_a_decision_stands_through_its_last_day(office: Front) -> None:
    office.takes("Ana", 1)
    office("decide", "ana", "ready", *DECIDE, "--until", "2026-03-10")
    office.today = datetime(2026, 3, 10, 23, tzinfo=UTC)
    assert "ready until 2026-03-10" in progress(office.desk(), office.rep()).home.decided
    office.today = datetime(2026, 3, 11, 0, tzinfo=UTC)
    assert progress(office.desk(), office.rep()).home.decided == ""
    assert "It ended with 2026-03-10." in office.report()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nobody", "ready", *DECIDE), 'There is nobody called "nobody"'),
        (("ana", "blocked", *DECIDE), "invalid choice: 'blocked'"),
        (("ana", "ready", "--by", "Kim", "--reason", "Seen."), "--role"),
        (("ana", "ready", "--by", "Kim", "--role", "rep", "--reason", "Seen."), "invalid choice: 'rep'"),
        (("ana", "ready", "--by", "Kim", "--role", "manager"), "A reason is needed"),
        (("ana", "ready", "--role", "manager", "--reason", "Seen."), "a name with at least one letter or digit"),
        (("ana", "ready", "--by", "Ana", "--role", "manager", "--reason", "I am."), "cannot do this for themselves"),
        (("ana", "ready", *DECIDE, "--until", "tomorrow"), '"tomorrow" is no day: write it as 2026-03-04.'),
        (("ana", "ready", *DECIDE, "--until", "2026-02-30"), '"2026-02-30" is no day'),
        (("ana", "ready", *DECIDE, "--until", "2026-03-03"), "2026-03-03 is over already"),
    ],
)
def test_a_decision_that_cannot_be_is_refused_and_nothing_recorded(
    office: Front, words: tuple[str, ...], said: str
) -> None:
    office.takes("Ana", 1)
    done = office("decide", *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert open_records(office.place).decisions() == ()


def test_verify_names_a_decision_that_was_changed_behind_our_back(office: Front) -> None:
    office.takes("Ana", 1)
    office("decide", "ana", "ready", *DECIDE)
    with closing(sqlite3.connect(office.place)) as file, file:
        file.execute("DROP TRIGGER decisions_no_update")
        file.execute("UPDATE decisions SET decided = 'not-yet'")
    done = office("records", "verify", "--records", office.place)
    assert done.code == 1
    assert done.out == "ana, decided or set by people: decision 1 about the rep was changed, or one before it removed\n"


@pytest.mark.parametrize(
    "evil",
    ["[/][link=x]", "<script>alert(1)</script>", "\u202eevil", "=1+1 x", "{rep}{{7*7}}", "\u200b x", "\U000e0041 x"],
)
def test_hostile_names_and_reasons_drive_no_terminal(office: Front, evil: str) -> None:
    office.takes("Ana", 1, "worse better better")
    hostile: Callable[[str], tuple[str, ...]] = lambda word: ("--by", f"Kim {evil}", word, f"{evil} seen")  # noqa: E731
    outs = [
        office("review", "ana", "1", *hostile("--reason")),
        office("decide", "ana", "ready", "--role", "manager", *hostile("--reason")),
        office("review", "ana"),
        office("review", "--json"),
    ]
    for done in outs:
        assert done.code == 0, done.err
        assert not {"\u202e", "\u200b", "\U000e0041", "\x1b"} & set(done.out)
    for form in ("html", "md", "text", "json"):
        page = office.report(form)
        assert "<script>" not in page or form in {"text", "json"}
        assert not {"\u202e", "\u200b", "\U000e0041"} & set(page)
