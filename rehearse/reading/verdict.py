"""The verdict: how the four sums of a reply share it out among the tones, and where it lies.

Each tone has a score: nought for passive; for assertive the firmness; for the hostile tones also
what respect is wanting and whether hostility would hide; for neutral what says that nothing is at
stake. The exponentials of the scores, as parts of their sum, are the shares (a softmax).

The same words count otherwise on either side: "as usual" takes respect from a reply that gives way,
and hardly any from one that stands firm. `on_its_side` says what each contribution adds where the
reply stands, so that the shares shown are those that told.
"""

import math
from collections.abc import Iterable
from typing import NamedTuple

from rehearse.reading.axes import FIRM, LOW_RESPECT, Contribution, logit
from rehearse.reading.model import Tone

HOSTILE_FROM = 0.55  # the share from which a reply is held to be hostile: a civil one must not be
_WIDEST = 30.0


class Sums(NamedTuple):
    """What all contributions add up to, on each axis."""

    firmness: float
    respect: float
    veiled: float
    idle: float

    @classmethod
    def of(cls, parts: Iterable[Contribution]) -> "Sums":
        """The sums of these contributions, the same in whatever order they come."""
        axes = zip(*((p.firmness, p.respect, p.veiled, p.idle) for p in parts), strict=True)
        return cls(*(round(math.fsum(shares), 4) for shares in axes))


class Verdict(NamedTuple):
    """A tone and how likely it is (0..1), and the place of the reply as sums.

    `respect` is under LOW_RESPECT just for the hostile tones, `firmness` is over FIRM just for the
    assertive and the aggressive one; a neutral reply lies at FIRM.
    """

    tone: Tone
    likely: float
    firmness: float
    respect: float

    @property
    def hostile(self) -> bool:
        """Whether the tone is at the other's expense."""
        return self.respect < LOW_RESPECT


def verdict(sums: Sums) -> Verdict:
    """The tone the sums speak for most, hostile ones only from HOSTILE_FROM up."""
    firm, wanting = sums.firmness, LOW_RESPECT - sums.respect
    open_, hidden = firm + wanting - sums.veiled / 2, wanting + sums.veiled / 2
    shares = _shares((0.0, firm, open_, hidden, sums.idle))
    passive, assertive, aggressive, passive_aggressive, neutral = shares
    hostile = min(max(aggressive + passive_aggressive, 1e-9), 1 - 1e-9)
    respect = LOW_RESPECT + logit(HOSTILE_FROM) - logit(hostile)
    if hostile > HOSTILE_FROM:
        return _on_a_side(
            ("passive_aggressive", passive_aggressive), ("aggressive", aggressive),
            open_ - hidden, min(respect, LOW_RESPECT - 1e-3),
        )  # fmt: skip
    respect = max(respect, LOW_RESPECT + 1e-3)
    if neutral >= max(passive, assertive):
        return Verdict("neutral", neutral, FIRM, max(respect, 0.0))
    return _on_a_side(("passive", passive), ("assertive", assertive), firm, respect)


def _on_a_side(
    soft: tuple[Tone, float], hard: tuple[Tone, float], firmness: float, respect: float
) -> Verdict:
    tone, likely = hard if firmness > FIRM else soft
    return Verdict(tone, likely, firmness, respect)


def _shares(scores: tuple[float, ...]) -> list[float]:
    top = max(scores)
    sizes = [math.exp(max(score - top, -_WIDEST)) for score in scores]
    total = math.fsum(sizes)
    return [size / total for size in sizes]


def on_its_side(part: Contribution, found: Verdict) -> Contribution:
    """A contribution as it counts for a reply with this verdict.

    Firmness tells assertive from passive and, in a hostile reply, open from hidden hostility; the
    respect of firm replies is what tells assertive from aggressive, that of soft ones what tells
    passive from passive-aggressive.
    """
    if not part.veiled:
        return part
    side = 0.5 if found.firmness > FIRM else -0.5
    firmness = part.firmness - part.veiled if found.hostile else part.firmness
    return part._replace(
        firmness=round(firmness, 4), respect=round(part.respect + side * part.veiled, 4)
    )
