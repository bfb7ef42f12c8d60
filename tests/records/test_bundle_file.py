"""A bundle is whole and as it was written, or it is refused at a line: whatever stands in the file."""

import hashlib
import io
import json
from collections.abc import Callable, Sequence
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records.examples import NOON
from records.test_merging import ANA, everything, lived, rows

from simulator.domain.ids import RepId
from simulator.records.bundle_file import LONGEST_LINE, Bundle, bundle_lines
from simulator.records.chain import first_link, link
from simulator.records.memory import MemoryRecords
from simulator.records.open import open_records
from simulator.records.protocol import Records, RecordsError, Row
from simulator.records.rows import stamp

HEADER: Row = {"when": stamp(NOON), "of": None}


def written() -> bytes:
    return b"".join(bundle_lines(HEADER, rows(lived())))


SOUND = written()


def taken_in(content: bytes, records: Records | None = None) -> Records:
    into = records or MemoryRecords()
    into.merge(Bundle(io.BytesIO(content)))
    return into


def refusal(content: bytes) -> str:
    """The line and the message with which a file is refused."""
    bundle = Bundle(io.BytesIO(content))
    records = MemoryRecords()
    with pytest.raises(RecordsError) as refused:
        records.merge(bundle)
    assert everything(records) == everything(MemoryRecords())
    return f"{bundle.line}: {refused.value}"


def signed(lines: Sequence[bytes]) -> bytes:
    """The same lines with a last one that fits: what somebody writes who knows the format."""
    body = b"".join(line + b"\n" for line in lines)
    end = {"record": "end", "lines": len(lines), "digest": hashlib.sha256(body).hexdigest()}
    return body + json.dumps(end, separators=(",", ":")).encode() + b"\n"


def body() -> list[bytes]:
    return SOUND.splitlines()[:-1]


def test_what_was_written_is_read_row_by_row() -> None:
    bundle = Bundle(io.BytesIO(SOUND))
    assert tuple(bundle) == rows(lived())
    assert tuple(bundle) == rows(lived())
    assert bundle.when == "2026-03-02T12:00:00.000000Z"
    assert SOUND.isascii()
    assert signed(body()) == SOUND


def test_line_ends_may_be_changed_on_the_way() -> None:
    for changed in (SOUND.replace(b"\n", b"\r\n"), SOUND.removesuffix(b"\n")):
        assert everything(taken_in(changed)) == everything(lived())


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "0: it has no last line: the end was cut off"),
        (b"\n", "1: this line is no JSON"),
        (b"hello", "1: this line is no JSON"),
        (b"[]", "1: this line holds no record"),
        (b"{}", "1: this is no bundle of records"),
        (b'{"record":"end"}', "1: its digest is not that of the 0 lines before it"),
        (b'{"record":"header","format":2,"when":"x"}', "1: this bundle has format 2, and this program reads format 1"),
        (b'{"record":"header","format":1,"when":"2026-01-01"}', "1: the time 2026-01-01 00:00:00 names no time zone"),
        (b'{"record":"header","format":1,"when":"0001-01-01T00:00:00+23:59"}', "is no time"),
        (b"\xff\xfe{\0", "1: this is not text in UTF-8"),
        (SOUND.decode().encode("utf-16"), "1: this is not text in UTF-8"),
        (SOUND.decode().encode("utf-8-sig"), "1: this line is no JSON"),
        (b'{"a":' * 200_000, "1: this line is no JSON"),
        (b"[" * 200_000, "1: this line is no JSON"),
        (b'{"a":1,"a":1}', "1: this line is no JSON"),
        (b'{"a":' + b"9" * 5000 + b"}", "1: this line is no JSON"),
        (b" " * (LONGEST_LINE + 1), "1: this line has more than 16,000,000 bytes"),
        (SOUND + b"\n", "24: something stands behind the last line"),
        (SOUND + SOUND, "24: something stands behind the last line"),
        (SOUND[: len(SOUND) // 2], ": this line is no JSON"),
        (b"".join(SOUND.splitlines(keepends=True)[:-1]), "22: it has no last line"),
    ],
)
def test_what_is_no_whole_bundle_is_refused_with_its_line(content: bytes, told: str) -> None:
    assert told in refusal(content)


def changed(line: int, **fields: object) -> bytes:
    """The bundle with other fields in one line, and a last line that fits."""
    lines = body()
    lines[line - 1] = json.dumps({**json.loads(lines[line - 1]), **fields}).encode()
    return signed(lines)


def line_of(record: str, number: int = 1) -> int:
    found = [at for at, line in enumerate(body(), start=1) if json.loads(line)["record"] == record]
    return found[number - 1]


NOBODY_WROTE: list[tuple[str, dict[str, object], str]] = [
    ("rep", {"id": 1}, '"id" is not a text'),
    ("rep", {"joined": None}, '"joined" is not a text'),
    ("rep", {"joined": "yesterday"}, '"yesterday" is no time'),
    ("rep", {"joined": "2026-03-02"}, "names no time zone"),
    ("rep", {"joined": "2026-03-02T12:00:00Z"}, "is no time as records write it"),
    ("rep", {"name": None}, "has a name or a handle, but not both"),
    ("rep", {"name": "nul\0"}, "a rep's name holds a character that cannot be kept"),
    ("rep", {"name": "\ud800"}, "a rep's name holds a character that cannot be kept"),
    ("rep", {"handle": ""}, "a rep's handle must have 1 to 200 characters"),
    ("rep", {"id": "x" * 201}, "a rep's id must have 1 to 200 characters"),
    ("rep", {"is": "admin"}, 'nobody knows what "is" is here'),
    ("document", {"text": "other"}, "does not have the digest"),
    ("document", {"text": ["deep", {}]}, '"text" is not a text'),
    ("attempt", {"seed": 7.0}, '"seed" is not a whole number'),
    ("attempt", {"seed": True}, '"seed" is not a whole number'),
    ("attempt", {"seed": 2**32}, "the seed 4294967296 is not from 0"),
    ("attempt", {"seed": 8}, "the opening of attempt ana-1 was changed"),
    ("attempt", {"purpose": "fun"}, "attempt ana-1 was changed by something else"),
    ("attempt", {"rep": "nobody"}, 'there is no rep "nobody"'),
    ("attempt", {"content": "0" * 64}, "is not in here before it"),
    ("attempt", {"previous": "0" * 64}, "an attempt before ana-1 was removed"),
    ("move", {"choice": "explain"}, "move 1 of attempt ana-1 was changed"),
    ("move", {"choice": None}, "move 1 is no move"),
    ("move", {"kind": "hinted"}, "move 1 is no move"),
    ("move", {"number": 2}, "move 1 of attempt ana-1 is missing: number 2 stands here"),
    ("move", {"attempt": "kim-1"}, "a move of attempt kim-1 does not stand behind its opening"),
    ("move", {"record": "MOVE"}, 'there is no kind of record called "MOVE"'),
    ("move", {"record": []}, '"record" is not a text'),
    ("review", {"reason": "all is well"}, "a review of attempt kim-1 was changed"),
    ("review", {"attempt": "none"}, "there is no attempt none before this review"),
    ("decision", {"decided": "perhaps"}, "a decision about r-1f3 was changed by something else"),
    ("decision", {"until": "20261231"}, "is no day as records write it"),
    ("decision", {"until": "soon"}, '"soon" is no day'),
    ("decision", {"decider": "Me"}, "a decision about r-1f3 was changed"),
    ("intention", {"due": None}, "what r-1f3 set out to do was changed"),
    ("intention", {"up_to": "ana-1"}, "names an attempt that it cannot name"),
    ("intention", {"due": "2027-01-01"}, "a goal or fresh start of r-1f3 was changed"),
]


@pytest.mark.parametrize(("record", "fields", "told"), NOBODY_WROTE)
def test_a_line_that_nobody_wrote_is_refused_even_where_the_last_line_fits(
    record: str, fields: dict[str, object], told: str
) -> None:
    number = line_of(record, 2 if record == "rep" else 1)
    said = refusal(changed(number, **fields))
    assert said.startswith(f"{number}: ")
    assert told in said


@pytest.mark.parametrize("record", ["document", "rep", "attempt"])
def test_a_line_that_is_there_twice_is_refused(record: str) -> None:
    lines = body()
    lines.insert(line_of(record), lines[line_of(record) - 1])
    assert "is there twice" in refusal(signed(lines)) or "was removed, added or changed" in refusal(signed(lines))


def test_a_name_that_is_not_in_the_chains_is_held_by_the_last_line() -> None:
    said = refusal(SOUND.replace(b"Ana Quillfeather", b"Eva Quillfeather"))
    assert said.startswith("23: its digest is not that of the 22 lines before it")


# Anything at all.


def cut(content: bytes, random: Random) -> bytes:
    place = random.randrange(len(content))
    return content[:place] + content[place + random.randint(1, 40) :]


def put_in(content: bytes, random: Random) -> bytes:
    place = random.randrange(len(content))
    junk = random.choice(
        [b"\0", b"\xff", b'"', b"{", b"}", b"\n", b"\\", b"9", b",null", b"\\ud800", b"[" * 3000, b"\r"]
    )
    return content[:place] + junk + content[place:]


def flip(content: bytes, random: Random) -> bytes:
    place = random.randrange(len(content))
    return content[:place] + bytes([content[place] ^ (1 << random.randrange(8))]) + content[place + 1 :]


def shuffle(content: bytes, random: Random) -> bytes:
    lines = content.splitlines(keepends=True)
    first, second = random.randrange(len(lines)), random.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return b"".join(lines)


def repeat(content: bytes, random: Random) -> bytes:
    lines = content.splitlines(keepends=True)
    lines.insert(random.randrange(len(lines)), random.choice(lines))
    return b"".join(lines)


def drop(content: bytes, random: Random) -> bytes:
    lines = content.splitlines(keepends=True)
    del lines[random.randrange(len(lines))]
    return b"".join(lines)


def other_value(content: bytes, random: Random) -> bytes:
    lines = content.splitlines()
    place = random.randrange(len(lines))
    row = json.loads(lines[place])
    values: list[object] = [
        None,
        0,
        -1,
        1.5,
        True,
        "",
        "x",
        "(erased)",
        [],
        {},
        2**63,
        "r-1f3",
        "kim",
        "ana-1",
        "x" * 300,
    ]
    row[random.choice(list(row))] = random.choice(values)
    lines[place] = json.dumps(row).encode()
    return b"".join(line + b"\n" for line in lines)


CHANGES: Sequence[Callable[[bytes, Random], bytes]] = (cut, put_in, flip, shuffle, repeat, drop, other_value)


def is_sound(records: Records) -> bool:
    """Whether all that was taken in can be read, and every chain of it holds."""
    everything(records)
    return records.verify() == ()


def test_no_change_of_a_file_goes_unnoticed_or_does_harm(*, full: bool) -> None:
    """Half of them are made by somebody who can write a last line that fits."""
    whole = everything(lived())
    empty = everything(MemoryRecords())
    refused = 0
    for seed in range(10_000 if full else 2_000):
        random = Random(seed)
        change = CHANGES[seed % len(CHANGES)]
        forged = random.random() < 0.5
        content = signed(change(b"\n".join(body()), random).splitlines()) if forged else change(SOUND, random)
        records = MemoryRecords()
        try:
            taken_in(content, records)
        except RecordsError:
            refused += 1
            assert everything(records) == empty, seed
            continue
        assert is_sound(records), seed
        if not forged:
            assert everything(records) == whole, seed
    assert refused > 500


def test_what_the_check_lets_through_the_database_takes_too(new_place: Callable[[str], str], *, full: bool) -> None:
    """A row that only the database refuses would be refused in its words, not in ours."""
    for kind in ("sqlite", "postgresql"):
        let_through = 0
        for seed in range(2_000 if full else 150):
            random = Random(seed)
            content = signed(CHANGES[seed % len(CHANGES)](b"\n".join(body()), random).splitlines())
            try:
                taken_in(content)
            except RecordsError:
                continue
            let_through += 1
            if let_through <= 5:
                records = open_records(new_place(kind))
                assert is_sound(taken_in(content, records))
                records.close()
        assert let_through > 0


def relinked(found: Sequence[Row]) -> tuple[Row, ...]:
    """The same rows with links that fit: what somebody writes who has this program and time."""
    ends: dict[object, str] = {}
    made: list[Row] = []
    for row in found:
        fields: dict[str, str | int | None] = {
            key: value for key, value in row.items() if key not in ("link", "previous")
        }
        record = row["record"]
        if record in ("attempt", "move", "review", "decision", "intention"):
            of = row.get("rep") if record != "move" else row.get("attempt")
            chain = ("review", row.get("attempt")) if record == "review" else (record, of)
            end = ends.get(chain) or first_link(RepId(str(of)))
            own = {key: value for key, value in fields.items() if (record, key) != ("move", "attempt")}
            ends[chain] = tie = link(end, own)
            if record == "attempt":
                ends["move", row["id"]] = ends["review", row["id"]] = tie
                fields["previous"] = end
            fields["link"] = tie
        made.append(fields)
    return tuple(made)


def test_links_that_fit_are_taken_for_true() -> None:
    """Said plainly in docs/decisions/store.md: a chain shows no changes that were made from its start on."""
    assert relinked(rows(lived())) == rows(lived())


FORGED: list[tuple[str, dict[str, str | int | None], str]] = [
    ("intention", {"kind": "fresh-start", "up_to": "ana-9"}, "has a day that it cannot have"),
    ("intention", {"kind": "fresh-start", "up_to": "ana-9", "due": None}, "there is no attempt ana-9 before this"),
    ("intention", {"kind": "goal-dropped"}, "has a day that it cannot have"),
    ("intention", {"up_to": "ana-1"}, "names an attempt that it cannot name"),
    ("intention", {"skill": "x" * 201}, "the goal's skill must have 1 to 200 characters"),
    ("intention", {"at": "1969-12-31T23:59:59.000000Z"}, "no time at which anybody could have practised"),
    ("move", {"at": "3000-01-01T00:00:00.000000Z"}, "no time at which anybody could have practised"),
    ("move", {"turn": ""}, "a turn's id must have 1 to 200 characters"),
    ("move", {"choice": "\0"}, "a choice's id holds a character"),
    ("review", {"reason": "\0"}, "the reason holds a character"),
    ("review", {"reviewer": "\ud800"}, "the reviewer's name holds a character"),
    ("decision", {"reason": "\0"}, "the reason holds a character"),
    ("decision", {"decider": "\0"}, "the name of who decides holds a character"),
    ("attempt", {"id": "kim-1"}, "the attempt kim-1 is there twice"),
    ("attempt", {"scenario": ""}, "a scenario's id must have 1 to 200 characters"),
]


@pytest.mark.parametrize(("record", "fields", "told"), FORGED)
def test_a_row_that_no_program_of_this_kind_writes_is_refused_though_its_links_fit(
    record: str, fields: dict[str, str | int | None], told: str
) -> None:
    found = list(rows(lived()))
    place = next(place for place, row in enumerate(found) if row["record"] == record)
    found[place] = {**found[place], **fields}
    if record == "attempt":
        found = [row for row in found if row["record"] in ("document", "rep", "attempt")]
    with pytest.raises(RecordsError, match=told):
        MemoryRecords().merge(relinked(found))


PLAIN_VALUES = (
    st.none() | st.integers() | st.text(max_size=8) | st.sampled_from(
        ["ready", "chose", "hinted", "goal-dropped", "fresh-start", "kim-1", "2026-12-31", "9999-12-31", "2026-1-1",
         "0001-01-01T00:00:00.000000Z", "2999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z", "x" * 5_000],
    )
)  # fmt: skip


@given(
    number=st.integers(0, 20),
    name=st.integers(1, 20),
    value=PLAIN_VALUES,
    kind=st.sampled_from(["memory", "memory", "memory", "sqlite"]),
)
def test_a_forger_who_can_make_links_does_no_harm_either(
    number: int, name: int, value: str | int | None, kind: str
) -> None:
    """What comes in this way may be untrue, but it is sound, and every kind of records takes the same."""
    found = list(rows(lived()))
    row = found[number]
    found[number] = {**row, list(row)[name % len(row)]: value}
    with TemporaryDirectory() as folder:
        records = open_records("memory:" if kind == "memory" else f"{folder}/records.db")
        try:
            records.merge(relinked(found))
        except RecordsError as refused:
            assert "refuse this" not in str(refused)
            return
        assert is_sound(records)
        records.close()


@given(st.lists(st.binary(max_size=60), max_size=6))
def test_any_bytes_are_refused_in_words(lines: list[bytes]) -> None:
    refusal(b"\n".join(lines))
    refusal(signed([body()[0], *(line.replace(b"\n", b"") or b"{}" for line in lines), b"{}"]))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=4,
)


@given(number=st.integers(2, 22), name=st.integers(0, 20), value=VALUES)
def test_any_value_in_any_place_is_refused_or_sound(number: int, name: int, value: object) -> None:
    row = json.loads(body()[number - 1])
    content = changed(number, **{list(row)[name % len(row)]: value})
    try:
        records = taken_in(content)
    except RecordsError:
        return
    assert is_sound(records)


def test_a_file_that_changes_while_it_is_taken_in_adds_nothing() -> None:
    stream = io.BytesIO(SOUND)
    bundle = Bundle(stream)
    assert len(tuple(bundle)) == 21
    stream.getbuffer()[SOUND.index(b"Ana Quill")] = ord("E")
    records = MemoryRecords()
    with pytest.raises(RecordsError, match="its digest is not"):
        records.merge(bundle)
    assert records.rep(ANA.id) is None
