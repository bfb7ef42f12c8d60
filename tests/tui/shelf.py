"""A library held in memory, with one short scenario of each purpose: small enough to see whole."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from simulator.authoring.index import Index, digest_of
from simulator.authoring.library import Library, Loaded, Summary, UnknownScenario
from simulator.domain.ids import ScenarioId, SkillId
from simulator.domain.rubric import Bar, CriticalErrorKind, Indicator, Level, LevelTexts, Prior, Rubric
from simulator.domain.scenario import (
    Choice,
    Customer,
    Difficulty,
    Ending,
    Feeling,
    Outcome,
    Purpose,
    Scenario,
    Turn,
)
from simulator.records.memory import MemoryRecords
from simulator.records.protocol import Records
from simulator.usecases.desk import Desk

EMPATHY = SkillId("empathy")
LISTENING = SkillId("active-listening")

Dress = Callable[[str], str]
"""What is done to every text before it is put into the library."""


def as_it_is(text: str) -> str:
    return text


def choice(turn: str, *, better: bool, to: str, dress: Dress) -> Choice:
    skill = "empathy.names-stake" if turn != "second" else "active-listening.reflects"
    return Choice(
        id=f"{turn}-{'better' if better else 'worse'}",
        say=dress(f"{'Better' if better else 'Worse'} words at the {turn} turn."),
        to=to,
        shows={skill: Level.EXEMPLARY if better else Level.MISSED},
        why=dress(f"Coaching on the {'better' if better else 'worse'} words at the {turn} turn."),
        effects={"trust": 1 if better else -1},
        reaction=dress(f"Reaction to the {'better' if better else 'worse'} words."),
        critical=None if better else "false-claim",
    )


def turn(name: str, to: str, dress: Dress) -> Turn:
    return Turn(
        customer=dress(f"The customer's words at the {name} turn."),
        mood=dress("irritated" if name == "first" else "calmer"),
        calls_for=(LISTENING if name == "second" else EMPATHY,),
        cue=dress(f"What to notice at the {name} turn."),
        choices=(choice(name, better=True, to=to, dress=dress), choice(name, better=False, to=to, dress=dress)),
    )


def scenario(
    purpose: Purpose = Purpose.PRACTICE,
    name: str = "late",
    *,
    title: str = "The late delivery",
    dress: Dress = as_it_is,
) -> Scenario:
    """Three turns, two choices each, one ending."""
    return Scenario(
        format=1,
        id=ScenarioId(name),
        title=dress(title),
        summary=dress("An order is late."),
        purpose=purpose,
        level=Difficulty.CORE,
        minutes=5,
        skills=(EMPATHY, LISTENING),
        customer=Customer(
            name=dress("Dana Whitfield"), role=dress("operations"), company=dress("Northline"), manner=dress("Clipped.")
        ),
        briefing=dress("The order is a week late."),
        goal=dress("Agree on one next step."),
        start="first",
        turns={
            "first": turn("first", "second", dress),
            "second": turn("second", "third", dress),
            "third": turn("third", "end", dress),
        },
        endings={
            "end": Ending(
                outcome=Outcome.SAVED,
                customer=dress("Goodbye then."),
                debrief=dress("What to take from it."),
                mood=dress("calm"),
            )
        },
        feelings={"trust": Feeling(start=2, min=0, max=5, label=dress("Trust"))},
    )


PRACTICE = scenario()
ASSESSMENT = scenario(Purpose.ASSESSMENT, "fresh", title="Usage fell by half")


def rubric(skill: SkillId, title: str, indicator: str, dress: Dress) -> Rubric:
    texts = LevelTexts(
        harmful=dress("Belittles."),
        missed=dress("Stock phrase."),
        effective=dress("Names it."),
        exemplary=dress("Fits it."),
    )
    return Rubric(
        format=1,
        id=skill,
        title=dress(title),
        summary=dress("What it is."),
        levels=texts,
        indicators={indicator: Indicator(title=dress(f"Shows {title.lower()}"), about=dress("What is seen."))},
    )


class Shelf(Library):
    """A library of scenarios given as values."""

    def __init__(self, scenarios: tuple[Scenario, ...], dress: Dress = as_it_is) -> None:
        super().__init__(Path("/nowhere"), Index(None))
        self._shelved = {
            each.id: Loaded(scenario=each, digest=digest_of(each.id.encode()), text=each.id) for each in scenarios
        }
        self._dress = dress
        self.ids = tuple(self._shelved)

    def summaries(self) -> tuple[Summary, ...]:
        return tuple(
            Summary(
                id=each.scenario.id,
                title=each.scenario.title,
                summary=each.scenario.summary,
                purpose=each.scenario.purpose,
                level=each.scenario.level,
                minutes=each.scenario.minutes,
                teaches=each.scenario.teaches,
                skills=each.scenario.skills,
                customer=each.scenario.customer,
                digest=each.digest,
                moments={EMPATHY: 2, LISTENING: 1},
            )
            for each in self._shelved.values()
        )

    def broken(self) -> tuple[()]:
        return ()

    def scenario(self, scenario_id: ScenarioId) -> Loaded:
        if scenario_id not in self._shelved:
            raise UnknownScenario(f'There is no scenario called "{scenario_id}"')
        return self._shelved[scenario_id]

    def rubrics(self) -> Mapping[SkillId, Rubric]:
        return {
            EMPATHY: rubric(EMPATHY, "Empathy", "names-stake", self._dress),
            LISTENING: rubric(LISTENING, "Active listening", "reflects", self._dress),
        }

    def bar(self) -> Bar:
        return Bar(
            format=1,
            title="Ready",
            summary="Ready.",
            skills=(EMPATHY, LISTENING),
            cut=75,
            sure=90,
            gap=20,
            prior=Prior(good=1.0, missed=1.0),
            correlation=0.1,
            min_scenarios=1,
            min_moments=3,
            evidence_days=90,
            clean_after_critical=1,
            critical_errors={
                "false-claim": CriticalErrorKind(title=self._dress("A false claim"), about=self._dress("Untrue."))
            },
        )


def desk(*scenarios: Scenario, records: Records | None = None, dress: Dress = as_it_is) -> Desk:
    """A desk with these scenarios, on records in memory; the clock ticks a minute at each look."""
    held = records or MemoryRecords()
    start = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    minutes = count()
    return Desk(
        library=Shelf(scenarios or (PRACTICE, ASSESSMENT), dress),
        open_records=lambda: held,
        now=lambda: start + timedelta(minutes=next(minutes)),
        fresh_seed=lambda: 1,
    )


def with_long_choices(words: int) -> Scenario:
    """The scenario with four choices of so many words at its first turn."""
    long = " ".join(["understanding"] * (words - 1))
    choices = tuple(
        replace(
            choice("first", better=number == 1, to="second", dress=as_it_is),
            id=f"long-{number}",
            say=f"Say{number} {long}",
        )
        for number in range(1, 5)
    )
    first = replace(PRACTICE.turns["first"], choices=choices)
    return replace(PRACTICE, turns={**PRACTICE.turns, "first": first})
