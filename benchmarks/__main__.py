"""Measure everything and print one table: `uv run python benchmarks [choices|faces|linting|reading|scale [--full]]`."""

import sys
from functools import partial

import choices
import faces
import linting
import reading
import scale

MEASURES = {
    "choices": choices.measure,
    "reading": reading.measure,
    "linting": linting.measure,
    "faces": faces.measure,
    "scale": scale.measure,
}


def main(names: list[str]) -> int:
    """Print the rows asked for, or all; 1 where a budget is missed."""
    print(f"{'what':<52} {'value':>12} {'reference':>12} {'unit':<5} {'ratio':>7}  budget")
    kept = True
    full = "--full" in names
    measures = MEASURES | {"scale": partial(scale.measure, full=full)}
    for name in [name for name in names if name != "--full"] or list(measures):
        for row in measures[name]():
            print(row, flush=True)
            kept = kept and row.kept
    return 0 if kept else 1


sys.exit(main(sys.argv[1:]))
