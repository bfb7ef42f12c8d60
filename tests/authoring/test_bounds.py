"""However large or twisted a file is, finding its mistakes is bounded in time, in memory and in number."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from authoring.sample import SOUND, edited, said

from simulator.authoring.schema import validate
from simulator.authoring.source import MAX_MISTAKES, Source, read_source
from simulator.conversation.table import MAX_ROUTES
from simulator.domain.near import MAX_NAMES, did_you_mean, or_known

HEAD, _, TAIL = SOUND.partition("turns:\n")
ENDINGS = "endings:" + TAIL.partition("endings:")[2]
MORE = f"SIM005 this file has more than {MAX_MISTAKES} mistakes: not all of them are listed — mend these first"


def with_turns(lines: Iterable[str]) -> str:
    """Write the sample with other turns, of which the first is `t0`."""
    return f"{HEAD.replace('start: opening', 'start: t0')}turns:\n{''.join(lines)}{ENDINGS}"


def one_turn_with(choices: Iterable[str]) -> str:
    """Write the sample with one turn of these choices."""
    listed = "".join(f"      - {choice}\n" for choice in choices)
    return with_turns([f"  t0:\n    customer: a\n    mood: b\n    choices:\n{listed}"])


def chain(length: int, last: str) -> str:
    """Write turns that only send on, one to the next."""
    lines = [f"  t{number}: {{routes: [{{to: t{number + 1}}}]}}\n" for number in range(length)]
    return with_turns([*lines, f"  t{length}: {{routes: [{{to: {last}}}]}}\n"])


FULL_OF_MISTAKES: dict[str, Callable[[int], str]] = {
    "one key many times": lambda n: "a: 1\n" * 3 * n,
    "many endless numbers": lambda n: f"a: [{'12345678901234567, ' * n}]",
    "many unknown fields": lambda n: SOUND + "".join(f"k{k}: 1\n" for k in range(n // 4)),
    "many numbers for texts": lambda n: edited("skills: [", f"skills: [{'1,' * n}"),
    "many truth values for texts": lambda n: edited("skills: [", f"skills: [{'true,' * n}"),
    "many missing fields": lambda n: edited(
        "  opening:", "".join(f"  e{k}: {{choices: [{{}}]}}\n" for k in range(n // 10)) + "  opening:"
    ),
    "many unnamed indicators": lambda n: edited(
        "{empathy.names-stake: 3}", f"{{{', '.join(f'x{k}: 1' for k in range(n // 2))}}}"
    ),
    "one skill shown many times": lambda n: edited(
        "{empathy.names-stake: 3}", f"{{{', '.join(f'empathy.a{k}: 1' for k in range(n // 2))}}}"
    ),
    "one skill called for in vain": lambda n: edited(
        "calls_for: [empathy]", f"calls_for: [{', '.join(f'e{k}' for k in range(n // 3))}]"
    ),
    "many arrows to nowhere": lambda n: with_turns(f"  t{k}: {{routes: [{{to: t{k}x}}]}}\n" for k in range(n // 6)),
    "many facts, none of them meant": lambda n: edited(
        "  knows_why: She has said why.\n", "".join(f"  a{k}: b\n" for k in range(n // 2))
    ).replace("learns: [knows_why]", f"learns: [{', '.join(f'a{k}x' for k in range(n // 4))}]"),
    "many choices of one name": lambda n: one_turn_with("{id: a, say: b, to: calm}" for _ in range(n // 6)),
    "many twisted conditions": lambda n: one_turn_with(
        f"{{id: a{k}, say: b, to: calm, when: '{'a and ' * 300}a'}}" for k in range(n // 100)
    ),
}

HUGE: dict[str, Callable[[int], str]] = {
    "many choices": lambda n: one_turn_with(f"{{id: a{k}, say: b, to: calm}}" for k in range(n // 6)),
    "a long chain of routes": lambda n: chain(n // 5, "calm"),
    "a long circle of routes": lambda n: chain(n // 5, "t0"),
    "a chain into a circle of one": lambda n: chain(n // 5, f"t{n // 5}"),
    "comments without end": lambda n: "#" * 20 * n,
    "a quote without end": lambda n: f'a: "{"b c" * 6 * n}',
    "one line of words": lambda n: f"a: {'b ' * 10 * n}",
    "many words in braces": lambda n: f"{{{'a ' * 10 * n}",
    "many lines in braces": lambda n: "{" + "a\n" * 10 * n,
    "many question marks": lambda n: "? " * 10 * n,
    "many colons": lambda n: ": " * 10 * n,
    "many empty lines": lambda n: "\n" * 20 * n + "a",
    "a ladder of indents": lambda n: "".join(f"{' ' * depth}a:\n" for depth in range(n // 60)),
}


@pytest.fixture
def size(full: bool) -> int:  # noqa: FBT001 - a fixture
    """The number of values in a file, about: near the most that is read, or a good fifth of it."""
    return 90_000 if full else 20_000


@pytest.mark.parametrize("name", FULL_OF_MISTAKES)
def test_a_hundred_mistakes_are_listed_and_that_there_are_more(name: str, size: int) -> None:
    text = FULL_OF_MISTAKES[name](size)
    start = time.process_time()
    found = said(text)
    # A bound against hanging, with much room: not a measure of speed.
    assert time.process_time() - start < 2
    assert len(found) == MAX_MISTAKES + 1
    assert found[-1].endswith(MORE)


@pytest.mark.parametrize("name", HUGE)
def test_a_huge_file_is_answered_soon(name: str, size: int) -> None:
    text = HUGE[name](size)
    start = time.process_time()
    said(text)
    assert time.process_time() - start < 2


def test_a_hundred_mistakes_are_listed_without_a_word_of_more() -> None:
    found = said(SOUND + "".join(f"k{number}: 1\n" for number in range(MAX_MISTAKES)))
    assert len(found) == MAX_MISTAKES
    assert not any("more than" in line for line in found)


@pytest.mark.parametrize(
    ("last", "circle"),
    [("calm", []), ("t0", ["t0", "t1", "t2", "t3"]), ("t2", ["t2", "t3"]), ("t3", ["t3"])],
)
def test_only_routes_that_go_round_are_said_to(last: str, circle: list[str]) -> None:
    found = [line for line in said(chain(3, last)) if "SIM122" in line]
    assert [line.partition('"')[2].partition('"')[0] for line in found] == circle


def test_a_way_out_of_a_circle_is_not_part_of_it() -> None:
    turns = (
        "  t0: {routes: [{to: t1, when: trust > 1}, {to: t2}]}\n",
        "  t1: {routes: [{to: t0}]}\n",
        "  t2: {routes: [{to: calm}]}\n",
    )
    found = [line for line in said(with_turns(turns)) if "SIM122" in line]
    assert [line.partition('"')[2].partition('"')[0] for line in found] == ["t0", "t1"]


@pytest.mark.parametrize(("turns", "circle"), [(MAX_ROUTES - 1, []), (MAX_ROUTES, ["t0"])])
def test_no_more_routes_in_a_row_than_a_conversation_follows(turns: int, circle: list[str]) -> None:
    """What lint lets pass can be gone through: the machine takes a longer row for a circle."""
    row = "".join(f"  t{n}: {{routes: [{{to: {f't{n + 1}' if n + 1 < turns else 'calm'}}}]}}\n" for n in range(turns))
    text = with_turns((row,)).replace("to: middle", "to: t0")
    found = [line for line in said(text) if "SIM122" in line]
    assert [line.partition('"')[2].partition('"')[0] for line in found] == circle


def test_neither_reading_nor_typing_goes_on_looking_after_a_hundred_mistakes() -> None:
    twice = read_source("a: 1\n" * 1_000, "x.yaml")
    assert isinstance(twice, tuple)
    assert len(twice) == MAX_MISTAKES + 1
    source = read_source(edited("skills: [", f"skills: [{'1,' * 1_000}"), "x.yaml")
    assert isinstance(source, Source)
    mistakes = validate("scenario", source)
    assert isinstance(mistakes, tuple)
    assert len(mistakes) == MAX_MISTAKES + 1


def test_among_few_names_any_may_be_meant_and_among_many_those_with_the_same_first_letter() -> None:
    few, many = ["middle"], ["middle", *(f"other-{number}" for number in range(MAX_NAMES))]
    assert did_you_mean("Middle", few) == 'did you mean "middle"?'
    assert did_you_mean("Middle", many) == ""
    assert did_you_mean("midle", many) == 'did you mean "middle"?'
    assert or_known("zzz", few, "none") == "known: middle"
    assert or_known("zzz", [], "none") == "none"


def test_all_this_takes_less_than_300_megabytes_of_address_space_beyond_an_idle_reader(
    tmp_path: Path, size: int
) -> None:
    texts = [*FULL_OF_MISTAKES.values(), *HUGE.values()]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.yaml").write_text(text(size), encoding="utf-8")
    script = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from simulator.authoring.reading import read_content\n"
        "read_content('scenario', b'format: 1', 'x.yaml')\n"
        "idle = int(Path('/proc/self/statm').read_text().split()[0]) * resource.getpagesize()\n"
        "resource.setrlimit(resource.RLIMIT_AS, (idle + 300_000_000, resource.RLIM_INFINITY))\n"
        "for file in sorted(Path(sys.argv[1]).iterdir()):\n"
        "    read_content('scenario', file.read_bytes(), 'x.yaml')\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
