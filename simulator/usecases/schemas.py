"""The JSON Schema of each kind of file, for editors."""

import json

from simulator.domain.near import did_you_mean
from simulator.usecases.refusal import Refused

KINDS = ("scenario", "rubric", "readiness", "walk")
"""The kinds of file a trainer writes."""


def schema_text(kind: str) -> str:
    """Write the JSON Schema of one kind of file; Refused for an unknown kind."""
    if kind not in KINDS:
        hint = did_you_mean(kind, KINDS) or f"choose one of {', '.join(KINDS)}"
        raise Refused(f'There is no kind of file called "{kind}": {hint}')
    from simulator.authoring.schema import json_schema

    return json.dumps(json_schema(kind), ensure_ascii=False, indent=2)
