"""The graph as text: every turn once, in the order of the talk, in eighty columns."""

import re

import pytest
from reports.graph.views import going_round, random_graph, turn, view
from reports.hostile import HOSTILE

from simulator.domain.sinks import for_terminal
from simulator.reports.graph.outline import WIDTH, outline
from simulator.reports.graph.views import Way


def test_the_whole_outline_of_a_small_conversation() -> None:
    assert (
        outline(going_round())
        == """\
A call (sample)
3 turns with choices, 1 turn that only sends on, 2 endings.
It can go round: from second to first and second to second.

TURN first (the start) (cool) - calls for Empathy
  Dana: "Well?"
  - on: Empathy 3; Trust +1
    → second

TURN second (cool) - calls for Empathy
  Dana: "Well?"
  - back
    back to first (goes round)
  - again
    back to second (goes round)
  - over (only if x)
    → sent

TURN sent: sends on unseen
  - if trust >= 3: → calm
  - otherwise: → gone

ENDING calm: won
  Dana: "Goodbye."

ENDING gone: lost
  Dana: "Goodbye."

No way from the start leads here:

TURN alone (cool) - calls for Empathy
  Dana: "Well?"
  - out: learns knows; critical error: overpromise
    → gone
"""
    )


@pytest.mark.parametrize("turns", [1, 12, 400])
def test_every_place_is_written_out_once_after_all_that_lead_on_to_it(turns: int) -> None:
    written = outline(random_graph(turns, seed=4))
    heads = re.findall(r"^(?:TURN|ENDING) ([^ :]+)", written, re.MULTILINE)
    assert len(heads) == len(set(heads)) == turns + 4
    reached = written.partition("No way from the start")[0]
    met: set[str] = set()
    for line in reached.splitlines():
        if head := re.match(r"(?:TURN|ENDING) ([^ :]+)", line):
            met.add(head[1])
        if onward := re.match(r" +→ (\S+)", line):
            assert onward[1] not in met
        if back := re.match(r" +back to (\S+)", line):
            assert back[1] in met


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_on_its_lines_and_drives_nothing(text: str) -> None:
    written = outline(view(turn("first", Way(id="on", to="first"), words=text), title=text))
    assert for_terminal(written, lines=True) == written
    assert sum(line.startswith("TURN") for line in written.splitlines()) == 1
    assert max(map(len, written.splitlines())) <= WIDTH
