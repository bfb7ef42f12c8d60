"""What every screen of one run shares: the desk, who sits at it, and how they like it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from simulator.domain.attempt import Rep
from simulator.usecases.desk import Desk
from simulator.usecases.settings import Settings, save_settings


@dataclass(slots=True, kw_only=True)
class Sitting:
    """One person's run of the app: the one value here that changes."""

    desk: Desk
    settings_file: Path
    settings: Settings = field(default_factory=Settings)
    rep: Rep | None = None
    seed: int | None = None
    """Fixes the order of choices in the first conversation, if asked for."""
    keys: Mapping[str, str] = field(default_factory=dict[str, str])
    """The person's own keys, those that can be used."""
    signs_as: str = ""
    """How this person has signed a decision or a review in this run; empty where they have signed none."""
    unrecorded: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """The answers of a decision or a review that could not be recorded, by what it is and of whom."""
    drafts: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """The same of one that was left before it was recorded: to be gone through again."""
    newcomer: bool = False
    """Whether this person is on their first run, and is still to be asked for a goal."""

    @property
    def person(self) -> Rep:
        """Who sits here; only to be asked once that is known."""
        assert self.rep is not None, "screens that need a person open after the first run"
        return self.rep

    def remember(self, settings: Settings) -> str:
        """Take new settings and write them; return what to say where they cannot be written."""
        self.settings = settings
        try:
            save_settings(self.settings_file, settings)
        except OSError as problem:
            return f"Not kept for the next run: {self.settings_file} cannot be written ({problem.strerror})."
        return ""

    def set_goal(self, goal: str) -> str:
        """Take a personal goal; return what to say where it cannot be kept."""
        self.newcomer = False
        return self.remember(replace(self.settings, goal=" ".join(goal.split())[:200]))
