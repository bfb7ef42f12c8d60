"""One function for each command: arguments → one use case → print → exit code."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from simulator.cli.authoring_commands import AUTHORING
from simulator.cli.board import board
from simulator.cli.deciding import DECIDING
from simulator.cli.intending import INTENDING
from simulator.cli.preview import preview
from simulator.cli.printing import as_json, print_lines, print_text
from simulator.cli.records import records
from simulator.cli.teaming import team
from simulator.cli.typed import (
    can_draw,
    desk_of,
    known_person,
    looked_up,
    own_settings,
    person_of,
    records_of,
    reported_on,
    wants_lines,
    with_lines,
)
from simulator.cli.writing import write_report
from simulator.domain.ids import ScenarioId
from simulator.domain.member import Member
from simulator.domain.scenario import Purpose

if TYPE_CHECKING:
    from simulator.usecases.desk import Desk


def app(typed: Namespace) -> int:
    """Open the app, or sit down in plain mode."""
    desk = desk_of(typed)
    if wants_lines(typed) and not _sit_down(desk, typed):
        return 0
    from simulator.tui.app import run

    return run(
        desk,
        # Asked once the first frame stands, because it opens the records.
        rep=lambda: known_person(desk, typed),
        settings_file=own_settings(),
        go_plain=lambda: app(with_lines(typed)),
    )


def _sit_down(desk: "Desk", typed: Namespace) -> bool:
    """Spend a sitting in plain mode, at home or at the board; return whether a newcomer wants the app instead."""
    from simulator.plain.voice import standard_voice

    person = known_person(desk, typed)
    if isinstance(person, Member):
        from simulator.plain.board import look_around

        look_around(desk, standard_voice())
        return False
    from simulator.plain.session import sit_down

    return sit_down(desk, standard_voice(), own_settings(), person, can_draw=can_draw())


def play(typed: Namespace) -> int:
    """Talk with one customer."""
    from simulator.usecases.shelf import named

    desk = desk_of(typed)
    scenario = named(desk, typed.scenario)
    purpose = Purpose.ASSESSMENT if typed.assess else None
    if wants_lines(typed):
        from simulator.plain.play import play as play_plainly
        from simulator.plain.voice import standard_voice

        play_plainly(desk, standard_voice(), lambda: person_of(desk, typed), scenario, purpose=purpose, seed=typed.seed)
        return 0
    from simulator.records.open import is_server
    from simulator.tui.app import run

    desk.library.scenario(scenario)
    if is_server(records_of(typed)):
        # Whoever looks after a team does not practise: told before a screen is opened that could do no more.
        person_of(desk, typed)
    return run(
        desk,
        rep=lambda: person_of(desk, typed),
        settings_file=own_settings(),
        open_scenario=scenario,
        purpose=purpose,
        seed=typed.seed,
    )


def demo(typed: Namespace) -> int:
    """Look around with example people."""
    from simulator.usecases.demo import demo_desk, write_reports

    desk, people = demo_desk(desk_of(typed))
    code = 0
    with TemporaryDirectory(prefix="simulator-demo-") as folder:
        settings_file = Path(folder) / "settings.json"
        if wants_lines(typed):
            from simulator.cli.demo import show

            show(desk, people, settings_file)
        else:
            from simulator.tui.app import run

            code = run(desk, rep=people[0], settings_file=settings_file)
    print_lines(write_reports(desk, people))
    return code


def progress(typed: Namespace) -> int:
    """Say where the rep stands."""
    from simulator.plain.standing import say_progress
    from simulator.plain.voice import standard_voice
    from simulator.usecases.progress import progress as gather

    desk = desk_of(typed)
    say_progress(standard_voice(), gather(desk, looked_up(desk, typed)))
    return 0


def attempts(typed: Namespace) -> int:
    """List what is recorded of the rep."""
    from simulator.usecases.progress import attempt_rows

    desk = desk_of(typed)
    person = looked_up(desk, typed)
    if typed.json:
        print_text(as_json({"format": 1, "rep": person, "attempts": desk.records.attempts(person.id)}))
        return 0
    rows = attempt_rows(desk, person)
    if not rows:
        print_lines([f"Nothing is recorded of {person.name} yet. Begin with: simulator play warm-up"])
    for row in rows:
        how = row.outcome or ("in progress" if row.readable else "cannot be read: its text is missing")
        print_lines(
            [f"{row.started:%Y-%m-%d %H:%M} UTC  {row.purpose}  {row.scenario}: {how}, {_choices(row.choices)}"]
        )
    return 0


def report(typed: Namespace) -> int:
    """Write one rep's readiness report."""
    from simulator.usecases.report import rendered
    from simulator.usecases.report import report as gather

    desk = desk_of(typed)
    rep = reported_on(desk, typed)
    return write_report(typed, lambda form: rendered(gather(desk, rep), form))


def validate(typed: Namespace) -> int:
    """Simulate how often the readiness rule is wrong."""
    from simulator.cli.progress import progress_bar
    from simulator.cli.validation import lines_of
    from simulator.usecases.error_rates import save
    from simulator.usecases.validating import validate as simulate

    desk = desk_of(typed)
    found = simulate(desk, typed.reps, typed.seed, typed.world, progress_bar())
    if typed.json:
        print_text(as_json(found))
    else:
        print_lines(lines_of(found))
    if typed.save:
        print_lines([f"Kept in {save(desk, found)}: reports show it from now on."], sys.stderr)
    return 0


def explain(typed: Namespace) -> int:
    """Say what a problem means; without a code, list them all."""
    from simulator.cli.explaining import lines_of_all, lines_of_one
    from simulator.usecases.explaining import explain as law_of
    from simulator.usecases.explaining import page

    if typed.markdown:
        print_text(page())
    else:
        print_lines(lines_of_one(law_of(typed.code)) if typed.code else lines_of_all())
    return 0


def schema(typed: Namespace) -> int:
    """Print a JSON Schema."""
    from simulator.usecases.schemas import schema_text

    print_text(schema_text(typed.kind))
    return 0


def paths(typed: Namespace) -> int:
    """Say what all paths of a scenario come to."""
    from simulator.cli.paths import lines_of
    from simulator.usecases.paths import paths as gather

    view = gather(desk_of(typed), ScenarioId(typed.scenario), typed.chooser)
    if typed.json:
        print_text(as_json(view))
    else:
        print_lines(lines_of(view))
    return 0


def completion(typed: Namespace) -> int:
    """Print a completion script."""
    from simulator.cli.completion import script

    scenarios = tuple(str(summary.id) for summary in desk_of(typed).library.summaries())
    print_text(script(typed.shell, scenarios))
    return 0


COMMANDS: Mapping[str, Callable[[Namespace], int]] = {
    "app": app,
    "play": play,
    "demo": demo,
    "progress": progress,
    "attempts": attempts,
    "report": report,
    "team": team,
    "board": board,
    "validate": validate,
    "explain": explain,
    "schema": schema,
    "paths": paths,
    "completion": completion,
    "preview": preview,
    **AUTHORING,
    **DECIDING,
    **INTENDING,
    "records": records,
}
"""What each word after `simulator` does."""


def _choices(count: int) -> str:
    return "1 choice" if count == 1 else f"{count} choices"
