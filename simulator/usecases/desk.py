"""What every use case is given: the library, the records, and the world's clock and chance."""

import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.authoring.library import Library, default_root, open_library
from simulator.domain.member import Access

if TYPE_CHECKING:
    from simulator.records.protocol import Records

SEEDS = 2**32
"""Seeds are whole numbers below this."""


def utc_now() -> datetime:
    """Read the clock."""
    return datetime.now(tz=UTC)


def fresh_id() -> str:
    """Draw an id that nobody has drawn before."""
    return secrets.token_hex(10)


def fresh_seed() -> int:
    """Draw a seed for the order of choices."""
    return secrets.randbelow(SEEDS)


@dataclass(frozen=True, kw_only=True)
class Desk:
    """The library, the records and the outside world, as use cases see them."""

    library: Library
    open_records: "Callable[[], Records]"
    """Opens the records; called at the first need, because the database is the slowest thing to load."""
    now: Callable[[], datetime] = utc_now
    fresh_id: Callable[[], str] = fresh_id
    fresh_seed: Callable[[], int] = fresh_seed
    example: bool = False
    """Whether the records are made up, to look around in."""

    @cached_property
    def records(self) -> "Records":
        """The records, opened at the first need."""
        return self.open_records()

    @cached_property
    def access(self) -> Access:
        """What holds people to what is theirs in the records, and whose login this is."""
        return self.records.access()

    def close(self) -> None:
        """Let go of the records, if they were opened."""
        if "records" in vars(self):
            self.records.close()


def open_desk(library: str | None, records: str | None, environment: Mapping[str, str] = os.environ) -> Desk:
    """Open a desk on the named library and records, or those of the environment, or the defaults."""
    root = library or environment.get("SIMULATOR_LIBRARY")
    url = records or environment.get("SIMULATOR_RECORDS") or None  # set to nothing is not set

    def opened() -> "Records":
        from simulator.records.open import open_records

        return open_records(url)

    return Desk(
        library=open_library(Path(root) if root else default_root(), cache_folder(environment)),
        open_records=opened,
    )


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return where the index of libraries is kept; losing it costs only time."""
    if chosen := environment.get("SIMULATOR_CACHE"):
        return Path(chosen)
    from platformdirs import user_cache_path

    return user_cache_path("conversation-simulator", appauthor=False)
