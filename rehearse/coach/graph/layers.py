"""Rows of boxes, and their order within a row: the first half of drawing a map.

Boxes stand in rows by their distance from the opening. A way over several rows is cut into pieces,
with an empty place kept for it in each row between (a "gap"), so that it runs beside the boxes and
not through them. Then the order in each row is changed until few ways cross.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rehearse.coach.graph.chart import Chart

MOST_IN_A_ROW = 7
_SWEEPS = 24

Way = tuple[str, str]
Gap = tuple[str, str, int]  # the place of a way, from its upper to its lower end, in a row
Spot = str | Gap


@dataclass(slots=True)
class Rows:
    """The rows from top to bottom, and each way's spots from its upper to its lower end.

    `flat` are the ways between two boxes of one row.
    """

    rows: list[list[Spot]]
    chains: dict[Way, list[Spot]] = field(default_factory=dict)
    flat: list[Way] = field(default_factory=list)


def rows_of(chart: Chart, ways: Sequence[Way]) -> Rows:
    """The rows of a chart's stops for these ways between them."""
    made = Rows([list(row) for row in _rows(chart)])
    level = {name: number for number, row in enumerate(made.rows) for name in row}
    for origin, target in ways:
        upper, lower = sorted((origin, target), key=lambda name: level[name])
        if level[upper] == level[lower]:
            made.flat.append((origin, target))
            continue
        between = range(level[upper] + 1, level[lower])
        gaps: list[Spot] = [(upper, lower, number) for number in between]
        if (target, origin) not in made.chains:  # there and back share their gaps
            for gap, number in zip(gaps, between, strict=True):
                made.rows[number].append(gap)
        chain: list[Spot] = [upper, *gaps, lower]
        made.chains[origin, target] = chain
    _untangle(made)
    return made


def _rows(chart: Chart) -> Iterator[list[str]]:
    """Beats by distance, those that only come up from anywhere first of all; endings last."""
    by_depth: dict[int, list[str]] = {}
    for stop in chart.beats():
        by_depth.setdefault(stop.depth or 0, []).append(stop.name)
    for depth in sorted(by_depth):
        yield from _split(by_depth[depth])
    yield from _split([stop.name for stop in chart.endings()])


def _split(names: list[str]) -> Iterator[list[str]]:
    """The names in rows of about one length, none too long to be read."""
    count = -(-len(names) // MOST_IN_A_ROW)
    for number in range(count):
        yield names[len(names) * number // count : len(names) * (number + 1) // count]


def _untangle(made: Rows) -> None:
    """Order each row by where its neighbours stand, to and fro; the best order seen is kept."""
    above, below = _neighbours(made)
    best, fewest = [list(row) for row in made.rows], _crossings(made)
    for sweep in range(_SWEEPS):
        down = sweep % 2 == 0
        numbers = range(1, len(made.rows)) if down else range(len(made.rows) - 2, -1, -1)
        for number in numbers:
            beside = made.rows[number - 1 if down else number + 1]
            _sort(made.rows[number], beside, above if down else below)
        crossings = _crossings(made)
        if crossings < fewest:
            best, fewest = [list(row) for row in made.rows], crossings
    made.rows = best


def _neighbours(made: Rows) -> tuple[dict[Spot, list[Spot]], dict[Spot, list[Spot]]]:
    above: dict[Spot, list[Spot]] = {}
    below: dict[Spot, list[Spot]] = {}
    for chain in made.chains.values():
        for upper, lower in itertools.pairwise(chain):
            above.setdefault(lower, []).append(upper)
            below.setdefault(upper, []).append(lower)
    return above, below


def _sort(row: list[Spot], beside: list[Spot], neighbours: dict[Spot, list[Spot]]) -> None:
    """Each spot goes to the middle of its neighbours; one without keeps its place."""
    place = {spot: (number + 0.5) / len(beside) for number, spot in enumerate(beside)}
    wanted = {}
    for number, spot in enumerate(row):
        found = [place[one] for one in neighbours.get(spot, ()) if one in place]
        wanted[spot] = sum(found) / len(found) if found else (number + 0.5) / len(row)
    row.sort(key=lambda spot: wanted[spot])


def _crossings(made: Rows) -> int:
    """How many pairs of pieces cross; a flat way counts for the boxes it passes."""
    place = {spot: number for row in made.rows for number, spot in enumerate(row)}
    level = {spot: number for number, row in enumerate(made.rows) for spot in row}
    pieces: dict[int, list[tuple[int, int]]] = {}
    for chain in made.chains.values():
        for upper, lower in itertools.pairwise(chain):
            pieces.setdefault(level[upper], []).append((place[upper], place[lower]))
    crossing = sum(abs(place[origin] - place[target]) - 1 for origin, target in made.flat)
    for group in pieces.values():
        for number, (top, bottom) in enumerate(group):
            crossing += sum((top - a) * (bottom - b) < 0 for a, b in group[:number])
    return crossing
