"""What a rep sets out to do: a goal with a day, and to start afresh."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping

from simulator.cli.deciding import can_ask
from simulator.cli.printing import print_lines
from simulator.cli.typed import desk_of, looked_up, person_of


def goal(typed: Namespace) -> int:
    """Show, set or drop the rep's goal."""
    from simulator.usecases.goals import drop_goal, goal_view, set_goal
    from simulator.usecases.readiness import readiness

    desk = desk_of(typed)
    if typed.drop:
        dropped = drop_goal(desk, person_of(desk, typed))
        print_lines(["Your goal is dropped." if dropped else "There is no goal to drop."])
        return 0
    if typed.what is not None:
        if typed.by is None:
            print_lines(["Say by when: --by 2027-01-31, or --by '4 weeks'."], sys.stderr)
            return 2
        view = set_goal(desk, person_of(desk, typed), typed.what, typed.by)
        print_lines([f"{view.title}.", view.between])
        return 0
    found = goal_view(desk, readiness(desk, looked_up(desk, typed)))
    if found is None:
        print_lines(["There is no goal. Set one: simulator goal empathy --by '4 weeks'; or ready, for every skill."])
    else:
        print_lines([f"{found.title}.", found.between])
    return 0


def restart(typed: Namespace) -> int:
    """Set the rep's assessments so far aside."""
    from simulator.usecases.afresh import prospect, start_afresh

    desk = desk_of(typed)
    rep = looked_up(desk, typed)
    if typed.yes:
        start_afresh(desk, rep)
        print_lines(["Started afresh: from now on only new assessments count."])
        return 0
    if can_ask():
        from simulator.plain.intending import ask_afresh
        from simulator.plain.voice import Quit, standard_voice

        try:
            ask_afresh(desk, standard_voice(), rep)
        except Quit:
            print_lines(["Everything stays as it is."])
        return 0
    ahead = prospect(desk, rep)
    print_lines([line for line in (ahead.sentence, ahead.refusal) if line])
    if not ahead.refusal:
        print_lines(["It cannot be taken back. To do it: simulator restart --yes"])
    return 0


INTENDING: Mapping[str, Callable[[Namespace], int]] = {"goal": goal, "restart": restart}
"""What each word after `simulator` does."""
