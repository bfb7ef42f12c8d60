"""Views as blocks: what Markdown and terminal text say, in which order."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from simulator.reports.blocks import Block, Bullets, Facts, Heading, Paragraph, Talk
from simulator.reports.views import (
    Conversation,
    Critical,
    DecisionView,
    Exchange,
    Fact,
    Finding,
    ReadinessView,
    SkillView,
)

DECIDED: Final = (
    "A decision stands beside the computed verdict and changes nothing in it. Of several, the newest stands."
)
"""Said wherever decisions are listed."""


def readiness_document(view: ReadinessView) -> Iterator[Block]:
    """Say a readiness report: the verdict first, the evidence last."""
    yield Heading(level=1, text=f"{view.name}: {view.label}")
    yield Paragraph(text=f"Readiness report as of {view.at.text}. {view.trust}.")
    yield Paragraph(text=view.sentence, strong=True)
    if view.decided:
        yield Paragraph(text=view.decided, strong=True)
    yield from (Paragraph(text=f"Note: {notice}") for notice in view.notices)
    yield Heading(level=2, text="What next")
    yield Bullets(items=view.next_steps)
    yield Heading(level=2, text="Skill by skill")
    yield from chain.from_iterable(map(_skill, view.skills))
    yield Heading(level=2, text="Critical errors")
    yield Paragraph(text=view.critical_summary)
    yield Paragraph(text=view.exposure.sentence)
    yield from chain.from_iterable(map(_critical, view.critical))
    if view.decisions:
        yield Heading(level=2, text="Decided by people")
        yield Paragraph(text=DECIDED)
        yield Facts(facts=tuple(map(_decision, view.decisions)))
    yield Heading(level=2, text="What this does and does not mean")
    yield Paragraph(text=view.meaning)
    yield Facts(facts=view.cautions)
    yield Heading(level=2, text="Evidence")
    yield Paragraph(text=view.evidence_summary)
    yield from chain.from_iterable(_conversation(one, view.name) for one in view.conversations)
    yield Heading(level=2, text="Assumptions and limits")
    yield Facts(facts=view.limits)
    yield Paragraph(text=f"Computed by {view.program} for {view.at.text}.")


def _decision(one: DecisionView) -> Fact:
    return Fact(term=f"{one.by} ({one.role}) on {one.at.day}: {one.words}", text=f"{one.reason} ({one.state})")


def _skill(skill: SkillView) -> Iterator[Block]:
    yield Heading(level=3, text=f"{skill.title}: {skill.word}")
    yield Paragraph(text=skill.sentence)
    yield Facts(facts=skill.facts)


def _critical(error: Critical) -> Iterator[Block]:
    yield Heading(level=3, text=error.title)
    if error.about:
        yield Paragraph(text=error.about)
    yield Paragraph(text=error.state, strong=error.open)
    yield Talk(lines=spoken(error.customer, error.said, "The rep"), shows=())
    yield Facts(
        facts=(
            Fact(term="Where", text=f"{error.conversation}, {error.at.text}"),
            *(Fact(term=f"Reviewed by {one.reviewer} on {one.at.day}", text=one.reason) for one in error.reviews),
        )
    )


def _conversation(one: Conversation, name: str) -> Iterator[Block]:
    yield Heading(level=3, text=one.title)
    yield Paragraph(text=one.summary)
    yield from (_exchange(exchange, name) for exchange in one.exchanges)
    yield Paragraph(text=one.source)


def _exchange(exchange: Exchange, name: str) -> Talk:
    return Talk(
        lines=spoken(exchange.customer, exchange.said, name),
        shows=tuple(finding_line(finding) for finding in exchange.findings),
    )


def finding_line(finding: Finding) -> str:
    """Say what an answer shows of one skill, in one line."""
    indicator = f", {finding.indicator}" if finding.indicator else ""
    return f"{finding.skill}{indicator}: {finding.word}"


def spoken(customer: str, said: str, name: str) -> tuple[Fact, ...]:
    """Give what was said, line by line; nothing for words that are not to be had."""
    return tuple(Fact(term=who, text=words) for who, words in (("Customer", customer), (name, said)) if words)
