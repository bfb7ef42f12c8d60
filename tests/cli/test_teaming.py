"""`simulator team setup` and `add`, on a real server."""

from pathlib import Path

import psycopg
import pytest
from cli.shell import Shell
from records.conftest import NewPlace, new_place, server

__all__ = ["new_place", "server"]


def test_a_server_is_set_up_and_a_rep_signs_in_and_practises(
    shell: Shell, new_place: NewPlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SIMULATOR_REP")
    owner = new_place("postgresql")
    login = f"ana_{owner.rpartition('%3D')[2]}"[:60]
    done = shell("team", "setup", "--records", owner)
    assert done.code == 0
    assert done.out.startswith("This server is set up for a team: ")
    (tmp_path / "secret").write_text("it's 100%\nand nothing else")
    added = shell(
        "team", "add", "Ana Lima", "--login", login, "--team", "north", "--password-file", "secret", "--records", owner
    )
    try:
        assert added.out.splitlines()[0] == "Ana Lima is on the list as rep of north."
        assert added.out.splitlines()[-1].endswith("@HOST/DATABASE")
        head, _, tail = owner.partition("://")
        hers = f"{head}://{login}:it%27s%20100%25@{tail.partition('@')[2]}"
        played = shell("play", "warm-up", "--plain", "--records", hers, typed="\n1\n1\n1\n\n")
        assert played.code == 0
        assert "1 choice" not in played.err
        assert "The neighbour's coffee machine" in shell("attempts", "--records", hers).out
        # She sees nobody else, and cannot add anybody.
        other = shell("play", "warm-up", "--plain", "--records", hers, "--as", "Bo", typed="\n1\n")
        assert "This login is that of Ana Lima (rep)" in other.err
        assert "Ana Lima" in shell("team", "--records", owner).out
        again = shell("team", "add", "Ana Lima", "--login", login, "--records", owner)
        assert (again.code, "is on the list already" in again.err) == (2, True)
    finally:
        with psycopg.connect(owner, autocommit=True) as connection:
            connection.execute(f'DROP OWNED BY "{login}"; DROP ROLE "{login}"'.encode())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("team", "setup"), "That needs a PostgreSQL server"),
        (("team", "add", "Ana", "--login", "ana"), "That needs a PostgreSQL server"),
        (
            ("team", "add", "Ana", "--login", "a b", "--records", "postgresql://x@127.0.0.1:1/y"),
            "Give them a login of small letters",
        ),
        (("team", "grow"), "invalid choice"),
    ],
)
def test_what_cannot_be_done_is_refused_with_what_to_do(shell: Shell, words: tuple[str, ...], said: str) -> None:
    done = shell(*words)
    assert done.code == 2
    assert said in done.err
