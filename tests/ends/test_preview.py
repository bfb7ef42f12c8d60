"""The author's workbench in a real terminal: plain watch mode, and the app that hands the terminal to an editor."""

from pathlib import Path

import pytest
from ends.terminal import program, terminal
from usecases.workshop import FILE, SCENARIO, changed, library_in, write

SLIP = changed("to: sorting", "to: sortign")


@pytest.mark.parametrize("end", ["\x04", "\x03", "q\n"], ids=["end of input", "ctrl+c", "q"])
def test_plain_watch_mode_tells_what_each_save_changes_until_it_is_ended(end: str, tmp_path: Path) -> None:
    library = tmp_path / "library"
    library_in(library)
    command = "exec " + program("preview", "line", "--plain", "--library", str(library))
    with terminal(tmp_path, command) as watch:
        watch.wait_for("Waiting for you to save.")
        watch.settle()
        assert watch.read_for(1.5) == b"", "nothing is written while nobody saves"
        watch.press("")
        write(library, FILE, SLIP)
        watch.wait_for("new: ")
        watch.wait_for('no turn or ending is called "sortign"')
        watch.wait_for(" files")
        watch.press("")
        write(library, FILE, SCENARIO)
        watch.wait_for("mended: ")
        watch.wait_for(" files")
        watch.press("?\n")
        watch.wait_for("only q is answered")
        watch.press(end)
        watch.wait_for("Stopped watching.")
        written = watch.read_to_end()
        assert watch.child.exitstatus == 0
    assert "\x1b" not in written
    assert "Traceback" not in written


def test_the_app_hands_the_terminal_to_the_editor_and_takes_it_back(tmp_path: Path) -> None:
    """The editor draws, reads a key, ignores Ctrl-C, and saves; then the workbench stands where it stood."""
    library = tmp_path / "library"
    library_in(library)
    editor = tmp_path / "vim"
    editor.write_text(
        "#!/bin/sh\n"
        "trap 'echo caught' INT\n"
        'echo "at work on $1"; while [ -z "$answer" ]; do read answer; done\n'
        'sed -i "s/What happens now/What now, $answer/" "$2"\n'
    )
    editor.chmod(0o755)
    command = "exec " + program("preview", "line", "--library", str(library))
    with terminal(tmp_path, command, EDITOR=str(editor), VISUAL="") as app:
        app.wait_for("1-9 say")
        app.press("1")
        app.wait_for("calmer")
        app.press("e")
        app.wait_for("at work on +")
        app.press("\x03")
        app.wait_for("caught")
        app.press("please\n")
        app.wait_for("What now, please")
        app.wait_for("1-9 say")
        app.settle()
        assert app.read_for(1.5) == b"", "nothing is written while nothing happens"
        app.press("q")
        app.read_to_end()
        assert app.child.exitstatus == 0


def test_what_is_saved_shows_in_the_app_by_itself(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library_in(library)
    with terminal(tmp_path, program("preview", "line", "--library", str(library))) as app:
        app.wait_for("1-9 say")
        app.settle()
        assert app.read_for(1.5) == b"", "nothing is written while nobody saves"
        write(library, FILE, changed("You again?", "You, once more?"))
        app.wait_for("You, once more?")
        app.press("q")
        app.read_to_end()
        assert app.child.exitstatus == 0
