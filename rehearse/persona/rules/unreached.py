"""P103, P108: a beat or an ending no talk can come to.

From the first beat, by `goto`, `detour`, `moves_on` and `always`, every beat (P103) and every
ending (P108) should be reached.

Why: nobody will ever see it; most often a `goto` to it was forgotten.

Fails: a beat `small_thaw` that no `goto` names.
Passes: the same beat with `goto: small_thaw` in the opening.
"""

from collections.abc import Iterator

from rehearse.persona.script import Script
from rehearse.persona.ways import reachable
from rehearse.source import Problem


def check(script: Script) -> Iterator[Problem]:
    """Each beat and ending that cannot be reached from the start."""
    persona = script.persona
    found = reachable(persona, script.ways())
    for section, code, names in (
        ("beats", "P103", persona.beats),
        ("endings", "P108", persona.endings),
    ):
        for name in names:
            if name not in found:
                message = f"No talk can come to '{name}'."
                mend = f"Write goto: {name} somewhere, or take it out."
                place = script.place_of(section, name)
                yield script.document.problem(place, code, message, mend, "warning")
