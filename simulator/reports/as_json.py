"""Views as JSON with stable keys: for programs, so numbers stay numbers and every key is always there.

All but plain ASCII is written as an escape, so that the file is as harmless in a terminal as in a parser.
"""

import json

from simulator.reports.json_parts import FORMAT, Json, decision, facts, iso
from simulator.reports.limits import SELF_REPORTED
from simulator.reports.team_json import team_tree
from simulator.reports.team_views import TeamView
from simulator.reports.views import Conversation, Critical, Exchange, ReadinessView, SkillView


def as_json(view: ReadinessView | TeamView) -> str:
    """Write a view as JSON."""
    tree = _readiness(view) if isinstance(view, ReadinessView) else team_tree(view)
    return json.dumps(tree, ensure_ascii=True, allow_nan=False, indent=2) + "\n"


def _readiness(view: ReadinessView) -> Json:
    return {
        "format": FORMAT,
        "report": "readiness",
        "rep": {"id": view.rep, "name": view.name},
        "at": view.at.iso,
        "verdict": {
            "kind": view.kind.value,
            "label": view.label,
            "sentence": view.sentence,
            "until": iso(view.until),
        },
        "decisions": [decision(one) for one in view.decisions],
        "self_reported": view.trust == SELF_REPORTED,
        "notices": view.notices,
        "standard": view.standard,
        "next": view.next_steps,
        "skills": [_skill(skill) for skill in view.skills],
        "critical_errors": [_critical(error) for error in view.critical],
        "critical_chances": {"chances": view.exposure.chances, "chosen": view.exposure.chosen},
        "evidence": [_conversation(one) for one in view.conversations],
        "cautions": facts(view.cautions),
        "limits": facts(view.limits),
        "record_head": view.record_head,
        "unreadable_attempts": view.unreadable,
        "program": view.program,
    }


def _skill(skill: SkillView) -> Json:
    share = skill.share
    return {
        "id": skill.id,
        "title": skill.title,
        "standing": skill.word,
        "sentence": skill.sentence,
        "handled_well": skill.handled,
        "moments": skill.met,
        "conversations": skill.conversations,
        "estimate": share.estimate if share else None,
        "low": share.low if share else None,
        "high": share.high if share else None,
        "chance": share.chance if share else None,
        "lapses": iso(skill.lapses),
        "more_moments": skill.more_moments,
    }


def _critical(error: Critical) -> Json:
    return {
        "error": error.error,
        "title": error.title,
        "about": error.about,
        "attempt": error.attempt,
        "conversation": error.conversation,
        "at": error.at.iso,
        "customer": error.customer,
        "said": error.said,
        "open": error.open,
        "state": error.state,
        "reviews": [{"reviewer": one.reviewer, "reason": one.reason, "at": one.at.iso} for one in error.reviews],
    }


def _conversation(one: Conversation) -> Json:
    return {
        "attempt": one.attempt,
        "scenario": one.scenario,
        "title": one.title,
        "content": one.content,
        "started": one.started.iso,
        "moments": [_exchange(exchange) for exchange in one.exchanges],
    }


def _exchange(exchange: Exchange) -> Json:
    return {
        "at": exchange.at.iso,
        "turn": exchange.turn,
        "customer": exchange.customer,
        "said": exchange.said,
        "shows": [
            {
                "skill": finding.skill,
                "indicator": finding.indicator,
                "level": finding.level,
                "level_word": finding.word,
                "handled_well": finding.well,
            }
            for finding in exchange.findings
        ],
    }
