"""P104: a beat from which no ending can be reached (error).

By `goto`, `detour` and `moves_on` of their own, its beats lead only round among themselves. What
`always` offers does not count: running out of patience, or of turns, is no way through a talk.

Why: whatever they say, the learner goes in a circle.

Mend: let one of the beats it leads to go on to an ending.

Fails:

    beats:
      opening:
        moves_on: {after: 2, goto: a_wait}
      a_wait:
        says: [And now?, So then?, Where were we?]
        hears:
          - when: evidence
            goto: a_pause
        otherwise: [Go on., I see., What else?]
        moves_on: a_pause
      a_pause:
        says: [(A pause.), (A long look.), (He waits.)]
        otherwise: [Well?, Hm., Yes?]
        moves_on: a_wait

Passes:

    beats:
      opening:
        moves_on: {after: 2, goto: a_wait}
      a_wait:
        says: [And now?, So then?, Where were we?]
        hears:
          - when: evidence
            goto: the_case
        otherwise: [Go on., I see., What else?]
        moves_on: the_case

P105: a beat without a way out (error).

Every beat has a `goto`, a `detour` or a `moves_on` of its own that leads elsewhere.

Why: the learner would be stuck, whatever they say.

Mend: give it a `goto`, or a `moves_on`.

Fails:

    beats:
      opening:
        moves_on: a_wait
      a_wait:
        says: And now?
        hears:
          - when: evidence
            says: [Good., Fine., I see.]
        otherwise: [Go on., And then?, What else?]

Passes:

    beats:
      opening:
        moves_on: a_wait
      a_wait:
        says: And now?
        hears:
          - when: evidence
            says: [Good., Fine., I see.]
        otherwise: [Go on., And then?, What else?]
        moves_on: the_case
"""

from collections.abc import Iterator

from rehearse.persona.script import Script
from rehearse.persona.ways import reaching, targets_of
from rehearse.source import Problem


def check(script: Script) -> Iterator[Problem]:
    """Each beat without a way out of its own, and each from which no ending can be reached."""
    persona = script.persona
    graph = targets_of(way for way in script.ways() if not way.everywhere)
    free = reaching(persona.endings, graph)
    trapped = {name for name in persona.beats if not graph.get(name, set()) - {name}}
    told = reaching(trapped, graph)  # the beats that lead into a trap are not told again
    for name in persona.beats:
        place = script.place_of("beats", name)
        if name in trapped:
            message = f"The beat '{name}' has no way out of its own."
            mend = "Give it a goto, or a moves_on."
            yield script.document.problem(place, "P105", message, mend)
        elif name not in free and name not in told:
            told |= reaching([name], graph)
            message = f"From the beat '{name}' no ending can be reached."
            mend = "Let one of the beats it leads to go on to an ending."
            yield script.document.problem(place, "P104", message, mend)
