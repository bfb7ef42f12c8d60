"""One line of the table that the benchmarks print."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A measured value, what it is compared with in the same run, and the budget of their ratio."""

    name: str
    value: float
    reference: float
    budget: float
    unit: str
    least: bool = False
    """Whether the ratio must be at least the budget, rather than at most."""

    @property
    def ratio(self) -> float:
        """The value as a multiple of the reference."""
        return self.value / self.reference if self.reference else self.value

    @property
    def kept(self) -> bool:
        """Whether the budget is kept."""
        return self.ratio >= self.budget if self.least else self.ratio <= self.budget

    def __str__(self) -> str:
        """Write the row in fixed columns."""
        sign = "≥" if self.least else "≤"
        mark = "kept" if self.kept else "MISSED"
        return (
            f"{self.name:<52} {self.value:>12,.1f} {self.reference:>12,.1f} {self.unit:<5}"
            f" {self.ratio:>7.2f}  {sign} {self.budget:<5g} {mark}"
        )
