"""What the program says about itself, and about a slip of the fingers."""

import pytest
from cli.shell import Shell

from simulator import __version__
from simulator.cli.arguments import parsers
from simulator.cli.commands import COMMANDS

NAMES = tuple(parsers()[1])


def test_help_names_every_command_with_what_it_does_and_where_to_begin(shell: Shell) -> None:
    done = shell("--help")
    assert done.code == 0
    for name in NAMES:
        assert f"\n    {name} " in done.out
    assert "simulator play warm-up" in done.out
    codes = "exit codes: 0 fine, 1 problems found, 2 the command could not be done as typed, 3 our mistake"
    assert codes in " ".join(done.out.split())
    assert done.err == ""


@pytest.mark.parametrize("command", [(), *((name,) for name in NAMES)])
def test_help_fits_into_80_columns(command: tuple[str, ...], shell: Shell) -> None:
    shell.patch.setenv("COLUMNS", "80")
    assert [line for line in shell(*command, "--help").out.splitlines() if len(line) > 80] == []


def test_every_command_that_can_be_typed_can_be_done() -> None:
    assert set(NAMES) | {"app"} == set(COMMANDS)


@pytest.mark.parametrize("name", NAMES)
def test_the_help_of_a_command_says_what_it_does_and_explains_every_option(name: str, shell: Shell) -> None:
    done = shell(name, "--help")
    assert done.code == 0
    assert done.out.startswith(f"usage: simulator {name} ")
    assert "--library DIR" in done.out
    about = parsers()[1][name].description
    assert about
    assert about[:30] in done.out
    unexplained = [action.dest for action in parsers()[1][name]._actions if action.option_strings and not action.help]
    assert unexplained == []


def test_the_version_is_said(shell: Shell) -> None:
    assert shell("--version").out == f"simulator {__version__}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["reprot"], 'did you mean "report"?'),
        (["lint", "--format", "jsno"], 'did you mean "json"?'),
        (["zzz"], "choose from 'play', 'demo'"),
        (["play"], "the following arguments are required: SCENARIO"),
        (["play", "warm-up", "--seed", "-1"], '"-1" is not a seed'),
        (["play", "warm-up", "--seed", "4294967296"], "give a whole number from 0 to 4294967295"),
        (["play", "warm-up", "--seed", "9" * 5000], "is not a seed"),
        (["--nonsense"], "unrecognized arguments: --nonsense"),
        (["play", "warm-up", "--\x1b[2J"], "--<U+001B>[2J"),
    ],
)
def test_a_slip_is_answered_with_what_was_wrong_and_where_to_look(words: list[str], said: str, shell: Shell) -> None:
    done = shell(*words)
    assert done.code == 2
    assert said in done.err
    assert done.err.splitlines()[-1].startswith("See: simulator")
    assert done.out == ""


@pytest.mark.parametrize("place", ["before", "after"])
def test_shared_options_may_stand_before_or_after_the_command(place: str, shell: Shell) -> None:
    option, command = ["--as", "Bo"], ["attempts"]
    done = shell(*(option + command if place == "before" else command + option))
    assert done.out == "Nothing is recorded of Bo yet. Begin with: simulator play warm-up\n"
