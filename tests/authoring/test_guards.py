"""No file crashes or hangs the reader: each bound is said, with its place."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from authoring.sample import SOUND, edited, said

from simulator.authoring.building import MAX_DEPTH, MAX_TEXT, MAX_VALUES
from simulator.authoring.files import MAX_BYTES
from simulator.authoring.reading import read_file
from simulator.authoring.schema import Kind

LONG_NUMBER = "9" * 5_000

HARD = {
    "fifty thousand brackets": "[" * 50_000,
    "fifty thousand braces": "{a: " * 50_000,
    "deep indentation": "\n".join(" " * depth + "a:" for depth in range(MAX_DEPTH + 2)),
    "merge keys that multiply": "a: &a {x: 1}\n" + "\n".join(f"b{n}: {{<<: [*a, *a]}}" for n in range(20)),
    "aliases that multiply": "a: &a [1]\nb: &b [*a, *a]\nc: [*b, *b]",
    "a number without end": f"format: {LONG_NUMBER}",
    "a text without end": f"title: {'x' * (MAX_TEXT + 1)}",
    "too many values": "a: [" + "1," * MAX_VALUES + "1]",
    "a tag that lies": "format: !!bool maybe",
    "a python tag": "format: !!python/object/apply:os.system [true]",
    "a complex key": "? [a, b]\n: 1",
    "a list at the top": "- 1\n- 2",
    "a bare word": "hello",
    "nothing": "",
    "only a comment": "# later",
    "a directive": "%YAML 9.9\n---\nformat: 1",
    "a block that never ends": 'title: "',
    "a state named =": edited("  middle:", '  "=":'),
    "a state without a name": edited("  middle:", '  "":'),
}


@pytest.mark.parametrize("name", HARD)
@pytest.mark.parametrize("kind", ["scenario", "rubric", "readiness", "walk"])
def test_hard_text_is_answered_with_problems_and_soon(name: str, kind: Kind) -> None:
    start = time.monotonic()
    found = said(HARD[name], kind)
    assert found
    assert all(line.startswith("x.yaml:") for line in found)
    # A bound against hanging, with much room: not a measure of speed.
    assert time.monotonic() - start < 2


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"format: 1\ntitle: \xff", "2:8: SIM002 this is not text in UTF-8"),
        ("title: a".encode("utf-16"), "1:1: SIM002 this is not text in UTF-8"),
        (b"title: a\x00b", "1:9: SIM003 there is a hidden character here (U+0000)"),
        (b"title: \xed\xa0\x80", "1:8: SIM002 this is not text in UTF-8"),
    ],
)
def test_bytes_that_are_no_text_are_placed(content: bytes, expected: str) -> None:
    assert said(content)[0].removeprefix("x.yaml:").startswith(expected)


def test_a_byte_order_mark_is_no_mistake() -> None:
    assert said(b"\xef\xbb\xbf" + SOUND.encode()) == []


def test_windows_line_ends_are_no_mistake() -> None:
    assert said(SOUND.replace("\n", "\r\n")) == []


def link_to_a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def fill(path: Path) -> None:
    path.write_bytes(b" " * (MAX_BYTES + 1))


def leave_out(path: Path) -> None:
    assert not path.exists()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (Path.mkdir, "this is not a file with text in it"),
        (os.mkfifo, "this is not a file with text in it"),
        (link_to_a_device, "this is not a file with text in it"),
        (link_to_itself, "this file cannot be opened"),
        (fill, "this file is larger than"),
        (leave_out, "this file cannot be opened: no such file or directory"),
    ],
    ids=["folder", "pipe", "device", "link to itself", "too large", "missing"],
)
def test_only_files_of_a_bounded_size_are_read(tmp_path: Path, make: Callable[[Path], None], message: str) -> None:
    path = tmp_path / "scenario.yaml"
    make(path)
    problem = read_file("scenario", path, "x.yaml").problems[0]
    assert problem.code == "SIM001"
    assert problem.message.startswith(message)


PHRASES = ("Input should", "pydantic", "yaml.", "Error", "NoneType", "Traceback", "dict", "mapping values", "valid ")
"""What would be a library's voice rather than ours."""


def test_no_library_speaks_through_us() -> None:
    everything = "\n".join(line for text in HARD.values() for line in said(text))
    assert not [phrase for phrase in PHRASES if phrase in everything]
