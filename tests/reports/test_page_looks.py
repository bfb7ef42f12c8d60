"""Reports in a real browser: on paper, on a screen by day and by night, and without a word to the network."""

import json
import re
import shutil
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from reports import samples
from reports.hostile import HOSTILE
from reports.samples import as_is, before

from simulator.reports.render import View, render

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)

in_a_browser = pytest.mark.skipif(BROWSER is None, reason="no chromium here: apt-get install chromium")

VIEWS: dict[str, Callable[[], View]] = {
    "report": lambda: samples.blocked().report(unreadable=1),
    "team": lambda: samples.team(as_is),
    "hostile": lambda: samples.team(before("".join(HOSTILE))),
}


def _browse(page: Path, *arguments: str) -> str:
    """Open a page as a person would, in a profile of its own, and return what the browser had to say."""
    quiet = (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--no-pdf-header-footer",
        "--enable-logging=stderr",
    )
    done = subprocess.run(
        [str(BROWSER), *quiet, f"--user-data-dir={page.parent / 'profile'}", *arguments, page.as_uri()],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    return done.stderr


def _written(place: Path, name: str) -> Path:
    page = place / f"{name}.html"
    page.write_text(render(VIEWS[name](), "html"), encoding="utf-8")
    return page


def _first_pixel(picture: Path) -> tuple[int, ...]:
    """Read the top left pixel of a PNG: in the first row every filter leaves the first pixel as it is."""
    chunks = re.findall(rb"IDAT", picture.read_bytes())
    assert chunks
    packed, rest = b"", picture.read_bytes()[8:]
    while rest:
        size, kind = int.from_bytes(rest[:4]), rest[4:8]
        packed += rest[8 : 8 + size] if kind == b"IDAT" else b""
        rest = rest[12 + size :]
    return tuple(zlib.decompress(packed)[1:4])


def _asked_for(log: Path) -> list[str]:
    """List what the page, not the browser on its own account, asked for: out of the browser's log of the network."""
    told = json.loads(log.read_text("utf-8"))
    asked = [event["params"] for event in told["events"] if "initiator" in event.get("params", {})]
    return [
        one["url"]
        for one in asked
        if one["initiator"] != "not an origin" and not one["url"].startswith(("file:", "data:"))
    ]


@in_a_browser
@pytest.mark.parametrize("name", VIEWS)
def test_a_page_opens_without_a_complaint_and_without_the_network(name: str, tmp_path: Path) -> None:
    log = tmp_path / "net.json"
    said = _browse(_written(tmp_path, name), f"--log-net-log={log}", f"--print-to-pdf={tmp_path / 'page.pdf'}")
    assert [line for line in said.splitlines() if "CONSOLE" in line] == []
    assert _asked_for(log) == []
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF-")


@in_a_browser
@pytest.mark.parametrize(("scheme", "paper"), [(1, (0xFB, 0xFA, 0xF7)), (0, (0x14, 0x17, 0x1A))])
def test_a_page_follows_day_and_night(scheme: int, paper: tuple[int, ...], tmp_path: Path) -> None:
    picture = tmp_path / "page.png"
    _browse(_written(tmp_path, "report"), f"--screenshot={picture}", f"--blink-settings=preferredColorScheme={scheme}")
    assert _first_pixel(picture) == paper


@in_a_browser
@pytest.mark.parametrize("policy", ["", " not-"])
def test_a_page_that_did_fetch_would_be_caught(policy: str, tmp_path: Path) -> None:
    """The checks above can fail: with its policy such a page is complained about, without it the fetch is seen."""
    log, page = tmp_path / "net.json", tmp_path / "report.html"
    good = render(VIEWS["report"](), "html")
    bad = good.replace("<main>", '<main><img src="http://127.0.0.1:9/x.png">')
    page.write_text(bad.replace(' http-equiv="Content', f'{policy} http-equiv="{policy}Content'), encoding="utf-8")
    said = _browse(page, f"--log-net-log={log}", f"--print-to-pdf={tmp_path / 'page.pdf'}")
    assert ("Content Security Policy" in said) == (policy == "")
    assert ("http://127.0.0.1:9/x.png" in _asked_for(log)) == (policy != "")


def _luminance(colour: str) -> float:
    """Compute the relative luminance of #rrggbb (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _palettes() -> list[dict[str, str]]:
    """Read the colours of the day and of the night out of the page itself."""
    blocks = re.findall(r":root {(.*?)}", render(VIEWS["report"](), "html"), re.DOTALL)
    found = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block)) for block in blocks]
    return [palette for palette in found if "ink" in palette]


@pytest.mark.parametrize("palette", _palettes(), ids=["day", "night"])
def test_every_colour_of_text_stands_out_enough_to_read(palette: dict[str, str]) -> None:
    """WCAG AA asks for 4.5 to 1 on whatever text stands on."""
    written = set(palette) - {"paper", "card", "line", "track"}
    assert {"ready", "close", "building", "not-yet", "not-seen", "blocked", "expired", "soft", "ink"} <= written
    weak = {
        (name, ground): _contrast(palette[name], palette[ground])
        for name in written
        for ground in ("paper", "card")
        if _contrast(palette[name], palette[ground]) < 4.5
    }
    assert weak == {}


def test_no_meaning_rests_on_colour_alone() -> None:
    """Take every class and every colour away: the words are all still there."""
    for view in (VIEWS["report"](), VIEWS["team"]()):
        bare = re.sub(r"<style>.*?</style>| class=\"[^\"]*\"", "", render(view, "html"), flags=re.DOTALL)
        assert "Ready" in bare
        assert "Blocked" in bare
        assert "Close" in bare
