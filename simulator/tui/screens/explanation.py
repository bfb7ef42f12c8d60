"""What a kind of problem means: its law, the reason, an example that breaks it and one that keeps it."""

from collections.abc import Iterator

from textual.content import Content

from simulator.lint.rule import Example, Law
from simulator.tui.screens.dialog import Dialog
from simulator.tui.text import Part, line, lines, prose, shown
from simulator.usecases.explaining import example_lines


class Explanation(Dialog):
    """A law to read."""

    def __init__(self, law: Law) -> None:
        super().__init__((law.code, ""))
        self._law = law

    def text(self) -> Content:
        """Say the law and show both examples as they would be written."""
        law = self._law
        return lines(
            shown(law.law, "bold"),
            prose(law.why),
            " ",
            ("Breaks it", "bold $bad"),
            *_example(law.failing),
            " ",
            ("Keeps it", "bold $good"),
            *_example(law.passing),
        )


def _example(example: Example) -> Iterator[Part]:
    for text in example_lines(example):
        indent = len(text) - len(text.lstrip(" "))
        yield line(" " * (2 + indent), (text.lstrip(" "), "$soft")) if text.strip() else " "
