"""Every part of a file keeps its place, words keep their kind, and both of YAML's parsers say the same."""

import pytest
import yaml
from authoring.sample import SOUND

from simulator.authoring.building import MAX_DEPTH, MAX_TEXT, MAX_VALUES, Mark, Tree
from simulator.authoring.files import decode
from simulator.authoring.library import default_root
from simulator.authoring.source import Source, read_source
from simulator.domain.problem import Path

SHIPPED = [*default_root().glob("scenarios/*/scenario.yaml"), *default_root().glob("rubrics/*.yaml")]


def source(text: str) -> Source:
    found = read_source(text, "x.yaml")
    assert isinstance(found, Source), found
    return found


def refused(text: str) -> list[str]:
    """Return what keeps a text from being read, without the name of the file."""
    found = read_source(text, "x.yaml")
    assert isinstance(found, tuple), found
    return [str(placed).removeprefix("x.yaml:") for placed in found]


@pytest.fixture(params=["libyaml", "pure"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Read with each of the two parsers: some systems have no libyaml."""
    if request.param == "pure":
        monkeypatch.delattr(yaml, "CSafeLoader")
    return str(request.param)


@pytest.mark.parametrize(
    ("path", "at_key", "mark"),
    [
        ((), False, (1, 1)),
        (("a",), True, (1, 1)),
        (("a",), False, (1, 4)),
        (("b",), False, (3, 3)),
        (("b", "c", 1), False, (3, 10)),
        (("b", "é"), False, (4, 6)),
        (("b", "é"), True, (4, 3)),
        (("b", "block"), False, (5, 10)),
        (("b", "missing", 3), False, (3, 3)),
        (("nowhere",), True, (1, 1)),
    ],
)
def test_a_path_has_its_line_and_column_or_those_of_what_holds_it(
    parser: str,
    path: Path,
    at_key: bool,  # noqa: FBT001 - a case
    mark: Mark,
) -> None:
    text = 'a: 1\nb:\n  c: [1, 2]\n  é: "🙂"\n  block: |\n    words\n'
    assert source(text).mark(path, at_key=at_key) == mark


@pytest.mark.parametrize(
    ("word", "value"),
    [
        *(("true", True), ("false", False), ("~", None), ("null", None), ("", None)),
        *(("0", 0), ("+3", 3), ("-12", -12), ("999999999999999", 10**15 - 1), ("1.5", 1.5), ("-0.25", -0.25)),
        *((word, word) for word in ("no", "Yes", "on", "True", "NULL", "Null", "y")),
        *((word, word) for word in ("2024-02-30", "2001-01-01T00:00:00Z", "12:30:45")),
        *((word, word) for word in ("1_000", "0x1F", "0o7", "007", "1e3", ".inf", ".5", "1.", "--1", "=")),
        *((f'"{word}"', word) for word in ("true", "12", "1.5", "~", "null")),
    ],
)
def test_a_word_is_what_it_looks_like(parser: str, word: str, value: Tree) -> None:
    found = source(f"a: {word}").tree
    assert found == {"a": value}
    assert isinstance(found, dict)
    assert type(found["a"]) is type(value)


def test_a_key_is_always_a_text(parser: str) -> None:
    assert source('1: a\ntrue: b\n~: c\n"": d\n=: e').tree == {"1": "a", "true": "b", "~": "c", "": "d", "=": "e"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: &x 1", "1:4: SIM006 anchors"),
        ("a: &x {b: 1}", "1:4: SIM006 anchors"),
        ("a: *x", "1:4: SIM006 aliases"),
        ("a: *sighs* again", '1:4: SIM004 a text cannot begin with "*"'),
        ("a: !!bool maybe", "1:4: SIM006 tags"),
        ("a: ! 1", "1:4: SIM006 tags"),
        ("a: !!set {b}", "1:4: SIM006 tags"),
        ("a: {<<: 1}", "1:5: SIM006 merge keys"),
        ("a: 1\n---\nb: 2", "2:1: SIM006 a second document"),
        ("a: 1\n...\n---\nb: 2", "3:1: SIM006 a second document"),
        ("{a: 1}: 2", "1:1: SIM006 a name was expected"),
        ("a: 1\nb: 2\na: 3", '3:1: SIM007 "a" is given twice — it was first given on line 1'),
        ('a: {b: 1, "b": 2}', '1:11: SIM007 "b" is given twice'),
        (f"a: {'9' * 16}", "1:4: SIM008 this number is too long"),
        (f"a: -{'9' * 5_000}.5", "1:4: SIM008 this number is too long"),
        ("- a", "1:1: SIM009 this file holds no named values"),
        ("", "1:1: SIM009 this file holds no named values"),
        ("a: 1\nb: 'one\nc: 2\n", "2:4: SIM004 this quote is never closed"),
        ('a: 1\nb: "one\nc: 2\n', "2:4: SIM004 this quote is never closed"),
        ("a: [1, 2\nb: 3", "1:4: SIM004 this list in brackets is never closed"),
        ("a: 1\nb: [\n", "2:4: SIM004 these brackets are never closed"),
        ("a: 1\nb: {c: [1,\n\n\n", "2:8: SIM004"),
        ("a: 1\nb: {c: \n\n\n", "2:4: SIM004 these brackets are never closed"),
        ("a: 1\n\tb: 2", "2:1: SIM004 a tab stands where YAML wants spaces"),
        ("a: @you", '1:4: SIM004 a text cannot begin with "@" here'),
        ("a: b: c", "1:5: SIM004 there is a colon here that YAML takes for a key"),
    ],
)
def test_what_is_not_read_is_said_at_its_place(parser: str, text: str, said: str) -> None:
    assert any(line.startswith(said) for line in refused(text)), refused(text)


def test_a_backslash_that_means_nothing_is_said_at_it_or_right_after_it(parser: str) -> None:
    place, _, said = refused(r'a: "\q"')[0].partition(" ")
    assert place in {"1:5:", "1:6:"}
    assert said == "SIM004 a backslash in double quotes means something else here — use single quotes"


def test_half_a_character_is_no_text(parser: str) -> None:
    assert refused(r'a: "\ud800"')


@pytest.mark.parametrize(
    "text", ["# <<: *a &b !c", 'a: "&x *y !z << ---"', "a: |\n  <<: *a\n  --- no\n", "a: it's 5 & 6"]
)
def test_signs_within_a_text_are_only_text(parser: str, text: str) -> None:
    found = read_source(f"{text}\nz: 1", "x.yaml")
    assert isinstance(found, Source)


@pytest.mark.parametrize(
    ("fits", "too_much"),
    [
        ("[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1), "[" * MAX_DEPTH + "]" * MAX_DEPTH),
        ("x" * MAX_TEXT, "x" * (MAX_TEXT + 1)),
        (f"[{'1,' * (MAX_VALUES - 2)}]", f"[{'1,' * (MAX_VALUES - 1)}]"),
    ],
    ids=["depth", "length of a text", "number of values"],
)
def test_a_bound_refuses_only_what_is_beyond_it(fits: str, too_much: str) -> None:
    assert isinstance(read_source(f"a: {fits}", "x.yaml"), Source)
    assert "SIM005" in refused(f"a: {too_much}")[0]


@pytest.mark.parametrize("text", ["[" * 50_000, "{a: " * 50_000, "- " * 50_000, "a: " + "[" * 50_000])
def test_nesting_without_end_is_refused_by_both_parsers(parser: str, text: str) -> None:
    assert refused(text)[0].partition(" ")[2].startswith("SIM005 this is nested more than 32 levels deep")


def test_both_parsers_read_the_shipped_files_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [SOUND, min(SHIPPED, key=lambda file: file.stat().st_size).read_text(encoding="utf-8")]
    quick = [source(text) for text in texts]
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert [source(text) for text in texts] == quick


def test_a_hidden_character_is_placed_among_characters_not_bytes() -> None:
    found = decode("a: 1\n🙂é\u200fb".encode(), "x.yaml")
    assert isinstance(found, tuple)
    assert str(found[0]) == "x.yaml:2:3: SIM003 there is a hidden character here (U+200F) — delete it"


def test_a_file_full_of_hidden_characters_is_said_twenty_times() -> None:
    assert len(decode(b"\x00" * 1_000, "x.yaml")) == 20
