"""What a rep reads before a conversation."""

from dataclasses import dataclass

from simulator.domain.attempt import Rep
from simulator.domain.ids import ScenarioId
from simulator.domain.scenario import Customer, Difficulty, Purpose
from simulator.usecases.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillLines:
    """What good looks like in one skill."""

    title: str
    effective: str
    exemplary: str
    indicators: tuple[str, ...]
    """The rubric's indicators, one line each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """A scenario as the rep may see it beforehand."""

    id: ScenarioId
    title: str
    summary: str
    purpose: Purpose
    level: Difficulty
    minutes: int
    customer: Customer
    text: str
    goal: str
    skills: tuple[SkillLines, ...]
    means: str
    """What practice or assessment means here, in two sentences."""


MEANING = {
    Purpose.PRACTICE: (
        "Practice is private and counts neither for nor against you. "
        "You get coaching after each choice, and you can take choices back, ask for hints and try again."
    ),
    Purpose.ASSESSMENT: (
        "An assessment counts from the customer's first words on, and only the first time you meet this customer. "
        "Coaching waits until the end; you can leave and go on later at the same turn."
    ),
}
"""What each purpose means, said to the rep."""


def briefing(desk: Desk, rep: Rep | None, scenario_id: ScenarioId, purpose: Purpose) -> Briefing:
    """Gather what the rep should know before the conversation."""
    scenario = desk.library.scenario(scenario_id).scenario
    rubrics = desk.library.rubrics()
    name = rep.first_name if rep else "you"

    def fill(text: str) -> str:
        customer = scenario.customer
        named = text.replace("{customer}", customer.name).replace("{company}", customer.company)
        return named.replace("{rep}", name).strip()

    return Briefing(
        id=scenario.id,
        title=scenario.title,
        summary=fill(scenario.summary),
        purpose=purpose,
        level=scenario.level,
        minutes=scenario.minutes,
        customer=scenario.customer,
        text=fill(scenario.briefing),
        goal=fill(scenario.goal),
        skills=tuple(
            SkillLines(
                title=rubrics[skill].title,
                effective=rubrics[skill].levels.effective,
                exemplary=rubrics[skill].levels.exemplary,
                indicators=tuple(
                    f"{indicator.title}: {indicator.about}" for indicator in rubrics[skill].indicators.values()
                ),
            )
            for skill in scenario.skills
            if skill in rubrics
        ),
        means=MEANING[purpose],
    )
