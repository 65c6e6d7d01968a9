"""The map of a talk as plain data, for other programs."""

from typing import Any

from rehearse.coach.graph.chart import ANYWHERE, Arrow, Chart, Stop


def record(chart: Chart) -> dict[str, Any]:
    """The map as what `rehearse graph --json` prints.

    `from` is null for a way that every beat has; `to` is "back" for the way out of a detour;
    `count` is null and `talks` 0 where nobody counted.
    """
    return {
        "id": chart.id,
        "name": chart.name,
        "role": chart.role,
        "stance": chart.stance,
        "start": chart.start,
        "turn_limit": chart.turn_limit,
        "beats": [_beat(stop) for stop in chart.beats()],
        "endings": [_ending(stop) for stop in chart.endings()],
        "ways": [_way(arrow) for arrow in chart.arrows],
        "talks": chart.talks,
        "lost": [
            {"from": origin, "to": target, "count": count}
            for (origin, target), count in chart.lost.items()
        ],
    }


def _beat(stop: Stop) -> dict[str, Any]:
    return {
        "beat": stop.name,
        "line": stop.line,
        "file": stop.file,
        "phase": stop.phase,
        "stays": stop.stays,
        "depth": stop.depth,
        "reached": stop.reached,
    }


def _ending(stop: Stop) -> dict[str, Any]:
    return {
        "ending": stop.name,
        "line": stop.line,
        "file": stop.file,
        "outcome": stop.outcome,
        "depth": stop.depth,
        "reached": stop.reached,
    }


def _way(arrow: Arrow) -> dict[str, Any]:
    return {
        "from": None if arrow.origin == ANYWHERE else arrow.origin,
        "to": arrow.target,
        "detour": arrow.detour,
        "count": arrow.count,
        "reasons": [
            {"by": one.by, "name": one.name, "when": one.words, "line": one.line, "file": one.file}
            for one in arrow.reasons
        ],
    }
