"""Whatever is done to a shipped file, reading it answers with places or with a sound value: never with a crash."""

import json
import random
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.authoring.library import default_root
from simulator.authoring.reading import read_content
from simulator.authoring.schema import Kind

ROOT = default_root()
FILES: dict[str, Kind] = {
    "scenarios/warm-up/scenario.yaml": "scenario",
    "scenarios/usage-fell-by-half/scenario.yaml": "scenario",
    "rubrics/empathy.yaml": "rubric",
    "rubrics/readiness.yaml": "readiness",
    "scenarios/warm-up/walks/best.yaml": "walk",
}
TOKENS = (
    *(b"[", b"{", b"}", b"- ", b": ", b"&a ", b"*a", b"<<: ", b"!!x ", b'"', b"'", b"|", b"\t", b"---\n", b"\x00"),
    *(b"\xff", b"\xe2\x80\xae", b"~", b"999999999999999999999", b"-1", b"true", b"2024-02-30", b"\n\n  ", b"%", b"@"),
)


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Change a file in one to three ways, as slips, merges and bad disks do."""
    for _ in range(chance.randint(1, 3)):
        lines = content.split(b"\n")
        at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.randrange(6):
            case 0:
                del lines[at]
            case 1:
                lines.insert(other, lines[at])
            case 2:
                lines[at], lines[other] = lines[other], lines[at]
            case 3:
                lines[at] = b" " * chance.randint(0, 9) + lines[at].lstrip()
            case 4:
                place = chance.randrange(len(lines[at]) + 1)
                lines[at] = lines[at][:place] + chance.choice(TOKENS) + lines[at][place:]
            case _:
                lines = lines[: at + 1]
        content = b"\n".join(lines) or b"\n"
    return content


@pytest.mark.parametrize("file", FILES)
def test_a_spoiled_file_is_answered_with_places(file: str, full: bool) -> None:  # noqa: FBT001 - a fixture
    original = (ROOT / Path(file)).read_bytes()
    chance = random.Random(file)
    rounds = 5_000 if full else 40
    for number in range(rounds):
        content = mutated(original, chance)
        start = time.monotonic()
        read = read_content(FILES[file], content, "x.yaml")
        assert read.value is not None or read.problems, f"round {number} says nothing"
        for problem in read.problems:
            lines = content.decode("utf-8-sig", errors="replace").split("\n")
            assert 1 <= problem.line <= len(lines) + 1, str(problem)
            assert problem.column >= 1, str(problem)
            assert problem.message, str(problem)
        assert time.monotonic() - start < 2, f"round {number} takes too long"


@pytest.mark.parametrize("kind", ["scenario", "rubric", "readiness", "walk"])
def test_random_bytes_are_answered_with_places(kind: Kind, full: bool) -> None:  # noqa: FBT001 - a fixture
    chance = random.Random(kind)
    for _ in range(20_000 if full else 200):
        content = b"".join(chance.choice([*TOKENS, b"a", b" ", b"\n", b"1"]) for _ in range(chance.randint(0, 60)))
        assert read_content(kind, content, "x.yaml").problems


@given(content=st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
@pytest.mark.parametrize("kind", ["scenario", "rubric", "readiness", "walk"])
def test_any_bytes_are_answered_with_places(kind: Kind, content: bytes) -> None:
    assert read_content(kind, content, "x.yaml").problems


FIELDS = st.sampled_from(
    ("format", "id", "title", "skills", "customer", "turns", "choices", "routes", "endings", "prior", "levels", "shows")
)
TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda part: st.lists(part, max_size=4) | st.dictionaries(st.text(max_size=8) | FIELDS, part, max_size=4),
    max_leaves=30,
)


@given(tree=st.dictionaries(FIELDS, TREES, max_size=6))
@pytest.mark.parametrize("kind", ["scenario", "rubric", "readiness", "walk"])
def test_any_tree_is_answered_with_places(kind: Kind, tree: object) -> None:
    for problem in read_content(kind, json.dumps(tree, indent=1).encode(), "x.yaml").problems:
        assert problem.line >= 1
        assert problem.message
