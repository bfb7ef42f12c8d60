"""A person's own settings: who they are here, and how they like the faces."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from tempfile import NamedTemporaryFile

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
        return (
            Settings(),
            f"The settings in {file} are not what this program writes, so the defaults are used.",
        )
    usable, refused = _usable({str(key): value for key, value in raw.items()})  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - json gives dict[Any, Any]
    note = f"Not used from {file}: {', '.join(refused)}." if refused else ""
    return replace(Settings(), **usable), note  # type: ignore[arg-type] - _usable has checked each kind


def save_settings(file: Path, settings: Settings) -> None:
    """Write the settings, whole or not at all; OSError where the place cannot be written."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with NamedTemporaryFile("w", encoding="utf-8", dir=file.parent, delete=False) as draft:
        json.dump(asdict(settings), draft, indent=2)
    Path(draft.name).replace(file)


def _usable(raw: Mapping[str, object]) -> tuple[dict[str, object], list[str]]:
    """Keep what has the right kind and a known value; name the rest."""
    defaults = {item.name: getattr(Settings(), item.name) for item in fields(Settings)}
    allowed = {"theme": THEMES, "density": DENSITIES}
    usable: dict[str, object] = {}
    refused: list[str] = []
    for name, value in raw.items():
        fits = name in defaults and type(value) is type(defaults[name]) and _strings(value)
        if fits and (name not in allowed or value in allowed[name]):
            usable[name] = value
        else:
            refused.append(name)
    return usable, refused


def _strings(value: object) -> bool:
    return not isinstance(value, dict) or all(isinstance(part, str) for part in value.values())  # pyright: ignore[reportUnknownVariableType] - json again
