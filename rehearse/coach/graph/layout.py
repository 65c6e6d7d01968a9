"""Where the boxes of a map stand, in pixels: the second half of drawing it."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from rehearse.coach.graph.layers import Rows, Spot

WIDE, HIGH = 178, 48  # of a box
BETWEEN_ROWS = 84
_FOR_AN_ARC = 11  # more between two rows, for each way that runs there from box to box of one row
_MOST_FOR_ARCS = 70
_LIGHT = 0.001  # the weight of a box that nothing is tied to
_BESIDE_A_BOX = 46  # room for an arrow from box to box, with its number
_GAP = 26
_MARGIN = 40.0
_ROUNDS = 30


@dataclass(frozen=True, slots=True)
class Layout:
    """The middle of each box and gap, and the size of the whole."""

    x: dict[Spot, float]
    y: dict[Spot, float]
    width: float
    height: float


def layout_of(made: Rows) -> Layout:
    """Each spot as near under and over its neighbours as its row allows."""
    beside: dict[Spot, list[Spot]] = {}
    for chain in made.chains.values():
        for upper, lower in itertools.pairwise(chain):
            beside.setdefault(upper, []).append(lower)
            beside.setdefault(lower, []).append(upper)
    x: dict[Spot, float] = {}
    for row in made.rows:
        x.update(zip(row, _packed([(0.0, 1.0)] * len(row), row), strict=True))
    for _ in range(_ROUNDS):
        for row in made.rows:
            wanted = [_wish([x[one] for one in beside.get(spot, ())]) for spot in row]
            x.update(zip(row, _packed(wanted, row), strict=True))
    left = min(at - _wide(spot) / 2 for spot, at in x.items()) - _MARGIN
    right = max(at + _wide(spot) / 2 for spot, at in x.items()) + _MARGIN
    y: dict[Spot, float] = {}
    top = _MARGIN
    for row in made.rows:
        y.update(dict.fromkeys(row, top + HIGH / 2))
        arcs = sum(one in row for one, _ in made.flat)
        top += HIGH + BETWEEN_ROWS + min(_FOR_AN_ARC * max(arcs - 2, 0), _MOST_FOR_ARCS)
    height = max(y.values()) + HIGH / 2 + _MARGIN / 2
    return Layout({spot: at - left for spot, at in x.items()}, y, right - left, height)


def _wish(neighbours: Sequence[float]) -> tuple[float, float]:
    """Where a spot would stand, and how much it cares: in the middle of its neighbours."""
    return (sum(neighbours) / len(neighbours), 1.0) if neighbours else (0.0, _LIGHT)


def _wide(spot: Spot) -> float:
    return WIDE if isinstance(spot, str) else 0


def _packed(wanted: Sequence[tuple[float, float]], row: Sequence[Spot]) -> list[float]:
    """The places nearest to those wanted (least squares) at which no two spots of a row overlap.

    `wanted` has a place and a weight for each. Spots that push each other form a block, which
    stands at the mean of what its members want.
    """
    offsets = [0.0]
    for left, right in itertools.pairwise(row):
        room = _BESIDE_A_BOX if isinstance(left, str) or isinstance(right, str) else _GAP
        offsets.append(offsets[-1] + (_wide(left) + _wide(right)) / 2 + room)
    blocks: list[tuple[float, float, int]] = []  # mean of what is wanted, weight, how many
    for (want, weight), offset in zip(wanted, offsets, strict=True):
        mean, count = want - offset, 1
        while blocks and blocks[-1][0] >= mean:
            other, heavy, others = blocks.pop()
            mean = (mean * weight + other * heavy) / (weight + heavy)
            weight, count = weight + heavy, count + others
        blocks.append((mean, weight, count))
    means = [mean for mean, _, count in blocks for _ in range(count)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=True)]
