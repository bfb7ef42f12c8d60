"""What a problem means, as lines."""

from collections.abc import Iterator

from simulator.lint.rule import Law
from simulator.usecases.explaining import GROUPS, example_lines, laws, said_of


def lines_of_one(law: Law) -> Iterator[str]:
    """Say one law, its reason, an example that breaks it with what lint says, and one that keeps it."""
    yield from (f"{law.code}: {law.law}", f"Why: {law.why}", "", "Breaks it:")
    yield from (f"    {line}" for line in example_lines(law.failing))
    said = next((problem for problem in said_of(law.failing) if problem.code == law.code), None)
    if said is not None:
        yield from ("", f"Lint says: {said.message}" + (f" — {said.hint}" if said.hint else ""))
    yield from ("", "Keeps it:")
    yield from (f"    {line}" for line in example_lines(law.passing))


def lines_of_all() -> Iterator[str]:
    """List every code with its law, by what it is about."""
    for digit, title in GROUPS.items():
        found = [law for code, law in laws().items() if code[3] == digit]
        if found:
            yield f"{title}:"
            yield from (f"  {law.code}  {law.law}" for law in found)
