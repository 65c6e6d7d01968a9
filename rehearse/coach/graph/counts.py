"""How often each way was taken: read from what `rehearse simulate --json` prints, put on the map.

The counts are a JSON object: `talks`, a whole number, and `ways`, a list of objects with `from` (a
beat), `to` (a beat or an ending) and `count`. Whatever else is in it is passed over.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from rehearse.coach.graph.chart import ANYWHERE, Arrow, Chart
from rehearse.persona.model import BACK

_LARGEST = 50_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Counts:
    """How many talks were counted, and how often each (from, to) was taken in them."""

    talks: int
    ways: Mapping[tuple[str, str], int] = field(default_factory=dict)


def load_counts(path: str | Path) -> Counts:
    """The counts in a file. Raises ValueError, one sentence, where they cannot be read."""
    try:
        with open(path, "rb") as stream:
            data = stream.read(_LARGEST + 1)
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise ValueError(f"{path}: the counts cannot be read: {reason}.") from None
    if len(data) > _LARGEST:
        raise ValueError(f"{path}: the file is larger than 50 MB.")
    try:
        return read_counts(json.loads(data.decode("utf-8")))
    except (ValueError, RecursionError) as error:
        told = f" ({error})" if isinstance(error, _WrongShapeError) else ""
        raise ValueError(
            f"{path}: this is not what `rehearse simulate --json` prints{told}."
        ) from None


class _WrongShapeError(ValueError):
    """What is wrong in the counts, in words that stand in brackets."""


def read_counts(document: Any) -> Counts:
    """The counts in a JSON document. Raises ValueError where it has another shape."""
    if not isinstance(document, dict):
        raise _WrongShapeError("it should be an object")
    talks, ways = _count(document.get("talks")), document.get("ways")
    if talks is None or not isinstance(ways, list):
        raise _WrongShapeError("it lacks 'talks', a number, or 'ways', a list")
    found: dict[tuple[str, str], int] = {}
    for number, way in enumerate(ways, 1):
        entry = way if isinstance(way, dict) else {}
        origin, target, count = entry.get("from"), entry.get("to"), _count(entry.get("count"))
        if not isinstance(origin, str) or not isinstance(target, str) or count is None:
            wanted = "'from', 'to' and a 'count'"
            raise _WrongShapeError(f"way {number} of 'ways' should have {wanted}")
        found[origin, target] = found.get((origin, target), 0) + count
    return Counts(talks, found)


def _count(value: Any) -> int | None:
    sound = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return value if sound else None


def with_counts(chart: Chart, counts: Counts) -> Chart:
    """The map with a count at every arrow.

    A beat's own arrow to a stop takes all that was counted between the two. What was counted where
    a beat has no such arrow goes to its way back, if it has one and the stop is a beat, else to the
    arrow that every beat has. `lost` keeps what fits none of these: the script has changed since.
    """
    beats = {stop.name for stop in chart.beats()}
    totals: dict[tuple[str, str], int] = {}
    lost: dict[tuple[str, str], int] = {}
    keys = {(arrow.origin, arrow.target) for arrow in chart.arrows}
    for (origin, target), count in counts.ways.items():
        fitting = (key for key in _candidates(origin, target, beats) if key in keys)
        key = next(fitting, None)
        if key is not None:
            totals[key] = totals.get(key, 0) + count
        elif origin != target and count:  # from a beat to itself: the talk stayed there
            lost[origin, target] = count
    arrows = tuple(_counted(chart.arrows, totals))
    return replace(chart, arrows=arrows, talks=counts.talks, lost=lost)


def _candidates(origin: str, target: str, beats: set[str]) -> Iterator[tuple[str, str]]:
    if origin in beats:
        yield origin, target
        if origin != target:  # else the talk most likely stayed where it was
            if target in beats:
                yield origin, BACK
            yield ANYWHERE, target


def _counted(arrows: tuple[Arrow, ...], totals: dict[tuple[str, str], int]) -> Iterator[Arrow]:
    """Two arrows between the same stops, one of them a detour, are counted as one, at the first."""
    left = dict(totals)
    for arrow in arrows:
        yield replace(arrow, count=left.pop((arrow.origin, arrow.target), 0))
