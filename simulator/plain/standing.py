"""Where a rep stands, line by line: home and the evidence behind it."""

from simulator.assessment.words import between, percent
from simulator.plain.voice import Voice
from simulator.usecases.home import Home, SkillRow
from simulator.usecases.progress import EvidenceLine, ProgressView
from simulator.usecases.shelf import Progress, ScenarioRow


def say_home(voice: Voice, view: Home, goal: str = "") -> None:
    """Say where the rep stands, what to do next and why, and what there is."""
    voice.say(f"{view.rep.name}: {view.label}.")
    voice.say(view.sentence)
    for fact in filter(None, (view.decided, view.afresh)):
        voice.say(fact)
    if goal:
        voice.say(f"Your goal: {goal}")
    if view.goal is not None:
        voice.say(f"Goal by day: {view.goal.title}. {view.goal.between}")
    for skill in view.skills:
        voice.say(_standing(skill))
    say_next(voice, view)
    voice.say("Conversations:")
    for number, row in enumerate(view.scenarios, start=1):
        voice.say(f"{number}. {_conversation(row)}")
    for broken in view.broken:
        voice.say(f"Not available because of mistakes in its file: {broken}. See: simulator lint")


def say_next(voice: Voice, view: Home) -> None:
    """Say what to do next and why, and what could be done instead."""
    for lead, each in (("Next", view.suggestion), ("Or", view.instead)):
        if each is not None:
            voice.say(f"{lead}: {each.scenario.title} ({each.scenario.purpose}). {each.reason}")


def say_progress(voice: Voice, view: ProgressView) -> None:
    """Say every skill's standing and every piece of evidence behind it."""
    voice.say(f"{view.home.rep.name}: {view.home.label}.")
    voice.say(view.home.sentence)
    for fact in filter(None, (view.home.decided, view.home.afresh, view.chances)):
        voice.say(fact)
    say_skills(voice, view, "You", heard=False)
    if view.home.goal is not None:
        voice.say(f"Goal by day: {view.home.goal.title}. {view.home.goal.between}")
    say_next(voice, view.home)


def say_skills(voice: Voice, view: ProgressView, speaker: str, *, heard: bool) -> None:
    """Say every skill's standing, its way, and the evidence behind it.

    `speaker` is who answered the customers; with `heard` it is said what they had heard.
    """
    for skill in view.skills:
        voice.say(_standing(skill.row))
        if len(skill.course) > 1:
            course = ", ".join(
                f"{percent(point.estimate)} ({between(point.low, point.high)})" for point in skill.course
            )
            voice.say(f"{skill.row.title}, estimate (and where it likely lies) after each assessment: {course}.")
        for line in skill.evidence:
            voice.say(
                f"{skill.row.title}, {line.at:%Y-%m-%d}, {line.scenario}. {_evidence(line, speaker, heard=heard)}"
            )


def _standing(skill: SkillRow) -> str:
    # An unseen skill's sentence begins with its word.
    said = skill.sentence if skill.sentence.lower().startswith(skill.word) else f"{skill.word}. {skill.sentence}"
    return f"{skill.title}: {said[:1].lower()}{said[1:].rstrip('.')}."


def _conversation(row: ScenarioRow) -> str:
    last = f", last time: {row.outcome}" if row.progress is Progress.DONE else ""
    return f"{row.title}, with {row.customer} ({row.purpose}, {row.level}, {row.progress}{last})."


def _evidence(line: EvidenceLine, speaker: str, *, heard: bool) -> str:
    before = f'Customer: "{line.customer}" ' if heard else ""
    said = f'{before}{speaker}: "{line.said}"' if line.said else f"{before}Not answered yet."
    return f"{line.indicator}: {line.word}. {said}" if line.indicator else said
