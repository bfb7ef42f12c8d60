"""Time is right: zones, nights when clocks change, and clocks that were set wrong."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from office import Office

from simulator.assessment.words import sentence_of
from simulator.domain.verdict import Expired, Ready, VerdictKind, kind_of
from simulator.usecases.goals import goal_view, set_goal
from simulator.usecases.readiness import readiness
from simulator.usecases.report import rendered, report

ZONES = (
    "Pacific/Kiritimati",
    "Asia/Kathmandu",
    "Europe/Berlin",
    "Atlantic/Azores",
    "America/St_Johns",
    "Pacific/Pago_Pago",
)
INSTANT = timedelta(microseconds=1)


@pytest.fixture(params=ZONES)
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[ZoneInfo]:
    """A computer that stands in this zone."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield ZoneInfo(request.param)
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    here = Office(str(tmp_path / "team.db"))
    here.rep()
    return here


def ready(office: Office) -> datetime:
    """Let Ana become ready, and return until when she is."""
    for which in range(1, 9):
        office.takes("Ana", which)
    found = readiness(office.desk(), office.rep()).verdict
    assert isinstance(found, Ready)
    return found.until


def judged(office: Office, at: datetime) -> VerdictKind:
    return kind_of(readiness(office.desk(), office.rep(), at).verdict)


def test_a_verdict_ends_at_the_same_instant_wherever_the_computer_stands(office: Office, zone: ZoneInfo) -> None:
    until = ready(office)
    for at in (until, until + INSTANT):
        kind = VerdictKind.READY if at == until else VerdictKind.EXPIRED
        assert judged(office, at) is kind
        assert judged(office, at.astimezone(zone)) is kind
    page = rendered(report(office.desk(), office.rep()), "text")
    assert f"This holds until {until:%Y-%m-%d}." in " ".join(page.split())


@pytest.mark.parametrize(
    "night",
    [datetime(2026, 3, 29, 2, 30), datetime(2026, 10, 25, 2, 30)],  # noqa: DTZ001 - the zone comes with each reading
    ids=["an hour that never is", "an hour that is twice"],
)
def test_on_the_nights_when_clocks_change_a_day_is_still_a_day(office: Office, night: datetime) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    office.today = night.replace(tzinfo=berlin).astimezone(UTC) - timedelta(days=16)
    until = ready(office)
    first = min(each.last for each in readiness(office.desk(), office.rep()).verdict.evidence)
    # Ninety times twenty-four hours, whatever clocks on walls did between.
    assert until >= first + timedelta(days=90)
    for fold in (0, 1):
        local = until.astimezone(berlin).replace(fold=fold)
        if local.astimezone(UTC) == until:
            assert judged(office, local) is VerdictKind.READY
    assert judged(office, until + INSTANT) is VerdictKind.EXPIRED


def test_renewal_in_the_last_hours_carries_on_without_a_gap(office: Office) -> None:
    """The oldest assessments fall out one by one; a fresh one the day before keeps the rep ready."""
    for which in range(1, 8):
        office.takes("Ana", which)
    found = readiness(office.desk(), office.rep()).verdict
    assert isinstance(found, Ready)
    office.today = found.until - timedelta(days=2, hours=1)
    office.takes("Ana", 8)
    renewed = readiness(office.desk(), office.rep()).verdict
    assert isinstance(renewed, Ready)
    assert renewed.until > found.until
    after = readiness(office.desk(), office.rep(), found.until + INSTANT).verdict
    assert isinstance(after, Ready)


def test_two_weeks_before_it_is_said_and_a_moment_earlier_it_is_not(office: Office) -> None:
    until = ready(office)
    for at, said in ((until - timedelta(days=14) - INSTANT, False), (until - timedelta(days=14), True)):
        found = readiness(office.desk(), office.rep(), at).verdict
        assert ("This runs out on" in sentence_of(found, office.desk().library.bar(), {})) is said


@pytest.mark.parametrize("jump", [timedelta(days=-1), timedelta(days=-400)])
def test_a_clock_set_back_takes_nothing_away(office: Office, jump: timedelta) -> None:
    ready(office)
    office.today += jump
    assert office.kind() is VerdictKind.READY


def test_a_clock_set_on_by_a_year_and_back_again_is_forgotten(office: Office) -> None:
    ready(office)
    back, office.today = office.today, office.today + timedelta(days=366)
    found = readiness(office.desk(), office.rep()).verdict
    assert isinstance(found, Expired)
    office.today = back
    assert office.kind() is VerdictKind.READY


def test_a_goal_is_due_on_the_same_day_everywhere(office: Office, zone: ZoneInfo) -> None:
    office.today = datetime(2026, 3, 2, 23, 50, tzinfo=UTC)
    set_goal(office.desk(), office.rep(), "empathy", "2026-03-03")
    office.today = datetime(2026, 3, 3, 23, 50, tzinfo=UTC).astimezone(zone)
    found = goal_view(office.desk(), readiness(office.desk(), office.rep()))
    assert found is not None
    assert found.title == "Empathy by 2026-03-03, today"
