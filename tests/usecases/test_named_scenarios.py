"""A conversation is meant by its id or by its title: reports name only titles."""

import pytest
from tui.shelf import desk, scenario

from simulator.authoring.library import UnknownScenario
from simulator.domain.ids import ScenarioId
from simulator.usecases.refusal import Refused
from simulator.usecases.shelf import named

HERE = desk(
    scenario(name="late", title="The late delivery"),
    scenario(name="one", title="Two of a kind"),
    scenario(name="two", title="Two of a kind"),
    scenario(name="id", title="late"),
)


@pytest.mark.parametrize("typed", ["late", "The late delivery", " the LATE  delivery "])
def test_a_title_that_one_conversation_has_means_it_and_an_id_comes_first(typed: str) -> None:
    assert named(HERE, typed) == "late"


def test_a_title_that_two_have_is_refused_with_what_to_type() -> None:
    with pytest.raises(Refused, match=r'Several conversations are called "Two of a kind": one and two; type one of'):
        named(HERE, "Two of a kind")


def test_what_is_neither_is_told_as_an_unknown_id() -> None:
    assert named(HERE, "nothing") == ScenarioId("nothing")
    with pytest.raises((UnknownScenario, KeyError)):
        HERE.library.scenario(named(HERE, "nothing"))
