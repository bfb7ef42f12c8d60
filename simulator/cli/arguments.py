"""What can be typed after `simulator`."""

import argparse
from collections.abc import Mapping
from typing import Final

from simulator import __version__
from simulator.cli.authoring_arguments import add_trainer_commands
from simulator.cli.parser import Commands, Parser, add_faces, seed

RECORDS_TASKS: Final = (
    "verify: check that nothing was changed behind our back; export, import: carry records in a file; "
    "erase: remove a person for good; rebuild: work out anew what is kept beside the moves"
)
"""What can be done with records."""

TEAM_TASKS: Final = (
    "on a PostgreSQL server: setup: for a team; add: give a person a login; list: who has one; remove: take it away"
)
"""What the owner of a team's server can do."""

EPILOG: Final = """\
first steps:
  simulator                 open the app (plain lines when not on a terminal)
  simulator play warm-up    three turns to learn the keys
  simulator demo            look around with example people; nothing is kept

environment: SIMULATOR_LIBRARY, SIMULATOR_RECORDS, SIMULATOR_REP,
             SIMULATOR_PLAIN
exit codes:  0 fine, 1 problems found, 2 the command could not be done as typed,
             3 our mistake
"""
"""Shown under `simulator --help`."""


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
    add_faces(top)
    commands = Commands(top.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser))
    _add_rep_commands(commands, shared)
    _add_manager_commands(commands, shared)
    _add_deciding(commands, shared)
    add_trainer_commands(commands, shared)
    _add_completion(commands, shared)
    return top, commands.parsers


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
    play.add_argument("scenario", metavar="SCENARIO", help="the scenario's id, such as warm-up, or its title")
    play.add_argument("--assess", action="store_true", help="take it as an assessment: counts, first sight only")
    add_faces(play)
    play.add_argument("--seed", type=seed, metavar="N", help="fix the order in which choices are shown")
    demo = commands.add("demo", shared, "look around with example people; nothing is kept")
    add_faces(demo)
    commands.add("progress", shared, "where you stand, what to do next and why")
    goal = commands.add("goal", shared, "what you want to have shown and by when; without a skill, show it")
    goal.add_argument("what", nargs="?", metavar="SKILL", help="a skill such as empathy, or ready for all of them")
    goal.add_argument("--by", metavar="DATE", help="a day such as 2027-01-31, or 4 weeks, or 10 days")
    goal.add_argument("--drop", action="store_true", help="have no goal any more")
    restart = commands.add("restart", shared, "set your assessments so far aside and begin anew")
    restart.add_argument("--yes", action="store_true", help="do it without asking; it cannot be taken back")
    attempts = commands.add("attempts", shared, "what is recorded of you")
    attempts.add_argument("--json", action="store_true", help="with every move, for other programs")


def _add_manager_commands(commands: Commands, shared: Parser) -> None:
    report = commands.add("report", shared, "the readiness report of one rep")
    report.add_argument("of", nargs="?", metavar="REP", help="the rep's id or name; yourself if left out")
    team = commands.add("team", shared, "everyone's readiness in one table; or set up a team's server")
    team.add_argument("task", nargs="?", choices=("setup", "add", "list", "remove"), help=TEAM_TASKS)
    team.add_argument("name", nargs="?", metavar="NAME", help="add: what people call them; remove: their login")
    team.add_argument("--login", metavar="LOGIN", help="add: their login on the server")
    team.add_argument("--role", choices=("rep", "trainer", "manager"), default="rep", help="add: what they are")
    team.add_argument("--team", default="", metavar="TEAM", help="add: whose reps they see, or where they belong")
    team.add_argument("--brief", action="store_true", help="in words alone: quick, for teams of any size")
    team.add_argument(
        "--password-file", metavar="FILE", help="add: a file with their password in its first line; one is made without"
    )
    add_faces(
        commands.add("board", shared, "everyone's readiness to look through, filter and export, and to decide on")
    )
    validate = commands.add("validate", shared, "how often the readiness rule is wrong, simulated on this library")
    validate.add_argument("--reps", type=int, default=10_000, metavar="N", help="how many reps are simulated")
    validate.add_argument("--seed", type=seed, default=1, metavar="N", help="the same seed gives the same numbers")
    validate.add_argument("--world", default="usual", metavar="NAME", help="usual, alike, uneven, narrow or wide")
    validate.add_argument("--save", action="store_true", help="keep the error rates beside the bar, for reports")
    validate.add_argument("--json", action="store_true", help="for other programs")
    records = commands.add("records", shared, "look after what is recorded")
    records.add_argument("task", choices=("verify", "export", "import", "erase", "rebuild"), help=RECORDS_TASKS)
    records.add_argument("what", nargs="*", metavar="REP or FILE", help="erase, export: whom; import: which files")
    records.add_argument(
        "--inactive", type=int, metavar="DAYS", help="erase: everybody of whom nothing was recorded for so long"
    )
    records.add_argument("-o", "--output", metavar="FILE", help="export: write to a file that only you can read")
    records.add_argument("--force", action="store_true", help="export: replace FILE if it is there")
    records.add_argument("--names", action="store_true", help="export: with names, handles and what people wrote")
    records.add_argument("--yes", action="store_true", help="erase: do it without asking; it cannot be taken back")
    for command in (report, team):
        command.add_argument(
            "--format", choices=("html", "md", "text", "json", "csv"), help="text unless FILE says another"
        )
        command.add_argument("-o", "--output", metavar="FILE", help="write to a file; its ending picks the format")
        command.add_argument("--force", action="store_true", help="replace FILE if it is there")


def _add_deciding(commands: Commands, shared: Parser) -> None:
    review = commands.add("review", shared, "list open critical errors, or record a trainer's look at one")
    review.add_argument("of", nargs="?", metavar="REP", help="whose errors; everybody's if left out")
    review.add_argument("which", nargs="?", metavar="NUMBER", help="the error's number in the list, or its attempt")
    review.add_argument("--json", action="store_true", help="the list for other programs")
    decide = commands.add("decide", shared, "record your own decision beside the computed verdict")
    decide.add_argument("of", metavar="REP", help="the rep's id or name")
    decide.add_argument("decided", choices=("ready", "not-yet"), help="what you decide")
    decide.add_argument(
        "--role", choices=("manager", "trainer"), help="as what you decide; a login on a team's server says it"
    )
    decide.add_argument("--until", metavar="DATE", help="the last day on which it stands, such as 2026-12-31")
    for command in (review, decide):
        command.add_argument("--by", metavar="NAME", help="who you are; a login on a team's server says it")
        command.add_argument("--reason", metavar="TEXT", help="what you found; the rep reads it too")


def _add_completion(commands: Commands, shared: Parser) -> None:
    completion = commands.add("completion", shared, "print a completion script for your shell")
    completion.add_argument("shell", choices=("bash", "zsh", "fish"))
