"""One function for each command: arguments → one use case → print → exit code."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from simulator.cli.printing import as_json, print_lines, print_text, write_report
from simulator.domain.ids import ScenarioId
from simulator.domain.scenario import Purpose

if TYPE_CHECKING:
    from simulator.domain.attempt import Rep
    from simulator.usecases.desk import Desk


def app(typed: Namespace) -> int:
    """Open the app, or sit down in plain mode."""
    desk = _desk(typed)
    if wants_lines(typed):
        from simulator.plain.session import sit_down
        from simulator.plain.voice import standard_voice

        app_wanted = sit_down(
            desk, standard_voice(), _settings_file(), _known_person(desk, typed), can_draw=_can_draw()
        )
        if not app_wanted:
            return 0
    from simulator.tui.app import run

    return run(
        desk,
        # Asked once the first frame stands, because it opens the records.
        rep=lambda: _known_person(desk, typed),
        settings_file=_settings_file(),
        go_plain=lambda: app(_plainly(typed)),
    )


def play(typed: Namespace) -> int:
    """Talk with one customer."""
    desk = _desk(typed)
    scenario = ScenarioId(typed.scenario)
    purpose = Purpose.ASSESSMENT if typed.assess else None
    if wants_lines(typed):
        from simulator.plain.play import play as play_plainly
        from simulator.plain.voice import standard_voice

        play_plainly(desk, standard_voice(), lambda: _person(desk, typed), scenario, purpose=purpose, seed=typed.seed)
        return 0
    from simulator.tui.app import run

    desk.library.scenario(scenario)
    return run(
        desk,
        rep=lambda: _person(desk, typed),
        settings_file=_settings_file(),
        open_scenario=scenario,
        purpose=purpose,
        seed=typed.seed,
    )


def demo(typed: Namespace) -> int:
    """Look around with example people."""
    from simulator.usecases.demo import demo_desk, write_reports

    desk, people = demo_desk(_desk(typed))
    if not wants_lines(typed):
        from simulator.tui.app import run

        with TemporaryDirectory(prefix="simulator-demo-") as folder:
            code = run(desk, rep=people[0], settings_file=Path(folder) / "settings.json")
        print_lines(write_reports(desk, people))
        return code
    from simulator.cli.demo import show

    show(desk, people)
    print_lines(write_reports(desk, people))
    return 0


def progress(typed: Namespace) -> int:
    """Say where the rep stands."""
    from simulator.plain.standing import say_progress
    from simulator.plain.voice import standard_voice
    from simulator.usecases.progress import progress as gather

    desk = _desk(typed)
    say_progress(standard_voice(), gather(desk, _looked_up(desk, typed)))
    return 0


def attempts(typed: Namespace) -> int:
    """List what is recorded of the rep."""
    from simulator.usecases.progress import attempt_rows

    desk = _desk(typed)
    person = _looked_up(desk, typed)
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
    from simulator.usecases.people import find
    from simulator.usecases.report import rendered
    from simulator.usecases.report import report as gather

    desk = _desk(typed)
    view = gather(desk, find(desk, typed.of))
    return write_report(lambda form: rendered(view, form), typed.format, typed.output)


def team(typed: Namespace) -> int:
    """Write everyone's standing."""
    from simulator.usecases.report import rendered
    from simulator.usecases.report import team as gather

    view = gather(_desk(typed))
    return write_report(lambda form: rendered(view, form), typed.format, typed.output)


def lint(typed: Namespace) -> int:
    """Check a library or some files of it."""
    from simulator.cli.printing import print_problems
    from simulator.usecases.linting import lint as check

    paths = tuple(Path(path) for path in typed.paths)
    missing = [path for path in paths if not path.exists() and not path.is_symlink()]
    if missing:
        print_lines([f"There is no file or folder {path}." for path in missing], sys.stderr)
        return 2
    return print_problems(check(_desk(typed).library, paths), typed.format)


def schema(typed: Namespace) -> int:
    """Print a JSON Schema."""
    from simulator.usecases.schemas import schema_text

    print_text(schema_text(typed.kind))
    return 0


def walk(typed: Namespace) -> int:
    """Follow named choices."""
    from simulator.cli.printing import print_walk
    from simulator.usecases.walking import walk as follow

    view = follow(_desk(typed), ScenarioId(typed.scenario), typed.choices)
    if typed.json:
        print_text(as_json(view))
    else:
        print_walk(view)
    return 0


def paths(typed: Namespace) -> int:
    """Say what all paths of a scenario come to."""
    from simulator.cli.paths import lines_of
    from simulator.usecases.paths import paths as gather

    view = gather(_desk(typed), ScenarioId(typed.scenario))
    if typed.json:
        print_text(as_json(view))
    else:
        print_lines(lines_of(view))
    return 0


def records(typed: Namespace) -> int:
    """Check every recorded attempt against its chain."""
    found = _desk(typed).records.verify()
    for flaw in found:
        print_lines([f"{flaw.rep}, attempt {flaw.attempt}, move {flaw.number}: {flaw.message}"])
    if not found:
        print_lines(["Every attempt is as it was recorded."])
    return 1 if found else 0


def completion(typed: Namespace) -> int:
    """Print a completion script."""
    from simulator.cli.completion import script

    scenarios = tuple(str(summary.id) for summary in _desk(typed).library.summaries())
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
    "lint": lint,
    "schema": schema,
    "walk": walk,
    "paths": paths,
    "records": records,
    "completion": completion,
}
"""What each word after `simulator` does."""


def _choices(count: int) -> str:
    return "1 choice" if count == 1 else f"{count} choices"


def _desk(typed: Namespace) -> "Desk":
    from simulator.usecases.desk import open_desk

    return open_desk(getattr(typed, "library", None), getattr(typed, "records", None))


def _settings_file() -> Path:
    from simulator.usecases.settings import settings_file

    return settings_file()


def wants_lines(typed: Namespace) -> bool:
    """Tell whether lines are wanted: asked for, set, or all that the terminal can do."""
    if not _can_draw():
        return True
    asked = getattr(typed, "plain", None)
    if asked is not None:
        return bool(asked)
    if variable := os.environ.get("SIMULATOR_PLAIN"):
        return variable != "0"
    from simulator.usecases.settings import load_settings

    return load_settings(_settings_file())[0].plain


def _can_draw() -> bool:
    """Tell whether the app can be shown here."""
    return os.environ.get("TERM") != "dumb" and sys.stdin.isatty() and sys.stdout.isatty()


def _plainly(typed: Namespace) -> Namespace:
    return Namespace(**(vars(typed) | {"plain": True}))


def _name(typed: Namespace) -> str:
    from simulator.usecases.settings import load_settings

    return (
        getattr(typed, "rep", None) or os.environ.get("SIMULATOR_REP") or load_settings(_settings_file())[0].rep or ""
    )


def _known_person(desk: "Desk", typed: Namespace) -> "Rep | None":
    """Return who this is; None before the first run."""
    from simulator.usecases.people import join

    name = _name(typed)
    return join(desk, name) if name else None


def _person(desk: "Desk", typed: Namespace) -> "Rep":
    """Return who is practising; whoever has not said is called by their login name."""
    from simulator.usecases.people import join

    return join(desk, _name(typed) or _login_name())


def _looked_up(desk: "Desk", typed: Namespace) -> "Rep":
    """Return whose records are read; reading adds nobody."""
    from simulator.usecases.people import look_up

    return look_up(desk, _name(typed) or _login_name())


def _login_name() -> str:
    """Return what the computer calls this person; some containers have no name for anybody."""
    from getpass import getuser

    try:
        return getuser()
    except (ImportError, KeyError, OSError):
        return "rep"
