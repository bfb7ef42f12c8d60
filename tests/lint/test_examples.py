"""Every law has both its examples, and lint says of them what it should."""

import re

import pytest

from simulator.domain.problem import Severity
from simulator.lint.rule import Law
from simulator.lint.skeleton import LIBRARY, library_of
from simulator.usecases.explaining import GROUPS, laws, said_of

LAWS = list(laws().values())


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.code)
def test_the_failing_example_is_found(law: Law) -> None:
    found = [problem for problem in said_of(law.failing) if problem.code == law.code]
    assert found
    assert all(problem.message for problem in found)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.code)
def test_the_passing_example_is_let_be_and_can_be_played(law: Law) -> None:
    said = said_of(law.passing)
    assert [str(problem) for problem in said if problem.code == law.code] == []
    # A small example of one law may be too short for another, but whoever copies it must be able to play it.
    unplayable = [problem for problem in said if problem.severity is Severity.ERROR and problem.code < "SIM300"]
    assert [str(problem) for problem in unplayable] == []


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.code)
def test_a_law_is_one_sentence_with_a_reason_and_two_examples_that_change_something(law: Law) -> None:
    assert re.fullmatch(r"SIM\d{3}", law.code)
    assert law.code[3] in GROUPS
    assert re.fullmatch(r"[^.]+(\.[a-z]+)*[^.]*\.", law.law), law.law
    assert law.why.endswith(".")
    assert (library_of(law.failing), law.failing.encoding) != (library_of(law.passing), law.passing.encoding)


def test_no_code_is_given_twice() -> None:
    from simulator.authoring.laws import LAWS as READING
    from simulator.lint.rules import ALL

    codes = [law.code for law in (*READING, *ALL)]
    assert len(codes) == len(set(codes))


def test_the_small_library_that_examples_change_has_no_mistakes() -> None:
    from simulator.lint.rule import Example

    said = said_of(Example(files={}))
    assert [str(problem) for problem in said if problem.severity is Severity.ERROR] == []
    assert len(LIBRARY) == 5
