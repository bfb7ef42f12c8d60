"""The first turn of the small scenario with one of its texts written anew: what most examples here change."""

from simulator.lint.rule import Example, turns


def opening(
    *,
    customer: str = "You again? I have rung twice about that line.",
    cue: str = "She counts her calls before she speaks of the fault.",
    say: str = "Two calls, and the line is still down. That has cost you both of your mornings.",
    why: str = "Names what it cost her before anything else.",
) -> Example:
    """Return an example with the turn as it stands, but for what is given; an empty cue or why is left out."""
    return turns(
        f"""\
  opening:
    customer: "{customer}"
    mood: cool
    calls_for: [empathy]
{f'    cue: "{cue}"' if cue else ""}
    choices:
      - id: name-it
        say: "{say}"
        shows: {{empathy.names-stake: 3}}
{f'        why: "{why}"' if why else ""}
        learns: [knows_why]
        to: what-now
      - id: ask-number
        say: "Let me see what happened there. Have you got the number of the ticket at hand?"
        shows: {{empathy.names-stake: 1}}
        why: Asks for the ticket, as if the call were about that.
        to: what-now
""".replace("\n\n", "\n")
    )
