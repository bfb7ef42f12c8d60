"""`simulator overview`: every conversation, and what is proven of it."""

import json

from cli.shell import Shell


def test_every_conversation_is_described_with_what_is_proven_of_it(shell: Shell) -> None:
    out = shell("overview").out
    assert "The neighbour's coffee machine (warm-up): practice, foundation, about 1 minute" in out
    assert "  3 turns, 3 decisions on a path, 2 endings, reading grade 1.2" in out
    assert "  Moments on every path, at least: Communication 1, Empathy 1, Active listening 1" in out


def test_practice_comes_first_and_what_is_easier_before_what_is_harder(shell: Shell) -> None:
    rows = json.loads(shell("overview", "--json").out)
    levels = ["foundation", "core", "stretch"]
    order = [(row["purpose"] == "assessment", levels.index(row["level"])) for row in rows]
    assert order == sorted(order)
    assert rows[0]["id"] == "warm-up"
    assert rows[0]["decisions"] == [3, 3]


def test_for_the_docs_it_is_two_tables_with_a_row_for_each(shell: Shell) -> None:
    rows = json.loads(shell("overview", "--json").out)
    lines = [line for line in shell("overview", "--markdown").out.splitlines() if line.startswith("|")]
    assert len(lines) == 2 * (len(rows) + 2)
    assert len({line.count("|") for line in lines[: len(rows) + 2]}) == 1
