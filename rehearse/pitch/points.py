"""Which points of a learner's pitch a reply used, however it worded them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from rapidfuzz import fuzz

from rehearse.pitch.figures import figures
from rehearse.pitch.model import Pitch, PointUse
from rehearse.reading.normalise import Words, normalise
from rehearse.reading.stems import stem

# Set by hand on made-up points: under half of a point's words, other points are taken for it.
_SHARE = {"role": 0.67, "date": 1.0, "achievements": 0.5, "value": 0.5, "plan": 0.5}
_SHARE_WITH_FIGURE = 0.3  # the right figure is half the evidence
_ALIKE = 84.0  # of 100: "returns" and "retuns" are one word
_STRAY = 4  # words a used point may be stretched by, for each of its own

_EMPTY_TEXT = """
a an the and or but so of to in on at by for from with without into onto over under up down out off
as than then that this these those it its i me my mine we us our you your he she they them their
his her is are was were be been being am do does did have has had will would can could should may
might must no not just also very more most some any all each every about if when while where who
what which how there here get got make made new per percent since before after until till during
through between end start next last
"""
_EMPTY_WORDS = frozenset(_EMPTY_TEXT.split())  # words that say nothing about which point is meant


@dataclass(frozen=True, slots=True)
class _Point:
    kind: str
    words: str
    stems: frozenset[str]
    figures: frozenset[float]


@lru_cache(maxsize=128)  # a reply is asked again when it is taken back, or the talk taken up
def points_used(text: str, pitch: Pitch) -> tuple[PointUse, ...]:
    """The points of the pitch that the reply used, in the order of the pitch.

    A point is used when enough of its content words stand close together in the reply, misspelt or
    not, and, if the point has a figure, that very figure too (2 000 characters are read).
    """
    prepared = _prepared(pitch)
    if not prepared or not text.strip():
        return ()
    reply = _Reply(normalise(text))
    uses = (_use(point, reply) for point in prepared)
    return tuple(use for use in uses if use)


@lru_cache(maxsize=16)
def _prepared(pitch: Pitch) -> tuple[_Point, ...]:
    points = []
    for kind, words in pitch.points():
        plain = normalise(words).words
        stems = frozenset(_content(plain).values())
        values = frozenset(value for value, _ in figures(plain))
        if stems or values:
            points.append(_Point(kind, words, stems, values))
    return tuple(points)


def _content(words: Sequence[str]) -> dict[int, str]:
    """The stems of the words that carry meaning, by their place; figures are kept apart."""
    numbered = {at for _, at in figures(words)}
    return {
        at: stem(word)
        for at, word in enumerate(words)
        if word not in _EMPTY_WORDS and at not in numbered and not word[0].isdigit()
    }


class _Reply:
    """A reply's content words, ready to be looked up by stem, exactly or nearly."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.figures = figures(words.words)
        self.places: dict[str, list[int]] = {}
        for at, key in _content(words.words).items():
            self.places.setdefault(key, []).append(at)
        self._found: dict[str, list[int]] = {}

    def find(self, wanted: str) -> list[int]:
        """The places of this stem, or where it is not there of those spelt nearly so."""
        if wanted not in self._found:
            self._found[wanted] = self.places.get(wanted) or self._find_alike(wanted)
        return self._found[wanted]

    def _find_alike(self, wanted: str) -> list[int]:
        if len(wanted) < 5:
            return []
        for key, places in self.places.items():
            if (
                key[0] == wanted[0]
                and abs(len(key) - len(wanted)) <= 2
                and (fuzz.ratio(key, wanted) >= _ALIKE)
            ):
                return places
        return []


def _use(point: _Point, reply: _Reply) -> PointUse | None:
    anchors = [at for value, at in reply.figures if value in point.figures]
    if point.figures and not anchors:
        return None
    found = {key: places for key in sorted(point.stems) if (places := reply.find(key))}
    needed = _needed(point)
    if len(found) < needed:
        return None
    window = _closest(found, anchors, reach=_STRAY * (len(point.stems) + len(point.figures)))
    if len(window[0]) < needed:
        return None
    first, last = min(window[1]), max(window[1])
    return PointUse(point.kind, point.words, reply.words.span(first, last + 1))


def _needed(point: _Point) -> int:
    """How many of the point's content words a reply must have; one shared word says nothing."""
    share = _SHARE_WITH_FIGURE if point.figures else _SHARE[point.kind]
    least = 1 if point.figures else 2
    return max(min(least, len(point.stems)), ceil(len(point.stems) * share))


def _closest(
    found: Mapping[str, list[int]], anchors: list[int], reach: int
) -> tuple[set[str], list[int]]:
    """The stems, and their places, that stand together most: within `reach` words of each other.

    Where the point has a figure, the window is around one of its `anchors`.
    """
    starts = anchors or sorted(at for places in found.values() for at in places)
    best: tuple[set[str], list[int]] = (set(), [])
    for start in starts:
        low = start - reach if anchors else start
        near = {
            key: min(close, key=lambda at: abs(at - start))
            for key, places in found.items()
            if (close := [at for at in places if low <= at <= start + reach])
        }
        if len(near) > len(best[0]) or not best[1]:
            best = (set(near), [start, *near.values()])
    return best
