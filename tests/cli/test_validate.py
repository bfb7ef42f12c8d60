"""`simulator validate` in words and for programs, and the report that shows what was kept."""

import json
import shutil
from pathlib import Path

from cli.shell import Shell

ROOT = Path(__file__).parents[2]


def test_both_tables_are_printed_and_the_rates_are_kept_where_asked(shell: Shell, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "rubrics", tmp_path / "own" / "rubrics")
    for name in ("warm-up", "usage-fell-by-half"):
        shutil.copytree(ROOT / "scenarios" / name, tmp_path / "own" / "scenarios" / name)
    own = ("--library", str(tmp_path / "own"))
    shell("play", "warm-up", "--plain", *own, typed="\n1\n1\n1\n\n")
    assert "simulator validate --save" in shell("report", "ana", *own).out
    done = shell("validate", *own, "--reps", "14", "--save")
    assert done.code == 0
    assert "What this rule says" in done.out
    assert "What a pass mark of 80 % says of the same reps" in done.out
    assert all(len(line) <= 80 for line in done.out.splitlines())
    assert "reports show it from now on" in done.err
    report = shell("report", "ana", *own).out
    assert "Simulated: 10 points below in one skill" in report
    assert "Ready 0.0 % of the time" in report
    assert json.loads(shell("validate", *own, "--reps", "14", "--json").out)["seed"] == 1
