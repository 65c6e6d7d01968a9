"""What each cue adds, on four axes, and how cues weigh against each other.

firmness  for the speaker's own side: giving way below nought, standing firm above
respect   for the other's side: hostile below LOW_RESPECT, civil above
veiled    whether hostility, if there is any, would hide (sarcasm, sulking) or show
idle      that nothing is at stake

Every contribution keeps its name and its shares, so the sums can be checked by hand. All are
logits: a share of 1 makes what it speaks for some two and a half times as likely.
"""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

LOW_RESPECT = -0.8
FIRM = 0.0

Worth = tuple[float, float, float, float]  # firmness, respect, veiled, idle

_NONE = (0.0, 0.0, 0.0, 0.0)
_FADING = 0.6  # each further cue of one source says less than the one before
_COURTESY_UNDER_ATTACK = 0.25
_ATTACK = -1.5
_HEDGE_BESIDE_A_REQUEST = 0.4
_REQUEST = 1.0
_AT_THE_END = 1.25


class Contribution(NamedTuple):
    """What one cue or feature adds. Words [first, last); `span` in characters as typed."""

    source: str
    phrase: str
    similarity: float
    first: int
    last: int
    span: tuple[int, int]
    firmness: float
    respect: float
    veiled: float = 0.0
    idle: float = 0.0


def logistic(total: float) -> float:
    """Between 0 and 1, with 0.5 for a sum of 0."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def logit(share: float) -> float:
    """The sum of which `share` is the logistic. `share` lies between 0 and 1, both excluded."""
    return math.log(share / (1 - share))


def weigh(
    contributions: Sequence[Contribution],
    end_from: int,
    fitted: Mapping[str, Worth],
) -> tuple[Contribution, ...]:
    """The contributions with their final shares. Words from `end_from` on are the reply's end.

    `fitted` corrects whole sources: its worth is added to the strongest cue of each.

    What is said last weighs more; a further cue of one kind says less; courtesy does not undo an
    attack, and a hedge does not undo a clear request.
    """
    shares = [
        (one, *_stressed(one, _FADING**rank, end_from)) for one, rank in _ranked(contributions)
    ]
    attacked = sum(respect for _, _, respect in shares if respect <= -1.0) <= _ATTACK
    asked = sum(firm for _, firm, _ in shares if firm >= 0.5) >= _REQUEST
    met: set[str] = set()
    weighed = []
    for one, firm, respect in shares:
        if attacked and respect > 0:
            respect *= _COURTESY_UNDER_ATTACK
        if asked and -0.9 < firm < 0:
            firm *= _HEDGE_BESIDE_A_REQUEST
        more = _NONE if one.source in met else fitted.get(one.source, _NONE)
        met.add(one.source)  # the strongest of each source comes first
        weighed.append(
            one._replace(
                firmness=round(firm + more[0], 4),
                respect=round(respect + more[1], 4),
                veiled=more[2],
                idle=more[3],
            )
        )
    return tuple(weighed)


def _ranked(contributions: Sequence[Contribution]) -> list[tuple[Contribution, int]]:
    """Source by source, the strongest first, with how many of its source come before each."""
    by_source: dict[str, list[Contribution]] = {}
    for one in contributions:
        by_source.setdefault(one.source, []).append(one)
    ranked = []
    for group in by_source.values():
        if len(group) > 1:
            group.sort(key=lambda one: (-abs(one.firmness) - abs(one.respect), one.span))
        ranked += [(one, rank) for rank, one in enumerate(group)]
    return ranked


def _stressed(one: Contribution, share: float, end_from: int) -> tuple[float, float]:
    """Firmness and respect by their share; what tells and is said at the end weighs more."""
    firm, respect = one.firmness * share, one.respect * share
    if one.first >= end_from > 0 and (respect <= -1.0 or firm <= -1.0):
        return firm * _AT_THE_END, respect * _AT_THE_END
    return firm, respect
