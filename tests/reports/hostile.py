"""Texts that have done harm elsewhere, each in the place that it was made for."""

from typing import Final

from simulator.domain.sinks import for_terminal

HOSTILE: Final = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)' x='",
    "</title></style></svg><h1>owned</h1>",
    "<!-- --><![CDATA[",
    "{{7*7}}{% raw %}{{ view.__class__ }}",
    "javascript:alert(1)",
    "[bold red]hi[/][link=file:///etc/passwd]x[/link][/]",
    "\x1b]0;owned\x07\x1b[31m\x1b[2J\x9b6n",
    "\u202eevil\u202c\u2066x\u2069\u200b\ufeff",
    "a\x00b\x7f\x08",
    "\ud800",
    '=HYPERLINK("http://evil.test","x")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "one\ntwo\r\n# three\n\n    four",
    "# heading",
    "- item",
    "1. item",
    "2) item",
    "> quote",
    "--- ***\n===",
    "| a | b |",
    "`code` ```fence",
    "*em* **strong** _em_ ~~gone~~ $x$ ^up^",
    "[link](http://evil.test) ![img](http://evil.test/x.png)",
    "<http://evil.test> http://evil.test www.evil.test mailto:a@evil.test a@evil.test",
    "[^1]: note",
    "&lt;b&gt;&amp;&#60;",
    "\\",
    "\\*a\\*",
    "\U000e0041\U0001f469\u200d\U0001f4bb",
    "日本語の名前" * 30,
    "x" * 400,
)


def shown(text: str) -> str:
    """Say what a reader should see of a text: one line, invisible characters by name."""
    for gap in "\t\r\n":
        text = text.replace(gap, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return for_terminal(text.strip(" "))
