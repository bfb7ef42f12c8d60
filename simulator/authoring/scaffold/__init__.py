"""A whole small conversation, as text, which an author starts from: it has to be without a finding of lint."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from simulator.authoring.walk_text import quoted, word

_ID: Final = "new-conversation"
_TITLE: Final = "The lift that moved twice"
_NAME: Final = "Nadia Rahman"


def scaffold(scenario_id: str, title: str, purpose: str, customer: str) -> Mapping[str, str]:
    """Return the files of a new scenario, by their names in its folder; without a name, the customer keeps hers."""
    folder = Path(__file__).parent
    text = (folder / "scenario.yaml").read_text("utf-8")
    text = text.replace(f"id: {_ID}", f"id: {word(scenario_id)}").replace(_ID, scenario_id)
    text = text.replace(f"title: {_TITLE}", f"title: {quoted(title)}")
    text = re.sub(r"^purpose: practice( *)", lambda found: f"purpose: {purpose:<8}{found[1]}", text, flags=re.MULTILINE)
    if customer:
        text = text.replace(_NAME, quoted(customer)).replace(_NAME.partition(" ")[0], customer.partition(" ")[0])
    walks = sorted((folder / "walks").glob("*.yaml"))
    return {"scenario.yaml": text} | {f"walks/{walk.name}": walk.read_text("utf-8") for walk in walks}
