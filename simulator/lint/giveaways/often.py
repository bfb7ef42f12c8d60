"""Whether something that can be seen at once tells the best choice more often than luck would allow."""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final, NamedTuple

from simulator.analysis.chance import Trial, beyond_luck, hits
from simulator.domain.problem import Severity
from simulator.lint.giveaways.contest import Contest, contests
from simulator.lint.once import once
from simulator.lint.rule import Finding, Rule
from simulator.lint.subject import Proven, Shelf

_NAMED: Final = 3
"""Turns that a message names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """Something that can be seen of a turn's choices at once."""

    says: str
    """What the best choice is, in words that a number of turns can follow: "the best choice is the longest"."""
    marked: Callable[[Contest], AbstractSet[int]]
    """The choices that have it."""
    mend: str
    """What to do at some of those turns."""
    tells_poor: bool = False
    """Whether it tells the poor choices, rather than the best."""

    def trial(self, contest: Contest) -> Trial | None:
        """Look at one turn; None where it cannot tell."""
        return contest.trial(self.marked(contest), contest.poor if self.tells_poor else contest.best)


class _Seen(NamedTuple):
    """What one turn tells."""

    turn: str
    trial: Trial


def in_one(*signs: Sign) -> Callable[[Proven], Iterator[Finding]]:
    """Make a check of one scenario."""

    def check(proven: Proven) -> Iterator[Finding]:
        for sign in signs:
            seen = _seen(sign, proven)
            if beyond_luck([trial for _, trial in seen]):
                yield Finding(message=_message(sign, seen), hint=_hint(sign, seen), path=("turns",), at_key=True)

    return check


def over_all(rule: Rule[Proven], *signs: Sign) -> Rule[Shelf]:
    """Make the rule that holds a whole library to the same law, as an error.

    It stands at the scenario that does most to break it. A library of one conversation is that conversation.
    """

    def check(shelf: Shelf) -> Iterator[Finding]:
        for sign in signs:
            by_file = {proven.file: _seen(sign, proven) for proven in shelf.scenarios}
            together = [each for seen in by_file.values() for each in seen]
            if len(by_file) > 1 and beyond_luck([trial for _, trial in together]):
                file = max(by_file, key=lambda file: _excess(by_file[file]))
                message = f"over all {len(by_file)} conversations {_message(sign, together)}, and most of all here"
                hint = _hint(sign, by_file[file])
                yield Finding(message=message, hint=hint, path=("turns",), at_key=True, file=file)

    return Rule[Shelf](
        code=rule.code,
        law=rule.law,
        why=rule.why,
        failing=rule.failing,
        passing=rule.passing,
        severity=Severity.ERROR,
        check=check,
    )


def _seen(sign: Sign, proven: Proven) -> tuple[_Seen, ...]:
    """Look at every turn; for a scenario and again for the whole library, so what was seen is kept."""
    known = _by_sign(proven)
    if sign not in known:
        trials = ((contest.turn_id, sign.trial(contest)) for contest in contests(proven))
        known[sign] = tuple(_Seen(turn, trial) for turn, trial in trials if trial is not None)
    return known[sign]


@once
def _by_sign(_proven: Proven) -> dict[Sign, tuple[_Seen, ...]]:
    return {}


def _message(sign: Sign, seen: Sequence[_Seen]) -> str:
    trials = [trial for _, trial in seen]
    expected = round(sum(trial.chance for trial in trials))
    turns = f"{hits(trials)} of the {len(trials)} turns that can tell"
    return f"{sign.says} at {turns}, where luck would bring about {expected}"


def _hint(sign: Sign, seen: Sequence[_Seen]) -> str:
    turns = [turn for turn, trial in seen if trial.hit]
    named = ", ".join(turns[:_NAMED])
    return f"{sign.mend} at some of them: {named}{' …' if len(turns) > _NAMED else ''}"


def _excess(seen: Sequence[_Seen]) -> float:
    return sum(trial.hit - trial.chance for _, trial in seen)
