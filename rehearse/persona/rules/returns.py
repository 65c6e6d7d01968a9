"""P106: two ways at once (error).

A response has either a `goto` or a `detour`.

Why: the talk can take only one of them.

Mend: keep one. A detour comes back by itself, by `goto: back` in the beat it leads to.

Fails:

    beats:
      opening:
        hears:
          - when: {topic: rota}
            detour: side_talk
          - when: direct_ask
            detour: side_talk
            goto: the_case

Passes:

    beats:
      opening:
        hears:
          - when: {topic: rota}
            detour: side_talk
          - when: direct_ask
            goto: the_case

P111: a way back that leads nowhere (error).

`goto: back` stands only in a beat that some detour leads to.

Why: without a detour there is nowhere to go back to, and the talk would stay where it is.

Mend: write `detour:` where the talk comes here, or name the beat to go to.

Fails:

    beats:
      the_case:
        moves_on: back

Passes:

    beats:
      the_case:
        moves_on: not_yet

P114: a detour that does not come back (warning).

From the beat a `detour` leads to, no `goto: back` can be reached.

Why: the talk would never return to where it was, though the script says that it will.

Mend: write `goto: back` in the beat, or `goto` in place of `detour`.

Fails:

    beats:
      opening:
        hears:
          - when: {topic: rota}
            detour: side_talk
          - when: direct_ask
            mood: {trust: +5}
            detour: the_case

Passes:

    beats:
      opening:
        hears:
          - when: {topic: rota}
            detour: side_talk
          - when: direct_ask
            mood: {trust: +5}
            goto: the_case
"""

from collections.abc import Iterator

from rehearse.persona.model import BACK
from rehearse.persona.script import Script
from rehearse.persona.ways import own_responses, reaching, targets_of
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
    yield from _one_way(script)


def _one_way(script: Script) -> Iterator[Problem]:
    """Each detour to a beat from which there is no way back."""
    persona = script.persona
    everywhere = any(response.goto == BACK for response in persona.always)
    backs = {
        beat.name
        for beat in persona.beats.values()
        if everywhere or any(response.goto == BACK for response in own_responses(beat))
    }
    graph = targets_of(way for way in script.ways() if not way.back)
    returning = reaching(backs, graph)
    for use in script.named("detour"):
        if use.name in persona.beats and use.name not in returning:
            message = f"The detour to '{use.name}' never comes back."
            mend = f"Write goto: back in '{use.name}', or goto here in place of detour."
            yield script.document.problem(use.place, "P114", message, mend, "warning")
