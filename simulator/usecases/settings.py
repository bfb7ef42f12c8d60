"""A person's own settings: who they are here, and how they like the faces."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import cast

THEMES = ("light", "dark")
"""Themes the app ships."""

DENSITIES = ("comfortable", "compact")
"""How much air the app leaves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What is remembered between runs; losing it loses no record."""

    rep: str = ""
    """The id of the person who uses this computer; empty before the first run."""
    theme: str = "dark"
    motion: bool = False
    """Whether text may move; off by default."""
    plain: bool = False
    """Whether plain line mode is wanted instead of the app."""
    density: str = "comfortable"
    goal: str = ""
    """The rep's own goal, in their words."""
    keys: Mapping[str, str] = field(default_factory=dict[str, str])
    """Other keys for actions: action to key."""


def settings_file(environment: Mapping[str, str] = os.environ) -> Path:
    """Return where settings are kept."""
    if chosen := environment.get("SIMULATOR_SETTINGS"):
        return Path(chosen)
    from platformdirs import user_config_path

    return user_config_path("conversation-simulator", appauthor=False) / "settings.json"


def load_settings(file: Path) -> tuple[Settings, str]:
    """Return the settings and, where the file could not be used in full, a sentence that says so."""
    try:
        raw: object = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, ValueError):
        return Settings(), f"The settings in {file} could not be read, so the defaults are used."
    if not isinstance(raw, dict):
        return Settings(), f"The settings in {file} are not what this program writes, so the defaults are used."
    return _read(cast("Mapping[str, object]", raw), file)


def save_settings(file: Path, settings: Settings) -> None:
    """Write the settings, whole or not at all; OSError where the place cannot be written."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with NamedTemporaryFile("w", encoding="utf-8", dir=file.parent, delete=False) as draft:
        json.dump(asdict(settings), draft, indent=2)
    Path(draft.name).replace(file)


def _read(raw: Mapping[str, object], file: Path) -> tuple[Settings, str]:
    """Take over what has the right kind and a known value; name the rest."""
    settings, refused = Settings(), sorted(raw.keys() - {item.name for item in fields(Settings)})
    for name in ("rep", "goal", "theme", "density"):
        allowed = {"theme": THEMES, "density": DENSITIES}.get(name)
        match raw.get(name):
            case None:
                pass
            case str() as text if allowed is None or text in allowed:
                settings = _with_text(settings, name, text)
            case _:
                refused.append(name)
    settings, more = _read_switches(raw, settings)
    refused += more
    return settings, f"Not used from {file}: {', '.join(refused)}." if refused else ""


def _with_text(settings: Settings, name: str, text: str) -> Settings:
    changes = {"rep": settings.rep, "goal": settings.goal, "theme": settings.theme, "density": settings.density}
    changes[name] = text
    return replace(
        settings, rep=changes["rep"], goal=changes["goal"], theme=changes["theme"], density=changes["density"]
    )


def _read_switches(raw: Mapping[str, object], settings: Settings) -> tuple[Settings, list[str]]:
    """Take over switches and keys."""
    motion, plain, keys = raw.get("motion", settings.motion), raw.get("plain", settings.plain), raw.get("keys", {})
    refused = [name for name, value in (("motion", motion), ("plain", plain)) if not isinstance(value, bool)]
    named: dict[str, str] = {}
    if isinstance(keys, dict):
        pairs = cast("Mapping[str, object]", keys)
        named = {name: key for name, key in pairs.items() if isinstance(key, str)}
        refused += [f"keys.{name}" for name in pairs if name not in named]
    else:
        refused.append("keys")
    return replace(settings, motion=motion is True, plain=plain is True, keys=named), refused
