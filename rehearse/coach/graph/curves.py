"""How the ways of a map run from box to box, as SVG paths."""

import itertools
from dataclasses import dataclass

from rehearse.coach.graph.layers import Rows, Spot, Way
from rehearse.coach.graph.layout import BETWEEN_ROWS, HIGH, WIDE, Layout

TIP = 12  # pixels left for the arrow's tip, before the box
_ALONG = (0.45, 0.33, 0.57, 0.24, 0.66, 0.75, 0.16)  # where along a piece a number may stand
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Curve:
    """A way's path (the value of `d`), and the points where a number may stand, the best first."""

    path: str
    labels: tuple[Point, ...]


def curves_of(made: Rows, layout: Layout) -> dict[Way, Curve]:
    """The curve of each way, drawn from its origin to its target."""
    ports = _ports(made, layout)
    found = {}
    for way, chain in made.chains.items():
        points = [_at(spot, way, number, chain, ports, layout) for number, spot in enumerate(chain)]
        pairs = [pair for spot_points in points for pair in spot_points]
        if chain[0] != way[0]:
            pairs.reverse()
        found[way] = _through(pairs)
    for way in made.flat:
        found[way] = _flat(way, made, layout, ports)
    return found


def _at(
    spot: Spot,
    way: Way,
    number: int,
    chain: list[Spot],
    ports: dict[tuple[Spot, Way], float],
    layout: Layout,
) -> list[Point]:
    """The points at which a way touches a spot: a box at its edge, a gap above and below."""
    top, bottom = layout.y[spot] - HIGH / 2, layout.y[spot] + HIGH / 2
    if number == 0:
        return [(ports[spot, way], bottom + (TIP if way[1] == spot else 0))]
    if number == len(chain) - 1:
        return [(ports[spot, way], top - (TIP if way[1] == spot else 0))]
    x = layout.x[spot] + (4 if chain[0] == way[0] else -4)
    return [(x, top), (x, bottom)]


def _ports(made: Rows, layout: Layout) -> dict[tuple[Spot, Way], float]:
    """Where along the edge of its boxes each way starts and ends: in the order of its far ends."""
    sides: dict[tuple[Spot, str], list[tuple[float, Way]]] = {}
    for way, chain in made.chains.items():
        sides.setdefault((chain[0], "below"), []).append((layout.x[chain[1]], way))
        sides.setdefault((chain[-1], "above"), []).append((layout.x[chain[-2]], way))
    for way in made.flat:
        if not _next_to_each_other(way, made):
            for one, other in (way, way[::-1]):
                sides.setdefault((one, "below"), []).append((layout.x[other], way))
    found = {}
    for (spot, _), ends in sides.items():
        ends.sort()
        for number, (_, way) in enumerate(ends, 1):
            share = number / (len(ends) + 1) - 0.5
            found[spot, way] = layout.x[spot] + share * min(WIDE * 0.9, 40 * len(ends))
    return found


def _through(points: list[Point]) -> Curve:
    """A smooth line through the points, upright wherever it meets one."""
    path = [f"M{_xy(points[0])}"]
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        half = (y0 + y1) / 2
        path.append(f"C{_xy((x0, half))} {_xy((x1, half))} {_xy((x1, y1))}")
    (x0, y0), (x1, y1) = points[0], points[1]
    half = (y0 + y1) / 2
    return Curve("".join(path), _along((x0, y0), (x0, half), (x1, half), (x1, y1)))


def _along(start: Point, first: Point, second: Point, end: Point) -> tuple[Point, ...]:
    """Points on such a piece (a cubic Bezier curve) where a number may stand."""
    found = []
    for at in _ALONG:
        away = 1 - at
        shares = (away**3, 3 * away**2 * at, 3 * away * at**2, at**3)
        points = list(zip(shares, (start, first, second, end), strict=True))
        x = sum(share * point[0] for share, point in points)
        found.append((x, sum(share * point[1] for share, point in points)))
    return tuple(found)


def _next_to_each_other(way: Way, made: Rows) -> bool:
    row = next(row for row in made.rows if way[0] in row)
    return abs(row.index(way[0]) - row.index(way[1])) == 1


def _flat(way: Way, made: Rows, layout: Layout, ports: dict[tuple[Spot, Way], float]) -> Curve:
    """Between two boxes of a row: straight where they are neighbours, else in an arc below."""
    origin, target = way
    y = layout.y[origin]
    right = 1 if layout.x[target] > layout.x[origin] else -1
    if _next_to_each_other(way, made):
        y += 8 * right  # there and back side by side
        start = (layout.x[origin] + right * WIDE / 2, y)
        end = (layout.x[target] - right * (WIDE / 2 + TIP), y)
        return Curve(f"M{_xy(start)}L{_xy(end)}", (((start[0] + end[0]) / 2, y + 10 * right),))
    x0, x1, y = ports[origin, way], ports[target, way], y + HIGH / 2
    deep = y + min(BETWEEN_ROWS * 0.9, 36 + abs(x1 - x0) / 16)
    ends = (x0, y), (x0, deep), (x1, deep), (x1, y + TIP)
    path = f"M{_xy(ends[0])}C{_xy(ends[1])} {_xy(ends[2])} {_xy(ends[3])}"
    return Curve(path, _along(*ends))


def _xy(point: Point) -> str:
    return f"{point[0]:.1f},{point[1]:.1f}"
