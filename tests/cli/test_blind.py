"""`simulator blind`: whether the best line can be found without hearing the customer."""

import re
import shlex

import pytest
from cli.shell import Shell


def test_the_customer_is_not_heard_and_nothing_is_tagged(shell: Shell) -> None:
    out = shell("blind", "warm-up").out
    assert "Get Teodor a proper cup of coffee" in out
    assert "try-the-filter" not in out
    assert "what were you going to pour her?" in out.lower()
    # What he says at the door is what a listener would go by.
    assert "warm water out of it" not in out
    assert len(re.findall(r"^\d+\.$", out, re.MULTILINE)) == 3
    assert len(re.findall(r"^  [a-c]\) ", out, re.MULTILINE)) == 9


def test_the_order_is_the_seeds(shell: Shell) -> None:
    assert shell("blind", "warm-up", "--seed", "5").out == shell("blind", "warm-up", "--seed", "5").out
    assert len({shell("blind", "warm-up", "--seed", str(seed)).out.split("Mark it")[0] for seed in range(6)}) > 1


def test_picks_are_marked_against_luck(shell: Shell) -> None:
    marks = [
        shell("blind", "warm-up", "--picks", one, two, three).out for one in "abc" for two in "abc" for three in "abc"
    ]
    found = sorted(int(re.match(r"Found: (\d) of 3; luck would find 1\.0", mark)[1]) for mark in marks)  # type: ignore[index]
    # One best of three at each of three turns: (1 + 2)^3 ways, by how many of them are found.
    assert [found.count(number) for number in range(4)] == [8, 12, 6, 1]
    assert "Found: 0 of 0; luck would find 0.0." in shell("blind", "warm-up", "--picks", "-", "-", "-").out


@pytest.mark.parametrize(
    ("picks", "said"),
    [
        (("a", "b"), "There are 3 questions, and 2 answers"),
        (("a", "b", "z"), 'Answer 3 is "z": give a letter from a to c'),
    ],
)
def test_picks_that_do_not_fit_are_refused(picks: tuple[str, ...], said: str, shell: Shell) -> None:
    done = shell("blind", "warm-up", "--picks", *picks)
    assert done.code == 2
    assert said in done.err


def test_with_the_customers_words_one_can_see_what_hearing_them_adds(shell: Shell) -> None:
    out = shell("blind", "warm-up", "--heard").out
    assert "without hearing" not in out
    assert len([line for line in out.splitlines() if line.startswith(("  “", "  or: “"))]) >= 3


def test_the_briefing_flows_and_names_stand_for_placeholders(shell: Shell) -> None:
    shell("new", "moved-again", "--library", "my own")
    out = shell("blind", "moved-again", "--library", "my own", "--heard").out
    assert "What you know: You look after customers at Brightwell Lifts." in out
    (first,) = [line for line in out.splitlines() if line.startswith("What you know: ")]
    assert first.endswith("The new card says Thursday."), "a paragraph is one line, whatever lines the file has"
    assert "“Robin, it's Nadia at the library." in out
    assert not re.search(r"\{(rep|customer|company)\}", out)


def test_the_command_that_marks_it_can_be_typed_as_it_stands(shell: Shell) -> None:
    shell("new", "moved-again", "--library", "my own")
    out = shell("blind", "moved-again", "--library", "my own", "--seed", "3").out
    (command,) = re.findall(r"Mark it with: simulator (.*) --picks", out)
    assert command == "blind moved-again --library 'my own' --seed 3"
    count = int(re.search(r"\((\d+) letters", out)[1])  # type: ignore[index]
    assert shell(*shlex.split(command), "--picks", *"a" * count).out.startswith("Found: ")
    assert "--library" not in shell("blind", "warm-up").out
