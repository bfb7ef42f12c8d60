"""Turns that the examples of these rules share."""

from simulator.lint.rule import Example, example

_WHAT_NOW = """\
  what-now:
    customer: "So what happens now?"
    mood: waiting
"""
SUM_UP = '{id: sum-up, say: "You need it up by eight, and one name to ring.", to: calm}'
"""The choice to which the small library's walk leads."""
PROMISE = '{id: promise, say: "Somebody will get to it as soon as they are free.", to: gone}'
"""Another one."""


def turns(*choices: str, between: str = "", variants: str = "", above: str = "") -> Example:
    """Make an example of two turns: what can be said at the second, what stands between them, other words."""
    offered = "".join(f"      - {choice}\n" for choice in choices)
    opening = _opening("how-warm" if between else "what-now")
    return example(f"{above}turns:\n{opening}{between}{_WHAT_NOW}{variants}    choices:\n{offered}")


def routes(*routes: str) -> str:
    """Return a turn that only sends on."""
    return "  how-warm:\n    routes:\n" + "".join(f"      - {route}\n" for route in routes)


def _opening(to: str) -> str:
    return f"""\
  opening:
    customer: "You again? I have rung twice about that line."
    mood: cool
    choices:
      - id: name-it
        say: "Two calls, and the line is still down."
        effects: {{trust: +1}}
        learns: [knows_why]
        to: {to}
      - id: ask-number
        say: "Have you got the number of the ticket at hand?"
        effects: {{trust: -1}}
        to: {to}
"""
