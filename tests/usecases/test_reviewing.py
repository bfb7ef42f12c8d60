"""What a trainer is shown of a critical error is what was said then, not at some other visit to the turn."""

from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from usecases.workshop import FILE, LINE, changed, library_in, write

from simulator.authoring.library import open_library
from simulator.domain.scenario import Purpose
from simulator.records.memory import MemoryRecords
from simulator.usecases.critical import exposure
from simulator.usecases.desk import Desk
from simulator.usecases.people import join
from simulator.usecases.readiness import readiness
from simulator.usecases.report import rendered, report
from simulator.usecases.reviewing import waiting
from simulator.usecases.talk import begin, choose


def test_an_error_on_a_later_visit_is_shown_with_the_words_of_that_visit(tmp_path: Path) -> None:
    library_in(tmp_path)
    write(tmp_path, FILE, changed("purpose: practice", "purpose: assessment"))
    records, minutes = MemoryRecords(), count()
    desk = Desk(
        library=open_library(tmp_path, None),
        open_records=lambda: records,
        now=lambda: datetime(2026, 3, 2, 9, tzinfo=UTC) + timedelta(minutes=next(minutes)),
    )
    rep = join(desk, "Ana")
    talk = begin(desk, rep, LINE, Purpose.ASSESSMENT)
    for choice in ("name-it", "ask-again", "ask-number", "promise"):
        talk = choose(desk, talk, choice)
    (error,) = waiting(desk, rep)
    assert error.customer == "You did listen. What happens now?"
    assert error.said == "We will get to it as soon as somebody is free, and they will let you know."
    assert error.why == "Nobody can know that."
    (shown,) = report(desk, rep).critical
    assert shown.said == error.said
    assert error.said in " ".join(rendered(report(desk, rep), "text").split())
    # Of four answers two were given where a critical error was on offer: each visit is a chance.
    found = exposure(desk, readiness(desk, rep))
    assert (found.chances, found.chosen) == (2, 1)
