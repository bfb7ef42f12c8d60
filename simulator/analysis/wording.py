"""What can be seen of a line without understanding it: its length, its courtesy, its feeling words, its questions."""

import re
from functools import lru_cache
from typing import Final


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Both kinds of apostrophe: typed and typeset.
_WORD: Final = re.compile("[a-z]+(?:['\u2019][a-z]+)*")

POLITE: Final = _listed("""
    please thank thanks sorry apologise apologize apologies appreciate grateful kindly welcome glad happy pleasure
    course may could would certainly absolutely
""")
"""Words of courtesy."""

FEELING: Final = _listed("""
    feel feels feeling felt understand understands hear sorry frustrating frustrated frustration worried worry worrying
    upset upsetting stress stressful stressed difficult hard tough annoying annoyed angry anxious afraid fear scared
    embarrassing embarrassed embarrassment disappointed disappointing disappointment uncomfortable awkward painful
    sounds must trust care concern concerned concerns pressure relief relieved tired lonely proud ashamed
""")
"""Words about how somebody feels."""

ABSOLUTE: Final = _listed("""
    always never nobody everybody everyone nothing everything none forever impossible completely totally entirely
    definitely guarantee guaranteed guarantees
""")
"""Words that leave no exception."""

RUDE: Final = _listed("""
    stupid silly idiot idiots idiotic ridiculous nonsense rubbish dumb crazy mad lazy liar lying damn bloody hell
    pathetic childish hysterical paranoid overreact overreacting whining whinging fussy moan moaning clueless absurd
    incompetent
""")
"""Words that run somebody down."""

_COMMON: Final = _listed("""
    a an the and or but so if then than that this these those it its is are was were be been am i you he she we they
    me him her us them my your his our their of to in on at for from with by as not no do does did have has had will
    would can could should what which who when where how why there here just up out about into over after before
    i'm you're it's that's i'll we'll don't i've you've we've i'd you'd
""")


@lru_cache(maxsize=65_536)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a line in lower case, with one kind of apostrophe."""
    return tuple(word.replace("\u2019", "'") for word in _WORD.findall(text.lower()))


def count_of(text: str, listed: frozenset[str]) -> int:
    """Count the words of a line that are in a list."""
    return sum(word in listed for word in words(text))


def shared_words(text: str, other: str) -> int:
    """Count the words of a line that another line has too, without those that any line may have."""
    return len((set(words(text)) & set(words(other))) - _COMMON)


def asks(text: str) -> bool:
    """Tell whether a line ends by asking."""
    return text.rstrip().endswith(("?", "?'", '?"'))
