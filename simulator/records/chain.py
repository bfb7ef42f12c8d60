"""Links: each record carries a hash of itself and of the record before it.

A record changed, removed or put in between no longer fits its neighbours, so it is noticed. Whoever owns
both the file and this program can rebuild a whole chain, or drop its newest end; evidence against that
is a link kept elsewhere (docs/decisions/store.md).
"""

import hashlib
import json
from collections.abc import Mapping

from simulator.domain.ids import Digest, RepId


def canonical(fields: Mapping[str, object]) -> bytes:
    """Return the one JSON text of these fields: keys sorted, no spaces, UTF-8, characters as they are."""
    # repr: whatever an edit by hand has put in a row must not stop the check that is to find it.
    text = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=repr)
    return text.encode("utf-8", "surrogatepass")


def link(previous: str, fields: Mapping[str, object]) -> str:
    """Return the hash that ties these fields to the link before them."""
    return hashlib.sha256(canonical({**fields, "previous": previous})).hexdigest()


def first_link(rep: RepId) -> str:
    """Return what a rep's first attempt is tied to."""
    return hashlib.sha256(canonical({"rep": rep})).hexdigest()


def digest_of(text: str) -> Digest:
    """Return the digest under which a text is kept."""
    return Digest(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
