"""From contributions to a place: firmness and respect as logistic sums, tone as a region.

Every contribution keeps its name and its share, so the sum can be checked by hand:
firmness = logistic(sum of the cues' firmness), respect likewise.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rehearse.reading.model import Tone

BASE_FIRMNESS = 0.0
BASE_RESPECT = 0.0

LOW_RESPECT = -0.8
FIRM = 0.0
STANCE = 0.35

_FADING = 0.6  # each further cue of one source says less than the one before
_COURTESY_UNDER_ATTACK = 0.25
_ATTACK = -1.5
_HEDGE_BESIDE_A_REQUEST = 0.4
_REQUEST = 1.0
_AT_THE_END = 1.25


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one cue or feature adds. Words [first, last); `span` in characters as typed."""

    source: str
    phrase: str
    similarity: float
    first: int
    last: int
    span: tuple[int, int]
    firmness: float
    respect: float


def logistic(total: float) -> float:
    """Between 0 and 1, with 0.5 for a sum of 0."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def weigh(contributions: Sequence[Contribution], end_from: int) -> tuple[Contribution, ...]:
    """The contributions with their final shares. Words from `end_from` on are the reply's end.

    What is said last weighs more; a further cue of one kind says less; courtesy does not undo an
    attack, and a hedge does not undo a clear request.
    """
    weighed = _fade(contributions)
    weighed = [_stress_end(one, end_from) for one in weighed]
    attacked = sum(one.respect for one in weighed if one.respect <= -1.0) <= _ATTACK
    asked = sum(one.firmness for one in weighed if one.firmness >= 0.5) >= _REQUEST
    shares = []
    for one in weighed:
        if attacked and one.respect > 0:
            one = replace(one, respect=one.respect * _COURTESY_UNDER_ATTACK)
        if asked and -0.9 < one.firmness < 0:
            one = replace(one, firmness=one.firmness * _HEDGE_BESIDE_A_REQUEST)
        shares.append(replace(one, firmness=round(one.firmness, 3), respect=round(one.respect, 3)))
    return tuple(sorted(shares, key=lambda one: (one.span, one.source, one.phrase)))


def _fade(contributions: Sequence[Contribution]) -> list[Contribution]:
    by_source: dict[str, list[Contribution]] = defaultdict(list)
    for one in contributions:
        by_source[one.source].append(one)
    faded = []
    for group in by_source.values():
        group.sort(key=lambda one: (-abs(one.firmness) - abs(one.respect), one.span))
        for rank, one in enumerate(group):
            share = _FADING**rank
            faded.append(replace(one, firmness=one.firmness * share, respect=one.respect * share))
    return faded


def _stress_end(one: Contribution, end_from: int) -> Contribution:
    telling = one.respect <= -1.0 or one.firmness <= -1.0
    if one.first >= end_from > 0 and telling:
        return replace(one, firmness=one.firmness * _AT_THE_END, respect=one.respect * _AT_THE_END)
    return one


def tone_of(firm: float, respect: float) -> Tone:
    """The tone of a place given as sums (not yet logistic)."""
    if respect < LOW_RESPECT:
        return "aggressive" if firm > FIRM else "passive_aggressive"
    if firm > STANCE:
        return "assertive"
    if firm < -STANCE:
        return "passive"
    return "neutral"


def margin(firm: float, respect: float) -> float:
    """How far the place is from the nearest border to another tone, in sum units."""
    to_attack = abs(respect - LOW_RESPECT)
    if respect < LOW_RESPECT:
        return min(to_attack, abs(firm - FIRM))
    return min(to_attack, abs(abs(firm) - STANCE))
