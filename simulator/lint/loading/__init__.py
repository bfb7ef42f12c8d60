"""What a file must be so that it can be opened, played and judged: rules about one file alone (SIM1xx)."""

from typing import Final

from simulator.domain.rubric import Bar, Rubric
from simulator.domain.scenario import Scenario
from simulator.domain.walk import Walk
from simulator.lint.loading.asks_for_facts import ASKS_FOR_FACTS
from simulator.lint.loading.bar_can_be_met import BAR_CAN_BE_MET
from simulator.lint.loading.can_be_reached import CAN_BE_REACHED
from simulator.lint.loading.can_end import CAN_END
from simulator.lint.loading.choices_apart import CHOICES_APART
from simulator.lint.loading.compares_feelings import COMPARES_FEELINGS
from simulator.lint.loading.critical_needs_why import CRITICAL_NEEDS_WHY
from simulator.lint.loading.facts_declared import FACTS_DECLARED
from simulator.lint.loading.feelings_declared import FEELINGS_DECLARED
from simulator.lint.loading.has_turns_and_endings import HAS_TURNS_AND_ENDINGS
from simulator.lint.loading.known_placeholders import KNOWN_PLACEHOLDERS
from simulator.lint.loading.last_route import LAST_ROUTE
from simulator.lint.loading.leads_somewhere import LEADS_SOMEWHERE
from simulator.lint.loading.nothing_empty import NOTHING_EMPTY
from simulator.lint.loading.numbers_fit import NUMBERS_FIT
from simulator.lint.loading.one_or_two_skills import ONE_OR_TWO_SKILLS
from simulator.lint.loading.one_thing_a_name import ONE_THING_A_NAME
from simulator.lint.loading.readable_conditions import READABLE_CONDITIONS
from simulator.lint.loading.routes_get_out import ROUTES_GET_OUT
from simulator.lint.loading.rubric_has_indicators import RUBRIC_HAS_INDICATORS
from simulator.lint.loading.sent_on_unseen import SENT_ON_UNSEEN
from simulator.lint.loading.shows_every_skill import SHOWS_EVERY_SKILL
from simulator.lint.loading.shows_indicators import SHOWS_INDICATORS
from simulator.lint.loading.shows_what_is_called_for import SHOWS_WHAT_IS_CALLED_FOR
from simulator.lint.loading.skills_listed import SKILLS_LISTED
from simulator.lint.loading.something_to_say import SOMETHING_TO_SAY
from simulator.lint.loading.usable_names import USABLE_NAMES
from simulator.lint.loading.walk_has_choices import WALK_HAS_CHOICES
from simulator.lint.rule import Law, Rule

OF_SCENARIOS: Final[tuple[Rule[Scenario], ...]] = (
    LEADS_SOMEWHERE,
    HAS_TURNS_AND_ENDINGS,
    USABLE_NAMES,
    ONE_THING_A_NAME,
    NUMBERS_FIT,
    SOMETHING_TO_SAY,
    NOTHING_EMPTY,
    CHOICES_APART,
    SENT_ON_UNSEEN,
    LAST_ROUTE,
    ONE_OR_TWO_SKILLS,
    SKILLS_LISTED,
    FEELINGS_DECLARED,
    FACTS_DECLARED,
    CRITICAL_NEEDS_WHY,
    SHOWS_INDICATORS,
    SHOWS_WHAT_IS_CALLED_FOR,
    SHOWS_EVERY_SKILL,
    KNOWN_PLACEHOLDERS,
    CAN_END,
    ROUTES_GET_OUT,
    READABLE_CONDITIONS,
    COMPARES_FEELINGS,
    ASKS_FOR_FACTS,
    CAN_BE_REACHED,
)
"""In the order of their codes, but for the one that only warns: looking stops after a hundred mistakes, and no number
of warnings may hide an error."""

OF_RUBRICS: Final[tuple[Rule[Rubric], ...]] = (USABLE_NAMES, RUBRIC_HAS_INDICATORS)
"""In the order of their codes."""

OF_BARS: Final[tuple[Rule[Bar], ...]] = (USABLE_NAMES, BAR_CAN_BE_MET)
"""In the order of their codes."""

OF_WALKS: Final[tuple[Rule[Walk], ...]] = (WALK_HAS_CHOICES,)
"""In the order of their codes."""

RULES: Final[tuple[Law, ...]] = tuple(
    sorted((*OF_SCENARIOS, RUBRIC_HAS_INDICATORS, BAR_CAN_BE_MET, WALK_HAS_CHOICES), key=lambda law: law.code)
)
"""All of them, each once, in the order of their codes."""
