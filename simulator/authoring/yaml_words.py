"""What the YAML parser could not read, said in a trainer's words."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import yaml

Said = tuple[tuple[int, int], str, str]
"""Place (line and column, from 1), message, hint."""

# Part of the parser's own phrase → (whether the place is where the part began, message, hint).
_PHRASES: Final = (
    (
        "mapping values are not allowed",
        False,
        "there is a colon here that YAML takes for a key",
        "put the whole text in quotes",
    ),
    ("unexpected end of stream", True, "this quote is never closed", "add the closing quote"),
    ("unexpected document indicator", True, "this quote is never closed", "add the closing quote"),
    ("expected ',' or ']'", True, "this list in brackets is never closed", 'add a comma or the closing "]"'),
    ("expected ',' or '}'", True, "this group in braces is never closed", 'add a comma or the closing "}"'),
    ("could not find expected ':'", False, "a key on the line above has no colon", "write key: value"),
    ("expected '-' indicator", False, "this line is not lined up with the list above it", "give it the same indent"),
    (
        "did not find expected key",
        False,
        "this line does not fit under the one above",
        "check its indent and the quotes above",
    ),
    (
        "block sequence entries are not allowed",
        False,
        "a list cannot begin here",
        "put it on a line of its own, indented",
    ),
    ("unknown escape character", False, "a backslash in double quotes means something else here", "use single quotes"),
    ("tab character", False, "a tab stands where YAML wants spaces", "indent with spaces"),
    (
        "expected alphabetic or numeric character",
        True,
        'a text cannot begin with "*" or "&" here',
        "put the text in quotes",
    ),
    ("undefined tag handle", False, "tags (!) are not read here", "quote the text"),
    ("expected <document start>", False, "this line stands outside of everything above", "check its indent"),
    (
        "expected <block end>",
        False,
        "this line does not fit under the one above",
        "check its indent and the quotes above",
    ),
    ("special characters are not allowed", False, "there is a hidden character here", "delete it"),
)


def in_our_words(problem: "yaml.YAMLError", text: str, opened: tuple[int, int] | None) -> Said:
    """Say where and what a parser's complaint is, and what to do; `opened` is where the innermost open part began."""
    import yaml

    if not isinstance(problem, yaml.MarkedYAMLError):
        return (1, 1), "this file cannot be read as YAML", "check its quotes and its indents"
    here, began = _place(problem.problem_mark), _place(problem.context_mark)
    complaint = str(problem.problem or "")
    if "cannot start any token" in complaint:
        return _bad_start(here, text)
    if "expected node content" in complaint or "expected the node content" in complaint:
        return opened or here, "these brackets are never closed", "add what is missing and the closing bracket"
    for phrase, at_start, message, hint in _PHRASES:
        if phrase in complaint:
            return (began or here) if at_start else here, message, hint
    return here, "this line cannot be read as YAML", "check its quotes and its indents"


def _place(mark: "yaml.Mark | None") -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


def _bad_start(here: tuple[int, int], text: str) -> Said:
    lines = text.splitlines()
    line, column = here
    found = lines[line - 1][column - 1 : column] if line <= len(lines) else ""
    if found == "\t":
        return here, "a tab stands where YAML wants spaces", "indent with spaces"
    return here, f'a text cannot begin with "{found}" here', "put the text in quotes"
