"""How often the readiness rule was wrong in simulation, as reports tell it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorRate:
    """What came of the simulated reps of one kind."""

    kind: str
    """Who they were, in a few words."""
    ready: float
    """The share that came out READY, 0 to 1."""
    low: float
    """The lower end of its 95 % interval."""
    high: float
    """The upper end."""
    assessments: float | None
    """The mean number of assessments to READY; None where nobody came to it."""
    passed: float
    """The share that a pass mark of 80 % in the last attempt would have passed, with any number of tries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorRates:
    """The rule's errors on one library."""

    reps: int
    """Reps that were simulated."""
    seed: int
    assessments: int
    """Assessments in the library."""
    kinds: tuple[ErrorRate, ...]
