"""An old attempt that cannot be read any more counts for nothing, and stands in nobody's way."""

from dataclasses import replace
from pathlib import Path

import pytest
from plain.seat import at_home, at_play
from tui.shelf import PRACTICE, desk

from simulator.authoring.index import digest_of
from simulator.domain.attempt import Attempt, Chose, Recorded
from simulator.domain.ids import AttemptId
from simulator.records.protocol import Document
from simulator.usecases.desk import Desk
from simulator.usecases.people import join
from simulator.usecases.progress import attempt_rows
from simulator.usecases.talk import begin

ODD_TEXT = "format: 1\nid: [late\n"
"""What no version can read."""


def with_old_attempt(text: str, turn: str = "first") -> Desk:
    """Records with an attempt on that text, with one move at that turn; the shelf's own text is "late"."""
    here = desk(PRACTICE)
    now = begin(here, join(here, "Ana"), PRACTICE.id).attempt
    other = desk(PRACTICE)
    ana = join(other, "Ana")
    for kept in (ODD_TEXT, "late"):
        other.records.keep(Document(digest=digest_of(kept.encode()), kind="scenario", name="late", text=kept))
    move = Recorded(number=1, key="key", at=now.started, move=Chose(turn=turn, choice="first-better"))
    old: Attempt = replace(now, id=AttemptId("old"), rep=ana.id, content=digest_of(text.encode()), moves=(move,))
    other.records.begin(old)
    return other


@pytest.mark.parametrize(("text", "turn"), [(ODD_TEXT, "first"), ("late", "third")])
def test_home_opens_and_the_conversation_can_be_begun_anew(text: str, turn: str, tmp_path: Path) -> None:
    here = with_old_attempt(text, turn)
    assert (
        "1. The late delivery, with Dana Whitfield (practice, core, new)." in at_home(folder=tmp_path, here=here).lines
    )
    heard = at_play("", "1", here=here)
    assert "Dana: The customer's words at the second turn." in heard.lines
    assert [row.readable for row in attempt_rows(here, join(here, "Ana"))] == [True, False]


def test_an_attempt_that_can_be_read_is_gone_on_with() -> None:
    assert "You stopped here before; going on at turn 2." in at_play("", here=with_old_attempt("late")).lines
