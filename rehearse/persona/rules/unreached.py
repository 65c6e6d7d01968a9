"""P103: a beat no talk can come to (warning).

No `goto`, `detour`, `moves_on` or response of `always` leads there from the first beat.

Why: nobody will ever see it; most often a `goto` to it was forgotten.

Mend: write the `goto`, or take the beat out.

Fails:

    beats:
      small_thaw:
        says: You have done well this year.
        otherwise: [Go on., And then?, What else?]
        moves_on: the_case

Passes:

    beats:
      opening:
        hears:
          - when: gratitude
            goto: small_thaw
          - when: {topic: rota}
            detour: side_talk
      small_thaw:
        says: You have done well this year.
        otherwise: [Go on., And then?, What else?]
        moves_on: the_case

P108: an ending no talk can come to (warning).

No beat and no response of `always` leads there, and the turn limit does not either.

Why: a way you wrote for the learner is shut.

Mend: write a `goto` to it, or take it out.

Fails:

    endings:
      next_spring: {outcome: partial, says: Next spring then.}

Passes:

    beats:
      the_case:
        moves_on: next_spring
        hears:
          - when: evidence
            goto: yes_then
          - when: timeline
            goto: not_yet
    endings:
      next_spring: {outcome: partial, says: Next spring then.}
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
