"""What a team's report says beyond the board: how many stand where, what to coach, how it has come along."""

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest
from reports import samples
from reports.samples import NOW, Person

from simulator.assessment.mastery import Stood
from simulator.domain.ids import SkillId
from simulator.domain.verdict import Standing
from simulator.reports.render import FORMATS, render
from simulator.reports.spread import spreads
from simulator.reports.team import TeamRow, team_view
from simulator.reports.team_views import TeamView
from simulator.reports.trend import WEEKS, Week, trend_moments, trend_rows, trends
from simulator.reports.wording import STANDING_WORDS

FOR_PEOPLE = ("html", "md", "text")


def read(view: TeamView, form: str) -> str:
    """Render, and undo what the form does to spaces and signs, so that sentences can be looked for."""
    page = unescape(re.sub(r"<[^>]*>", " ", render(view, form))) if form == "html" else render(view, form)
    return " ".join(page.replace("\\", "").replace("\u00a0", " ").split())


# How many stand where


def test_each_skill_counts_everybody_once_in_the_words_of_the_board() -> None:
    view = samples.team()
    for place, spread in enumerate(view.spreads):
        words = Counter(line.cells[place].word for line in view.lines)
        assert {piece.word: piece.reps for piece in spread.slices} == {word: words[word] for word in STANDING_WORDS}
        assert sum(piece.reps for piece in spread.slices) == len(view.lines)


def test_the_pieces_lie_end_to_end_over_the_whole_line() -> None:
    for spread in samples.team().spreads:
        drawn = spread.drawn
        assert (drawn[0].left, drawn[-1].right) == ("0.00%", "100.00%")
        assert [piece.right for piece in drawn[:-1]] == [piece.left for piece in drawn[1:]]
        assert {piece.word for piece in spread.slices} - {piece.word for piece in drawn} == {
            piece.word for piece in spread.slices if not piece.reps
        }


def test_the_drawing_in_words_names_each_number() -> None:
    assert [spread.label for spread in samples.team().spreads] == [
        "Of 12 reps: 3 ready, 3 close, 4 building and 2 not seen.",
        "Of 12 reps: 5 ready, 3 close, 2 not yet and 2 not seen.",
        "Of 12 reps: 5 ready, 1 close, 2 building, 2 not yet and 2 not seen.",
    ]


def test_a_piece_too_small_for_its_number_still_has_it_in_words() -> None:
    (ready,) = samples.board([samples.ready()]).lines
    (unseen,) = samples.board([samples.unseen()]).lines
    (spread, *_) = spreads(("Communication",), [ready, *([unseen] * 99)])
    assert [(piece.label, piece.text) for piece in spread.drawn] == [("", "1 rep"), ("99", "99 reps")]
    assert [piece.middle for piece in spread.drawn] == ["0.50%", "50.50%"]


# The table


def test_each_cell_has_its_word_with_the_estimate_and_what_is_not_seen_has_none() -> None:
    cells = {line.name: line.cells[1] for line in samples.team().lines}
    assert (cells["Mara Lindqvist"].word, cells["Mara Lindqvist"].estimate) == ("Ready", "86 %")
    assert cells["Mara Lindqvist"].likely == "74 to 95 %"
    assert (cells["Kenji Watanabe"].text, cells["Kenji Watanabe"].estimate) == ("Not seen", "")
    for form in FOR_PEOPLE:
        page = read(samples.board([samples.ready()]), form)
        assert re.search(r"Ready,? 86 %", page), form


# What to coach


def test_the_weakest_behaviours_are_told_with_words_and_what_good_sounds_like() -> None:
    (first, *_) = samples.board([samples.not_yet(), samples.ready(), samples.unseen()]).coach
    assert (first.title, first.sentence) == (
        "Builds on the customer's own words",
        "Missed by 2 of 2 reps: 7 of 13 answers handled well.",
    )
    assert first.sounds_like == "Builds on the customer's own words, aloud."
    (example, *_) = first.examples
    assert example.said == "I can offer you free shipping on the next order."
    assert example.source.startswith("Missed, in “")


@pytest.mark.parametrize("form", FOR_PEOPLE)
def test_every_form_for_people_says_all_of_it(form: str) -> None:
    view = samples.team()
    page = read(view, form)
    said = [view.coach_intro, view.trend_intro, view.journey_intro]
    said += [trend.sentence for trend in view.trends]
    for point in view.coach:
        said += [point.title, point.sentence, point.about, point.sounds_like]
        said += [words for one in point.examples for words in (one.customer, one.said, one.source)]
    assert len(view.coach) == 5
    assert [words for words in said if " ".join(words.split()) not in page] == []


@pytest.mark.parametrize("form", FOR_PEOPLE)
def test_every_number_of_the_drawings_stands_in_a_table_too(form: str) -> None:
    """Word by word: a narrow column of the terminal's text breaks its lines."""
    view = samples.team()
    page = set(re.split(r"[\s(),;]+", read(view, form)))
    told = [f"{point.at.day} {point.text} {point.note}" for row in view.trend_rows for point in row.points]
    told += [f"{change.shown} {change.estimates}" for one in view.journeys for change in one.changes]
    assert (len(told), len(view.journeys)) == (13 * 3 + 10 * 3, 10)
    assert set(re.split(r"[\s(),;]+", " ".join(told))) - page == set()


def test_examples_name_nobody() -> None:
    view = samples.team()
    names = {part for line in view.lines for part in line.name.split()}
    said = " ".join(f"{one.customer} {one.said} {one.source}" for point in view.coach for one in point.examples)
    assert said
    assert names.isdisjoint(re.findall(r"\w+", said))


def test_a_team_that_missed_nothing_is_told_so() -> None:
    flawless = Person(name="Ada", evidence=(samples.assessment(1, "333333"),))
    view = samples.board([flawless])
    assert view.coach == ()
    assert view.coach_intro == "No assessment that counts has shown a miss yet."


def test_an_indicator_that_the_rubric_has_no_more_goes_by_its_id_without_a_model_line() -> None:
    person = samples.not_yet()
    (first, *_) = samples.board([person], known=False).coach
    assert (first.title, first.about, first.sounds_like) == (first.indicator, "", "")
    for form in FORMATS:
        assert render(samples.board([person], known=False), form)


# How it has come along

BAR = replace(samples.bar(), skills=samples.bar().skills[:1])


def stood(estimate: float, standing: Standing = Standing.UNCERTAIN) -> dict[SkillId, Stood]:
    return {BAR.skills[0]: Stood(standing=standing, chance=0.5, estimate=estimate)}


def test_the_middle_and_the_middle_half_are_those_of_the_estimates_known() -> None:
    """Of 10, 20, 30, 40 and 90 the middle is 30 and half lie between 20 and 40; who is not seen is not counted."""
    reps = [stood(share) for share in (0.4, 0.1, 0.9, 0.3, 0.2)]
    unseen = stood(0.67, Standing.UNSEEN)
    met = stood(0.9, Standing.MET)
    (trend,) = trends(
        [
            Week(at=NOW - timedelta(weeks=1), reps=(*reps, unseen)),
            Week(at=NOW, reps=(met, unseen)),
        ],
        BAR,
        ["Communication"],
    )
    before, now = trend.points
    assert (before.reps, before.ready, before.low, before.median, before.high) == (5, 0, 0.2, 0.3, 0.4)
    assert (now.reps, now.ready, now.low, now.median, now.high) == (1, 1, 0.9, 0.9, 0.9)
    assert (before.text, before.note) == ("30 %", "20–40 %; 0 of 5 ready")  # noqa: RUF001
    assert trend.sentence == "2026-11-17: 30 %; 5 reps known, none ready. 2026-11-24: 90 %; 1 rep known, 1 ready."


def test_a_week_in_which_nobody_was_known_breaks_the_line() -> None:
    one, none = stood(0.5), stood(0.67, Standing.UNSEEN)
    course = [
        Week(at=NOW - timedelta(weeks=3 - place), reps=(rep,)) for place, rep in enumerate((none, one, none, one))
    ]
    (trend,) = trends(course, BAR, ["Communication"])
    assert [point.reps for point in trend.points] == [0, 1, 0, 1]
    assert (len(trend.known), trend.lines) == (2, ())
    assert trend.points[2].note == "nobody"
    assert trend.points[2].median is None
    assert [row.at.day for row in trend_rows([trend])] == ["2026-11-10", "2026-11-17", "2026-11-24"]


def test_where_nobody_was_ever_known_there_is_no_trend() -> None:
    view = samples.board([samples.unseen()])
    assert (view.trends, view.trend_rows) == ((), ())
    for form in FOR_PEOPLE:
        assert "Nobody was assessed in this time." in read(view, form)


def test_today_in_the_trend_is_what_the_table_says() -> None:
    view = samples.team()
    for place, trend in enumerate(view.trends):
        seen = [line.cells[place] for line in view.lines if line.cells[place].share]
        assert trend.points[-1].reps == len(seen)
        assert trend.points[-1].ready == sum(cell.word == "Ready" for cell in seen)


def test_the_trend_looks_back_week_by_week_within_the_days_for_which_evidence_counts() -> None:
    moments = trend_moments(NOW)
    assert [NOW - at for at in moments] == [timedelta(weeks=number) for number in range(WEEKS, 0, -1)]
    assert NOW - moments[0] <= timedelta(days=90)


def test_higher_estimates_stand_higher_in_the_drawing_and_the_bar_where_it_is() -> None:
    course = [Week(at=NOW, reps=(stood(0.25),)), Week(at=NOW, reps=(stood(0.75),))]
    (trend,) = trends(course, BAR, ["Communication"])
    low, high = (float(point.y) for point in trend.points)
    assert low > high
    assert float(trend.cut_y) == high
    assert [point.x for point in trend.points] == ["14.00%", "99.00%"]


def test_a_rep_whose_past_is_not_known_is_left_out_of_it_and_not_of_today() -> None:
    person = samples.ready()
    row = TeamRow(rep=person.rep, verdict=person.verdict, last_active=NOW)
    view = team_view([row], samples.bar(), samples.rubrics(), NOW, "x")
    assert [point.reps for point in view.trends[0].points] == [0] * WEEKS + [1]


# First against latest


def test_first_and_latest_are_counted_side_by_side() -> None:
    evidence = (
        samples.assessment(0, "111111", days_ago=30),
        samples.assessment(1, "323323", days_ago=20),
        samples.assessment(2, "33-", days_ago=10),
    )
    (journey,) = samples.board([Person(name="Ada", evidence=evidence)]).journeys
    assert (journey.first.day, journey.latest and journey.latest.day) == ("2026-10-25", "2026-11-14")
    assert [change.shown for change in journey.changes] == [
        "0 of 2, then 0 of 1",
        "0 of 3, then 2 of 2",
        "0 of 3, then 1 of 1",
    ]
    assert journey.changes[1].first == (0, 3)
    assert journey.changes[1].latest == (2, 2)
    assert re.fullmatch(r"\d+ % then, \d+ % now", journey.changes[1].estimates)


def test_one_assessment_is_not_set_against_itself() -> None:
    (journey,) = samples.board([Person(name="Ada", evidence=(samples.assessment(0, "3"),))]).journeys
    assert journey.latest is None
    assert [change.shown for change in journey.changes] == ["none met", "1 of 1", "none met"]
    assert [change.latest for change in journey.changes] == [None, None, None]
    assert journey.changes[0].estimates == ""


def test_a_skill_that_the_first_did_not_call_for_has_no_estimate_to_set_beside_todays() -> None:
    evidence = (samples.assessment(0, "3", days_ago=30), samples.assessment(1, "323323"))
    (journey,) = samples.board([Person(name="Ada", evidence=evidence)]).journeys
    assert [(change.shown, bool(change.estimates)) for change in journey.changes] == [
        ("none met, then 2 of 2", False),
        ("1 of 1, then 3 of 3", True),
        ("none met, then 3 of 3", False),
    ]
    assert [change.first_estimate is None for change in journey.changes] == [True, False, True]


# For programs


def test_json_keeps_its_keys_and_adds_the_new_ones_beside_them() -> None:
    view = samples.team()
    tree = json.loads(render(view, "json"))
    assert list(tree) == [
        "format",
        "report",
        "at",
        "self_reported",
        "summary",
        "standard",
        "attention",
        "reps",
        "skills",
        "coach",
        "trend",
        "words",
        "cautions",
        "program",
    ]
    (kenji,) = (rep for rep in tree["reps"] if rep["name"] == "Kenji Watanabe")
    assert kenji["skills"][0] == {
        "title": "Communication",
        "standing": "Not seen",
        "handled_well": 0,
        "moments": 0,
        "estimate": None,
        "low": None,
        "high": None,
        "chance": None,
    }
    assert (kenji["first_assessment"], kenji["first_and_latest"]) == (None, [])
    assert tree["skills"][0]["reps"] == {"Ready": 3, "Close": 3, "Building": 4, "Not yet": 0, "Not seen": 2}
    assert [len(trend["points"]) for trend in tree["trend"]] == [WEEKS + 1] * 3
    assert tree["trend"][0]["points"][-1] == {
        "at": "2026-11-24T14:30:00Z",
        "reps": 10,
        "ready": 3,
        "median": view.trends[0].points[-1].median,
        "low_quartile": view.trends[0].points[-1].low,
        "high_quartile": view.trends[0].points[-1].high,
    }
    assert [point["title"] for point in tree["coach"]] == [point.title for point in view.coach]
    assert tree["coach"][0]["examples"][0]["said"] == view.coach[0].examples[0].said


# Without colour


def test_each_standing_has_a_pattern_of_its_own_in_table_and_drawing() -> None:
    """Printed in one colour, the marks of the five words still differ: borders in cells, dashes in drawings."""
    page = render(samples.team(), "html")
    tones = ("ready", "close", "building", "not-yet", "not-seen")
    borders = [re.findall(rf"\.{tone} \.cell {{ (.*?) }}", page)[-1] for tone in tones]
    dashes = [re.findall(rf"\.spread \.{tone} \.piece {{ (.*?) }}", page) for tone in tones]
    assert len(set(borders)) == len(tones)
    assert len({tuple(each) for each in dashes}) == len(tones)
