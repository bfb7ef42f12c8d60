"""The commands of those who write conversations: graph, walk --save and --cover, new."""

import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from cli.shell import Shell

from simulator.authoring.library import default_root, open_library
from simulator.authoring.reading import read_file
from simulator.domain.ids import ScenarioId
from simulator.usecases.linting import lint

BEST = ("what-will-you-pour", "in-that-order", "one-thing-then-look")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of one's own, with the shipped texts."""
    for part in ("scenarios", "rubrics"):
        shutil.copytree(default_root() / part, tmp_path / "library" / part)
    return tmp_path / "library"


def refused(shell: Shell, *words: str) -> str:
    done = shell(*words)
    assert (done.code, done.out) == (2, "")
    assert "Traceback" not in done.err
    return done.err


def walks(library: Path) -> set[str]:
    return {file.name for file in (library / "scenarios" / "warm-up" / "walks").iterdir()}


# --- graph ---


@pytest.mark.parametrize(
    ("form", "ending", "begins"),
    [("text", "txt", "The n"), ("mermaid", "mmd", "flowchart"), ("dot", "gv", "digraph"), ("svg", "svg", "<svg ")],
)
def test_a_graph_is_printed_or_written_in_the_form_of_the_files_ending(
    form: str, ending: str, begins: str, shell: Shell, tmp_path: Path
) -> None:
    printed = shell("graph", "warm-up", "--format", form)
    written = shell("graph", "warm-up", "-o", f"out.{ending}")
    assert (printed.code, written.code, written.out) == (0, 0, "")
    assert printed.out.startswith(begins)
    assert (tmp_path / f"out.{ending}").read_text() == printed.out


def test_a_graph_is_text_if_nothing_else_is_asked_for(shell: Shell) -> None:
    assert "\nTURN at-the-door (the start) (embarrassed) - calls for Empathy\n" in shell("graph", "warm-up").out


def test_a_file_whose_ending_draws_nothing_is_not_written(shell: Shell, tmp_path: Path) -> None:
    said = refused(shell, "graph", "warm-up", "-o", "out.png")
    assert said == '"out.png" does not say a format: end it in .txt, .mmd, .dot or .svg.\n'
    assert not (tmp_path / "out.png").exists()
    assert 'did you mean "warm-up"?' in refused(shell, "graph", "warm-upp")


@pytest.mark.parametrize("scenario", open_library(default_root(), None).ids)
def test_every_shipped_conversation_can_be_drawn(scenario: ScenarioId, shell: Shell) -> None:
    turns = open_library(default_root(), None).scenario(scenario).scenario.turns
    drawing = ET.fromstring(shell("graph", scenario, "--format", "svg").out)
    assert len([part for part in drawing.iter() if part.get("class") == "box"]) > len(turns)


# --- walk --save ---


def test_a_path_is_kept_with_all_that_it_comes_to(shell: Shell, library: Path) -> None:
    done = shell("walk", "warm-up", *BEST, "--save", "mine", "--about", "How: it goes", "--library", "library")
    assert (done.code, done.err) == (0, "")
    assert done.out == "Written: library/scenarios/warm-up/walks/mine.yaml (3 choices, to coffee-at-four)\n"
    written = (library / "scenarios/warm-up/walks/mine.yaml").read_text()
    assert written == (
        'format: 1\nabout: "How: it goes"\nchoices:\n  - what-will-you-pour\n  - in-that-order\n'
        "  - one-thing-then-look\nending: coffee-at-four\nshows:\n  communication: [3]\n  empathy: [3]\n"
        "  active-listening: [3]\nfeelings: {trust: 4}\nfacts: [knows_sister]\ncritical: []\n"
    )
    folder = library / "scenarios" / "warm-up"
    assert lint(open_library(library, None), (folder / "walks" / "mine.yaml",)).problems == ()


def test_what_cannot_be_kept_is_refused_and_nothing_is_written(shell: Shell, library: Path) -> None:
    before = walks(library)
    own = ("--library", "library")
    said = refused(shell, "walk", "warm-up", *BEST[:2], "--save", "mine", *own)
    assert said == (
        'This walk has not ended: it stands at "half-past-three". '
        "On offer there: press-it-once, one-thing-then-look, eco-standby\n"
    )
    assert "is not on offer" in refused(shell, "walk", "warm-up", "nothing", "--save", "mine", *own)
    assert "such as my-walk." in refused(shell, "walk", "warm-up", *BEST, "--save", "My Walk", *own)
    assert "such as etc-passwd." in refused(shell, "walk", "warm-up", *BEST, "--save", "../../etc/passwd", *own)
    assert "<U+202E>" in refused(shell, "walk", "warm-up", *BEST, "--save", "mine", "--about", "\u202e", *own)
    assert "add --force to replace it" in refused(shell, "walk", "warm-up", *BEST, "--save", "best", *own)
    assert walks(library) == before


def test_replacing_says_what_changed(shell: Shell, library: Path) -> None:
    place = library / "scenarios/warm-up/walks/mine.yaml"
    keep = ("--save", "mine", "--force", "--library", "library")
    shell("walk", "warm-up", *BEST, *keep)
    assert shell("walk", "warm-up", *BEST, *keep).out.endswith("  the same as before\n")
    out = shell("walk", "warm-up", *BEST[:2], "eco-standby", *keep).out
    assert "  choices: 3 before, 3 now, different from number 3 on\n" in out
    assert "  ending: coffee-at-four before, tea-for-now now\n" in out
    assert "  shows: active-listening 3, communication 3, empathy 3 before, " in out
    place.write_text("no walk")
    assert "could not be read as a walk" in shell("walk", "warm-up", *BEST, *keep).out


def test_a_library_that_cannot_be_written_is_named(shell: Shell, library: Path) -> None:
    shutil.rmtree(library / "scenarios/warm-up/walks")
    (library / "scenarios/warm-up/walks").write_text("")
    said = refused(shell, "walk", "warm-up", *BEST, "--save", "mine", "--library", "library")
    assert "library/scenarios/warm-up/walks cannot be written to: " in said
    assert "name that with --library DIR" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--about", "x"], "add --save NAME"),
        (["--force"], "add --save NAME or --cover"),
        ([BEST[0], "--cover"], "--cover finds its own paths: leave out what-will-you-pour"),
        (["--cover", "--json"], "--json prints a path and keeps nothing"),
        (["--cover", "--save", "x"], "not allowed with argument"),
    ],
)
def test_options_that_would_do_nothing_are_refused(words: list[str], said: str, shell: Shell) -> None:
    assert said in refused(shell, "walk", "warm-up", *words)


# --- walk --cover ---


def test_a_cover_leaves_no_choice_without_a_walk(shell: Shell, library: Path) -> None:
    for file in (library / "scenarios/warm-up/walks").iterdir():
        file.unlink()
    done = shell("walk", "warm-up", "--cover", "--library", "library")
    assert done.code == 0
    assert done.out.splitlines()[-1] == "Together they make every choice."
    assert walks(library) == {"cover-01.yaml", "cover-02.yaml", "cover-03.yaml"}
    found = lint(open_library(library, None), (library / "scenarios" / "warm-up",)).problems
    assert [problem for problem in found if problem.code in {"SIM301", "SIM302"}] == []


def test_a_cover_is_not_written_over_without_being_asked_and_says_what_it_left(shell: Shell, library: Path) -> None:
    folder = library / "scenarios/warm-up/walks"
    shell("walk", "warm-up", "--cover", "--library", "library")
    (folder / "cover-07.yaml").write_text((folder / "cover-01.yaml").read_text())
    assert "add --force" in refused(shell, "walk", "warm-up", "--cover", "--library", "library")
    out = shell("walk", "warm-up", "--cover", "--force", "--library", "library").out
    assert out.count("the same as before") == 3
    assert out.endswith("not needed by this set: cover-07. Delete what you do not want.\n")


def test_what_no_path_makes_is_named(shell: Shell, library: Path) -> None:
    file = library / "scenarios/warm-up/scenario.yaml"
    text = file.read_text().replace("      - id: eco-standby\n", "      - id: eco-standby\n        when: trust >= 5\n")
    start = text.index("  trust:")
    file.write_text(text[:start] + "  trust: {start: 0, min: 0, max: 5}" + text[text.index("\n", start) :])
    out = shell("walk", "warm-up", "--cover", "--library", "library").out
    assert "Together they make every choice but these" in out
    assert "  eco-standby at half-past-three\n" in out


# --- new ---


def through(shell: Shell, scenario: str, *more: str) -> str:
    done = shell("play", scenario, "--plain", "--seed", "7", *more, typed="\n" + "1\n" * 9 + "\n")
    assert (done.code, done.err) == (0, "")
    return done.out


@pytest.mark.parametrize("purpose", ["practice", "assessment"])
def test_a_new_conversation_in_a_new_library_is_clean_holds_and_can_be_played(purpose: str, shell: Shell) -> None:
    done = shell("new", "lost-badge", "--purpose", purpose, "--library", "mine")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("A new library: mine, with the rubrics and the bar that came with the program.\n")
    root = shell.folder / "mine"
    assert {file.name for file in root.iterdir()} == {"rubrics", "scenarios"}
    library = open_library(root, None)
    assert lint(library, (root / "scenarios",)).problems == ()
    scenario = library.scenario(ScenarioId("lost-badge")).scenario
    assert (scenario.title, scenario.purpose, len(scenario.endings)) == ("Lost badge", purpose, 4)
    kept = dict(library.walks(ScenarioId("lost-badge")))
    assert {"best", "poor"} <= kept.keys()
    assert {walk.ending for walk in kept.values()} == set(scenario.endings)
    assess = ["--assess"] if purpose == "assessment" else []
    assert "The conversation has ended: " in through(shell, "lost-badge", "--library", "mine", *assess)


def test_it_is_named_as_was_asked(shell: Shell) -> None:
    shell("new", "a-b", "--title", 'The "odd": one #1', "--customer", "Zoë O'Hara-Nuñez", "--library", "mine")
    file = shell.folder / "mine/scenarios/a-b/scenario.yaml"
    scenario = open_library(shell.folder / "mine", None).scenario(ScenarioId("a-b")).scenario
    assert (scenario.title, scenario.customer.name) == ('The "odd": one #1', "Zoë O'Hara-Nuñez")
    assert "it's Zoë at the library" in scenario.turns["opening"].customer
    assert "Nadia" not in file.read_text()
    assert "new-conversation" not in file.read_text()
    assert read_file("scenario", file, "a").problems == ()


def test_an_id_that_yaml_takes_for_a_value_is_a_word_all_the_same(shell: Shell) -> None:
    for name in ("true", "12"):
        shell("new", name, "--library", "mine")
        file = shell.folder / "mine" / "scenarios" / name / "scenario.yaml"
        assert read_file("scenario", file, "a").problems == ()


def test_a_second_one_comes_into_the_library_that_is_there(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell("new", "one", "--library", "mine")
    monkeypatch.setenv("SIMULATOR_LIBRARY", "mine")
    done = shell("new", "two")
    assert done.out.startswith("Written: mine/scenarios/two/scenario.yaml\n")
    assert open_library(shell.folder / "mine", None).ids == ("one", "two")
    said = refused(shell, "new", "two")
    assert said == "mine/scenarios/two is there already: choose another id.\n"


def test_an_empty_folder_becomes_a_library(shell: Shell) -> None:
    (shell.folder / "mine").mkdir()
    assert shell("new", "one", "--library", "mine").code == 0
    assert [file.name for file in shell.folder.iterdir() if "draft" in file.name] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["Lost Badge"], "such as lost-badge."),
        (["../up"], "such as up."),
        (["x", "--title", " "], "cannot be a title"),
        (["x", "--title", "For {x}"], "cannot be a title"),
        (["x", "--title", "a\u202e"], "cannot be a title"),
        (["x", "--title", "a" * 81], "cannot be a title"),
        (["x", "--customer", "{evil}"], "cannot be a name here"),
        (["x", "--customer", 'a"b'], "cannot be a name here"),
        (["x", "--purpose", "asessment"], 'did you mean "assessment"?'),
    ],
)
def test_what_cannot_be_a_name_is_refused_and_nothing_is_written(words: list[str], said: str, shell: Shell) -> None:
    assert said in refused(shell, "new", *words, "--library", "mine")
    assert not (shell.folder / "mine").exists()


def test_a_folder_of_other_things_is_left_alone(shell: Shell) -> None:
    (shell.folder / "mine").mkdir()
    (shell.folder / "mine" / "letter.txt").write_text("dear")
    assert "is not a library, and not empty either" in refused(shell, "new", "x", "--library", "mine")
    assert "is not a library" in refused(shell, "new", "x", "--library", "mine/letter.txt")
    assert [file.name for file in (shell.folder / "mine").iterdir()] == ["letter.txt"]


def test_the_library_inside_the_installed_program_is_left_alone(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    package = shell.folder / "site-packages" / "simulator"
    shutil.copytree(default_root() / "scenarios" / "warm-up", package / "library" / "scenarios" / "warm-up")
    shutil.copytree(default_root() / "rubrics", package / "library" / "rubrics")
    monkeypatch.setattr("simulator.__file__", str(package / "__init__.py"))
    said = refused(shell, "new", "x")
    assert "simulator new x --library DIR" in said
    assert not (package / "library/scenarios/x").exists()
    assert "simulator new ID --library DIR" in refused(shell, "walk", "warm-up", *BEST, "--save", "mine")


def test_a_place_that_cannot_be_written_is_named(shell: Shell) -> None:
    (shell.folder / "file").write_text("")
    said = refused(shell, "new", "x", "--library", "file/mine")
    assert "file/mine cannot be written to: " in said
    assert "--library DIR" in said
