"""The report on a team of any size, in words alone: who stands where, and until when."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from simulator.assessment.in_brief import InBrief
from simulator.assessment.words import LABELS
from simulator.domain.attempt import Rep
from simulator.domain.decision import Decision
from simulator.domain.rubric import Bar
from simulator.domain.verdict import VerdictKind
from simulator.reports.as_csv import written
from simulator.reports.blocks import Block, Heading, Paragraph, Table
from simulator.reports.decisions import decided_words
from simulator.reports.json_parts import FORMAT, Json, iso
from simulator.reports.limits import SELF_REPORTED, standard, trust
from simulator.reports.markdown import markdown
from simulator.reports.terminal import text
from simulator.reports.views import When
from simulator.reports.wording import counted, listed, when, word_of

NOT_STARTED: Final = "Not started"


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefLine:
    """One rep of the team."""

    name: str
    rep: str
    """What is typed for them."""
    kind: VerdictKind
    verdict: str
    """The verdict's name, or that they have not started."""
    words: tuple[str, ...]
    """A word for each skill."""
    until: When | None
    """Until when they are ready."""
    decided: str
    """What somebody decided, beside the verdict; empty where nothing stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefView:
    """Everything that report says."""

    summary: str
    at: When
    skills: tuple[str, ...]
    lines: tuple[BriefLine, ...]
    trust: str
    """In two or three words, what keeps the records true."""
    standard: str
    program: str


def brief_line(rep: Rep, called: str, verdict: InBrief, decision: Decision | None, *, begun: bool) -> BriefLine:
    """Put one rep in words.

    `called` tells them from their namesakes; `begun` tells whether any assessment has shown anything of them.
    """
    waiting = verdict.kind is VerdictKind.NOT_ENOUGH and not begun
    return BriefLine(
        name=called,
        rep=rep.typed,
        kind=verdict.kind,
        verdict=NOT_STARTED if waiting else LABELS[verdict.kind],
        words=tuple([word_of(skill.standing, close=skill.close) for skill in verdict.skills]),
        until=when(verdict.until) if verdict.kind is VerdictKind.READY and verdict.until else None,
        decided=f"{decision.by} ({decision.role}): {decided_words(decision)}" if decision else "",
    )


def brief_view(
    lines: Sequence[BriefLine], skills: tuple[str, ...], bar: Bar, at: datetime, program: str, *, guarded: bool
) -> BriefView:
    """Put a team together, which comes by name: it is no ranking.

    `guarded`: a server keeps reps from changing what is recorded.
    """
    return BriefView(
        summary=_summary(lines),
        at=when(at),
        skills=skills,
        lines=tuple(lines),
        trust=trust(guarded=guarded),
        standard=standard(bar),
        program=program,
    )


def _summary(lines: Sequence[BriefLine]) -> str:
    if not lines:
        return "Nobody is on the team yet."
    found = Counter(line.verdict for line in lines)
    known = [*(LABELS[kind] for kind in VerdictKind), NOT_STARTED]
    counts = listed([f"{found[label]} {label.lower()}" for label in known if found[label]])
    return f"{counted(len(lines), 'rep')}: {counts}."


def render_brief(view: BriefView, form: str) -> str:
    """Write the report; ValueError for a form it does not come in."""
    if form not in _WRITERS:
        raise ValueError(f"the team in brief comes as {', '.join(_WRITERS)}, not as {form}")
    return _WRITERS[form](view)


def _document(view: BriefView) -> Iterator[Block]:
    yield Heading(level=1, text="Team readiness in brief")
    yield Paragraph(text=f"As of {view.at.text}. {view.trust}.")
    yield Paragraph(text=view.summary, strong=True)
    if view.lines:
        rows = tuple((one.name, one.verdict, *one.words, _note(one)) for one in view.lines)
        yield Table(columns=("Rep", "Verdict", *view.skills, "Note"), rows=rows)
    yield Paragraph(text=view.standard)
    yield Paragraph(text=f"Computed by {view.program} for {view.at.text}.")


def _note(line: BriefLine) -> str:
    until = f"Until {line.until.day}" if line.until else ""
    return "; ".join(part for part in (until, line.decided) if part)


def _csv(view: BriefView) -> str:
    head = ("rep", "id", "verdict", *view.skills, "ready until", "decided by a person")
    rows = (
        (one.name, one.rep, one.verdict, *one.words, one.until.day if one.until else "", one.decided)
        for one in view.lines
    )
    return written([head, *rows])


def _json(view: BriefView) -> str:
    tree: Json = {
        "format": FORMAT,
        "report": "team in brief",
        "at": view.at.iso,
        "self_reported": view.trust == SELF_REPORTED,
        "summary": view.summary,
        "standard": view.standard,
        "reps": [_rep(view, line) for line in view.lines],
        "program": view.program,
    }
    return json.dumps(tree, ensure_ascii=True, allow_nan=False, indent=2) + "\n"


def _rep(view: BriefView, line: BriefLine) -> Json:
    return {
        "id": line.rep,
        "name": line.name,
        "verdict": {"kind": line.kind.value, "label": line.verdict, "until": iso(line.until)},
        "skills": [{"title": title, "standing": word} for title, word in zip(view.skills, line.words, strict=True)],
        "decided": line.decided or None,
    }


_WRITERS: Final[Mapping[str, Callable[[BriefView], str]]] = {
    "text": lambda view: text(_document(view)),
    "md": lambda view: markdown(_document(view)),
    "csv": _csv,
    "json": _json,
}

BRIEF_FORMATS: Final = tuple(_WRITERS)
"""The forms it comes in."""
