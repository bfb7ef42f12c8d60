"""Conditions that come out one way only, each cause told once."""

import pytest
from lint.structure.small import choice, found, places, sends, talk, turn

from simulator.domain.scenario import Feeling, Turn
from simulator.lint.structure.always_holds import ALWAYS_HOLDS
from simulator.lint.structure.decided import DECIDED
from simulator.lint.structure.never_offered import NEVER_OFFERED
from simulator.lint.structure.route_never_taken import ROUTE_NEVER_TAKEN
from simulator.lint.structure.variant_never_shown import VARIANT_NEVER_SHOWN
from simulator.lint.subject import Proven

RULES = (NEVER_OFFERED, ALWAYS_HOLDS, DECIDED, ROUTE_NEVER_TAKEN, VARIANT_NEVER_SHOWN)


def opening(to: str) -> dict[str, Turn]:
    """A first turn after which trust is 3 and something is known, or trust is 1 and it is not."""
    warm = choice("warm", to, effects={"trust": 1}, learns=["known"])
    return {"first": turn(warm, choice("cold", to, effects={"trust": -1}))}


def with_choice(when: str) -> Proven:
    return talk({**opening("second"), "second": turn(choice("on", "won"), choice("asked", "lost", when))})


def with_variants(*whens: str) -> Proven:
    return talk({**opening("second"), "second": turn(choice("on", "won"), variants=whens)})


def with_routes(*whens: str) -> Proven:
    return talk({**opening("sorted"), "sorted": sends(*((when, "won") for when in whens), "lost")})


def told(proven: Proven) -> list[tuple[str, str]]:
    """All codes that these rules find, each with its place."""
    return [(rule.code, place) for rule in RULES for place in places(rule, proven)]


@pytest.mark.parametrize(
    ("when", "code"),
    [
        ("known", None),
        ("trust >= 3", None),
        ("trust >= 2 and known", None),
        ("trust >= 4", "SIM404"),
        ("trust == 2", "SIM404"),
        ("known and trust <= 1", "SIM404"),
        ("trust >= 1", "SIM405"),
        ("known or trust <= 1", "SIM405"),
        ("trust != 0", "SIM405"),
        ("trust >= 0", "SIM406"),
        ("trust > 4", "SIM406"),
        ("known and trust <= 4", "SIM406"),
        ("not (trust < 0)", "SIM406"),
    ],
)
def test_a_choice_has_one_finding_where_its_condition_comes_out_one_way(when: str, code: str | None) -> None:
    place = "turns.second.choices.1.when"
    assert told(with_choice(when)) == ([(code, place)] if code else [])


def test_it_is_said_what_is_so_where_a_choice_is_never_on_offer() -> None:
    [finding] = found(NEVER_OFFERED, with_choice("trust >= 4 and known"))
    assert finding.message == '"asked" can never be said: at "second", trust is 1 to 3'
    [finding] = found(NEVER_OFFERED, with_choice("trust >= 4"))
    assert finding.message.endswith("trust is 1 to 3")


def test_each_part_that_is_decided_is_told_at_its_place_in_the_condition() -> None:
    first, second = found(DECIDED, with_choice("trust >= 0 and (known or trust > 9)"))
    assert (first.offset, second.offset) == (0, 25)
    assert first.message == '"trust >= 0" always holds: trust goes from 0 to 4'
    assert second.message == '"trust > 9" never holds: trust goes from 0 to 4'


def test_a_decided_part_and_another_cause_are_both_told() -> None:
    place = "turns.second.choices.1.when"
    assert told(with_choice("trust >= 0 and trust == 2")) == [("SIM404", place), ("SIM406", place)]


def test_a_fact_that_nothing_learns_never_holds() -> None:
    talked = talk({"first": turn(choice("on", "won"), choice("asked", "lost", "not secret"))}, facts=["secret"])
    assert told(talked) == [("SIM406", "turns.first.choices.1.when")]
    assert found(DECIDED, talked)[0].message == '"secret" never holds: nothing that can be said learns it'


@pytest.mark.parametrize(
    ("move", "when", "reach"),
    [
        (None, "trust == 2", "trust is always 2"),
        (0, "trust == 2", "trust is always 2"),
        (1, "trust >= 2", "trust starts at 2 and nothing lowers it"),
        (-1, "trust > 2", "trust starts at 2 and nothing raises it"),
    ],
)
def test_a_feeling_goes_no_further_than_something_moves_it(move: int | None, when: str, reach: str) -> None:
    effects = {} if move is None else {"trust": move}
    talked = talk({"first": turn(choice("on", "first", effects=effects), choice("asked", "won", when))})
    assert found(DECIDED, talked)[0].message.endswith(f" holds: {reach}")


@pytest.mark.parametrize(
    ("when", "whole"),
    [
        ("trust >= 0 and trust <= 4", True),
        ("trust < 0 or trust > 4", False),
        ("trust >= 0 and known", None),
        ("trust < 0 and known", False),
        ("trust >= 0 or known", True),
        ("trust < 0 or known", None),
        ("not (trust < 0 or trust > 4)", True),
        ("not known", None),
    ],
)
def test_parts_that_are_decided_may_decide_the_whole(when: str, *, whole: bool | None) -> None:
    assert with_choice(when).certain.whole(when) is whole


def test_a_comparison_within_the_bounds_is_not_decided() -> None:
    for when in ("trust == 0", "trust != 4", "trust < 1", "trust >= 4", "trust <= 3", "trust > 0"):
        assert places(DECIDED, with_choice(when)) == []


@pytest.mark.parametrize(
    ("whens", "expected"),
    [
        (("trust >= 3",), []),
        (("trust >= 3", "trust >= 2"), [("SIM408", 1)]),
        (("trust >= 4",), [("SIM408", 0)]),
        (("trust >= 1",), [("SIM405", 0)]),
        (("trust >= 1", "trust >= 3"), [("SIM405", 0), ("SIM408", 1)]),
        (("known", "not known"), [("SIM405", 1)]),
        (("trust >= 0", "known"), [("SIM406", 0), ("SIM408", 1)]),
        (("trust < 0",), [("SIM406", 0)]),
    ],
)
def test_a_variant_is_asked_only_where_none_above_it_holds(
    whens: tuple[str, ...], expected: list[tuple[str, int]]
) -> None:
    found_at = [(code, int(place.split(".")[3])) for code, place in told(with_variants(*whens))]
    assert found_at == expected


def test_it_is_said_why_a_variant_is_never_spoken() -> None:
    [finding] = found(VARIANT_NEVER_SHOWN, with_variants("trust >= 3", "trust >= 2"))
    assert finding.message.endswith("never spoken: trust is 1 where it is asked")
    [finding] = found(VARIANT_NEVER_SHOWN, with_variants("trust >= 1", "known"))
    assert finding.message.endswith("never spoken: one above it always is")


@pytest.mark.parametrize(
    ("whens", "expected"),
    [
        (("trust >= 3",), []),
        (("trust >= 3", "trust >= 2"), [("SIM407", 1)]),
        (("trust == 0",), [("SIM407", 0)]),
        (("trust >= 1",), [("SIM405", 0)]),
        (("trust >= 1", "known"), [("SIM405", 0), ("SIM407", 1)]),
        (("known", "not known"), [("SIM405", 1)]),
        (("trust > 4",), [("SIM406", 0)]),
    ],
)
def test_a_route_is_asked_only_where_none_above_it_holds(
    whens: tuple[str, ...], expected: list[tuple[str, int]]
) -> None:
    found_at = [(code, int(place.split(".")[3])) for code, place in told(with_routes(*whens))]
    assert found_at == expected


def test_it_is_said_why_a_route_is_never_taken() -> None:
    [finding] = found(ROUTE_NEVER_TAKEN, with_routes("trust >= 1", "known"))
    assert finding.message == 'this route of "sorted" is never taken: one above it always is'


def test_routes_are_followed_through_one_turn_after_another() -> None:
    talked = talk(
        {
            **opening("outer"),
            "outer": sends(("trust >= 2", "inner"), "lost"),
            "inner": sends(("known", "won"), "lost"),
        }
    )
    assert told(talked) == [("SIM405", "turns.inner.routes.0.when")]


def test_routes_at_the_start_are_asked_of_how_the_conversation_begins() -> None:
    talked = talk({"begin": sends(("trust >= 3", "lost"), "first"), **opening("won")})
    assert told(talked) == [("SIM407", "turns.begin.routes.0")]
    [finding] = found(ROUTE_NEVER_TAKEN, talked)
    assert finding.message == 'this route of "begin" is never taken: trust is 2 where it is asked'


def test_what_a_turn_asks_that_is_never_come_to_is_not_told_beside() -> None:
    talked = talk(
        {
            "first": turn(choice("on", "won", effects={"trust": 1}), choice("bold", "cut-off", "trust == 3")),
            "cut-off": turn(choice("on", "won"), choice("asked", "lost", "trust == 1"), variants=["trust == 3"]),
        }
    )
    assert told(talked) == [("SIM404", "turns.first.choices.1.when"), ("SIM406", "turns.cut-off.choices.1.when")]


def test_a_feeling_that_matters_only_to_words_is_still_told_apart() -> None:
    talked = talk(
        {
            "first": turn(choice("warm", "second", effects={"doubt": 1}), choice("cold", "second")),
            "second": turn(choice("on", "won"), variants=["doubt >= 1"]),
        },
        feelings={"trust": Feeling(start=2, min=0, max=4), "doubt": Feeling(start=0, min=0, max=3)},
    )
    assert told(talked) == []


def test_where_not_all_is_gone_through_only_what_the_bounds_decide_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.analysis.exploring.MAX_ARROWS", 0)
    talked = talk(
        {
            **opening("second"),
            "second": turn(
                choice("a", "sorted", "trust >= 4"), choice("b", "won", "trust >= 0"), variants=["trust >= 1"]
            ),
            "sorted": sends(("trust == 0", "won"), "lost"),
        }
    )
    assert told(talked) == [("SIM406", "turns.second.choices.1.when")]
