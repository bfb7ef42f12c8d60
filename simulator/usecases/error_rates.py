"""The error rates that reports print: simulated once, kept beside the bar, dropped when the library changes."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Final

from simulator.authoring.library import Library, installed
from simulator.authoring.writing import write_whole
from simulator.domain.error_rates import ErrorRate, ErrorRates
from simulator.usecases.desk import Desk
from simulator.usecases.refusal import Refused
from simulator.usecases.validating import Validation, fingerprint

FILE: Final = "error-rates.json"
"""In the folder of the rubrics. JSON, because the program makes it and nobody writes it."""

FORMAT: Final = 1
"""Raised whenever the rule or the simulation changes, so that no older rates are told."""


def known(library: Library) -> ErrorRates | None:
    """Return the error rates kept for the library as it is now; None where there are none, or for another version."""
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        kept = json.loads((library.root / "rubrics" / FILE).read_text(encoding="utf-8"))
        if kept["format"] == FORMAT and kept["of"] == fingerprint(library):
            kinds = tuple(ErrorRate(**kind) for kind in kept["kinds"])
            rates = ErrorRates(reps=kept["reps"], seed=kept["seed"], assessments=kept["assessments"], kinds=kinds)
            return rates if _can_be_told(rates) else None
    return None


def _can_be_told(rates: ErrorRates) -> bool:
    """Tell whether all numbers are numbers: somebody may have written into the file all the same."""
    counts: list[object] = [rates.reps, rates.seed, rates.assessments]
    shares: list[object] = [share for kind in rates.kinds for share in (kind.ready, kind.low, kind.high, kind.passed)]
    means: list[object] = [kind.assessments for kind in rates.kinds if kind.assessments is not None]
    return (
        all(isinstance(count, int) for count in counts)
        and all(isinstance(share, int | float) and 0 <= share <= 1 for share in shares)
        and all(isinstance(mean, int | float) for mean in means)
    )


def save(desk: Desk, found: Validation) -> Path:
    """Keep the error rates beside the bar; Refused where they are of another version of it, or cannot be written."""
    file = desk.library.root / "rubrics" / FILE
    if installed(desk.library.root):
        raise Refused(
            "The library inside the installed program is not written to: name one of your own with --library."
        )
    # A full simulation takes minutes, and meanwhile somebody may have saved a file: rates of neither would be told.
    if fingerprint(Library(desk.library.root, desk.library.index)) != found.of:
        raise Refused(
            "The bar or an assessment has changed since the simulation began, so nothing is kept: start it again."
        )
    kinds = [
        {
            "kind": kind.name,
            "ready": round(kind.rates.ready.share, 4),
            "low": round(kind.rates.ready.interval[0], 4),
            "high": round(kind.rates.ready.interval[1], 4),
            "assessments": None if kind.rates.assessments is None else round(kind.rates.assessments, 2),
            "passed": round(kind.rates.passed.share, 4),
        }
        for kind in found.kinds
    ]
    kept = {
        "format": FORMAT,
        "of": found.of,
        "reps": found.reps,
        "seed": found.seed,
        "assessments": found.assessments,
        "kinds": kinds,
    }
    try:
        write_whole(file, json.dumps(kept, indent=1, ensure_ascii=False) + "\n")
    except OSError as mistake:
        raise Refused(f"{file} cannot be written: {mistake.strerror}") from mistake
    return file
