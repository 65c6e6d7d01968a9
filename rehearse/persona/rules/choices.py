"""P110: a choice that is none (hint).

Whatever the learner says in this beat, the talk goes the same way, and nothing is changed by it: no
mood, no memory.

Why: choices without a difference teach nothing.

Mend: let one reply lead elsewhere, or move a meter.

Fails:

    beats:
      small_talk:
        says: How was the drive?
        hears:
          - when: greeting
            goto: the_case
          - when: gratitude
            goto: the_case
        otherwise: [I see., And the parking?, Well then.]
        moves_on: the_case
      opening:
        moves_on: small_talk

Passes:

    beats:
      small_talk:
        says: How was the drive?
        hears:
          - when: greeting
            goto: the_case
          - when: gratitude
            mood: {trust: +5}
            goto: the_case
        otherwise: [I see., And the parking?, Well then.]
        moves_on: the_case
      opening:
        moves_on: small_talk

P117: no ending that gives the learner anything (warning).

Every ending is `refused` or `walked_out`.

Why: who did everything right should see that it was worth something, if only a date.

Mend: add an ending with the outcome `partial` or `agreed`, and a way to it.

Fails:

    endings:
      yes_then: {outcome: refused, says: No. But thank you.}
      not_yet: {outcome: refused, says: No.}

Passes:

    endings:
      yes_then: {outcome: agreed, says: I will back you.}
      not_yet: {outcome: refused, says: No.}
"""

from collections.abc import Iterator

from rehearse.persona.model import Beat
from rehearse.persona.script import Script
from rehearse.persona.ways import own_responses
from rehearse.source import Problem

_FEWEST = 2  # responses that make a choice


def check(script: Script) -> Iterator[Problem]:
    """Each beat whose replies all do the same, and a script without anything to win."""
    for beat in script.persona.beats.values():
        if len(beat.hears) >= _FEWEST and _all_the_same(beat):
            message = f"Every reply in '{beat.name}' leads to '{beat.hears[0].goto}' all the same."
            place = script.key_place("beats", beat.name, "hears")
            mend = "Let one lead elsewhere, or move a meter."
            yield script.document.problem(place, "P110", message, mend, "hint")
    endings = script.persona.endings.values()
    if not any(ending.outcome in ("agreed", "partial") for ending in endings):
        message = "No ending is agreed or partial: there is nothing to be won in this talk."
        place = script.key_place("endings")
        mend = "Add one, and a way to it."
        yield script.document.problem(place, "P117", message, mend, "warning")


def _all_the_same(beat: Beat) -> bool:
    responses = list(own_responses(beat))
    changes = any(one.mood or one.remember or one.forget or one.detour for one in responses)
    targets = {one.goto for one in responses}
    if beat.moves_on is not None:
        targets -= {beat.otherwise.goto} if not beat.otherwise.goto else set()
    return not changes and len(targets) == 1 and "" not in targets
