"""P307: a script in which hostility pays (warning).

A learner who is hostile in every reply comes to an `agreed` ending; or a response to nothing but
hostile replies raises a meter that goodwill raises as well.

Why: the learner would learn the wrong thing, and the score would say otherwise than the manager.

Mend: let hostile replies cost something, and end the talk before the good ending: `always` with
`mood: {patience: at most 0}`. Where the manager may be won over by a sharp word, ask for more than
that: `{all: [demand, evidence], none: aggressive}`.

Fails:

    beats:
      the_case:
        hears:
          - when: aggressive
            goto: yes_then
          - when: evidence
            goto: yes_then

Passes:

    beats:
      the_case:
        hears:
          - when: aggressive
            goto: not_yet
          - when: evidence
            goto: yes_then
"""

from collections.abc import Iterator, Sequence

from rehearse.persona.judging import Heard
from rehearse.persona.model import Condition, Persona, Response
from rehearse.persona.script import Script
from rehearse.persona.walking import Arrival, walk
from rehearse.reading.model import HELPFUL_MOVES
from rehearse.source import Place, Problem

_TONES = frozenset({"aggressive", "passive_aggressive"})
_HARMS = frozenset({"entitlement", "ultimatum", "blame", "comparison", "badmouth", "demand"})
_HOSTILE = _TONES | _HARMS
_CIVIL = frozenset({"assertive", *HELPFUL_MOVES})
# What a hostile learner says, over and over: loud threats, then digs without a raised voice.
_LOUD = tuple(
    Heard(frozenset({"aggressive", *moves}), firmness=0.95, respect=0.05)
    for moves in (("ultimatum", "demand"), ("blame",), ("entitlement", "comparison"), ("badmouth",))
)
_SLY = (
    Heard(frozenset({"passive_aggressive", "hint"}), firmness=0.4, respect=0.1),
    Heard(frozenset({"passive_aggressive", "comparison", "blame"}), firmness=0.4, respect=0.1),
)
_MEND = "Let hostile replies cost something, or lead elsewhere."


def check(script: Script) -> Iterator[Problem]:
    """Each hostile way to a good ending, and each reward for nothing but hostility."""
    told = set()
    for kind, replies in (("a hostile", _LOUD), ("a sarcastic", _SLY)):
        arrival = walk(script.persona, replies)
        if script.persona.endings[arrival.ending].outcome == "agreed":
            place = _place_of(script, arrival)
            if place not in told:
                told.add(place)
                message = f"Who gives {kind} reply each time comes to '{arrival.ending}', agreed."
                yield script.document.problem(place, "P307", message, _MEND, "warning")
    yield from _rewards(script)


def _place_of(script: Script, arrival: Arrival) -> Place:
    """Where the name of that ending stands, in what led there."""
    for use in script.named("goto", "detour", "ending"):
        if use.site == arrival.by and use.name == arrival.ending:
            return use.place
    return script.place_of("endings", arrival.ending)


def _rewards(script: Script) -> Iterator[Problem]:
    persona = script.persona
    welcome = _welcome_meters(persona)
    for response in _responses(persona):
        if not _is_for(response.when, _HOSTILE):
            continue
        raised = [name for name, change in response.mood.items() if change > 0 and name in welcome]
        if raised and sum(response.mood.values()) > 0:
            message = f"This raises {' and '.join(raised)} for a hostile reply."
            place = response.place or script.document.root.place
            yield script.document.problem(place, "P307", message, _MEND, "warning")


def _responses(persona: Persona) -> Iterator[Response]:
    yield from (*persona.reacts, *persona.always)
    for beat in persona.beats.values():
        yield from beat.hears


def _welcome_meters(persona: Persona) -> set[str]:
    """The meters that civil replies raise on the whole."""
    sums: dict[str, int] = {}
    for response in _responses(persona):
        if _is_for(response.when, _CIVIL):
            for name, change in response.mood.items():
                sums[name] = sums.get(name, 0) + change
    return {name for name, total in sums.items() if total > 0}


def _is_for(when: Condition, names: frozenset[str]) -> bool:
    """Whether the condition asks for such names and no others."""
    asked: Sequence[str | Condition] = (*when.any_of, *when.all_of)
    return bool(asked) and all(isinstance(name, str) and name in names for name in asked)
