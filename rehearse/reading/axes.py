"""From contributions to a place: firmness and respect as logistic sums, tone as a region.

Every contribution keeps its name and its share, so the sum can be checked by hand:
firmness = logistic(sum of the cues' firmness), respect likewise.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rehearse.reading.model import Tone

LOW_RESPECT = -0.8
FIRM = 0.0
STANCE = 0.02  # nearer to the middle no side is taken; mostly `idle` words say so

_NONE = (0.0, 0.0, 0.0)
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


def weigh(
    contributions: Sequence[Contribution],
    end_from: int,
    fitted: Mapping[str, tuple[float, float, float]],
) -> tuple[Contribution, ...]:
    """The contributions with their final shares. Words from `end_from` on are the reply's end.

    `fitted` corrects whole sources: its worth is added to the strongest cue of each.

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
        shares.append(one)
    return tuple(_correct(shares, fitted))


def _correct(
    shares: list[Contribution], fitted: Mapping[str, tuple[float, float, float]]
) -> Iterator[Contribution]:
    met: set[str] = set()
    for one in shares:  # the strongest of each source comes first
        firm, respect, _ = _NONE if one.source in met else fitted.get(one.source, _NONE)
        met.add(one.source)
        yield replace(
            one, firmness=round(one.firmness + firm, 4), respect=round(one.respect + respect, 4)
        )


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


STEEPNESS = 1.6


def certainty(firm: float, respect: float, idle: float) -> float:
    """How sure the tone of a place is, 0..1: the share the borders leave to it.

    Each border is soft: a place on it belongs to either side with the same right. `idle` is the
    sum that says that nothing is at stake; from nought up the tone is neutral.
    """
    at_rest = logistic(idle)
    if idle >= 0:
        return at_rest
    hostile = logistic(STEEPNESS * (LOW_RESPECT - respect))
    firmly = logistic(STEEPNESS * (firm - FIRM))
    return (1 - at_rest) * max(hostile, 1 - hostile) * max(firmly, 1 - firmly)
