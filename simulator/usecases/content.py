"""The exact text an attempt stands on, even when the file has changed or gone."""

from contextlib import suppress

from simulator.authoring.library import BrokenScenario, Loaded, UnknownScenario, scenario_from
from simulator.domain.ids import Digest, ScenarioId
from simulator.domain.scenario import Scenario
from simulator.records.protocol import Document
from simulator.usecases.desk import Desk
from simulator.usecases.refusal import Refused


def keep_content(desk: Desk, loaded: Loaded) -> None:
    """Keep a scenario's exact text beside the attempts."""
    desk.records.keep(
        Document(digest=loaded.digest, kind="scenario", name=loaded.scenario.id, text=loaded.text),
    )


def content_of(desk: Desk, digest: Digest, scenario_id: ScenarioId) -> Scenario:
    """Return the scenario as it was in that version, from the library or else from the records."""
    with suppress(UnknownScenario, BrokenScenario):
        current = desk.library.scenario(scenario_id)
        if current.digest == digest:
            return current.scenario
    document = desk.records.document(digest)
    if document is None:
        raise Refused(f'The text of "{scenario_id}" in the version of this attempt is missing from the records.')
    return scenario_from(document.text, desk.library.index)
