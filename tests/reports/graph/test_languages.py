"""Mermaid and DOT stay what they are whatever stands in ids and texts; both were read by the programs themselves."""

import re

import pytest
from reports.graph.views import ending, going_round, turn, view
from reports.hostile import HOSTILE

from simulator.domain.scenario import Outcome
from simulator.reports.graph.languages import dot, mermaid
from simulator.reports.graph.views import Way

TWISTED = (
    *HOSTILE,
    'x"]; click p0 href "http://evil.test',
    "a --> b; c",
    "style a:#b; c",
    "classDef a:#b;",
    "`**md**`",
    "]) end",
    "subgraph x",
    "\\N\\G\\l",
    '\\"',
    "%%{init: {}}%%",
    "one\n--> two",
)

MERMAID_LINE = re.compile(
    r"flowchart LR|  p\d+(?:\[|\(\[|\(|\[/|\[\[|\{\{)\"[^\"]*\"(?:\]|\]\)|\)|/\]|\]\]|\}\})"
    r"|  p\d+ (?:-->|-\.->)(?:\|\"[^\"]*\"\|)? p\d+|  classDef \w+ [\w:#,\- ]+|  class [p\d,]+ \w+"
)
STRING = r'"(?:[^"\\]|\\.)*"'
DOT_LINE = re.compile(
    rf"digraph scenario \{{|\}}|  (?:rankdir=LR|labelloc=t|label={STRING});|  (?:node|edge) \[[^\]]*\];"
    rf"|  p\d+(?: -> p\d+)? \[label={STRING}(?:, \w+=(?:{STRING}|\w+))*\];"
)


@pytest.mark.parametrize("text", TWISTED)
def test_hostile_text_stays_inside_its_quotes(text: str) -> None:
    shown = view(
        turn(text, Way(id=text, to="end", when=text), Way(id="on", to=text), words=text),
        ending("end", words=text),
        title=text,
    )
    for line in mermaid(shown).rstrip("\n").split("\n"):
        assert MERMAID_LINE.fullmatch(line), line
        # Mermaid rewrites these before it reads anything else, inside of quotes as well.
        assert not re.search(r"(?:style|classDef).*:\S*#.*;", line), line
    for line in dot(shown).rstrip("\n").split("\n"):
        assert DOT_LINE.fullmatch(line), line


def test_every_way_is_an_edge_labelled_by_its_choice_and_condition() -> None:
    assert mermaid(going_round()).split("\n") == [
        "flowchart LR",
        '  p0["first#58; Well?"]',
        '  p1["second#58; Well?"]',
        '  p2{{"sent"}}',
        '  p3["alone#58; Well?"]',
        '  p4(["calm #40;won#41;#58; Goodbye."])',
        '  p5[["gone #40;lost#41;#58; Goodbye."]]',
        '  p0 -->|"on"| p1',
        '  p1 -.->|"back"| p0',
        '  p1 -.->|"again"| p1',
        '  p1 -->|"over #40;if x#41;"| p2',
        '  p2 -->|"if trust #62;#61; 3"| p4',
        "  p2 --> p5",
        '  p3 -->|"out"| p5',
        "  classDef won fill:#d8f0dd,stroke:#1b6e35,color:#111",
        "  class p4 won",
        "  classDef lost fill:#fbdcd8,stroke:#a02b1d,color:#111",
        "  class p5 lost",
        "  classDef unreached stroke-dasharray:4 4",
        "  class p3 unreached",
        "",
    ]
    written = dot(going_round())
    assert '  p1 -> p2 [label="over (if x)"];' in written
    assert '  p1 -> p0 [label="back", style=dashed, constraint=false];' in written
    assert '  p3 [label="alone: Well?", style="rounded,dashed"];' in written


def test_each_outcome_has_a_shape_of_its_own() -> None:
    shown = view(turn("start", Way(id="on", to="won")), *(ending(outcome, outcome) for outcome in Outcome))
    shapes = set(re.findall(r"shape=(\w+), fillcolor", dot(shown)))
    brackets = set(re.findall(r"p[1-4](\W+?)\"", mermaid(shown)))
    assert len(shapes) == len(brackets) == len(Outcome)
