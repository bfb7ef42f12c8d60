"""Text from files and people, made harmless for each place it can end up in.

One function for each sink. Textual has its own in `tui/text.py`; HTML is escaped by Jinja's autoescape.
"""

import re
import unicodedata
from typing import Final

from simulator.domain.ids import is_id

# Direction marks reorder what follows; the separators break lines where nothing else does.
_INVISIBLE: Final = frozenset(
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
# Tag characters spell text that no one sees.
_TAGS: Final = range(0xE0000, 0xE1000)
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


def for_terminal(text: str, *, lines: bool = False) -> str:
    """Show control, bidirectional and other invisible characters as `<U+202E>`; keep line breaks if asked."""
    return "".join(character if _is_plain(character, lines=lines) else _named(character) for character in text)


def for_csv_cell(text: str) -> str:
    """Keep a spreadsheet from running a cell: what looks like a formula gets an apostrophe in front.

    Source: OWASP, "CSV Injection". Quoting of commas and quotes is the csv module's part.
    """
    visible = for_terminal(text, lines=True)
    return (
        f"'{visible}" if text.startswith(_FORMULA_STARTS) or visible.lstrip().startswith(_FORMULA_STARTS) else visible
    )


def for_file_name(text: str) -> str:
    """Make a file name out of any text: an id stays itself, all else loses what no file system likes."""
    if is_id(text):
        return text
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:64].strip("-") or "unnamed"


def for_log(text: str) -> str:
    """Keep one message on one line."""
    return for_terminal(text)


def _is_plain(character: str, *, lines: bool) -> bool:
    if character == "\n":
        return lines
    hidden = character in _INVISIBLE or ord(character) in _TAGS
    return not hidden and unicodedata.category(character) not in {"Cc", "Cs", "Cn", "Co"}


def _named(character: str) -> str:
    return f"<U+{ord(character):04X}>"
