"""Following rows from elsewhere one by one: each must be one that this program could have written, in its place.

What is kept meanwhile grows with people, texts and attempts, not with moves.
"""

from datetime import date

from simulator.domain.ids import RepId
from simulator.records.admission import MAX_SEED, admit_document
from simulator.records.bundle_rows import Erasure, Person, Said, Value
from simulator.records.chain import first_link
from simulator.records.decisions import Ruling, decision_of, ruling_link
from simulator.records.intentions import Intent, intent_link, intention_of
from simulator.records.protocol import Document, RecordsError
from simulator.records.rows import (
    Look,
    Opening,
    Step,
    attempt_of,
    check_moment,
    kept_name,
    kept_text,
    look_link,
    opening_link,
    recorded_of,
    review_of,
    step_link,
)


class Chains:
    """Where every chain stands after the rows that were followed so far."""

    def __init__(self) -> None:
        self._texts: set[str] = set()
        self._named: dict[str, bool] = {}
        """Everyone, and whether by name."""
        self._erased: set[str] = set()
        self._ends: dict[str, str] = {}
        """Each rep's newest opening."""
        self._looks: dict[str, str] = {}
        """What the next review of each attempt is tied to."""
        self._rulings: dict[str, str] = {}
        self._intents: dict[str, str] = {}
        self._now: tuple[str, int, str] = ("", 0, "")
        """The attempt whose moves come now, the number of the last one, and its link."""

    def follow(self, value: Value) -> None:
        """Take the next row; RecordsError where it does not hold, or not in this place."""
        match value:
            case Document() | Person() | Erasure():
                self._prepare(value)
            case Opening():
                self._opening(value)
            case Said():
                self._step(value.attempt, value.step)
            case Look():
                self._look(value)
            case Ruling():
                self._ruling(value)
            case Intent():
                self._intent(value)

    def _prepare(self, value: Document | Person | Erasure) -> None:
        match value:
            case Document():
                self._document(value)
            case Person():
                self._person(value)
            case Erasure():
                self._erasure(value)

    def _document(self, document: Document) -> None:
        kept_name(document.kind, "a document's kind")
        admit_document(document)
        if document.digest in self._texts:
            raise RecordsError(f"the text {document.digest} is there twice")
        self._texts.add(document.digest)

    def _person(self, person: Person) -> None:
        kept_name(person.id, "a rep's id")
        check_moment(person.joined)
        if person.id in self._named:
            raise RecordsError(f"the rep {person.id} is there twice")
        if (person.name is None) != (person.handle is None):
            raise RecordsError(f"the rep {person.id} has a name or a handle, but not both")
        if person.name is not None and person.handle is not None:
            kept_name(person.name, "a rep's name")
            kept_name(person.handle, "a rep's handle")
        self._named[person.id] = person.name is not None

    def _erasure(self, erasure: Erasure) -> None:
        self._check_rep(erasure.rep)
        check_moment(erasure.at)
        if self._named[erasure.rep] or erasure.rep in self._erased:
            raise RecordsError(f"{erasure.rep} is said to be erased, and is there by name or was erased before")
        self._erased.add(erasure.rep)

    def _opening(self, opening: Opening) -> None:
        self._check_rep(opening.rep)
        for name, what in ((opening.id, "an attempt's id"), (opening.scenario, "a scenario's id")):
            kept_name(name, what)
        if opening.id in self._looks:
            raise RecordsError(f"the attempt {opening.id} is there twice")
        if opening.content not in self._texts:
            raise RecordsError(f"the scenario text that attempt {opening.id} stands on is not in here before it")
        if not 0 <= opening.seed <= MAX_SEED:
            raise RecordsError(f"the seed {opening.seed} is not from 0 to {MAX_SEED}")
        check_moment(opening.started)
        attempt_of(opening, ())
        if opening.previous != self._ends.get(opening.rep, first_link(RepId(opening.rep))):
            raise RecordsError(f"an attempt before {opening.id} was removed, added or changed")
        if opening_link(opening) != opening.link:
            raise RecordsError(f"the opening of attempt {opening.id} was changed after it was recorded")
        self._ends[opening.rep] = self._looks[opening.id] = opening.link
        self._now = (opening.id, 0, opening.link)

    def _step(self, attempt: str, step: Step) -> None:
        now, number, link = self._now
        if attempt != now:
            raise RecordsError(f"a move of attempt {attempt} does not stand behind its opening")
        if step.number != number + 1:
            raise RecordsError(f"move {number + 1} of attempt {attempt} is missing: number {step.number} stands here")
        for name, what in ((step.key, "a move's key"), (step.turn, "a turn's id")):
            kept_name(name, what)
        if step.choice is not None:
            kept_name(step.choice, "a choice's id")
        check_moment(step.at)
        try:
            recorded_of(step)
        except (ValueError, TypeError) as error:
            raise RecordsError(str(error)) from error
        if step_link(link, step) != step.link:
            raise RecordsError(f"move {step.number} of attempt {attempt} was changed after it was recorded")
        self._now = (attempt, step.number, step.link)

    def _look(self, look: Look) -> None:
        if look.attempt not in self._looks:
            raise RecordsError(f"there is no attempt {look.attempt} before this review of it")
        check_moment(look.at)
        kept_text(look.reviewer, "the reviewer's name")
        kept_text(look.reason, "the reason")
        review_of(look)
        if look_link(self._looks[look.attempt], look) != look.link:
            raise RecordsError(f"a review of attempt {look.attempt} was changed, or one before it removed")
        self._looks[look.attempt] = look.link

    def _ruling(self, ruling: Ruling) -> None:
        self._check_rep(ruling.rep)
        check_moment(ruling.at)
        kept_text(ruling.decider, "the name of who decides")
        kept_text(ruling.reason, "the reason")
        _check_day(ruling.until)
        decision_of(ruling)
        if ruling_link(self._rulings.get(ruling.rep, first_link(RepId(ruling.rep))), ruling) != ruling.link:
            raise RecordsError(f"a decision about {ruling.rep} was changed, or one before it removed")
        self._rulings[ruling.rep] = ruling.link

    def _intent(self, intent: Intent) -> None:
        self._check_rep(intent.rep)
        check_moment(intent.at)
        _check_day(intent.due)
        if intent.skill is not None:
            kept_name(intent.skill, "the goal's skill")
        intention_of(intent)
        if not (intent.due is None) == (intent.kind != "goal"):
            raise RecordsError(f"what {intent.rep} set out to do has a day that it cannot have")
        if not (intent.up_to is None) == (intent.kind != "fresh-start"):
            raise RecordsError(f"what {intent.rep} set out to do names an attempt that it cannot name")
        if intent.up_to is not None and intent.up_to not in self._looks:
            raise RecordsError(f"there is no attempt {intent.up_to} before this fresh start")
        if intent_link(self._intents.get(intent.rep, first_link(RepId(intent.rep))), intent) != intent.link:
            raise RecordsError(f"a goal or fresh start of {intent.rep} was changed, or one before it removed")
        self._intents[intent.rep] = intent.link

    def _check_rep(self, rep: str) -> None:
        if rep not in self._named:
            raise RecordsError(f'there is no rep "{rep[:80]}" before what is said of them')


def _check_day(text: str | None) -> None:
    try:
        written = None if text is None else date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise RecordsError(f'"{(text or "")[:40]}" is no day') from error
    if written != text:
        raise RecordsError(f'"{(text or "")[:40]}" is no day as records write it, such as {written}')
