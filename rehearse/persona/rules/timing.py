"""P112: an ending that comes too late (warning).

Even the shortest way there takes more replies than the turn limit allows.

Why: the talk is over before anybody gets there.

Mend: raise the turn limit, or shorten the way.

Fails:

    turn_limit: {turns: 2, goto: out_of_time}
    beats:
      the_case:
        moves_on: {after: 1, goto: a_wait}
      a_wait:
        says: And now?
        otherwise: [Go on., And then?, What else?]
        moves_on: {after: 1, goto: not_yet}
      opening:
        moves_on: {after: 1, goto: the_case}

Passes:

    turn_limit: {turns: 10, goto: out_of_time}
    beats:
      the_case:
        moves_on: {after: 1, goto: a_wait}
      a_wait:
        says: And now?
        otherwise: [Go on., And then?, What else?]
        moves_on: {after: 1, goto: not_yet}

P113: a moves_on that never comes (warning).

The turn limit ends the talk before so many replies can have been given in this beat.

Why: the way on that you wrote is never taken.

Mend: write a smaller number after `after`, or raise the turn limit.

Fails:

    beats:
      the_case:
        moves_on: {after: 12, goto: not_yet}

Passes:

    beats:
      the_case:
        moves_on: {after: 3, goto: not_yet}
"""

import heapq
from collections.abc import Iterator

from rehearse.persona.model import Persona
from rehearse.persona.script import Script
from rehearse.source import Problem


def check(script: Script) -> Iterator[Problem]:
    """Each ending and each `moves_on` that the turn limit comes before."""
    replies = _replies_to(script)
    found = list(_waiting_too_long(script, replies))  # from one of these, late endings follow
    yield from found or _late_endings(script, replies)


def _late_endings(script: Script, replies: dict[str, int]) -> Iterator[Problem]:
    persona, limit = script.persona, script.persona.turn_limit
    for name in persona.endings:
        if name != persona.out_of_time and replies.get(name, 0) > limit:
            message = (
                f"The ending '{name}' takes {replies[name]} replies at least;"
                f" the turn limit is {limit}."
            )
            place = script.place_of("endings", name)
            mend = "Raise the turn limit, or shorten the way."
            yield script.document.problem(place, "P112", message, mend, "warning")


def _waiting_too_long(script: Script, replies: dict[str, int]) -> Iterator[Problem]:
    limit = script.persona.turn_limit
    for beat in script.persona.beats.values():
        going = beat.moves_on
        if going is not None and going.after > limit - replies.get(beat.name, limit) > 0:
            message = f"The turn limit of {limit} ends the talk before '{beat.name}' moves on."
            place = script.key_place("beats", beat.name, "moves_on")
            mend = "Write a smaller number, or raise the turn limit."
            yield script.document.problem(place, "P113", message, mend, "warning")


def _replies_to(script: Script) -> dict[str, int]:
    """How many replies it takes at least to come to each beat and ending."""
    ways: dict[str, list[tuple[str, int]]] = {}
    for way in script.ways():
        ways.setdefault(way.origin, []).append((way.target, _cost(script.persona, way.by)))
    found: dict[str, int] = {}
    waiting = [(0, script.persona.start)]
    while waiting:
        replies, name = heapq.heappop(waiting)
        if name not in found:
            found[name] = replies
            for target, cost in ways.get(name, ()):
                if target not in found:
                    heapq.heappush(waiting, (replies + cost, target))
    return found


def _cost(persona: Persona, by: str) -> int:
    beat = persona.beats.get(by.removesuffix(".moves_on"))
    return beat.moves_on.after if beat is not None and beat.moves_on is not None else 1
