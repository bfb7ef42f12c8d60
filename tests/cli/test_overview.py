"""`simulator overview`: every conversation, and what is proven of it."""

import json

from cli.shell import Shell


def test_every_conversation_is_described_with_what_is_proven_of_it(shell: Shell) -> None:
    out = shell("overview").out
    assert "The neighbour's coffee machine (warm-up): practice, foundation, about 1 minute" in out
    assert "  3 turns, 3 decisions on a path, 2 endings, reading grade 1.2" in out
    assert "  Moments on every path, at least: Communication 1, Empathy 1, Active listening 1" in out
    assert "  Lesson: You learn to take in what a delay did to somebody before" in out


def test_what_cannot_be_opened_is_named_and_not_passed_over(shell: Shell) -> None:
    shell("new", "whole", "--library", "mine")
    shell("new", "torn", "--library", "mine")
    (shell.folder / "mine" / "scenarios" / "torn" / "scenario.yaml").write_text("format: 1\n")
    done = shell("overview", "--library", "mine", "--json")
    assert [row["id"] for row in json.loads(done.out)] == ["whole"]
    assert done.err == "Left out, for mistakes that simulator lint names: torn\n"


def test_practice_comes_first_and_what_is_easier_before_what_is_harder(shell: Shell) -> None:
    rows = json.loads(shell("overview", "--json").out)
    levels = ["foundation", "core", "stretch"]
    order = [(row["purpose"] == "assessment", levels.index(row["level"])) for row in rows]
    assert order == sorted(order)
    assert rows[0]["id"] == "warm-up"
    assert rows[0]["decisions"] == [3, 3]


def test_for_the_docs_it_is_three_tables_the_way_through_practice_among_them(shell: Shell) -> None:
    rows = json.loads(shell("overview", "--json").out)
    practice = [row for row in rows if row["purpose"] == "practice"]
    tables = shell("overview", "--markdown").out.strip().split("\n\n")
    assert [len(table.splitlines()) - 2 for table in tables] == [len(rows), len(practice), len(rows)]
    assert all(len({line.count("|") for line in table.splitlines()}) == 1 for table in tables)
    assert "| 1 | The neighbour's coffee machine (foundation) | Three turns to learn the keys. |" in tables[1]
