"""A level has the same sign in a report as on the screen."""

import re

import pytest
from reports import samples

from simulator.domain.rubric import Level
from simulator.reports.render import render
from simulator.reports.wording import level_word, tone_of
from simulator.tui.widgets.levels import SIGNS


def sign_of(tone: str) -> str:
    """The sign before a word of a tone; of several rules the last holds."""
    page = render(samples.blocked().report(), "html")
    found = re.findall(rf'\.{tone} \.word::before[^{{]*{{ content: "(.)"', page)
    return str(found[-1])


@pytest.mark.parametrize("level", Level)
def test_a_level_has_the_sign_that_it_has_on_the_screen(level: Level) -> None:
    assert sign_of(tone_of(level_word(level))) == SIGNS[level]


def test_no_other_word_beside_levels_has_the_sign_of_one() -> None:
    assert sign_of(tone_of(level_word(None))) not in SIGNS.values()
