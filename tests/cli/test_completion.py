"""Completion scripts: made for three shells, tried in those that are here."""

import shutil
import subprocess

import pytest
from cli.shell import Shell

from simulator.cli.arguments import parsers


def offered(script: str, *words: str) -> set[str]:
    """What bash offers for the last of these words."""
    line = " ".join(f"'{word}'" for word in words)
    asked = (
        f'{script}\nCOMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _simulator; printf "%s\\n" "${{COMPREPLY[@]}}"'
    )
    done = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return set(done.stdout.split())


def test_bash_can_read_the_script_and_offers_commands_options_and_ids(shell: Shell) -> None:
    script = shell("completion", "bash").out
    subprocess.run(["bash", "-n"], input=script, text=True, check=True)
    assert set(parsers()[1]) < offered(script, "simulator", "")
    assert offered(script, "simulator", "pl") == {"play"}
    assert offered(script, "simulator", "play", "warm") == {"warm-up"}
    assert offered(script, "simulator", "graph", "warm") == {"warm-up"}
    assert offered(script, "simulator", "walk", "late") == {"late-delivery"}
    assert offered(script, "simulator", "report", "--f") == {"--format", "--force"}
    assert offered(script, "simulator", "completion", "") >= {"bash", "zsh", "fish"}
    assert offered(script, "simulator", "schema", "r") == {"rubric", "readiness"}


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_every_shell_is_told_every_command_and_every_option(name: str, shell: Shell) -> None:
    done = shell("completion", name)
    assert (done.code, done.err) == (0, "")
    for command, parser in parsers()[1].items():
        assert command in done.out
        for action in parser._actions:
            for option in action.option_strings:
                if option.startswith("--") and option != "--help":
                    assert option.removeprefix("--") in done.out
    assert "warm-up" in done.out


@pytest.mark.parametrize("name", ["zsh", "fish"])
def test_the_other_shells_can_read_theirs_where_they_are_installed(name: str, shell: Shell) -> None:
    script = shell("completion", name).out
    assert script.count("'") % 2 == 0
    if program := shutil.which(name):
        subprocess.run([program, "-n"], input=script, text=True, check=True)


def test_an_unknown_shell_is_refused(shell: Shell) -> None:
    done = shell("completion", "tcsh")
    assert done.code == 2
    assert "choose from 'bash', 'zsh', 'fish'" in done.err
