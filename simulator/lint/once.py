"""Work that several rules want done of a scenario: done once, and kept no longer than somebody looks at it."""

from collections.abc import Callable
from typing import TypeVar
from weakref import WeakKeyDictionary

from simulator.lint.subject import Proven

Result = TypeVar("Result")


def once(work: Callable[[Proven], Result]) -> Callable[[Proven], Result]:
    """Remember what a function says of each subject, as long as there is that subject.

    A workbench makes a new subject at each save: what kept the old ones would grow all day.
    """
    known: WeakKeyDictionary[Proven, Result] = WeakKeyDictionary()

    def remembered(proven: Proven) -> Result:
        if proven not in known:
            known[proven] = work(proven)
        return known[proven]

    return remembered
