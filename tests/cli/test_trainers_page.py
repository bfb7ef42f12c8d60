"""docs/trainers.md typed from top to bottom, as it stands, by somebody who begins."""

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

from cli.shell import Done, Shell

from simulator.authoring.library import default_root
from simulator.authoring.reading import read_content

PAGE = (Path(__file__).parents[2] / "docs" / "trainers.md").read_text(encoding="utf-8")
WORKED = Path("my-library/scenarios/lost-badge/scenario.yaml")
FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SLIP = ("{calm: +2}", "{clam: +2}")
"""The slip that the page makes to show what lint says of one."""


def commands() -> Iterator[tuple[str, str]]:
    """Yield every command of the page in order, with the output that is shown for it, if any.

    What only shows a form, with … in it, is nothing to type.
    """
    for found in re.finditer(rf"{FENCED.pattern}|`(uv run simulator [^`…]+)`", PAGE, FENCED.flags):
        _, block, inline = found.groups()
        if inline:
            yield " ".join(inline.split()), ""
        elif block.startswith("$ "):
            command, _, output = block.removeprefix("$ ").partition("\n")
            yield command, output
        elif block.startswith("uv run simulator "):
            # What a command is for stands behind it, after some room.
            yield from ((re.split(r" {2,}", line)[0], "") for line in block.splitlines())


def yaml_block(start: str) -> str:
    (block,) = (block for language, block in FENCED.findall(PAGE) if language == "yaml" and block.startswith(start))
    return str(block)


def change(old: str, new: str) -> None:
    WORKED.write_text(WORKED.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def typed(shell: Shell, command: str) -> Done:
    command, _, file = command.partition(" > ")
    words = shlex.split(command)[3:]
    # The page simulates thousands of reps; a few go the same way.
    done = shell(*words, *(("--reps", "20") if "validate" in words else ()))
    if file:
        Path(file).write_text(done.out, encoding="utf-8")
    return done


def test_everything_on_the_page_can_be_typed_in_order_and_says_what_the_page_says(shell: Shell) -> None:
    shutil.copytree(default_root() / "scenarios" / "late-delivery", "scenarios/late-delivery")
    page = list(commands())
    assert len(page) > 30
    for command, output in page:
        if "lost-badge" in command and not WORKED.exists():
            WORKED.parent.mkdir(parents=True)
            WORKED.write_text(yaml_block("format: 1\nid: lost-badge\n"), encoding="utf-8")
        slip = '"clam"' in output
        if slip:
            change(*SLIP)
        done = typed(shell, command)
        if slip:
            change(*reversed(SLIP))
        assert done.code == int(slip), (command, done)
        assert not output or done.out == output, command
    kept = read_content("walk", (WORKED.parent / "walks" / "best.yaml").read_bytes(), "best.yaml")
    assert kept.value == read_content("walk", yaml_block("format: 1\nabout:").encode(), "page").value


def test_every_key_of_a_scenario_stands_in_the_reference(shell: Shell) -> None:
    schema = json.loads(shell("schema", "scenario").out)
    properties = schema["$defs"][schema["$ref"].rpartition("/")[2]]["properties"]
    (table,) = re.findall(r"### Scenario\n(.*?)###", PAGE, re.DOTALL)
    named = set(re.findall(r"`([a-z_]+)`", table))
    assert set(properties) - named == set()
