"""How far a share that was counted may lie from the true one."""

from math import sqrt
from typing import Final

_Z: Final = 1.959964
"""The 97.5 % point of the standard normal distribution."""


def wilson(count: int, of: int) -> tuple[float, float]:
    """Return the 95 % interval of a share, 0 to 1: E. Wilson, J. Am. Stat. Assoc. 22 (1927) 209-212.

    ZeroDivisionError where nothing was counted.
    """
    share, weight = count / of, _Z**2 / of
    middle = (share + weight / 2) / (1 + weight)
    reach = _Z / (1 + weight) * sqrt(share * (1 - share) / of + weight / (4 * of))
    return max(0.0, middle - reach), min(1.0, middle + reach)
