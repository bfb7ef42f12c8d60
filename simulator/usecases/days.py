"""A day as people write it."""

import re
from datetime import date


def day_of(text: str) -> date | None:
    """Read a day such as 2026-12-24; None where it is none."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
