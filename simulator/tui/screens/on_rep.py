"""What a manager or trainer does about one person: a decision, a look at a critical error, a file to keep.

The board and the evidence screen share it; each says who is meant and what is to be written.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from simulator.domain.attempt import Rep
from simulator.domain.member import Member
from simulator.tui.requests import RepChanged
from simulator.tui.screens.page import Page
from simulator.tui.screens.steps import Answers, Step, Steps
from simulator.usecases.refusal import Refused

if TYPE_CHECKING:
    from simulator.reports.team_views import TeamView
    from simulator.reports.views import ReadinessView
    from simulator.usecases.deciding import Recorded
    from simulator.usecases.reviewing import Reviewed, Waiting

T = TypeVar("T")

FOR_GOOD = "Record this for good? It cannot be changed afterwards, and the rep reads it too."
"""What is asked before anything is recorded."""

KEPT = "What you said is kept: ask for the same once more, and it is there."
"""What is said where recording failed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """Something to be written to a file."""

    what: str
    """In words, after "Export"."""
    gather: "Callable[[], ReadinessView | TeamView]"
    name: str
    """The file's name as it is proposed, without its ending."""


class OnRep(Page):
    """A page on which one person is meant."""

    @property
    def meant(self) -> Rep | None:
        """Who is meant now; None where nobody is."""
        return None

    def reread(self, rep: Rep) -> None:
        """Read anew what is shown of somebody."""

    def what_to_export(self) -> Export:
        """Say what is written."""
        raise NotImplementedError

    def action_decide(self) -> None:
        """Ask for a decision and record it; who decides is not asked of a login that says it."""
        from simulator.usecases.logins import deciding
        from simulator.usecases.people import told

        rep, desk = self.meant, self.sitting.desk
        if rep is not None:
            self.meanwhile(lambda: (deciding(desk), told(desk, rep)), partial(self._ask_decision, rep))

    def _ask_decision(self, rep: Rep, read: tuple[Member | None, str]) -> None:
        from simulator.usecases.naming import reason_of, signed_by

        member, called = read
        parts = (("manager", "Manager"), ("trainer", "Trainer"))
        who = (Step(asks="As what?", name="As", options=parts), self._who(partial(signed_by, of=rep)))
        steps = (
            Step(asks="What do you decide?", name="Decision", options=(("ready", "Ready"), ("not-yet", "Not yet"))),
            *(() if member else who),
            Step(asks="Why? In words that the rep reads too.", name="Reason", accept=reason_of),
            Step(
                asks="Until which day does it stand? Empty: until another takes its place.",
                name="Until",
                hint=f"such as {self.sitting.desk.now().year}-12-31",
                accept=self._day,
            ),
        )
        facts = ["It stands beside the computed verdict for everybody to see, and changes nothing in it."]
        facts += [f"You sign as {member.person} ({member.role})."] if member else []
        self._ask_for_good(
            f"decision {rep.id}",
            partial(Steps, f"Your decision on {called}", facts, steps, lambda _: FOR_GOOD, "record it"),
            partial(self._decide, rep, member),
        )

    def _ask_for_good(self, what: str, ask: Callable[..., Steps], act: Callable[[Answers], None]) -> None:
        """Ask, with what was answered before where that was not recorded; what is left half-way is kept as well."""
        form = ask(self.sitting.unrecorded.pop(what, ()), self.sitting.drafts.pop(what, ()))

        def then(answers: Answers | None) -> None:
            if answers is not None:
                act(answers)
            elif any(form.left):
                self.sitting.drafts[what] = form.left

        self.face.push_screen(form, then)

    def _decide(self, rep: Rep, member: Member | None, answers: Answers) -> None:
        from simulator.domain.decision import Decided, Role
        from simulator.usecases.deciding import decide

        if member is None:
            what, role, name, reason, until = answers
        else:
            (what, reason, until), role, name = answers, member.role, member.person
        self.sitting.signs_as = name
        act = partial(decide, self.sitting.desk, rep, Decided(what), role=Role(role))

        def then(done: "Recorded") -> None:
            said = f"Recorded about {rep.name}: it stands beside the verdict."
            self._recorded(rep, "This stands already." if done.before else said)

        decide_so = partial(act, by=name, reason=reason, until=until or None)
        self._record_for_good(f"decision {rep.id}", answers, decide_so, then)

    def action_review(self) -> None:
        """Show the open critical errors of whoever is meant, and record a look at those of one conversation."""
        from simulator.usecases.logins import looking_at_errors
        from simulator.usecases.people import told
        from simulator.usecases.reviewing import waiting

        rep, desk = self.meant, self.sitting.desk
        if rep is not None:
            self.meanwhile(
                lambda: (looking_at_errors(desk), told(desk, rep), waiting(desk, rep)), partial(self._review, rep)
            )

    def _review(self, rep: Rep, read: "tuple[Member | None, str, Sequence[Waiting]]") -> None:
        from simulator.usecases.naming import reason_of, signed_by
        from simulator.usecases.reviewing import already, lines_of, next_to_review

        member, called, found = read
        errors = next_to_review(found)
        if not errors:
            self.note(f"No critical error of {called} is open.")
            return
        steps = (
            *(() if member else (self._who(partial(signed_by, of=rep)),)),
            Step(asks="What did you find? In words that the rep reads too.", name="Found", accept=reason_of),
        )
        before = already(errors)
        facts = [before] if before else []
        facts += [fact for error in errors for fact in lines_of(error)]
        facts += [f"You sign as {member.person} ({member.role})."] if member else []
        ask = f"{before} Add another? {FOR_GOOD}" if before else FOR_GOOD
        self._ask_for_good(
            f"review {errors[0].attempt}",
            partial(Steps, f"A critical error of {called}", facts, steps, lambda _: ask, "record it"),
            partial(self._record, errors, member),
        )

    def _record(self, errors: "Sequence[Waiting]", member: Member | None, answers: Answers) -> None:
        from simulator.usecases.reviewing import record, still_needed

        name, reason = answers if member is None else (member.person, *answers)
        self.sitting.signs_as = name
        rep = errors[0].rep

        def then(done: "Reviewed") -> None:
            left = f" {done.others} more of theirs: v shows the next." if done.others else ""
            self._recorded(rep, f"Recorded. {still_needed(rep, done)}{left}")

        record_it = partial(record, self.sitting.desk, errors, name, reason, again=True)
        self._record_for_good(f"review {errors[0].attempt}", answers, record_it, then)

    def _record_for_good(self, what: str, answers: Answers, act: Callable[[], T], then: Callable[[T], None]) -> None:
        """Record something; until that is done, whatever becomes of this screen, its answers are kept."""
        self.sitting.unrecorded[what] = answers

        def recorded() -> T:
            done = act()
            self.sitting.unrecorded.pop(what, None)
            return done

        def failed(problem: Exception) -> None:
            if isinstance(problem, Refused):
                # It would be refused again as it is: so it is gone through once more.
                self.sitting.drafts[what] = self.sitting.unrecorded.pop(what)
            self.note(KEPT)

        self.meanwhile(recorded, then, failed)

    def _who(self, accept: Callable[[str], str]) -> Step:
        return Step(asks="Who are you?", name="By", begins=lambda _: self.sitting.signs_as, accept=accept)

    def _day(self, typed: str) -> str:
        from simulator.usecases.deciding import last_day

        day = last_day(typed.strip() or None, self.sitting.desk.now().astimezone(UTC).date())
        return day.isoformat() if day else ""

    def _recorded(self, rep: Rep, said: str) -> None:
        self.note(said)
        self.post_message(RepChanged(rep))

    def action_export(self) -> None:
        """Ask for a form and a file, and write there."""
        from simulator.usecases.exporting import FORMS, is_taken, place_of

        exported = self.what_to_export()
        steps = (
            Step(asks="As what?", name="As", options=FORMS),
            Step(
                asks="To which file?",
                name="File",
                begins=lambda answers: f"{exported.name}.{answers[0]}",
                accept=lambda typed: str(place_of(typed)),
            ),
        )

        taken: set[str] = set()

        def confirm(answers: Answers) -> str:
            if not is_taken(place_of(answers[1])):
                return ""
            taken.add(answers[1])
            return f"{answers[1]} is there already. Replace it?"

        form = Steps(f"Export {exported.what}", (), steps, confirm, "replace it")
        self.face.push_screen(form, partial(self._export, exported, taken))

    def _export(self, exported: Export, taken: Collection[str], answers: Answers | None) -> None:
        from simulator.usecases.exporting import export, place_of

        if answers is None:
            return
        form, place = answers[0], place_of(answers[1])
        # What was there when the yes was given may be replaced; what came since then may not.
        replace = answers[1] in taken
        self.meanwhile(
            lambda: export(exported.gather(), form, place, replace=replace), lambda _: self.note(f"Written to {place}.")
        )
