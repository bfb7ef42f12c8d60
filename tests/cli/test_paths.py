"""`simulator paths` where not every state can be followed, or the paths cannot be written out."""

import json
from pathlib import Path

from authoring.sample import SOUND, edited
from cli.shell import Shell

from simulator.authoring.library import default_root

CREEPING = """      - {id: wait, say: "One moment.", shows: {empathy.names-stake: 1}, effects: {trust: +1}, to: opening}
      - {id: out, when: trust >= 90000, say: "Go.", shows: {empathy.names-stake: 3}, to: middle}
"""
"""Choices of a turn that is left once a feeling has crept up, one at a time."""


def library(root: Path, text: str) -> tuple[str, str]:
    """Write a library of one scenario."""
    (root / "scenarios" / "sample").mkdir(parents=True)
    (root / "scenarios" / "sample" / "scenario.yaml").write_text(text)
    (root / "rubrics").mkdir()
    for file in (default_root() / "rubrics").glob("*.yaml"):
        (root / "rubrics" / file.name).write_bytes(file.read_bytes())
    return "--library", str(root)


def test_in_a_circle_too_large_to_follow_bounds_are_told_and_no_chance(shell: Shell, tmp_path: Path) -> None:
    text = edited("max: 4", "max: 100000")
    start, end = text.index("      - id: sorry"), text.index("  middle:\n")
    own = library(tmp_path / "own", text[:start] + CREEPING + text[end:])
    lines = shell("paths", "sample", *own).out.splitlines()
    assert "  Empathy: 0 at least, of them 0 handled well" in lines
    assert "  not known, because not every state was followed" in lines
    assert not any(line.strip().startswith("never") for line in lines)
    told = json.loads(shell("paths", "sample", *own, "--json").out)
    assert (told["exact"], told["settled"], told["skills"][0]["most"]) == (False, False, None)


def test_where_a_rep_can_be_stuck_no_chance_is_told(shell: Shell, tmp_path: Path) -> None:
    own = library(
        tmp_path / "own", SOUND.replace("      - id: sorry\n", "      - id: sorry\n        when: knows_why\n")
    )
    text = shell("paths", "sample", *own, "--json").out
    assert json.loads(text)["settled"]
    stuck = SOUND.replace("trust > 0 and not knows_why", "trust > 3").replace(
        "      - id: sorry\n", "      - id: sorry\n        when: knows_why\n"
    )
    lines = shell("paths", "sample", *library(tmp_path / "stuck", stuck)).out.splitlines()
    assert "  not known, because a rep can be stuck" in lines


def test_more_paths_than_can_be_written_out_are_said_to_be_many(shell: Shell, tmp_path: Path) -> None:
    length = 4_000
    row = (
        "".join(
            f"  row-{n}: {{customer: And?, mood: cool, choices: [{{id: a, say: Aye., to: row-{n + 1}}}, "
            f"{{id: b, say: Bee., to: row-{n + 1}}}]}}\n"
            for n in range(length)
        )
        + f"  row-{length}: {{customer: And?, mood: cool, choices: [{{id: a, say: Aye., to: calm}}]}}\n"
    )
    text = SOUND.replace("  middle:\n", f"{row}  middle:\n").replace(
        "to: calm\n      - to: gone", "to: row-0\n      - to: gone"
    )
    lines = shell("paths", "sample", *library(tmp_path / "own", text)).out.splitlines()
    assert "Paths: more than a number of a thousand digits" in lines


def test_who_hardly_ever_leaves_a_circle_is_said_to_be_in_it_still(shell: Shell, tmp_path: Path) -> None:
    text = SOUND.replace(
        "        to: middle\n  middle:",
        '        to: middle\n      - {id: again, say: "Could you say all of that once more for me, please?", '
        "shows: {empathy.names-stake: 1}, to: opening}\n  middle:",
    )
    lines = shell("paths", "sample", "--chooser", "longest", *library(tmp_path / "own", text)).out.splitlines()
    assert "  100.0%  still going round a circle: every share here may be wrong by as much" in lines
