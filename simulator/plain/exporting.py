"""A report written to a file, by question and answer."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from simulator.plain.reviewing import confirmed
from simulator.plain.voice import Voice
from simulator.usecases.exporting import FORMS, export, is_taken, place_of

if TYPE_CHECKING:
    from simulator.reports.team_views import TeamView
    from simulator.reports.views import ReadinessView

ABOUT_FILE: Final = (
    "The ending picks the form: .html for print, .csv for a spreadsheet, .json, .md. Enter: write nothing."
)


def ask_export(voice: Voice, gather: "Callable[[], ReadinessView | TeamView]", name: str) -> None:
    """Ask for a file and write there; over another only with a yes. Enter writes nothing."""
    forms = {form for form, _ in FORMS}
    while typed := voice.ask_for(f"To which file? Such as {name}.html or {name}.csv. Enter: nothing.", ABOUT_FILE):
        place = place_of(typed)
        form = {"htm": "html"}.get(place.suffix.lower()[1:], place.suffix.lower()[1:])
        if form not in forms:
            voice.say(f'"{typed[:80]}" does not say a form: end it in .html, .csv, .json or .md.')
            continue
        taken = is_taken(place)
        if taken and not confirmed(
            voice, f"{place} is there already. Replace it? y or n", "y: replace it. n: leave it."
        ):
            continue
        export(gather(), form, place, replace=taken)
        voice.say(f"Written to {place}.")
        return
    voice.say("Nothing was written.")
