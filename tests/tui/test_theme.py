"""The app's colours can be read, and stay what they are in a terminal of 256."""

from collections.abc import Mapping

import pytest
from rich.color import Color, ColorSystem
from textual.color import Color as Shade
from tui.shelf import desk
from tui.stage import on_stage

from simulator.tui.theme import DARK, DARK_256, LIGHT, LIGHT_256, theme_name, themes

WORDS = ("ink", "soft", "accent-ink", "customer", "rep", "coach", "good", "bad")
PALETTES = {"dark": DARK, "light": LIGHT, "dark-256": DARK_256, "light-256": LIGHT_256}


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_words_stand_out_from_every_ground(palette: Mapping[str, str]) -> None:
    pairs = [(name, ground) for name in WORDS for ground in ("paper", "raised", "bar")]
    faint = {
        pair: round(contrast, 2)
        for pair in [*pairs, ("arm-ink", "arm")]
        if (contrast := _contrast(*(palette[name] for name in pair))) < 4.5
    }
    assert faint == {}


def _contrast(one: str, other: str) -> float:
    """WCAG 2.1, contrast ratio."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [part / 255 for part in Shade.parse(colour).rgb]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("palette", [DARK_256, LIGHT_256])
def test_colours_for_256_stay_what_they_are_there(palette: Mapping[str, str]) -> None:
    """Rich sets a grey to one beside it, which nobody sees; a cream that turns yellow, everybody does."""
    for name, colour in palette.items():
        wanted = Color.parse(colour).get_truecolor()
        found = Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
        assert max(abs(one - other) for one, other in zip(wanted, found, strict=True)) <= 10, (name, colour, found.hex)
    cream = Color.parse(LIGHT["paper"]).downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
    assert cream.hex == "#ffffd7"


@pytest.mark.parametrize(
    ("colours", "name"),
    [
        ("truecolor", "lamplight-light"),
        ("256", "lamplight-light-256"),
        ("standard", "lamplight-light-16"),
        (None, "lamplight-light"),
    ],
)
def test_a_terminal_gets_the_theme_for_its_colours(colours: str | None, name: str) -> None:
    assert theme_name("light", colours) == name
    assert name in {theme.name for theme in themes()}


async def test_the_app_asks_the_terminal() -> None:
    async with on_stage(desk()) as stage:
        stage.app.console._color_system = ColorSystem.EIGHT_BIT  # pyright: ignore[reportPrivateUsage] - no terminal here
        await stage.press("f2", "down", "enter")
        assert stage.app.theme.endswith("-256")
