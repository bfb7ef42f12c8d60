"""The tiny language of `when`: comparisons, facts, and / or / not, brackets.

Conditions are parsed to a tree, never evaluated as code. Grammar:

    or-part   = and-part ("or" and-part)*
    and-part  = not-part ("and" not-part)*
    not-part  = "not" not-part | "(" or-part ")" | name [compare number]
    compare   = "==" | "!=" | "<" | "<=" | ">" | ">="
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, NoReturn, cast

Operator = Literal["==", "!=", "<", "<=", ">", ">="]

MAX_DEPTH: Final = 40
"""Nested brackets and nots beyond this are refused: no person can read them, and recursion stays shallow."""

MAX_LENGTH: Final = 2_000
"""Characters a condition may have."""


@dataclass(frozen=True, slots=True)
class Compare:
    """A feeling compared with a whole number."""

    name: str
    operator: Operator
    number: int
    column: int


@dataclass(frozen=True, slots=True)
class Holds:
    """A fact that the conversation has established."""

    name: str
    column: int


@dataclass(frozen=True, slots=True)
class Not:
    """True where the part is not."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class Every:
    """True where all parts are."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Some:
    """True where at least one part is."""

    parts: tuple["Condition", ...]


Condition = Compare | Holds | Not | Every | Some


class ConditionError(ValueError):
    """A condition that cannot be read: what is wrong, where in it, what to do."""

    def __init__(self, message: str, column: int, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.column = column
        """Position in the condition, from 1."""
        self.hint = hint


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    column: int


_TOKEN: Final = re.compile(r"\s*(?:([a-z][a-z0-9_]*)|([+-]?\d{1,9}(?!\d))|(==|!=|<=|>=|<|>)|([()]))")
_WORDS: Final = frozenset({"and", "or", "not"})
_EXAMPLE: Final = "write it like: trust >= 3 and not knows_deadline"
# What people type when they mean one of ours.
_NEAR_MISSES: Final = {
    "=": "==",
    "&": "and",
    "&&": "and",
    "|": "or",
    "||": "or",
    "!": "not",
    "=>": ">=",
    "=<": "<=",
}


def parse(text: str) -> Condition:
    """Read a condition into its tree; ConditionError says what cannot be read and where."""
    condition, mistakes = read(text)
    if mistakes:
        raise mistakes[0]
    assert condition is not None, "what cannot be read has a mistake"
    return condition


def read(text: str) -> tuple[Condition | None, tuple[ConditionError, ...]]:
    """Read a condition as it was meant, with all that is wrong in it; None where that cannot be told.

    A sign that is not ours is taken for the one it stands for, so that it does not hide what is wrong beside it.
    """
    if len(text) > MAX_LENGTH:
        hint = f"keep it under {MAX_LENGTH} characters"
        return None, (ConditionError("this condition is too long to read", 1, hint),)
    signs: list[ConditionError] = []
    # Each mistake is kept without the way it came: that would keep every value on it.
    try:
        reader = _Reader(tuple(_tokens(text, signs)), len(text.rstrip()) + 1)
    except ConditionError as mistake:
        return None, (*signs, mistake.with_traceback(None))
    try:
        condition = reader.either(0)
        reader.expect_end()
    except ConditionError as mistake:
        # After a guess at a sign the rest may only look wrong.
        return None, tuple(signs) or (mistake.with_traceback(None),)
    return condition, tuple(signs)


def parts_of(condition: Condition) -> Iterator[Compare | Holds]:
    """Yield every comparison and fact in a condition, from left to right."""
    match condition:
        case Compare() | Holds():
            yield condition
        case Not(part=part):
            yield from parts_of(part)
        case Every(parts=parts) | Some(parts=parts):
            for part in parts:
                yield from parts_of(part)


def _tokens(text: str, signs: list[ConditionError]) -> Iterator[_Token]:
    """Yield one word, number or sign after another, and note each sign that is not ours."""
    position = 0
    while text[position:].strip():
        found = _TOKEN.match(text, position)
        if found is not None:
            yield _Token(found.group().strip(), found.end() - len(found.group().lstrip()) + 1)
            position = found.end()
            continue
        rest = text[position:].lstrip()
        column = len(text) - len(rest) + 1
        sign = rest[:2] if rest[:2] in _NEAR_MISSES else rest[:1]
        if sign not in _NEAR_MISSES:
            _refuse(rest, column)
        meant = _NEAR_MISSES[sign]
        signs.append(ConditionError(f'"{sign}" is not a sign I know', column, f'did you mean "{meant}"?'))
        yield _Token(meant, column)
        position = column - 1 + len(sign)


def _refuse(rest: str, column: int) -> NoReturn:
    if rest[0].isupper():
        raise ConditionError("names and words here are in small letters", column, _EXAMPLE)
    if rest[0].isdigit():
        raise ConditionError("this number is too long", column, "feelings are small whole numbers")
    raise ConditionError(f'"{rest[0]}" has no meaning in a condition', column, _EXAMPLE)


class _Reader:
    """A cursor over the tokens of one condition."""

    def __init__(self, tokens: tuple[_Token, ...], end: int) -> None:
        self._tokens = tokens
        self._at = 0
        self._end = end

    def either(self, depth: int) -> Condition:
        parts = [self._both(depth)]
        while self._take("or"):
            parts.append(self._both(depth))
        return parts[0] if len(parts) == 1 else Some(tuple(parts))

    def expect_end(self) -> None:
        if token := self._peek():
            raise ConditionError(f'"{token.text}" was not expected here', token.column, 'join parts with "and" or "or"')

    def _both(self, depth: int) -> Condition:
        parts = [self._one(depth)]
        while self._take("and"):
            parts.append(self._one(depth))
        return parts[0] if len(parts) == 1 else Every(tuple(parts))

    def _one(self, depth: int) -> Condition:
        if depth > MAX_DEPTH:
            raise ConditionError("this condition is nested too deeply", self._column(), "split it up")
        if self._take("not"):
            return Not(self._one(depth + 1))
        if opening := self._take("("):
            inner = self.either(depth + 1)
            if not self._take(")"):
                raise ConditionError("this bracket is never closed", opening.column, 'add ")"')
            return inner
        return self._statement()

    def _statement(self) -> Condition:
        token = self._peek()
        if token is None:
            raise ConditionError("the condition stops in the middle", self._end, _EXAMPLE)
        if not token.text[0].isalpha() or token.text in _WORDS:
            raise ConditionError(f'expected a feeling or a fact, found "{token.text}"', token.column, _EXAMPLE)
        self._at += 1
        sign = self._peek()
        if sign is None or sign.text[0] not in "=!<>":
            return Holds(token.text, token.column)
        self._at += 1
        return Compare(token.text, cast("Operator", sign.text), self._number(), token.column)

    def _number(self) -> int:
        token = self._peek()
        if token is None or not token.text.lstrip("+-").isdigit():
            raise ConditionError("a comparison needs a whole number on its right", self._column(), _EXAMPLE)
        self._at += 1
        return int(token.text)

    def _peek(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _column(self) -> int:
        token = self._peek()
        return token.column if token else self._end

    def _take(self, text: str) -> _Token | None:
        token = self._peek()
        if token is None or token.text != text:
            return None
        self._at += 1
        return token
