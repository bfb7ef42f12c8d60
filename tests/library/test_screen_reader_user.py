"""What Sam says later in "Button, button, button" agrees with what was said before, on every path."""

from collections.abc import Iterator

import pytest

from simulator.authoring.library import default_root, open_library
from simulator.conversation.table import State, Table
from simulator.domain.ids import ScenarioId
from simulator.domain.scenario import Choice

SCENARIO = open_library(default_root(), None).scenario(ScenarioId("screen-reader-user")).scenario
TABLE = Table(SCENARIO)
CHOICES = {choice.id: choice for turn in SCENARIO.turns.values() for choice in turn.choices}
ENDINGS = SCENARIO.endings


def onward(*states: State) -> Iterator[tuple[State, Choice]]:
    """Yield every choice that can be made in these states or after them."""
    seen, ahead = set(states), list(states)
    while ahead:
        state = ahead.pop()
        for choice in TABLE.offered(state):
            yield state, choice
            after = TABLE.after(state, choice.id)
            if after not in seen:
                seen.add(after)
                ahead.append(after)


def following(choice_id: str) -> list[State]:
    """Return every state that this choice can lead to at once."""
    return [TABLE.after(state, choice.id) for state, choice in onward(TABLE.start) if choice.id == choice_id]


def places_after(choice_id: str) -> set[str]:
    return {TABLE.after(state, choice.id).place for state, choice in onward(*following(choice_id))}


def heard_after(choice_id: str) -> set[str]:
    """Return all that Sam can say from this choice on, but for what he answers it."""
    met = [(state, choice) for state, choice in onward(*following(choice_id))]
    return {TABLE.words(state).customer for state, _ in met} | {choice.reaction for _, choice in met}


def test_nobody_stands_on_line_twelve_while_that_line_is_free() -> None:
    assert any("Number twelve's free" in words for words in heard_after("a-line-each-month"))
    assert CHOICES["a-line-each-month"].reaction.startswith("You'd be twelve")


@pytest.mark.parametrize("asking", ["colin-twice", "what-is-colins-job"])
def test_sam_does_not_say_unasked_what_he_was_asked(asking: str) -> None:
    told = CHOICES["text-the-total"].reaction
    assert told in heard_after(asking)
    assert "not asked" not in told


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_ending_says_when_it_is(ending: str) -> None:
    assert any(when in ENDINGS[ending].customer for when in ("the 22nd", "the 21st", "That's the hour"))


@pytest.mark.parametrize(
    ("poor", "ending", "claim"),
    [
        ("which-one-first", "where-the-holes-are", "heard what the payslip meant"),
        ("first-we-have-heard", "where-the-holes-are", "You told him what was known"),
        ("names-are-written", "number-twelve", "nothing from you that he could press"),
        ("those-not-begun", "number-twelve", "one date that holds"),
        ("straight-from-me", "the-other-lot", "they spoke to me"),
    ],
)
def test_an_ending_claims_nothing_that_a_way_to_it_belies(poor: str, ending: str, claim: str) -> None:
    assert ending in places_after(poor)
    assert claim not in f"{ENDINGS[ending].customer} {ENDINGS[ending].debrief}"


def test_whoever_is_late_with_the_faults_reads_so_among_the_doubts() -> None:
    """On terms with everything but that, and with nothing taken back, no other doubt would be true."""
    learnt = {fact: 1 << number for number, fact in enumerate(TABLE.facts)}
    ends = (TABLE.after(state, choice.id) for state, choice in onward(TABLE.start))
    late = [
        state
        for state in ends
        if state.place == "six-months"
        and (values := TABLE.values(state))["trust"] >= 4
        and values["footing"] >= 2
        and state.facts & learnt["knows_colin"]
        and not state.facts & (learnt["dated"] | learnt["claimed"])
    ]
    assert late
    assert not any(state.facts & learnt["told_faults"] for state in late)
    assert "late how the faults stand" in ENDINGS["six-months"].debrief


def test_what_sam_has_from_the_rep_the_rep_has_said() -> None:
    telling = [choice for choice in CHOICES.values() if "told_faults" in choice.learns]
    names = ("table", "four", "date", "holes")
    assert [choice.id for choice in telling if not any(name in choice.say for name in names)] == []


def test_the_report_has_two_pages_only_once_sam_has_said_so() -> None:
    unsaid = [choice for state, choice in onward(TABLE.start) if state.place == "right-way-round"]
    assert unsaid
    assert not any("two pages" in choice.say for choice in unsaid)


def test_sam_is_heard_by_the_panel_after_gwen() -> None:
    """He is asked by one of the eight in the end, so he cannot be kept out of the room."""
    assert "One of the eight asked me" in ENDINGS["where-the-holes-are"].customer
    assert "before they have me in" in SCENARIO.turns["mark-it"].customer


def test_gwen_can_clear_up_what_she_sees() -> None:
    assert any("Gwen's cleared up my three" in words for words in heard_after("how-to-send-things"))
    assert "Gwen only sees HR's end" in SCENARIO.turns["save-us-a-step"].customer


def test_sam_is_not_level_with_a_date_that_he_never_got() -> None:
    """After the first known fault was denied and its date withheld, the close may be the first to name the 14th."""
    for close in ("what-is-in-yours", "with-the-clause"):
        assert CHOICES[close].reaction in heard_after("put-it-under-me")
        assert "We're the same" not in CHOICES[close].reaction


@pytest.mark.parametrize("words", ["silence", "jump"])
def test_what_happens_on_sending_is_named_in_full_to_who_never_heard_that_note(words: str) -> None:
    assert "gwen-has-three" not in places_after("clean-each-time")
    heard = heard_after("clean-each-time")
    bare = {text for text in heard if words in text.lower() and not {"send", "top"} & set(text.lower().split())}
    assert {text for text in bare if "sending" not in text and "to the top" not in text} == set()
