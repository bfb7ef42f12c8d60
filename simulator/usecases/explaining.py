"""What each kind of problem means, with an example that has it and one that has not."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from simulator.authoring.index import digest_of
from simulator.authoring.laws import LAWS as OF_READING
from simulator.authoring.library import open_library
from simulator.domain.ids import ScenarioId
from simulator.domain.near import did_you_mean
from simulator.domain.problem import Placed
from simulator.domain.sinks import for_terminal
from simulator.lint.rule import SCENARIO_FILE, Example, Law
from simulator.lint.rules import ALL as OF_RULES
from simulator.lint.skeleton import LIBRARY, changed, library_of
from simulator.usecases.linting import lint
from simulator.usecases.refusal import Refused

GROUPS: Final[Mapping[str, str]] = {
    "0": "Reading a file",
    "1": "What a file must be",
    "2": "Between files",
    "3": "Walks, and attempts on other versions",
    "4": "Ways through the conversation",
    "5": "Judging",
    "6": "Giving the key away",
    "7": "Writing",
    "9": "Letting a finding stand",
}
"""The first digit of a code → what such problems are about."""


@cache
def laws() -> Mapping[str, Law]:
    """Return every law by its code, in order."""
    return {law.code: law for law in sorted((*OF_READING, *OF_RULES), key=lambda law: law.code)}


def explain(code: str) -> Law:
    """Return the law of a code, however it is spelt; Refused where there is none."""
    spelt = code.strip().upper()
    spelt = spelt if spelt.startswith("SIM") else f"SIM{spelt}"
    known = laws().get(spelt)
    if known is None:
        near = did_you_mean(spelt, laws()) or "all codes: simulator explain"
        raise Refused(f'There is no problem called "{code[:40]}": {near}')
    return known


def said_of(shown: Example) -> tuple[Placed, ...]:
    """Return what lint says of the small library with an example's changes."""
    with TemporaryDirectory(prefix="simulator-example-") as name:
        root = Path(name)
        for file, text in library_of(shown).items():
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_text(text, encoding=shown.encoding if file in shown.files else "utf-8")
        before = changed(LIBRARY[SCENARIO_FILE], shown.begun_on)
        begun = {ScenarioId("sample"): [digest_of(before.encode())]} if shown.begun_on else {}
        asked = [root / shown.asked] if shown.asked else []
        found = lint(open_library(root, None), asked, begun=begun).problems
        return tuple(_within(problem, f"{open_library(root, None).shown(root)}/") for problem in found)


def example_lines(shown: Example) -> Iterator[str]:
    """Yield an example as people read it: the file's name above its text where it is not the scenario's."""
    for file, text in shown.files.items():
        if len(shown.files) > 1 or file != SCENARIO_FILE:
            yield f"# {file}"
        yield from for_terminal(text.rstrip("\n"), lines=True).split("\n")
    if shown.some_turns:
        yield "  # the other turns stay as they are"
    if shown.encoding != "utf-8":
        yield f"# saved in {shown.encoding}"
    if shown.begun_on:
        yield "# as it was when a rep began it:"
        yield from (f"# {line}" for line in shown.begun_on.rstrip("\n").split("\n"))


def page() -> str:
    """Return docs/problems.md: every law with what lint says of its failing example."""
    lines = ["# Problems that lint can find", ""]
    lines += ["Made by `simulator explain --markdown` from the rules themselves: do not edit it by hand.", ""]
    lines += ["Every example changes some parts of one small scenario, shown at the end.", ""]
    for digit, title in GROUPS.items():
        found = [law for code, law in laws().items() if code[3] == digit]
        lines += [f"- {title}"] if found else []
        lines += [f"  - [{law.code}](#{law.code.lower()}) {law.law}" for law in found]
    lines += [""]
    for digit, title in GROUPS.items():
        found = [law for code, law in laws().items() if code[3] == digit]
        lines += [f"## {title}", ""] if found else []
        for law in found:
            lines += _section(law)
    lines += ["## The small scenario", "", "```yaml", *LIBRARY[SCENARIO_FILE].rstrip("\n").split("\n"), "```", ""]
    return "\n".join(lines)


def _section(law: Law) -> Iterator[str]:
    yield from (f"### {law.code}", "", f"**{law.law}** {law.why}", "", "Breaks it:", "")
    yield from ("```yaml", *example_lines(law.failing), "```", "")
    said = next((problem for problem in said_of(law.failing) if problem.code == law.code), None)
    yield from ("What is said:", "", f"> {_quoted(said)}", "") if said else ()
    yield from ("Keeps it:", "", "```yaml", *example_lines(law.passing), "```", "")


def _quoted(said: Placed) -> str:
    return f"{said.message} — {said.hint}" if said.hint else said.message


def _within(problem: Placed, root: str) -> Placed:
    return replace(problem, file=problem.file.removeprefix(root))
