"""What people add to a verdict: a trainer's look at a critical error, and a decision beside the computed one."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from simulator.cli.printing import as_json, print_lines, print_text
from simulator.cli.typed import desk_of

if TYPE_CHECKING:
    from simulator.usecases.reviewing import Reviewed, Waiting


def review(typed: Namespace) -> int:
    """List open critical errors, or record a look at one."""
    from simulator.usecases.logins import looking_at_errors, signing
    from simulator.usecases.people import find
    from simulator.usecases.reviewing import pick, record
    from simulator.usecases.reviewing import waiting as gather

    if typed.which is None:
        return _list(typed, gather)
    if typed.json:
        print_lines(["--json lists what is open and records nothing: leave it out."], sys.stderr)
        return 2
    desk = desk_of(typed)
    by, reason = signing(looking_at_errors(desk), typed.by), typed.reason
    errors = pick(desk, find(desk, typed.of), typed.which)
    asks = can_ask()
    if asks:
        from functools import partial

        from simulator.plain.reviewing import ask_again, ask_review, recorded
        from simulator.plain.voice import standard_voice

        voice = standard_voice()
        wanted = ask_again(voice, errors)
        answered = ask_review(voice, errors, by) if wanted and reason is None else (by, reason)
        if not wanted or answered is None:
            print_lines(["Nothing was recorded."])
            return 0
        done = recorded(voice, partial(record, desk, errors, *answered, again=True))
    else:
        done = record(desk, errors, by, reason, again=False)
    if done is None:
        return 1
    print_lines(_said(errors, done))
    return 0


def decide(typed: Namespace) -> int:
    """Record a person's decision beside the computed verdict."""
    from simulator.domain.decision import Decided, Role
    from simulator.usecases.deciding import decide as record
    from simulator.usecases.people import find

    desk = desk_of(typed)
    recorded = record(
        desk,
        find(desk, typed.of),
        Decided(typed.decided),
        by=typed.by,
        role=Role(typed.role) if typed.role else None,
        reason=typed.reason,
        until=typed.until,
    )
    lead = "This stands already." if recorded.before else "Recorded; the rep sees it too."
    print_lines([lead, recorded.sentence])
    return 0


DECIDING: Mapping[str, Callable[[Namespace], int]] = {"review": review, "decide": decide}
"""What each word after `simulator` does."""


def can_ask() -> bool:
    """Tell whether somebody sits at a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _list(typed: Namespace, gather: "Callable[..., tuple[Waiting, ...]]") -> int:
    from simulator.usecases.people import find
    from simulator.usecases.reviewing import lines_of

    if typed.by is not None or typed.reason is not None:
        print_lines(["Name the error to review: simulator review REP NUMBER --by NAME --reason TEXT"], sys.stderr)
        return 2
    desk = desk_of(typed)
    rep = find(desk, typed.of) if typed.of is not None else None
    found = gather(desk, rep)
    if typed.json:
        print_text(as_json({"format": 1, "open": found}))
        return 0
    if not found:
        print_lines([f"No critical error{f' of {rep.name}' if rep else ''} is open."])
    for error in found:
        print_lines(lines_of(error))
        member = desk.access.member
        # What was looked at may be looked at again, but nobody is asked to; on a team's server trainers review.
        if not error.reviews and (member is None or member.role == "trainer"):
            signed = "" if member else " --by NAME"
            print_lines([f"  Review it: simulator review {error.rep.typed} {error.number}{signed} --reason TEXT"])
        print_lines([""])
    return 0


def _said(errors: "Sequence[Waiting]", done: "Reviewed") -> list[str]:
    """Say what was recorded and what is still needed."""
    from simulator.usecases.reviewing import still_needed

    lead = "This was recorded before" if done.before else "Recorded"
    name = errors[0].rep.name
    others = (
        f"{done.others} more of {name}'s critical errors {'waits' if done.others == 1 else 'wait'} for a review: "
        f"simulator review {errors[0].rep.typed}"
        if done.others
        else ""
    )
    first = f"{lead}: {done.review.reviewer} reviewed it on {done.review.at:%Y-%m-%d}: {done.review.reason}"
    together = f"It speaks for all {len(errors)} critical errors of that attempt." if len(errors) > 1 else ""
    return [line for line in (first, together, still_needed(errors[0].rep, done), others) if line]
