"""Lamplight: the app's own look, in dark and light, and for terminals of 256 and of sixteen colours.

Every colour of words on its ground has a contrast of at least 4.5 (WCAG AA); a test computes it.
"""

from collections.abc import Mapping
from typing import Final

from textual.theme import Theme

DARK: Final = {
    "paper": "#11171c",
    "raised": "#1b242b",
    "bar": "#202b33",
    "line": "#3b4a54",
    "ink": "#ece6d9",
    "soft": "#a7b3b8",
    "accent-ink": "#f2bd62",
    "customer": "#f4a98f",
    "rep": "#8cc9ec",
    "coach": "#a3d5a2",
    "good": "#8fd3a0",
    "bad": "#f59a8f",
    "arm": "#3a3420",
    "arm-ink": "#ffe2a8",
    "track": "#2b3840",
}
"""Colours at night: warm ink on blue-black, honey for what you do."""

LIGHT: Final = {
    "paper": "#f8f4ea",
    "raised": "#efe8d8",
    "bar": "#e6ddc8",
    "line": "#b9ad92",
    "ink": "#22292e",
    "soft": "#565f63",
    "accent-ink": "#7d4a00",
    "customer": "#96371b",
    "rep": "#0a5480",
    "coach": "#2a6136",
    "good": "#2a6136",
    "bad": "#9c2127",
    "arm": "#f3d9a4",
    "arm-ink": "#3d2500",
    "track": "#d8cdb4",
}
"""Colours by day: dark ink on paper."""

DARK_16: Final = {
    "paper": "ansi_black",
    "raised": "ansi_black",
    "bar": "ansi_black",
    "line": "ansi_white",
    "ink": "ansi_bright_white",
    "soft": "ansi_white",
    "accent-ink": "ansi_bright_yellow",
    "customer": "ansi_bright_magenta",
    "rep": "ansi_bright_cyan",
    "coach": "ansi_bright_green",
    "good": "ansi_bright_green",
    "bad": "ansi_bright_red",
    "arm": "ansi_blue",
    "arm-ink": "ansi_bright_white",
    "track": "ansi_white",
}
"""Sixteen colours, dark."""

LIGHT_16: Final = {
    "paper": "ansi_bright_white",
    "raised": "ansi_bright_white",
    "bar": "ansi_bright_white",
    "line": "ansi_black",
    "ink": "ansi_black",
    "soft": "ansi_black",
    "accent-ink": "ansi_red",
    "customer": "ansi_magenta",
    "rep": "ansi_blue",
    "coach": "ansi_black",
    "good": "ansi_black",
    "bad": "ansi_red",
    "arm": "ansi_yellow",
    "arm-ink": "ansi_black",
    "track": "ansi_black",
}
"""Sixteen colours, light."""


DARK_256: Final = {
    "paper": "#121212",
    "raised": "#1c1c1c",
    "bar": "#262626",
    "line": "#4e4e4e",
    "ink": "#e4e4e4",
    "soft": "#a8a8a8",
    "accent-ink": "#ffaf5f",
    "customer": "#ffaf87",
    "rep": "#87d7ff",
    "coach": "#afd7af",
    "good": "#87d7af",
    "bad": "#ff8787",
    "arm": "#3a3a3a",
    "arm-ink": "#ffd787",
    "track": "#303030",
}
"""The 256 colours that most terminals have, dark. All are in that palette: what is not, a terminal sets to the nearest,
which makes cream yellow and blue-black navy."""

LIGHT_256: Final = {
    "paper": "#eeeeee",
    "raised": "#e4e4e4",
    "bar": "#dadada",
    "line": "#a8a8a8",
    "ink": "#262626",
    "soft": "#585858",
    "accent-ink": "#5f5f00",
    "customer": "#870000",
    "rep": "#005f87",
    "coach": "#005f00",
    "good": "#005f00",
    "bad": "#af0000",
    "arm": "#d7d7af",
    "arm-ink": "#303030",
    "track": "#d0d0d0",
}
"""The same, light."""

_SUFFIXES: Final[Mapping[str | None, str]] = {"standard": "-16", "256": "-256"}
"""What stands behind a theme's name for what Rich calls a terminal's colours."""


def theme_name(theme: str, colours: str | None) -> str:
    """Return the name under which Textual knows a theme of the settings; `colours` as Rich names those there are."""
    return f"lamplight-{theme}{_SUFFIXES.get(colours, '')}"


def themes() -> tuple[Theme, ...]:
    """Make the app's themes."""
    return (
        _theme("lamplight-dark", DARK, dark=True),
        _theme("lamplight-light", LIGHT, dark=False),
        _theme("lamplight-dark-256", DARK_256, dark=True),
        _theme("lamplight-light-256", LIGHT_256, dark=False),
        _theme("lamplight-dark-16", DARK_16, dark=True),
        _theme("lamplight-light-16", LIGHT_16, dark=False),
    )


def _theme(name: str, colours: Mapping[str, str], *, dark: bool) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        ansi=name.endswith("-16"),
        primary=colours["accent-ink"],
        secondary=colours["rep"],
        accent=colours["accent-ink"],
        warning=colours["accent-ink"],
        error=colours["bad"],
        success=colours["good"],
        foreground=colours["ink"],
        background=colours["paper"],
        surface=colours["raised"],
        panel=colours["bar"],
        boost=colours["raised"],
        variables={
            **colours,
            "ansi-background": colours["paper"],
            "ansi-foreground": colours["ink"],
            "input-cursor-background": colours["accent-ink"],
            "input-cursor-foreground": colours["paper"],
            "input-selection-background": colours["arm"],
            "input-selection-foreground": colours["arm-ink"],
            "scrollbar": colours["line"],
            "scrollbar-hover": colours["soft"],
            "scrollbar-active": colours["accent-ink"],
            "scrollbar-background": colours["paper"],
            "scrollbar-background-hover": colours["paper"],
            "scrollbar-background-active": colours["paper"],
            "scrollbar-corner-color": colours["paper"],
        },
    )
