"""A briefing is read as it was written: paragraphs, and lists whose lines begin below each other."""

from simulator.tui.text import hanging, passages, shown


def test_paragraphs_and_items_come_apart_with_their_leads() -> None:
    text = "She has\ncalled twice.\n\nYou know:\n\n- The line is\n  down.\n- It is Friday.\n"
    found = [(lead, shown(words).plain) for lead, words in passages(text)]
    assert found == [
        ("", "She has called twice."),
        ("", ""),
        ("", "You know:"),
        ("", ""),
        ("- ", "The line is down."),
        ("- ", "It is Friday."),
    ]


def test_a_dash_within_a_sentence_begins_no_item() -> None:
    assert list(passages("Two - or three - of them.")) == [("", "Two - or three - of them.")]


def test_every_line_of_an_item_begins_below_its_words() -> None:
    ((lead, words),) = passages("- One of your logins was used from outside")
    assert [line.plain.rstrip() for line in hanging(shown(lead), shown(words), 20).split("\n")] == [
        "- One of your logins",
        "  was used from",
        "  outside",
    ]
