"""SIM708: what is written can be spoken, and seen."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from simulator.domain.scenario import Scenario
from simulator.domain.sinks import for_terminal
from simulator.lint.craft.opening import opening
from simulator.lint.craft.texts import spoken, texts
from simulator.lint.rule import Finding, Rule
from simulator.lint.subject import Proven

_MARKUP: Final = re.compile(
    r"\*+\w[^*]*\*+|(?<!\w)_+\w[^_]*_+(?!\w)|`+[^`]*`+|</?[a-z][^<>]*>|\[[^\[\]]*\]\([^()]*\)|^#+\s|&[a-z]+;",
    re.IGNORECASE,
)
_LINK: Final = re.compile(r"\b(?:https?://|www\.)\S+|\b[\w.+-]+@[\w-]+\.\w+", re.IGNORECASE)
_ASIDE: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SIGN: Final = re.compile(r"[^\W\d]+/[^\W\d]+|(?<!\S)&(?!\S)|[^\W\d]+&[^\W\d]+")
_SHORT: Final = re.compile(r"\b(?:e\.g\.|i\.e\.|etc\b\.?|approx\b\.?|vs\b\.?|w/o\b|incl\b\.?)", re.IGNORECASE)
_CAPITALS: Final = re.compile(r"\b(?!TODO\b|FIXME\b)[A-Z]{4,}\b")
_UNUSUAL: Final = re.compile(r"[*_`<\[(#&/@\u0080-\U0010ffff]|www\.|[A-Z]{4}|(?i:\b(?:e\.g|i\.e|etc|approx|vs|incl)\b)")
"""Most lines hold nothing of the kind, and are told so at one look."""
_SPOKEN_CAPITALS: Final = frozenset(
    ("GDPR", "HACCP", "HIPAA", "HTML", "HVAC", "IBAN", "JAWS", "JSON", "NASA", "NATO", "NVDA", "RSVP", "VOIP", "WCAG")
)
"""Said aloud as they stand, letter by letter or as a word. Others that a scenario needs stand in its briefing."""

_PLAIN_SYMBOLS: Final = frozenset("\u00b0")


def _check(subject: Proven) -> Iterator[Finding]:
    for path, text in texts(subject.scenario):
        hidden = () if _is_plain(text) else dict.fromkeys(for_terminal(letter) for letter in text if _is_hidden(letter))
        if hidden:
            message = f"this text holds characters that nobody can see: {_few(list(hidden))}"
            yield Finding(message=message, hint="delete them; people are shown their numbers instead", path=path)
    known = _known(subject.scenario)
    for path, text in spoken(subject.scenario):
        for what, found, hint in _unspeakable(text, known):
            yield Finding(message=f"{what}: {_few(found)}", hint=hint, path=path)


def _unspeakable(text: str, known: frozenset[str]) -> Iterator[tuple[str, Sequence[str], str]]:
    """Yield what cannot be said aloud: what is wrong, what stands there, what to do."""
    if not _UNUSUAL.search(text):
        return iter(())
    markup = _all(_MARKUP, text)
    plain = _MARKUP.sub(" ", text)
    links = _all(_LINK, plain)
    plain = _LINK.sub(" ", plain)
    signs = [found for found in _all(_SIGN, plain) if found not in known]
    capitals = [found for found in _all(_CAPITALS, plain) if found not in known]
    cases = (
        ("pictures can be seen and not said", _pictures(text), "let the words say it"),
        ("markup is shown as it stands", markup, "write plain words"),
        ("nobody says an address aloud", links, "say what it is, such as: the link in my mail"),
        ("nobody hears what stands in brackets", _all(_ASIDE, plain), "say it, or put it into the mood or the cue"),
        ("this is written, not spoken", signs, "write it out: and, or"),
        ("this is written, not spoken", _all(_SHORT, plain), "write it out: for example, that is, about"),
        ("capitals are spelt out or shouted", capitals, "write it as it is said, or name it in the briefing"),
    )
    return ((what, found, hint) for what, found, hint in cases if found)


def _all(pattern: re.Pattern[str], text: str) -> list[str]:
    return [found[0] for found in pattern.finditer(text)]


def _is_plain(text: str) -> bool:
    """Tell for most texts at once that nothing in them is out of the ordinary."""
    return text.isascii() and text.replace("\n", "").isprintable()


def _pictures(text: str) -> list[str]:
    return [letter for letter in text if unicodedata.category(letter) == "So" and letter not in _PLAIN_SYMBOLS]


def _is_hidden(letter: str) -> bool:
    return letter != "\n" and for_terminal(letter) != letter


def _known(scenario: Scenario) -> frozenset[str]:
    """Return the abbreviations and signs that are names, or that the briefing has told the rep of."""
    customer = scenario.customer
    told = f"{customer.name} {customer.role} {customer.company} {scenario.briefing}"
    return _SPOKEN_CAPITALS.union(_all(_CAPITALS, told), _all(_SIGN, told))


def _few(found: Sequence[str]) -> str:
    return ", ".join(f'"{part}"' for part in islice(dict.fromkeys(found), 3))


SPEAKABLE: Final = Rule[Proven](
    code="SIM708",
    law="What is spoken holds only what can be said aloud, and no text holds characters that cannot be seen.",
    why="Lines are read out by people and by screen readers, and shown as they stand: nothing makes *this* bold. "
    "Hidden characters can even turn a line round.",
    failing=opening(say="I'll get someone ASAP and/or call you before twelve, *promise* (smiles)."),
    passing=opening(say="I'll get someone before twelve, or else I ring you myself. That is a promise."),
    check=_check,
)
