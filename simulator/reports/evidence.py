"""The evidence behind a verdict, conversation by conversation, down to the line said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from simulator.domain.evidence import AttemptEvidence, CriticalError, Moment
from simulator.domain.ids import AttemptId, ScenarioId, SkillId
from simulator.domain.rubric import Rubric
from simulator.domain.scenario import Purpose
from simulator.reports.views import Conversation, Exchange, Finding, Quote
from simulator.reports.wording import counted, level_word, tone_of, when


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """Where the words for ids are found; what is missing goes by its id."""

    rubrics: Mapping[SkillId, Rubric]
    quotes: Mapping[tuple[AttemptId, str], Quote]
    titles: Mapping[ScenarioId, str]
    errors: Mapping[CriticalError, Quote] = field(default_factory=dict[CriticalError, Quote])
    """What was said when each critical error was made: not always at the first visit to its turn."""

    def skill(self, skill: SkillId) -> str:
        """Return the skill's name for people."""
        return self.rubrics[skill].title if skill in self.rubrics else skill

    def indicator(self, skill: SkillId, indicator: str) -> str:
        """Return the indicator's name for people."""
        rubric = self.rubrics.get(skill)
        known = rubric.indicators.get(indicator) if rubric else None
        return known.title if known else indicator

    def title(self, scenario: ScenarioId) -> str:
        """Return the conversation's name for people."""
        return self.titles.get(scenario, scenario)

    def quote(self, attempt: AttemptId, turn: str) -> Quote:
        """Return what was said; empty where the words are not to be had."""
        return self.quotes.get((attempt, turn), Quote(customer="", said=""))

    def quote_of_error(self, error: CriticalError) -> Quote:
        """Return what was said when the error was made; empty where the words are not to be had."""
        return self.errors.get(error) or self.quote(error.attempt, error.turn)


def conversations(evidence: Sequence[AttemptEvidence], words: Lookup) -> tuple[Conversation, ...]:
    """Show each assessment that counts. Practice is private: it is left out even if handed in."""
    return tuple(_conversation(one, words) for one in evidence if one.purpose is Purpose.ASSESSMENT and one.first_sight)


def evidence_summary(shown: Sequence[Conversation]) -> str:
    """Say how much evidence there is, in one sentence."""
    moments = [finding for one in shown for exchange in one.exchanges for finding in exchange.findings]
    if not moments:
        return "No assessment has given evidence yet."
    well = sum(finding.well for finding in moments)
    return (
        f"{counted(len(shown), 'assessment')} with {counted(len(moments), 'moment')} that called for "
        f"a skill; {well} handled well. Oldest first. Practice is private and is not part of this report."
    )


def _conversation(one: AttemptEvidence, words: Lookup) -> Conversation:
    well = sum(moment.handled_well for moment in one.moments)
    ended = "finished" if one.ending is not None else "left unfinished"
    return Conversation(
        title=words.title(one.scenario),
        scenario=one.scenario,
        attempt=one.attempt,
        content=one.content,
        started=when(one.started),
        summary=(f"{when(one.started).text}, {ended}: {well} of {counted(len(one.moments), 'moment')} handled well."),
        source=f"Attempt {one.attempt}, on the scenario text with digest {one.content[:12]}.",
        exchanges=tuple(
            _exchange(list(moments), words) for _, moments in groupby(one.moments, lambda moment: moment.turn)
        ),
    )


def _exchange(moments: Sequence[Moment], words: Lookup) -> Exchange:
    """Gather what one turn shows: it may call for two skills."""
    first = moments[0]
    quote = words.quote(first.attempt, first.turn)
    return Exchange(
        at=when(first.at),
        turn=first.turn,
        customer=quote.customer,
        said=quote.said if first.shown else "",
        findings=tuple(_finding(moment, words) for moment in moments),
    )


def _finding(moment: Moment, words: Lookup) -> Finding:
    level = moment.shown.level if moment.shown else None
    return Finding(
        skill=words.skill(moment.skill),
        indicator=words.indicator(moment.skill, moment.shown.indicator) if moment.shown else "",
        level=None if level is None else int(level),
        word=level_word(level),
        tone=tone_of(level_word(level)),
        well=moment.handled_well,
    )
