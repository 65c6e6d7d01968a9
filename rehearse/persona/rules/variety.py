"""P403: too few lines where one can come up twice (warning).

What a manager says when nothing else fits (`otherwise`), when they did not understand
(`asks_back`), when a beat is entered again, or when a response keeps the talk in its beat, should
have at least three variants.

Why: a person who says the same words twice is no longer a person.

Mend: write three things this person might say. `once: yes` on the response is another way.

Fails:

    beats:
      the_case:
        otherwise: [What else?]

Passes:

    beats:
      the_case:
        otherwise: [What else?, And more?, What did it change?]
"""

from collections.abc import Iterator

from rehearse.persona.linesets import LineSet, line_sets
from rehearse.persona.script import Script
from rehearse.persona.ways import Way, circles_in, targets_of
from rehearse.source import Problem

_ENOUGH = 3


def check(script: Script) -> Iterator[Problem]:
    """Each set with fewer than three lines that can come up twice in one talk."""
    again = _entered_again(script.ways())
    for found in line_sets(script.persona):
        if len(found.lines) >= _ENOUGH or not _repeats(found, again):
            continue
        count = len(found.lines)
        noun = "one line" if count == 1 else f"{count} lines"
        message = f"{found.site} can come up again and has {noun}."
        place = found.lines[0].place or script.document.root.place
        yield script.document.problem(place, "P403", message, "Write at least three.", "warning")


def _repeats(found: LineSet, again: set[str]) -> bool:
    if found.kind == "asks_back":
        return True
    if found.kind == "beat":
        return found.owner in again
    response = found.response
    if response is None or response.once or found.kind in ("reaction", "moves_on"):
        return False
    return not response.goto or found.owner in again


def _entered_again(found: list[Way]) -> set[str]:
    """The beats whose lines a talk may come to twice: those from which a way leads back."""
    circle = circles_in(targets_of(way for way in found if not way.everywhere))
    return {
        way.target
        for way in found
        if not way.everywhere
        and (not way.back or way.silent)
        and circle[way.origin] == circle[way.target]
    }
