"""What was validated once, kept by the digest of its text, so that it need not be parsed again.

JSON, never pickle; losing it costs only time. Anything odd in it is taken as "not there".
"""

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp
from typing import Final

from simulator.authoring.schema import TYPES, Kind, Value
from simulator.domain.ids import Digest, SkillId
from simulator.domain.problem import Placed, Severity

VERSION: Final = 5
"""Raised whenever checks or shapes change, so that nothing older is trusted."""


def digest_of(content: bytes) -> Digest:
    """Return the digest of a file's bytes."""
    return Digest(hashlib.sha256(content).hexdigest())


class Index:
    """A folder of validated trees."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder / f"index-{VERSION}" if folder else None

    def get(self, kind: Kind, digest: Digest) -> Value | None:
        """Return the value of that text; None where it is not kept, or not in a usable way."""
        from simulator.authoring.decode import decode

        if self._folder is None:
            return None
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return decode(TYPES[kind], json.loads(self._file(kind, digest).read_bytes()))
        return None

    def put(self, kind: Kind, digest: Digest, tree: object) -> None:
        """Keep a validated tree."""
        self._put(kind, digest, tree)

    def _put(self, kind: str, digest: Digest, tree: object) -> None:
        """Write whole or not at all; do nothing where the folder cannot be written."""
        if self._folder is None:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, draft = mkstemp(dir=self._folder)
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                json.dump(tree, stream, ensure_ascii=False, separators=(",", ":"))
            Path(draft).replace(self._file(kind, digest))

    def moments(self, digest: Digest) -> Mapping[SkillId, int] | None:
        """Return the kept moments of that scenario; None where they are not kept."""
        if self._folder is None:
            return None
        with suppress(OSError, ValueError, TypeError, AttributeError, RecursionError):
            kept = json.loads(self._file("moments", digest).read_bytes())
            return {SkillId(skill): int(number) for skill, number in kept.items()}
        return None

    def put_moments(self, digest: Digest, moments: Mapping[SkillId, int]) -> None:
        """Keep the moments of a scenario."""
        self._put("moments", digest, dict(moments))

    def _file(self, kind: str, digest: Digest) -> Path:
        assert self._folder is not None, "asked only where there is a folder"
        return self._folder / f"{kind}-{digest}.json"


def read_through(index: Index, kind: Kind, content: bytes, shown: str) -> tuple[Value | None, tuple[Placed, ...]]:
    """Read bytes of a known kind, from the index where they were validated before."""
    known = index.get(kind, digest_of(content))
    if known is not None:
        return known, ()
    from simulator.authoring.reading import read_content

    read = read_content(kind, content, shown)
    if read.value is not None and read.source is not None:
        index.put(kind, digest_of(content), read.source.tree)
    return read.value, tuple(part for part in read.problems if part.severity is Severity.ERROR)
