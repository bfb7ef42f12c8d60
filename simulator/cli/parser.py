"""What every part of the command line is built with."""

import argparse
import re
from typing import NoReturn, Protocol

from simulator.domain.sinks import for_terminal


class Parser(argparse.ArgumentParser):
    """Says what was mistyped and what to type, in one breath."""

    def error(self, message: str) -> NoReturn:
        """Say what was mistyped, with the nearest name there is, and end with 2."""
        self.exit(2, f"{self.prog}: {for_terminal(message)}{_near(message)}\nSee: {self.prog} --help\n")


class _Adds(Protocol):
    """What argparse's sub-parsers can do, which has no public type."""

    def add_parser(self, name: str, *, parents: "list[Parser]", help: str) -> "Parser":  # noqa: A002 - argparse's name
        ...


class Commands:
    """The commands added so far, by name."""

    def __init__(self, adds: _Adds) -> None:
        self._adds = adds
        self.parsers: dict[str, Parser] = {}

    def add(self, name: str, shared: Parser, about: str) -> Parser:
        """Add one command."""
        self.parsers[name] = self._adds.add_parser(name, parents=[shared], help=about)
        self.parsers[name].description = about[0].upper() + about[1:] + "."
        return self.parsers[name]


def add_faces(parser: Parser) -> None:
    """Let the face be chosen: the app or plain lines."""
    either = parser.add_mutually_exclusive_group()
    absent = argparse.SUPPRESS
    either.add_argument("--plain", action="store_true", default=absent, help="plain lines instead of the app")
    either.add_argument(
        "--app", action="store_false", dest="plain", default=absent, help="the app, even if plain lines are set"
    )


def seed(text: str) -> int:
    """Read a seed; ArgumentTypeError for what is none."""
    if not text.isascii() or not text.isdecimal() or not 0 <= int(text[:12]) < 2**32:
        raise argparse.ArgumentTypeError(f'"{text[:20]}" is not a seed: give a whole number from 0 to {2**32 - 1}')
    return int(text)


def _near(message: str) -> str:
    """Say which of the choices that argparse lists is nearest to what was typed."""
    typed = re.search(r"invalid choice: '([^']*)' \(choose from (.*)\)", message)
    if typed is None:
        return ""
    from simulator.domain.near import did_you_mean

    near = did_you_mean(typed[1], re.findall(r"[a-z]+(?:-[a-z]+)*", typed[2]))
    return f": {near}" if near else ""
