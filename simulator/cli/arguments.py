"""What can be typed after `simulator`."""

import argparse
import re
from collections.abc import Mapping
from typing import Final, NoReturn, Protocol

from simulator import __version__
from simulator.domain.sinks import for_terminal

EPILOG: Final = """\
first steps:
  simulator                      open the app (plain lines when not on a terminal)
  simulator play warm-up         three turns to learn the keys
  simulator demo                 look around with example people; nothing is kept

environment: SIMULATOR_LIBRARY, SIMULATOR_RECORDS, SIMULATOR_REP, SIMULATOR_PLAIN
exit codes:  0 fine, 1 problems found, 2 the command could not be done as typed, 3 our mistake
"""
"""Shown under `simulator --help`."""


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


def parser() -> argparse.ArgumentParser:
    """Build the whole command line."""
    return parsers()[0]


def parsers() -> tuple[argparse.ArgumentParser, Mapping[str, argparse.ArgumentParser]]:
    """Build the command line, and each command's own part by name."""
    shared = _shared()
    top = Parser(
        prog="simulator",
        description="Practise hard customer conversations until it is certain that you are ready.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    top.add_argument("--version", action="version", version=f"simulator {__version__}")
    _add_faces(top)
    commands = Commands(top.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser))
    _add_rep_commands(commands, shared)
    _add_manager_commands(commands, shared)
    _add_deciding(commands, shared)
    _add_trainer_commands(commands, shared)
    _add_completion(commands, shared)
    return top, commands.parsers


def _near(message: str) -> str:
    """Say which of the choices that argparse lists is nearest to what was typed."""
    typed = re.search(r"invalid choice: '([^']*)' \(choose from (.*)\)", message)
    if typed is None:
        return ""
    from simulator.domain.near import did_you_mean

    near = did_you_mean(typed[1], re.findall(r"[a-z]+", typed[2]))
    return f": {near}" if near else ""


def _shared() -> Parser:
    """Build the options that stand before or after any command."""
    shared = Parser(add_help=False)
    group = shared.add_argument_group("everywhere")
    group.add_argument(
        "--library", metavar="DIR", default=argparse.SUPPRESS, help="a folder with scenarios/ and rubrics/"
    )
    group.add_argument(
        "--records",
        metavar="URL",
        default=argparse.SUPPRESS,
        help="where attempts are kept: a file, or postgresql://… for a team",
    )
    group.add_argument("--as", dest="rep", metavar="REP", default=argparse.SUPPRESS, help="who is practising")
    return shared


def _add_rep_commands(commands: Commands, shared: Parser) -> None:
    play = commands.add("play", shared, "talk with one customer, or go on where you stopped")
    play.add_argument("scenario", metavar="SCENARIO", help="the scenario's id, such as warm-up")
    play.add_argument("--assess", action="store_true", help="take it as an assessment: counts, first sight only")
    _add_faces(play)
    play.add_argument("--seed", type=_seed, metavar="N", help="fix the order in which choices are shown")
    demo = commands.add("demo", shared, "look around with example people; nothing is kept")
    _add_faces(demo)
    commands.add("progress", shared, "where you stand, what to do next and why")
    attempts = commands.add("attempts", shared, "what is recorded of you")
    attempts.add_argument("--json", action="store_true", help="with every move, for other programs")


def _add_manager_commands(commands: Commands, shared: Parser) -> None:
    report = commands.add("report", shared, "the readiness report of one rep")
    report.add_argument("of", metavar="REP", help="the rep's id or name")
    team = commands.add("team", shared, "everyone's readiness in one table")
    validate = commands.add("validate", shared, "how often the readiness rule is wrong, simulated on this library")
    validate.add_argument("--reps", type=int, default=10_000, metavar="N", help="how many reps are simulated")
    validate.add_argument("--seed", type=_seed, default=1, metavar="N", help="the same seed gives the same numbers")
    validate.add_argument("--world", default="usual", metavar="NAME", help="usual, alike, uneven, narrow or wide")
    validate.add_argument("--save", action="store_true", help="keep the error rates beside the bar, for reports")
    validate.add_argument("--json", action="store_true", help="for other programs")
    records = commands.add("records", shared, "look after what is recorded")
    records.add_argument("task", choices=("verify",), help="verify: check that nothing was changed behind our back")
    for command in (report, team):
        command.add_argument(
            "--format", choices=("html", "md", "text", "json", "csv"), help="text unless FILE says another"
        )
        command.add_argument("-o", "--output", metavar="FILE", help="write to a file; its ending picks the format")


def _add_deciding(commands: Commands, shared: Parser) -> None:
    review = commands.add("review", shared, "list open critical errors, or record a trainer's look at one")
    review.add_argument("of", nargs="?", metavar="REP", help="whose errors; everybody's if left out")
    review.add_argument("which", nargs="?", metavar="NUMBER", help="the error's number in the list, or its attempt")
    review.add_argument("--json", action="store_true", help="the list for other programs")
    decide = commands.add("decide", shared, "record your own decision beside the computed verdict")
    decide.add_argument("of", metavar="REP", help="the rep's id or name")
    decide.add_argument("decided", choices=("ready", "not-yet"), help="what you decide")
    decide.add_argument("--role", choices=("manager", "trainer"), required=True, help="as what you decide")
    decide.add_argument("--until", metavar="DATE", help="the last day on which it stands, such as 2026-12-31")
    for command in (review, decide):
        command.add_argument("--by", metavar="NAME", help="who you are")
        command.add_argument("--reason", metavar="TEXT", help="what you found; the rep reads it too")


def _add_faces(parser: Parser) -> None:
    either = parser.add_mutually_exclusive_group()
    absent = argparse.SUPPRESS
    either.add_argument("--plain", action="store_true", default=absent, help="plain lines instead of the app")
    either.add_argument(
        "--app", action="store_false", dest="plain", default=absent, help="the app, even if plain lines are set"
    )


def _add_trainer_commands(commands: Commands, shared: Parser) -> None:
    lint = commands.add("lint", shared, "check scenarios, rubrics and walks for mistakes")
    lint.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; the whole library if left out")
    lint.add_argument("--format", choices=("text", "json", "github"), default="text", help="how problems are printed")
    lint.add_argument("--notes", action="store_true", help="also what is good to know: coverage, open attempts")
    explain = commands.add("explain", shared, "say what a problem means, with an example and its mending")
    explain.add_argument("code", nargs="?", metavar="CODE", help="such as SIM101; all of them if left out")
    explain.add_argument("--markdown", action="store_true", help="all of them as a page, as in docs/problems.md")
    schema = commands.add("schema", shared, "print the JSON Schema that editors use")
    schema.add_argument("kind", metavar="KIND", help="scenario, rubric, readiness or walk")
    paths = commands.add("paths", shared, "work out what can happen on all paths of a conversation")
    paths.add_argument("scenario", metavar="SCENARIO")
    paths.add_argument("--chooser", default="random", metavar="NAME", help="whose chances: random, longest, politest…")
    paths.add_argument("--json", action="store_true", help="for other programs")
    walk = commands.add("walk", shared, "follow named choices and see what they come to")
    walk.add_argument("scenario", metavar="SCENARIO")
    walk.add_argument("choices", nargs="*", metavar="CHOICE", help="choice ids, one after another")
    walk.add_argument("--json", action="store_true", help="for other programs")
    items = commands.add("items", shared, "what everybody's answers say about each moment and choice")
    items.add_argument("--json", action="store_true", help="for other programs")
    _add_keeping(walk)
    blind = commands.add("blind", shared, "whether the best lines can be found without hearing the customer")
    blind.add_argument("scenario", metavar="SCENARIO")
    blind.add_argument("--seed", type=_seed, default=1, metavar="N", help="fix the order in which it is asked")
    blind.add_argument("--heard", action="store_true", help="with the customer's words, to see what hearing them adds")
    blind.add_argument("--picks", nargs="+", metavar="LETTER", help="mark these answers, - for none")
    overview = commands.add("overview", shared, "describe every conversation: its situation, and what is proven of it")
    form = overview.add_mutually_exclusive_group()
    form.add_argument("--markdown", action="store_true", help="as the tables in docs/library.md")
    form.add_argument("--json", action="store_true", help="for other programs")
    _add_graph(commands, shared)
    _add_new(commands, shared)
    _add_preview(commands, shared)


def _add_keeping(walk: Parser) -> None:
    either = walk.add_mutually_exclusive_group()
    either.add_argument("--save", metavar="NAME", help="keep the path as a test, in walks/NAME.yaml")
    either.add_argument("--cover", action="store_true", help="keep a few paths that together make every choice")
    walk.add_argument("--about", metavar="TEXT", help="with --save: what the path is an example of")
    walk.add_argument("--force", action="store_true", help="with --save or --cover: replace what is there")


def _add_graph(commands: Commands, shared: Parser) -> None:
    graph = commands.add("graph", shared, "draw a conversation: every turn, every choice and where it leads")
    graph.add_argument("scenario", metavar="SCENARIO")
    graph.add_argument("--format", choices=("text", "mermaid", "dot", "svg"), help="text unless FILE says another")
    graph.add_argument("-o", "--output", metavar="FILE", help="write to a file; its ending picks the format")


def _add_new(commands: Commands, shared: Parser) -> None:
    new = commands.add("new", shared, "begin a conversation of your own from one that works")
    new.add_argument("id", metavar="ID", help="its id, and its folder's name, such as late-delivery")
    new.add_argument("--title", metavar="TITLE", help="what people see in lists")
    new.add_argument("--purpose", choices=("practice", "assessment"), default="practice", help="what it is for")
    new.add_argument("--customer", metavar="NAME", help="who the rep talks with")


def _add_preview(commands: Commands, shared: Parser) -> None:
    preview = commands.add("preview", shared, "write beside the live conversation: it follows every save")
    preview.add_argument("scenario", nargs="?", metavar="SCENARIO", help="the one to open; choose in there if left out")
    _add_faces(preview)


def _add_completion(commands: Commands, shared: Parser) -> None:
    completion = commands.add("completion", shared, "print a completion script for your shell")
    completion.add_argument("shell", choices=("bash", "zsh", "fish"))


def _seed(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 0 <= int(text[:12]) < 2**32:
        raise argparse.ArgumentTypeError(f'"{text[:20]}" is not a seed: give a whole number from 0 to {2**32 - 1}')
    return int(text)
