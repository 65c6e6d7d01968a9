"""P304: a condition that can never hold (error).

Two tones at once, the same name wanted and ruled out, a tone in a reading that is not certain,
silence together with words, a range whose ends are the wrong way round or that lies beyond what
there is (meters go from 0 to 100, firmness and respect from 0 to 1, turns to the turn limit), a
name both remembered and forgotten.

Why: what stands under it is never used.

Mend: for one of several write `any:`; turn the range round; or take it all out.

Fails:

    beats:
      the_case:
        hears:
          - when: {all: [assertive, aggressive]}
            goto: yes_then

Passes:

    beats:
      the_case:
        hears:
          - when: {any: [assertive, evidence]}
            goto: yes_then
"""

from collections.abc import Iterator

from rehearse.persona.conditions_of import Asked, conditions_of
from rehearse.persona.model import Condition, Range
from rehearse.persona.script import Script
from rehearse.reading.model import MOVES, TONES
from rehearse.source import Problem


def check(script: Script) -> Iterator[Problem]:
    """Each condition, nested ones too, of which it is sure that it never holds."""
    limit = script.persona.turn_limit
    for asked in conditions_of(script.persona):
        for why in _reasons(asked, limit):
            place = asked.condition.place or script.document.root.place
            message = f"This condition can never hold: {why}."
            mend = "Change it, or take out what stands under it."
            yield script.document.problem(place, "P304", message, mend)


def _reasons(asked: Asked, limit: int) -> Iterator[str]:
    condition = asked.condition
    sure = _sure_names(condition)
    tones = sorted({name for name in sure if name in TONES})
    if len(tones) > 1:
        yield f"a reply has one tone, not {' and '.join(tones)}"
    if tones and condition.certain is False:
        yield f"{tones[0]} counts only when the reading is certain"
    moves = [name for name in sure if name in MOVES]
    if moves and ("silence" in sure or _is_none(condition.words)):
        yield f"a reply without words makes no {moves[0]}"
    for name in dict.fromkeys(sure):
        if name in condition.none_of:
            yield f"{name} is both wanted and ruled out"
    for name in condition.remembers:
        if name in condition.forgets:
            yield f"{name} is both in remembers and in forgets"
    for what, found, low, high in _ranges(asked, limit):
        if found is not None and _empty(found, low, high):
            ends = f"from {low} to {high}" if high is not None else f"from {low} up"
            yield f"{what} is never in this range (it goes {ends})"


def _sure_names(condition: Condition) -> list[str]:
    """The names that a reply must have for the condition to hold."""
    sure = [name for name in condition.all_of if isinstance(name, str)]
    if len(condition.any_of) == 1 and isinstance(condition.any_of[0], str):
        sure.append(condition.any_of[0])
    return sure


def _is_none(words: Range | None) -> bool:
    return words is not None and words.high is not None and words.high < 1


def _ranges(asked: Asked, limit: int) -> Iterator[tuple[str, Range | None, int, int | None]]:
    condition = asked.condition
    for meter, found in condition.mood.items():
        yield meter, found, 0, 100
    yield "firmness", condition.firmness, 0, 1
    yield "respect", condition.respect, 0, 1
    yield "turn", condition.turn, 1, limit
    yield "words", condition.words, 0, None
    for beat, found in condition.visits.items():  # a beat that asks has been entered
        yield "visits", found, 1 if beat and beat == asked.beat else 0, None


def _empty(found: Range, low: int, high: int | None) -> bool:
    bottom = low if found.low is None else max(low, found.low)
    tops = [top for top in (high, found.high) if top is not None]
    return bool(tops) and bottom > min(tops)
