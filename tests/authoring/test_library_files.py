"""What a library's own folders and files may be: links, names, places, and what one broken file costs the others."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from authoring.sample import SOUND

from simulator.authoring.index import Index
from simulator.authoring.library import (
    BrokenScenario,
    Library,
    UnknownScenario,
    default_root,
    open_library,
    scenario_from,
)
from simulator.domain.ids import ScenarioId
from simulator.domain.problem import Severity
from simulator.usecases.linting import lint

SAMPLE = ScenarioId("sample")
WALK = "format: 1\nchoices: [sorry]\nending: calm\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A library with the shipped rubrics, one small scenario and one walk."""
    shutil.copytree(default_root() / "rubrics", tmp_path / "rubrics")
    put(tmp_path / "scenarios" / "sample" / "scenario.yaml", SOUND)
    put(tmp_path / "scenarios" / "sample" / "walks" / "best.yaml", WALK)
    return tmp_path


def put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def shelf(root: Path, cache: Path | None = None) -> Library:
    return open_library(root, cache)


def linted(root: Path, *paths: str) -> list[str]:
    """Return what lint says must be mended, with the library's folder left out.

    So small a sample leaves much to wish for; what rules about writing and judging say of it is not asked here.
    """
    found = lint(shelf(root), [root / path for path in paths]).problems
    return [str(placed).replace(f"{root}/", "") for placed in found if placed.severity is Severity.ERROR]


def test_the_sample_is_clean(root: Path) -> None:
    assert linted(root) == []


def test_the_text_kept_is_byte_for_byte_what_was_read(root: Path) -> None:
    content = b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode()
    (root / "scenarios" / "sample" / "scenario.yaml").write_bytes(content)
    loaded = shelf(root).scenario(SAMPLE)
    assert loaded.text.encode() == content
    assert loaded.digest == hashlib.sha256(content).hexdigest()
    assert scenario_from(loaded.text, Index(None)) == loaded.scenario


@pytest.mark.parametrize("text", ["", "title: [", "format: 2", "a\ud800b", "x: \x00"])
def test_a_recorded_text_that_cannot_be_read_any_more_is_said_so(text: str) -> None:
    with pytest.raises(BrokenScenario, match="recorded text:1:"):
        scenario_from(text, Index(None))


def test_links_that_go_round_hide_nothing_else(root: Path) -> None:
    (root / "scenarios" / "round").mkdir()
    (root / "scenarios" / "round" / "scenario.yaml").symlink_to("scenario.yaml")
    (root / "scenarios" / "folder").symlink_to("folder")
    (root / "rubrics" / "round.yaml").symlink_to("round.yaml")
    library = shelf(root)
    assert library.ids == (SAMPLE,)
    assert [summary.id for summary in library.summaries()] == [SAMPLE]
    assert set(library.rubrics()) == {"active-listening", "communication", "empathy"}
    assert [line.split(" ")[:2] for line in linted(root)] == [
        ["rubrics/round.yaml:1:1:", "SIM001"],
        ["scenarios/round/scenario.yaml:1:1:", "SIM001"],
    ]


def test_a_scenario_folder_without_its_file_is_a_mistake(root: Path) -> None:
    (root / "scenarios" / "other").mkdir()
    (root / "scenarios" / ".hidden").mkdir()
    hint = "write one, or move this folder somewhere else"
    expected = f"scenarios/other/scenario.yaml:1:1: SIM001 there is no scenario.yaml in this folder — {hint}"
    assert linted(root) == linted(root, "scenarios/other") == linted(root, "scenarios") == [expected]


@pytest.mark.parametrize(
    "name", ["scenario.yml", "Scenario.yml", "SCENARIO.YAML", "scenario.yaml.txt", "Scenario", "other.yaml"]
)
def test_a_file_that_was_meant_as_the_scenario_is_named_with_what_to_call_it(root: Path, name: str) -> None:
    put(root / "scenarios" / "other" / name, SOUND)
    put(root / "scenarios" / "other" / "notes.txt", "Ask Kim.")
    put(root / "scenarios" / "other" / "walks" / "best.yaml", WALK)
    said = f"SIM001 there is no scenario.yaml in this folder — rename {name} to scenario.yaml"
    expected = [f"scenarios/other/scenario.yaml:1:1: {said}"]
    assert linted(root) == linted(root, "scenarios/other") == linted(root, ".") == expected


def test_where_several_files_may_be_meant_none_is_named(root: Path) -> None:
    put(root / "scenarios" / "other" / "first.yaml", SOUND)
    put(root / "scenarios" / "other" / "second.yaml", SOUND)
    assert linted(root)[0].endswith("in this folder — write one, or move this folder somewhere else")
    put(root / "scenarios" / "other" / "scenario.yml", SOUND)
    assert linted(root)[0].endswith("in this folder — rename scenario.yml to scenario.yaml")


def test_a_misnamed_scenario_is_named_wherever_lint_is_asked_to_look(root: Path) -> None:
    put(root / "drafts" / "other" / "Scenario.yml", SOUND)
    put(root / "drafts" / "sound" / "scenario.yml.orig", SOUND)
    assert linted(root) == []
    said = "SIM001 there is no scenario.yaml in this folder — rename Scenario.yml to scenario.yaml"
    assert linted(root, "drafts") == [f"drafts/other/scenario.yaml:1:1: {said}"]


def test_a_copy_beside_the_scenario_is_no_mistake(root: Path) -> None:
    put(root / "scenarios" / "sample" / "Scenario.yml", SOUND)
    assert linted(root) == linted(root, "scenarios") == linted(root, "scenarios/sample") == []


def test_a_folder_whose_name_is_no_id_is_not_offered_but_said(root: Path) -> None:
    put(root / "scenarios" / "My Talk" / "scenario.yaml", SOUND.replace("id: sample", 'id: "My Talk"'))
    assert shelf(root).ids == (SAMPLE,)
    hint = "use small letters, digits and -"
    assert linted(root) == [
        f'scenarios/My Talk/scenario.yaml:2:5: SIM201 the folder "My Talk" cannot be used as an id — {hint}'
    ]


def test_a_scenario_under_another_name_cannot_be_opened(root: Path) -> None:
    put(root / "scenarios" / "other" / "scenario.yaml", SOUND)
    with pytest.raises(BrokenScenario, match='the id is "sample", but the folder is "other"'):
        shelf(root).scenario(ScenarioId("other"))


def test_nothing_near_is_answered_with_all_there_is(root: Path) -> None:
    with pytest.raises(UnknownScenario, match=r'"zzz" in .*: there are: sample\.$'):
        shelf(root).scenario(ScenarioId("zzz"))


def test_a_broken_rubric_is_named_where_its_skill_is_used_and_hides_no_other(root: Path) -> None:
    put(root / "rubrics" / "empathy.yaml", "format: 1\nid: [")
    assert set(shelf(root).rubrics()) == {"active-listening", "communication"}
    found = linted(root)
    assert any(line.startswith("rubrics/empathy.yaml:2:5: SIM004") for line in found)
    assert (
        'scenarios/sample/scenario.yaml:8:10: SIM203 no rubric defines "empathy" — mend rubrics/empathy.yaml first'
        in found
    )


def test_a_broken_bar_is_said_once_not_at_every_critical_error(root: Path) -> None:
    put(
        root / "scenarios" / "sample" / "scenario.yaml",
        SOUND.replace("why: Names it.", "why: Names it.\n        critical: insult"),
    )
    put(root / "rubrics" / "readiness.yaml", "format: 1\ntitle: [")
    assert [line.partition(":")[0] for line in linted(root)] == ["rubrics/readiness.yaml"]


def test_a_scenario_that_does_not_fit_its_library_is_not_asked_further(root: Path) -> None:
    """Its walk does not hold either, but that is seen when the indicator is mended."""
    put(root / "scenarios" / "sample" / "scenario.yaml", SOUND.replace("names-stake: 3", "names-steak: 3"))
    put(root / "scenarios" / "sample" / "walks" / "best.yaml", WALK.replace("calm", "gone"))
    (line,) = linted(root)
    assert line.startswith('scenarios/sample/scenario.yaml:28:17: SIM204 "empathy" has no indicator called')


def test_all_is_said_in_one_go_whether_it_shows_in_the_file_alone_or_beside_the_rubrics(root: Path) -> None:
    text = SOUND.replace("skills: [empathy]", "skills: [Empathy, listening]")
    put(root / "scenarios" / "sample" / "scenario.yaml", text.replace("names-stake: 3", "name-stake: 5"))
    assert [line.removeprefix("scenarios/sample/scenario.yaml:") for line in linted(root)] == [
        '8:10: SIM103 "Empathy" cannot be used as an id — did you mean "empathy"?',
        '8:19: SIM203 no rubric defines "listening" — did you mean "active-listening"?',
        '28:17: SIM204 "empathy" has no indicator called "name-stake" — did you mean "names-stake"?',
        '28:37: SIM013 "empathy.name-stake" cannot be 5 — use one of: 0, 1, 2, 3',
    ]


def test_an_indicator_without_its_name_is_told_once(root: Path) -> None:
    put(root / "scenarios" / "sample" / "scenario.yaml", SOUND.replace("empathy.names-stake: 3", "empathy: 3"))
    (line,) = linted(root)
    assert line.startswith('scenarios/sample/scenario.yaml:28:17: SIM116 "empathy" does not name an indicator')


def test_a_rubric_whose_id_is_none_is_told_what_is_meant_and_no_more(root: Path) -> None:
    rubric = root / "rubrics" / "empathy.yaml"
    put(rubric, rubric.read_text(encoding="utf-8").replace("id: empathy", "id: Empathy"))
    lines = [line for line in linted(root) if line.startswith("rubrics/empathy")]
    assert lines == ['rubrics/empathy.yaml:4:5: SIM103 "Empathy" cannot be used as an id — did you mean "empathy"?']


def test_a_file_of_no_known_kind_is_told_where_it_belongs(root: Path) -> None:
    put(root / "notes.yaml", "format: 1")
    (line,) = linted(root, "notes.yaml")
    assert line.startswith("notes.yaml:1:1: SIM202 it cannot be told what kind of file this is")
    assert line.endswith("call it scenario.yaml or readiness.yaml, or put it into walks/ or rubrics/")
    assert "SIM001 this file cannot be opened" in linted(root, "nowhere.yaml")[0]


def test_a_folder_is_checked_with_all_that_is_below_it_and_nothing_else(root: Path) -> None:
    put(root / "scenarios" / "sample" / "walks" / "poor.yaml", "format: 2")
    put(root / "rubrics" / "empathy.yaml", "format: 2")
    assert {line.partition(":")[0] for line in linted(root, "scenarios")} == {
        "scenarios/sample/scenario.yaml",
        "scenarios/sample/walks/poor.yaml",
    }


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("sorry", "sory", '2:11: SIM301 "sory" is not on offer at "opening" — on offer there: sorry, ticket'),
        ("[sorry]", "[sorry, sorry]", '2:18: SIM301 "sorry" is not on offer at "calm"'),
        ("calm", "gone", '3:9: SIM301 this walk ends at "calm", not at "gone" — write ending: calm'),
        ("calm", "calm\nshows: {empathy: [2]}", "4:18: SIM301 this walk shows empathy at levels [3], not [2]"),
        ("calm", "calm\nfeelings: {trust: 2}", "4:19: SIM301 at the end trust is 3, not 2"),
        ("calm", "calm\nfacts: []", "4:8: SIM301 at the end these facts hold: knows_why — write facts: [knows_why]"),
        ("calm", "calm\ncritical: [insult]", "4:11: SIM301 this walk meets these critical errors: none"),
    ],
)
def test_a_walk_that_does_not_hold_is_said_at_its_line(root: Path, old: str, new: str, expected: str) -> None:
    put(root / "scenarios" / "sample" / "walks" / "best.yaml", WALK.replace(old, new))
    (line,) = linted(root)
    assert line.removeprefix("scenarios/sample/walks/best.yaml:").startswith(expected)


def test_files_are_named_from_where_people_are(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root / "scenarios" / "sample" / "scenario.yaml", "format: 2")
    monkeypatch.chdir(root / "scenarios")
    assert {placed.file for placed in lint(shelf(root)).problems} == {"sample/scenario.yaml"}
    monkeypatch.chdir("/")
    monkeypatch.chdir(default_root())
    assert {placed.file for placed in lint(shelf(root)).problems} == {
        str(root / "scenarios" / "sample" / "scenario.yaml")
    }


def test_what_is_kept_is_whole_private_and_without_leftovers(root: Path, tmp_path: Path) -> None:
    cache = tmp_path / "deep" / "cache"
    shelf(root, cache).summaries()
    (folder,) = cache.iterdir()
    assert folder.stat().st_mode & 0o077 == 0
    assert [file.name.partition("-")[0] for file in folder.iterdir()] == ["scenario"]
    assert all(file.suffix == ".json" for file in folder.iterdir())


def test_only_sound_files_are_kept(root: Path, tmp_path: Path) -> None:
    put(root / "scenarios" / "sample" / "scenario.yaml", SOUND.replace("minutes: 3", "minutes: 0"))
    cache = tmp_path / "cache"
    assert [broken.id for broken in shelf(root, cache).broken()] == [SAMPLE]
    assert not list(cache.rglob("*.json"))


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_cache_folder_without_rights_costs_only_time(root: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir(mode=0o500)
    assert shelf(root, cache).summaries()


def test_the_shipped_library_warm_imports_neither_yaml_nor_pydantic_nor_the_state_machine(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from simulator.authoring.library import default_root, open_library\n"
        "library = open_library(default_root(), Path(sys.argv[1]))\n"
        "assert library.summaries() and library.rubrics() and library.bar()\n"
        "print(sorted({'yaml', 'pydantic', 'transitions', 'textual', 'sqlalchemy'} & set(sys.modules)))\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "cache")]
    subprocess.run(command, capture_output=True, text=True, check=True)
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "[]"
