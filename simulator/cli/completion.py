"""Completion scripts for shells, made from the parser itself so that they cannot fall behind."""

import argparse
import re
from collections.abc import Mapping

from simulator.cli.arguments import parsers

SCENARIO_COMMANDS = ("play", "walk", "paths", "graph", "preview", "blind", "lint")
"""Commands whose first word is a scenario's id, or can be one."""

WORDS: Mapping[str, tuple[str, ...]] = {
    "completion": ("bash", "zsh", "fish"),
    "goal": ("ready",),
    "records": ("verify", "export", "import", "erase"),
    "team": ("setup", "add"),
    "schema": ("scenario", "rubric", "readiness", "walk"),
}
"""Commands whose first word is one of a few."""


def script(shell: str, scenarios: tuple[str, ...]) -> str:
    """Write the completion script for bash, zsh or fish."""
    top, commands = parsers()
    options = {"": _long(top)} | {name: _long(command) for name, command in commands.items()}
    words = {**WORDS, **dict.fromkeys(SCENARIO_COMMANDS, scenarios)}
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](options, words)


def _long(parser: argparse.ArgumentParser) -> tuple[str, ...]:
    """Return a parser's long options, read off its own help."""
    return tuple(dict.fromkeys(re.findall(r"^  (?:-\w(?: [A-Z]+)?, )?(--[a-z-]+)", parser.format_help(), re.MULTILINE)))


def _bash(options: Mapping[str, tuple[str, ...]], words: Mapping[str, tuple[str, ...]]) -> str:
    cases = "\n".join(
        f'    {name}) words="{" ".join((*opts, *words.get(name, ())))}" ;;' for name, opts in options.items() if name
    )
    first = " ".join((*(name for name in options if name), *options[""]))
    return f"""_simulator() {{
  local word="${{COMP_WORDS[COMP_CWORD]}}" words="{first}"
  [ "$COMP_CWORD" -gt 1 ] && case "${{COMP_WORDS[1]}}" in
{cases}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}}
complete -o default -F _simulator simulator
"""


def _zsh(options: Mapping[str, tuple[str, ...]], words: Mapping[str, tuple[str, ...]]) -> str:
    return "autoload -U +X bashcompinit && bashcompinit\n" + _bash(options, words)


def _fish(options: Mapping[str, tuple[str, ...]], words: Mapping[str, tuple[str, ...]]) -> str:
    lines = ["complete -c simulator -f"]
    for name, opts in options.items():
        seen = f"'__fish_seen_subcommand_from {name}'" if name else "__fish_use_subcommand"
        if name:
            lines.append(f"complete -c simulator -n __fish_use_subcommand -a {name}")
        lines += [f"complete -c simulator -n {seen} -l {option.removeprefix('--')}" for option in opts]
        if name in words:
            lines.append(f"complete -c simulator -n {seen} -a '{' '.join(words[name])}'")
    return "\n".join(lines) + "\n"
