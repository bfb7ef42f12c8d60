"""The workbench: what its keys do, and how it follows what is saved."""

import re
from pathlib import Path

import pytest
from tui.bench_stage import on_bench
from tui.stage import LARGE, SMALL
from usecases.workshop import FILE, RUBRIC, SCENARIO, WALK, changed, library_in, write

from simulator.tui.widgets.pick_list import Pick
from simulator.usecases.settings import Settings

SLIP = changed("to: sorting", "to: sortign")
"""The scenario with a slip that keeps it from being played."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return library_in(tmp_path, other="Another line").root


async def test_it_opens_in_the_conversation_with_all_that_an_author_wants_to_know(folder: Path) -> None:
    async with on_bench(folder) as bench:
        for words in (
            "(cool) You again? I have rung Engines twice about that line.",
            "trust ▰▰▱▱ 2 of 0…4",
            "name-it → sorting ★3·names-stake trust +1 +knows_why",
            "ask-number → sorting ○1·names-stake trust -1",
            "She counts the calls.",
        ):
            assert words in bench.talk, words
        assert "The line is down" in bench.lines[0]


async def test_a_digit_says_a_choice_and_u_takes_it_back(folder: Path) -> None:
    async with on_bench(folder) as bench:
        await bench.press("1")
        assert (bench.place, bench.way) == ("what-now", ("name-it",))
        assert "trust ▰▰▰▱ 3 of 0…4 ▲+1" in bench.talk
        assert "sent on by sorting these words when knows_why" in bench.talk
        await bench.press("u")
        assert bench.way == ()


async def test_enter_says_the_marked_choice(folder: Path) -> None:
    async with on_bench(folder) as bench:
        await bench.press("down", "enter")
        assert bench.place == "what-now"
        await bench.press("enter")
        assert bench.way == ("ask-number", "promise"), "the first that is on offer is marked"


async def test_a_choice_that_is_kept_back_is_shown_with_its_condition_and_cannot_be_said(folder: Path) -> None:
    async with on_bench(folder) as bench:
        await bench.press("2")
        assert "not on offer needs knows_why and trust >= 3 (now not knows_why, trust 1)" in bench.talk
        await bench.press("1")
        assert bench.way == ("ask-number",)
        assert (
            bench.note
            == '"sum-up" is not on offer here. It needs: knows_why and trust >= 3 (now not knows_why, trust 1).'
        )


async def test_a_digit_without_a_choice_does_nothing(folder: Path) -> None:
    async with on_bench(folder) as bench:
        await bench.press("9", "3")
        assert bench.way == ()


async def test_the_end_shows_how_it_came_out_and_r_begins_again(folder: Path) -> None:
    async with on_bench(folder) as bench:
        await bench.press("1", "1")
        assert "saved You heard what it had cost her." in bench.talk
        assert "name-it > sum-up" in bench.talk
        await bench.press("1", "enter")
        assert bench.place == "calm"
        await bench.press("r")
        assert bench.way == ()


async def test_a_save_shows_at_the_same_turn(folder: Path) -> None:
    async with on_bench(folder) as bench:
        await bench.press("1")
        await bench.save(changed("You did listen.", "You listened, for once."))
        assert "You listened, for once." in bench.talk
        assert bench.way == ("name-it",)


async def test_a_save_leaves_the_mark_on_its_choice(folder: Path) -> None:
    async with on_bench(folder) as bench:
        await bench.press("down")
        await bench.save(changed("twice about", "thrice about"))
        assert "▸ 2 · Let me see" in bench.talk


async def test_the_gravest_problem_is_marked_unless_somebody_goes_through_them(folder: Path) -> None:
    async with on_bench(folder) as bench:
        await bench.save(SLIP)
        await bench.press("tab", "down")
        await bench.save("# Still the same.\n" + SLIP)
        assert "▸ ✕ error SIM101 38:13" in bench.problems
        await bench.press("tab")
        await bench.save(SLIP)
        assert "▸ ✕ error SIM101 31:13" in bench.problems


async def test_a_later_reading_takes_the_place_of_one_that_still_goes_on(folder: Path) -> None:
    async with on_bench(folder) as bench:
        bench.screen.read(bench.screen.wanted)
        earlier = list(bench.app.workers)
        bench.screen.read(bench.screen.wanted)
        assert all(worker.is_cancelled for worker in earlier if worker.group == "read")
        await bench.settle()
        assert bench.place == "opening"


async def test_a_save_is_noticed_by_itself(folder: Path) -> None:
    async with on_bench(folder) as bench:
        write(folder, FILE, changed("twice about", "thrice about"))
        for _ in range(100):
            await bench.pilot.pause(0.05)
            if "thrice about" in bench.talk:
                return
        pytest.fail("nobody noticed")


async def test_a_way_that_cannot_be_gone_any_more_stops_and_says_where(folder: Path) -> None:
    async with on_bench(folder) as bench:
        await bench.press("1", "1")
        await bench.save(changed("trust >= 3", "trust >= 4"))
        assert (bench.place, bench.way) == ("what-now", ("name-it",))
        assert bench.note == '"sum-up" is no longer on offer at "what-now": stopped there.'
        await bench.save(SCENARIO)
        assert (bench.place, bench.note) == ("calm", "")


async def test_a_broken_file_keeps_the_last_good_conversation_and_a_mended_one_recovers(folder: Path) -> None:
    async with on_bench(folder) as bench:
        await bench.press("1")
        await bench.save(SLIP)
        assert "this is the last version that could" in bench.talk
        assert "You did listen. What happens now?" in bench.talk
        assert 'no turn or ending is called "sortign"' in bench.problems
        assert "did you mean" in bench.problems
        await bench.press("3")
        assert bench.way == ("name-it", "ask-again"), "it can still be played"
        await bench.save(SCENARIO)
        assert "sortign" not in bench.problems
        assert "the last version" not in bench.talk
        assert bench.way == ("name-it", "ask-again")


async def test_a_file_that_was_never_sound_shows_as_soon_as_it_is(folder: Path) -> None:
    write(folder, FILE, "turns: [")
    async with on_bench(folder) as bench:
        assert "This conversation cannot be played yet." in bench.talk
        await bench.press("1", "enter", "u", "r", "g", "w", "down")
        await bench.save(SCENARIO)
        assert "(cool) You again?" in bench.talk


async def test_a_scenario_that_goes_and_comes_back_is_followed(folder: Path) -> None:
    async with on_bench(folder) as bench:
        await bench.press("1")
        (folder / FILE).unlink()
        bench.screen.look()
        await bench.settle()
        assert "this is the last version that could" in bench.talk
        await bench.save(SCENARIO)
        assert bench.way == ("name-it",)
        assert "the last version" not in bench.talk


async def test_walks_mark_the_choices_they_make_and_are_counted(folder: Path) -> None:
    async with on_bench(folder) as bench:
        assert "✓ 2 of 5 choices covered by 1 walk" in bench.lines[0]
        assert "1 ✓ Two calls" in bench.talk
        assert "2 · Let me see" in bench.talk
        await bench.save(
            WALK.replace("[name-it, sum-up]", "[ask-number, promise]").replace("calm", "gone"),
            "scenarios/line/walks/poor.yaml",
        )
        assert "✓ 4 of 5 choices covered by 2 walks" in bench.lines[0]
        assert "2 ✓ Let me see" in bench.talk


async def test_tab_goes_through_the_panes(folder: Path) -> None:
    async with on_bench(folder) as bench:
        for name in ("Problems", "Files", "Conversation"):
            await bench.press("tab")
            assert f"▍{name}" in "\n".join(bench.lines[1:]).replace("▏", "")
        await bench.press("shift+tab")
        assert bench.screen.pane.NAME == "Files"


async def test_the_files_open_another_scenario_follow_a_walk_and_count_problems(folder: Path) -> None:
    write(folder, "scenarios/other/scenario.yaml", "format: 1\n")
    async with on_bench(folder) as bench:
        files = [row.name for row in bench.screen.files]
        assert files == ["line", "best", "empathy", "readiness", "other"]
        assert re.search("other [0-9]+✕", bench.files)
        await bench.press("tab", "tab", "down")
        assert "enter follow the walk" in bench.lines[-1]
        await bench.press("enter")
        assert (bench.place, bench.way) == ("calm", ("name-it", "sum-up"))
        assert bench.note == "Walk best: The best way through."
        await bench.save(
            changed("The line is down", "Another line", "id: line", "id: other"), "scenarios/other/scenario.yaml"
        )
        await bench.press("tab", "tab", "down", "down", "down", "enter")
        assert "Another line" in bench.lines[0]
        assert bench.way == ()


async def test_a_walk_that_does_not_hold_is_followed_as_far_as_it_does(folder: Path) -> None:
    write(folder, "scenarios/line/walks/best.yaml", WALK.replace("name-it, ", "ask-number, "))
    async with on_bench(folder) as bench:
        await bench.press("tab", "tab", "down", "enter")
        assert bench.way == ("ask-number",)
        assert bench.note == 'Walk best: "sum-up" is not on offer at "what-now": it stops there.'


async def test_a_walk_that_cannot_be_read_says_so(folder: Path) -> None:
    write(folder, "scenarios/line/walks/best.yaml", "choices: [")
    async with on_bench(folder) as bench:
        await bench.press("tab", "tab", "down", "enter")
        assert bench.note == 'The walk "best" cannot be followed: it stands under Problems.'


async def test_without_a_scenario_one_is_chosen_among_the_files(folder: Path) -> None:
    async with on_bench(folder, None) as bench:
        assert "Choose a scenario under Files." in bench.talk
        await bench.press("1", "u", "r", "g", "e", "enter")
        assert bench.place == "opening"


async def test_a_library_without_scenarios_says_how_to_begin_one(tmp_path: Path) -> None:
    write(tmp_path, "rubrics/empathy.yaml", RUBRIC)
    (tmp_path / "scenarios").mkdir()
    async with on_bench(tmp_path, None) as bench:
        assert "simulator new ID" in bench.files
        await bench.press("enter", "down", "e", "x", "tab", "enter", "e")


async def test_a_new_scenario_and_a_new_walk_appear_among_the_files(folder: Path) -> None:
    async with on_bench(folder) as bench:
        await bench.save(changed("id: line", "id: fresh"), "scenarios/fresh/scenario.yaml")
        await bench.save(WALK, "scenarios/line/walks/again.yaml")
        assert [row.name for row in bench.screen.files] == [
            "fresh", "line", "again", "best", "empathy", "readiness", "other",
        ]  # fmt: skip
        assert "fresh" in bench.files


async def test_the_page_keys_scroll_the_pane_that_the_keys_go_to(folder: Path) -> None:
    async with on_bench(folder, size=(80, 16)) as bench:
        await bench.press("pagedown")
        assert bench.screen.talk.scroll_y > 0
        assert bench.screen.problems.scroll_y == 0


async def test_problems_can_be_explained(folder: Path) -> None:
    async with on_bench(folder) as bench:
        await bench.save(SLIP)
        await bench.press("x")
        assert "SIM101" in bench.words
        assert "Breaks it" in bench.words
        await bench.press("q")
        assert bench.app.page is bench.screen


async def test_problems_name_their_places_as_shortly_as_they_can_be_told(folder: Path) -> None:
    write(folder, "scenarios/line/walks/best.yaml", WALK.replace("ending: calm", "ending: gone"))
    write(folder, "scenarios/other/scenario.yaml", "format: 1\n")
    write(folder, "rubrics/second.yaml", RUBRIC)
    async with on_bench(folder) as bench:
        assert "error SIM301 walks/best 4:9" in bench.problems
        shown = {str(pick.row.body).partition("\n")[0] for pick in bench.screen.problems.query(Pick)}
        assert any(re.fullmatch(r"error  SIM\d+  other \d+:\d+", words) for words in shown), shown
        assert any(re.fullmatch(r"error  SIM\d+  rubrics/second 2:5", words) for words in shown), shown
        await bench.save(SLIP)
        assert "error SIM101 31:13" in bench.problems


async def test_notes_are_shown_when_asked_for(folder: Path) -> None:
    async with on_bench(folder) as bench:
        before = len(bench.screen.problems.query(".pick"))
        await bench.press("n")
        assert bench.note == "Notes are shown."
        assert len(bench.screen.problems.query(".pick")) > before
        await bench.press("n")
        assert bench.note == "Notes are hidden."


async def test_going_to_a_turn_takes_a_real_way(folder: Path) -> None:
    async with on_bench(folder) as bench:
        await bench.press("g", *"what", "enter")
        assert (bench.place, bench.way) == ("what-now", ("name-it",))
        assert bench.note == "A way of 1 choice comes here."


async def test_going_to_a_turn_in_a_state_that_cannot_be_is_called_made_up(folder: Path) -> None:
    async with on_bench(folder) as bench:
        await bench.press("g", *"what", "tab", *"trust=4", "space", *"-knows_why", "enter")
        assert bench.place == "what-now"
        assert bench.note == 'Made up: no way through the conversation comes to "what-now" in this state.'
        assert "made up state" in bench.talk
        await bench.press("3")
        assert "made up state > ask-again" in bench.talk
        await bench.save(changed("You again?", "You, again?"))
        assert bench.way == ("ask-again",)


async def test_what_cannot_be_meant_is_answered_where_it_was_typed(folder: Path) -> None:
    async with on_bench(folder) as bench:
        await bench.press("g", *"what", "space", *"trust=9", "enter")
        assert '"9" is no value of trust: it goes from 0 to 4.' in bench.words
        await bench.press("backspace", "1", "enter")
        assert bench.way == ("ask-number",)


async def test_a_turn_that_is_not_there_can_be_given_up(folder: Path) -> None:
    async with on_bench(folder) as bench:
        await bench.press("g", *"zzz", "enter")
        assert "No turn is called like that." in bench.words
        await bench.press("escape")
        assert (bench.app.page, bench.way) == (bench.screen, ())


async def test_a_way_that_has_ended_can_be_kept_as_a_walk(folder: Path) -> None:
    async with on_bench(folder) as bench:
        await bench.press("w")
        assert bench.app.page is bench.screen, "it has not ended"
        await bench.press("1", "2", "w", *"Bad name", "enter")
        assert "Small letters, digits and -" in bench.words
        await bench.press(*["backspace"] * 8, *"best", "enter")
        assert 'There is a walk called "best" already' in bench.words
        await bench.press(*["backspace"] * 4, *"promised", "enter")
        assert "promised.yaml" in bench.note
        assert "- name-it\n  - promise\nending: gone\n" in (folder / "scenarios/line/walks/promised.yaml").read_text()
        assert "covered by 2 walks" in bench.lines[0]


async def test_quitting_drops_what_is_still_being_read(folder: Path) -> None:
    """What came of it would have nowhere to show, and that would be taken for a mistake of the program."""
    async with on_bench(folder) as bench:
        bench.screen.read(bench.screen.wanted)
        reading = list(bench.app.workers)
        assert reading
        bench.screen.action_back()
        assert all(worker.is_cancelled for worker in reading)
        await bench.pilot.pause(0.3)
        assert (bench.app.return_value, bench.app.crash) == (0, None)


async def test_nothing_is_recorded_anywhere(folder: Path) -> None:
    """A desk whose records cannot be opened serves as well; and no file is made or changed."""
    before = contents(folder)
    async with on_bench(folder) as bench:
        await bench.press("1", "3", "u", "r", "g", *"calm", "enter", "tab", "tab", "down", "enter", "q")
        assert bench.app.return_value == 0
    assert contents(folder) == before


def contents(folder: Path) -> dict[Path, bytes]:
    """Every file with what is in it."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


async def test_at_a_small_screen_one_pane_shows_at_a_time_and_a_strip_names_them(folder: Path) -> None:
    async with on_bench(folder, size=SMALL) as bench:
        await bench.save(SLIP)
        assert "[Conversation]" in bench.lines[1]
        assert "Problems 2✕" in bench.lines[1]
        assert "SIM101" not in bench.words
        await bench.press("tab")
        assert "[Problems 2✕]" in bench.lines[1]
        assert "SIM101" in bench.words
        assert "You again?" not in bench.words
        await bench.press("1")
        assert "[Conversation]" in bench.lines[1], "whoever says something wants to see the answer"


async def test_at_a_small_screen_words_choices_and_keys_are_in_sight(folder: Path) -> None:
    async with on_bench(folder, size=SMALL) as bench:
        await bench.press("1")
        for words in ("name-it", "You did listen. What happens now?", "trust", "sum-up", "promise", "ask-again"):
            assert words in bench.words, words
        assert "? help   q quit" in bench.lines[-1]


async def test_the_mouse_goes_to_panes_marks_and_says(folder: Path) -> None:
    async with on_bench(folder) as bench:
        row = next(number for number, line in enumerate(bench.lines) if "2 · Let me see" in line)
        await bench.click(45, row)
        assert bench.place == "opening"
        await bench.click(45, row)
        assert bench.way == ("ask-number",)
        await bench.click(5, 3)
        assert bench.screen.pane.NAME == "Files"


async def test_the_strip_can_be_clicked(folder: Path) -> None:
    async with on_bench(folder, size=SMALL) as bench:
        await bench.click(bench.lines[1].index("Files") + 1, 1)
        assert "[Files" in bench.lines[1]


async def test_help_and_palette_know_what_can_be_done_here(folder: Path) -> None:
    async with on_bench(folder) as bench:
        await bench.press("question_mark")
        assert "Goes to any turn or ending, in any state" in bench.words
        await bench.press("end")
        assert "Quits. The conversation here is only tried out and not kept" in bench.words
        assert "saved, always" not in bench.words
        assert "Everything up to your last choice" not in bench.words
        await bench.press("q", "ctrl+p", *"open", "space", *"oth", "enter")
        assert "Another line" in bench.lines[0]


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_it_stands_in_every_theme_and_density(folder: Path, size: tuple[int, int], theme: str) -> None:
    async with on_bench(folder, size=size, settings=Settings(theme=theme, density="compact")) as bench:
        await bench.press("1", "f2", "q")
        assert "You did listen." in bench.words


async def test_a_terminal_that_grows_shows_all_panes(folder: Path) -> None:
    async with on_bench(folder, size=SMALL) as bench:
        await bench.resize(LARGE)
        assert "[Conversation]" not in bench.text
        for name in ("Files", "Conversation", "Problems"):
            assert name in bench.lines[1]


async def test_while_nothing_is_saved_the_screen_is_left_alone(folder: Path) -> None:
    async with on_bench(folder) as bench:
        before, painted = bench.text, 0

        def count(*_: object, **__: object) -> None:
            nonlocal painted
            painted += 1

        bench.screen.refresh = count  # type: ignore[method-assign,assignment]
        for _ in range(4):
            bench.screen.look()
            await bench.settle()
        assert (bench.text, painted) == (before, 0)
