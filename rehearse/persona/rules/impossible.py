"""P304: a condition that can never hold.

Two tones at once, the same name wanted and ruled out, a range whose ends are the wrong way round,
or one beyond what there is (meters go from 0 to 100, firmness and respect from 0 to 1, turns to
the turn limit), a name both remembered and forgotten.

Why: what stands under it is never used.

Fails: `when: {all: [assertive, aggressive]}`.
Passes: `when: {any: [assertive, aggressive]}`.
"""

from collections.abc import Iterator

from rehearse.persona.linesets import line_sets
from rehearse.persona.model import Condition, Persona, Range
from rehearse.persona.script import Script
from rehearse.reading.model import TONES
from rehearse.source import Problem


def check(script: Script) -> Iterator[Problem]:
    """Each condition, nested ones too, of which it is sure that it never holds."""
    limit = script.persona.turn_limit
    for condition in _conditions(script.persona):
        for why in _reasons(condition, limit):
            place = condition.place or script.document.root.place
            message = f"This condition can never hold: {why}."
            mend = "Change it, or take out what stands under it."
            yield script.document.problem(place, "P304", message, mend)


def _conditions(persona: Persona) -> Iterator[Condition]:
    found = [response.when for response in (*persona.reacts, *persona.always)]
    found += [response.when for beat in persona.beats.values() for response in beat.hears]
    found += [line.when for lines in line_sets(persona) for line in lines.lines if line.when]
    while found:
        condition = found.pop()
        yield condition
        for group in (condition.any_of, condition.all_of, condition.none_of):
            found += [inner for inner in group if isinstance(inner, Condition)]


def _reasons(condition: Condition, limit: int) -> Iterator[str]:
    sure = [name for name in condition.all_of if isinstance(name, str)]
    if len(condition.any_of) == 1 and isinstance(condition.any_of[0], str):
        sure.append(condition.any_of[0])
    tones = sorted({name for name in sure if name in TONES})
    if len(tones) > 1:
        yield f"a reply has one tone, not {' and '.join(tones)}"
    for name in dict.fromkeys(sure):
        if name in condition.none_of:
            yield f"{name} is both wanted and ruled out"
    for name in condition.remembers:
        if name in condition.forgets:
            yield f"{name} is both in remembers and in forgets"
    for what, found, low, high in _ranges(condition, limit):
        if found is not None and _empty(found, low, high):
            yield f"{what} is never in this range (it goes from {low} to {high})"


def _ranges(condition: Condition, limit: int) -> Iterator[tuple[str, Range | None, int, int]]:
    for meter, found in condition.mood.items():
        yield meter, found, 0, 100
    yield "firmness", condition.firmness, 0, 1
    yield "respect", condition.respect, 0, 1
    yield "turn", condition.turn, 1, limit


def _empty(found: Range, low: int, high: int) -> bool:
    bottom = low if found.low is None else max(low, found.low)
    return bottom > (high if found.high is None else min(high, found.high))
