"""A team's office with the command line before it."""

from dataclasses import dataclass, field

from cli.shell import Done, Shell
from office import Office


@dataclass
class Front(Office):
    """What is typed here is done on the office's records, by the office's clock."""

    shell: Shell = field(kw_only=True)

    def __call__(self, *words: str, typed: str = "") -> Done:
        return self.shell(*words, typed=typed)
