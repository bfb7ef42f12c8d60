"""What people install is the wheel: built here, put into an empty environment, and played to its end there."""

import os
import subprocess
import zipfile
from pathlib import Path

import pytest
from ends.terminal import ROOT


def run(*command: str | Path, cwd: Path, typed: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command that knows nothing of this clone or of this environment."""
    own = {
        name: value for name, value in os.environ.items() if not name.startswith(("SIMULATOR_", "PYTHON", "VIRTUAL"))
    }
    done = subprocess.run(
        command,
        cwd=cwd,
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env={**own, **environment},
    )
    assert done.returncode == 0, f"{command}: {done.stdout[-2000:]}{done.stderr[-2000:]}"
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built in the project so that the project's own limits on versions hold."""
    folder = tmp_path_factory.mktemp("wheel")
    run("uv", "build", "--wheel", "--out-dir", folder, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_every_scenario_every_rubric_and_no_test(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    texts = [
        *ROOT.glob("scenarios/*/scenario.yaml"),
        *ROOT.glob("scenarios/*/walks/*.yaml"),
        *ROOT.glob("rubrics/*.yaml"),
    ]
    assert {f"simulator/library/{file.relative_to(ROOT)}" for file in texts} <= names
    code = {
        str(file.relative_to(ROOT)) for file in ROOT.glob("simulator/**/*") if file.suffix in {".py", ".tcss", ".yaml"}
    }
    assert code <= names
    assert not any("test" in name.split("/")[0] or "__pycache__" in name for name in names)


def test_the_installed_program_plays_a_conversation_to_its_end_from_an_empty_folder(
    wheel: Path, tmp_path: Path
) -> None:
    empty, environment = tmp_path / "empty", tmp_path / "environment"
    empty.mkdir()
    run("uv", "venv", "--quiet", environment, cwd=ROOT)
    run("uv", "pip", "install", "--quiet", "--python", environment, wheel, cwd=ROOT)
    simulator = environment / "bin" / "simulator"
    home = {"HOME": str(tmp_path / "home"), "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": "", "XDG_CACHE_HOME": ""}
    played = run(simulator, "play", "warm-up", "--plain", "--as", "Ana", cwd=empty, typed="\n1\n1\n1\n\n", **home)
    assert "The conversation has ended: " in played.stdout
    assert played.stderr == ""
    assert (
        "  practice  The neighbour's coffee machine: "
        in run(simulator, "attempts", "--as", "Ana", cwd=empty, **home).stdout
    )
    assert run(simulator, "lint", cwd=empty, **home).stderr == ""
    assert "<h1" in run(simulator, "report", "ana", "--format", "html", cwd=empty, **home).stdout
    assert list(empty.iterdir()) == []
    (records,) = (tmp_path / "home").rglob("records.db")
    assert records.stat().st_mode & 0o077 == 0
