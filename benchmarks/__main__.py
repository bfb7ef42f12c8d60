"""Measure everything and print one table: `uv run python benchmarks [choices|faces|linting|reading]`."""

import sys

import choices
import faces
import linting
import reading

MEASURES = {"choices": choices.measure, "reading": reading.measure, "linting": linting.measure, "faces": faces.measure}


def main(names: list[str]) -> int:
    """Print the rows asked for, or all; 1 where a budget is missed."""
    print(f"{'what':<52} {'value':>12} {'reference':>12} {'unit':<5} {'ratio':>7}  budget")
    kept = True
    for name in names or list(MEASURES):
        for row in MEASURES[name]():
            print(row, flush=True)
            kept = kept and row.kept
    return 0 if kept else 1


sys.exit(main(sys.argv[1:]))
