"""P106, P111: detours and ways back that do not fit.

`goto: back` stands only in a beat that some detour leads to (P111), and a response has either
`goto` or `detour` (P106).

Why: without a detour there is nowhere to go back to, and the talk would stay where it is.

Fails: `goto: back` in the opening.
Passes: `detour: small_talk` in the opening and `goto: back` in `small_talk`.
"""

from collections.abc import Iterator

from rehearse.persona.model import BACK
from rehearse.persona.script import Script
from rehearse.source import Problem


def check(script: Script) -> Iterator[Problem]:
    """Each `goto: back` without a detour, and each response with two ways."""
    returning = {way.origin for way in script.ways() if way.back}
    for use in script.named("goto"):
        beat = use.site.partition(".")[0]
        if use.name == BACK and beat in script.persona.beats and beat not in returning:
            message = f"No detour leads to '{beat}', so there is no way back from it."
            mend = f"Write detour: {beat} where the talk goes there, or goto another beat."
            yield script.document.problem(use.place, "P111", message, mend)
    for use in script.named("second way"):
        message = "This response has both a goto and a detour."
        yield script.document.problem(use.place, "P106", message, "Keep one of them.")
