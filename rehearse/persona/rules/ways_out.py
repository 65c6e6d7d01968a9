"""P104, P105: a beat the talk cannot leave by itself.

Every beat has a `goto`, a `detour` or a `moves_on` of its own that leads elsewhere (P105), and by
such ways an ending can be reached from it (P104). What `always` offers does not count: running out
of patience, or of turns, is no way through a talk. Loops are fine, for the turn limit ends them.

Why: the learner would be stuck, whatever they say.

Fails: a beat whose `hears` and `otherwise` only say something.
Passes: the same beat with `moves_on: the_case`.
"""

from collections.abc import Iterator

from rehearse.persona.script import Script
from rehearse.persona.ways import reached, targets_of
from rehearse.source import Problem


def check(script: Script) -> Iterator[Problem]:
    """Each beat without a way out of its own, and each from which no ending can be reached."""
    persona = script.persona
    graph = targets_of(way for way in script.ways() if not way.everywhere)
    trapped = {name for name in persona.beats if not graph.get(name, set()) - {name}}
    for name in persona.beats:
        place = script.place_of("beats", name)
        if name in trapped:
            message = f"The beat '{name}' has no way out of its own."
            mend = "Give it a goto, or a moves_on."
            yield script.document.problem(place, "P105", message, mend)
            continue
        ahead = reached([name], graph)
        if not ahead & set(persona.endings) and not ahead & trapped:
            trapped.add(name)  # the beats that lead into this trap are not told again
            message = f"From the beat '{name}' no ending can be reached."
            mend = "Let one of the beats it leads to go on to an ending."
            yield script.document.problem(place, "P104", message, mend)
