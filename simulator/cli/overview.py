"""What `simulator library` prints: for people, and as the table of docs/library.md."""

from collections.abc import Iterator, Sequence

from simulator.domain.scenario import Purpose
from simulator.reports.wording import counted
from simulator.usecases.overview import Overview


def lines_of(rows: Sequence[Overview]) -> Iterator[str]:
    """Say of each conversation what it is about and what is proven of it, one fact a line."""
    for row in rows:
        yield f"{row.title} ({row.id}): {row.purpose}, {row.level}, about {counted(row.minutes, 'minute')}"
        yield f"  {row.situation}"
        if row.teaches:
            yield f"  Lesson: {row.teaches}"
        yield f"  Customer: {row.customer}"
        size = f"{row.turns} turns, {_decisions(row)} decisions on a path, {row.endings} endings"
        yield f"  {size}, reading grade {row.grade:.1f}"
        yield f"  Moments on every path, at least: {', '.join(f'{skill} {n}' for skill, n in row.moments.items())}"
        for skill, guess in row.guesses.items():
            yield f"  Best blind guess at {skill}: {guess.share:.0%} ({guess.chooser})"
        yield ""


def markdown_of(rows: Sequence[Overview]) -> Iterator[str]:
    """Make two tables: what each conversation is about, and what is proven of it."""
    yield "| conversation | situation | customer | for | level | minutes |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for row in rows:
        texts = " | ".join(_cell(text) for text in (row.situation, row.customer))
        yield f"| {_cell(row.title)}<br>`{row.id}` | {texts} | {row.purpose} | {row.level} | {row.minutes} |"
    yield from _pathway(rows)
    skills = list(dict.fromkeys(skill for row in rows for skill in row.moments))
    heads = [f"{skill}: moments, best guess" for skill in skills]
    yield ""
    yield f"| conversation | turns | decisions | endings | {' | '.join(heads)} | reading grade |"
    yield f"| {' | '.join('---' for _ in range(5 + len(skills)))} |"
    for row in rows:
        cells = " | ".join(_skill(row, skill) for skill in skills)
        yield f"| `{row.id}` | {row.turns} | {_decisions(row)} | {row.endings} | {cells} | {row.grade:.1f} |"


def _pathway(rows: Sequence[Overview]) -> Iterator[str]:
    """List the practice conversations in the order in which home offers them, with what there is to learn."""
    yield from ("", "| | practice | what there is to learn |", "| --- | --- | --- |")
    for number, row in enumerate((row for row in rows if row.purpose is Purpose.PRACTICE), 1):
        yield f"| {number} | {_cell(row.title)} ({row.level}) | {_cell(row.teaches)} |"


def _skill(row: Overview, skill: str) -> str:
    if skill not in row.moments:
        return "none"
    guess = row.guesses.get(skill)
    return f"{row.moments[skill]}, {guess.share:.0%} {guess.chooser}" if guess else str(row.moments[skill])


def _decisions(row: Overview) -> str:
    low, high = ("no limit" if number is None else str(number) for number in row.decisions)
    return low if low == high else f"{low} to {high}"


def _cell(text: str) -> str:
    """Keep a text to its cell."""
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
