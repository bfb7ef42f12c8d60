"""Two people are never taken for one: not where an id cannot hold their letters, nor where both have one name."""

import pytest
from plain.seat import FRESH
from tui.shelf import desk

from simulator.domain.attempt import Rep
from simulator.domain.ids import RepId
from simulator.usecases.desk import Desk
from simulator.usecases.people import find, handle_of, join, look_up
from simulator.usecases.refusal import Refused


@pytest.mark.parametrize(("name", "id_"), [("Ana Lima", "ana-lima"), ("José", "jose"), ("ANA", "ana"), ("ana", "ana")])
def test_a_name_of_ascii_letters_and_accents_is_its_own_id(name: str, id_: str) -> None:
    assert handle_of(name) == id_


@pytest.mark.parametrize(("one", "other"), [("李", "王"), ("Łukasz", "Ukasz"), ("Øre", "re"), ("Анна", "Яна")])
def test_names_that_differ_in_other_letters_are_different_people(one: str, other: str) -> None:
    here = desk()
    assert join(here, one).id != join(here, other).id
    assert join(here, one).name == one
    assert find(here, one).name == one


def test_the_same_name_is_the_same_person_however_it_is_typed() -> None:
    here = desk()
    assert join(here, " анна  ") == join(here, "Анна") == find(here, "анна")


def test_looking_somebody_up_adds_nobody() -> None:
    here = desk(FRESH)
    assert look_up(here, "Bo").typed == "bo"
    assert here.records.reps() == ()


@pytest.mark.parametrize("name", ["", "  ", "...", "\x00ana", "a\x1b[2Jb", "\ud800a", "x" * 81])
def test_a_name_that_cannot_be_used_is_refused_with_what_to_do(name: str) -> None:
    with pytest.raises(Refused, match=r"type|use at most"):
        join(desk(), name)


def namesakes(*handles: str, name: str = "Ana Lima") -> Desk:
    here = desk()
    for handle in handles:
        here.records.add_rep(Rep(id=RepId(f"r-{handle}"), handle=handle, name=name, joined=here.now()))
    return here


@pytest.mark.parametrize("typed", ["Ana Lima", " ana  LIMA ", "Ána Lima"])
def test_a_name_that_two_people_have_is_refused_with_what_to_type(typed: str) -> None:
    here = namesakes("ana-lima-2", "ana-lima")
    for looks in (find, join, look_up):
        with pytest.raises(Refused, match=r'Two people are called ".*": ana-lima and ana-lima-2; type one of these\.'):
            looks(here, typed)
    assert len(here.records.reps()) == 2


def test_a_handle_and_an_id_mean_one_person_even_where_another_has_the_name() -> None:
    here = namesakes("ana-lima", "ana-lima-2")
    for handle in ("ana-lima", "ana-lima-2"):
        assert find(here, handle).typed == find(here, f"r-{handle}").typed == join(here, handle).typed == handle


def test_a_name_finds_its_person_under_whatever_handle() -> None:
    here = namesakes("ana-lima-2")
    assert find(here, "Ana Lima") == find(here, "ana-lima") == find(here, "ana-lima-2")
