"""File cues under the words they need, so that a reply only meets those that may stand in it.

A cue is filed in one of three ways: under two neighbouring words that carry meaning (`near`),
under two that a gap parts (`far`), or under its only such word (`alone`). Of the possible places
the one with the rarest words is taken. Words are stems; cues are numbers.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rehearse.reading.expansion import GAP, Part, Template, parse_cue, with_classes
from rehearse.reading.lexicon import LIGHT
from rehearse.reading.stems import stem

NEAR = 4  # words of a reply that may lie between two neighbours, counting the second

Folders = dict[str, list[int]]


class Shelf:
    """Cue numbers by a first and a second word.

    Kept as text ("second 4 17;third 5") and opened where a reply asks for it: a reply needs a few
    dozen of thousands of words, and text loads quickly.
    """

    __slots__ = ("_open", "closed")

    def __init__(self, closed: Mapping[str, str]) -> None:
        self.closed = closed
        self._open: dict[str, Folders] = {}

    def get(self, first: str) -> Folders | None:
        """What is filed under `first`, by the second word; None if nothing is."""
        folders = self._open.get(first)
        if folders is None and first in self.closed:
            folders = self._open[first] = {}
            for folder in self.closed[first].split(";"):
                second, *numbers = folder.split(" ")
                folders[second] = [int(number) for number in numbers]
        return folders


@dataclass(frozen=True, slots=True)
class Filing:
    """Where each cue is filed, and how many cue lines use each stem.

    On `alone` the second word is always "".
    """

    near: Shelf
    far: Shelf
    alone: Shelf
    counts: Mapping[str, int]


def file_cues(cues: Iterable[str], classes: Mapping[str, Sequence[str]]) -> Filing:
    """File the cues by number, from 0. NotationError if one is ill-formed."""
    templates = [parse_cue(with_classes(cue, classes)) for cue in cues]
    counts: Counter[str] = Counter()
    for template in templates:
        counts.update(sorted(_all_stems(template)))
    near, far, alone = _Drawer(), _Drawer(), _Drawer()
    for number, template in enumerate(templates):
        _file((near, far, alone), number, template, counts)
    return Filing(near.shelf(), far.shelf(), alone.shelf(), counts)


class _Drawer:
    """A shelf being filled."""

    def __init__(self) -> None:
        self._filed: dict[str, Folders] = {}

    def put(self, first: str, second: str, number: int) -> None:
        self._filed.setdefault(first, {}).setdefault(second, []).append(number)

    def shelf(self) -> Shelf:
        return Shelf(
            {
                first: ";".join(" ".join((second, *map(str, n))) for second, n in folders.items())
                for first, folders in self._filed.items()
            }
        )


def _file(
    drawers: tuple[_Drawer, _Drawer, _Drawer],
    number: int,
    template: Template,
    counts: Mapping[str, int],
) -> None:
    near_by, apart, alone = drawers
    handles = [_handles(part, counts) for part in template.parts]
    heavy = [at for at, keys in enumerate(handles) if keys]
    if len(heavy) < 2:
        for key in _only(template, handles, heavy, counts):
            alone.put(key, "", number)
        return
    near = [
        (a, b) for a, b in pairwise(heavy) if not template.together and _neighbours(template, a, b)
    ]
    drawer = near_by if near else apart

    def cost(pair: tuple[int, int]) -> int:
        return math.prod(sum(counts[key] for key in handles[at]) for at in pair)

    first, second = min(near or list(pairwise(heavy)), key=cost)
    for a in handles[first]:
        for b in handles[second]:
            drawer.put(a, b, number)


def _only(
    template: Template, handles: list[tuple[str, ...]], heavy: list[int], counts: Mapping[str, int]
) -> tuple[str, ...]:
    """The words of a cue with at most one word of weight; of light words alone, every one."""
    if heavy:
        return handles[heavy[0]]
    return tuple(sorted(_all_stems(template)))


def _neighbours(template: Template, a: int, b: int) -> bool:
    """Whether the parts a and b always stand within NEAR - 1 words of each other, gapless."""
    room = 0
    for at in range(a, b + 1):
        for alternative in template.parts[at]:
            if GAP in alternative:
                return False
        room += max(len(alternative) for alternative in template.parts[at])
    return room <= NEAR


def _handles(part: Part, counts: Mapping[str, int]) -> tuple[str, ...]:
    """A stem of each alternative that is there if the alternative is; () if one has none."""
    handles = []
    for alternative in part:
        keys = [stem(word) for word in alternative if word not in LIGHT and word != GAP]
        if not keys:
            return ()
        handles.append(min(keys, key=lambda key: (counts[key], key)))
    return tuple(dict.fromkeys(handles))


def _all_stems(template: Template) -> set[str]:
    return {
        stem(word)
        for part in template.parts
        for alternative in part
        for word in alternative
        if word != GAP
    }
