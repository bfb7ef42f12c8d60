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
_XML: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


def for_terminal(text: str, *, lines: bool = False) -> str:
    """Show control, bidirectional and other invisible characters as `<U+202E>`; keep line breaks if asked."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(character if _is_plain(character, lines=lines) else _named(character) for character in text)


def for_csv_cell(text: str) -> str:
    """Keep a spreadsheet from running a cell: what looks like a formula gets an apostrophe in front.

    Source: OWASP, "CSV Injection". Quoting of commas and quotes is the csv module's part.
    """
    visible = for_terminal(text, lines=True)
    return (
        f"'{visible}" if text.startswith(_FORMULA_STARTS) or visible.lstrip().startswith(_FORMULA_STARTS) else visible
    )


def for_xml(text: str) -> str:
    """Write text inside an element or a quoted attribute: nothing in it opens, closes or refers to anything."""
    # What XML may not hold at all, for_terminal has already named.
    return for_terminal(text).translate(_XML)


def for_dot(text: str) -> str:
    """Write a quoted string of the DOT language, with its quotes: no escape in it means anything."""
    # A backslash would call for the node's name, a line break or the end of the string.
    return '"' + for_terminal(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def for_mermaid(text: str) -> str:
    """Write a quoted label of Mermaid, with its quotes: all that is not a letter, digit or plain stop is a code.

    Mermaid looks for its own words and signs inside of quotes as well, and takes a label for Markdown or HTML.
    """
    shown = for_terminal(text)
    return '"' + "".join(_in_mermaid(character) for character in shown) + '"'


def for_file_name(text: str) -> str:
    """Make a file name out of any text: an id stays itself, all else loses what no file system likes."""
    if is_id(text):
        return text
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:64].strip("-") or "unnamed"


def for_log(text: str) -> str:
    """Keep one message on one line."""
    return for_terminal(text)


def _in_mermaid(character: str) -> str:
    return character if character.isalnum() or character in " .,?!-" else f"#{ord(character)};"


def _is_plain(character: str, *, lines: bool) -> bool:
    if character == "\n":
        return lines
    hidden = character in _INVISIBLE or ord(character) in _TAGS
    return not hidden and unicodedata.category(character) not in {"Cc", "Cs", "Cn", "Co"}


def _named(character: str) -> str:
    return f"<U+{ord(character):04X}>"
