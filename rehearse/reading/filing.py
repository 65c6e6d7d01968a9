"""File cues under the words they need, so that a reply only meets those that may stand in it.

A cue is filed in one of three ways: under two neighbouring words that carry meaning (`near`) and a
third that stands before or after them, under two that may stand apart (`far`), or under its only
word (`alone`). Of the possible places the one with the rarest words is taken. Words are stems; cues
are numbers.
"""

import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from rehearse.reading.expansion import GAP, Part, Template, parse_cue, with_classes
from rehearse.reading.lexicon import ARTICLES, LIGHT
from rehearse.reading.stems import stem

NEAR = 4  # words of a reply that may lie between two neighbours, counting the second
_MANY = 60  # variants; a cue with more of them is filed by its parts
NO_THIRD = "-"
BEFORE, AFTER = "<", ">"

Folders = dict[str, list[int]]


class Near(NamedTuple):
    """The cues of two neighbours: those with no third word, those by the third before, or after."""

    always: Sequence[int]
    before: Folders
    after: Folders


class Drawer(NamedTuple):
    """All that is filed under one word: near and far by the second word, and alone."""

    near: Mapping[str, Near]
    far: Folders
    alone: Sequence[int]


@dataclass(frozen=True, slots=True)
class Filing:
    """Where each cue is filed, and how many cue lines use each stem.

    The shelves map a first word to text such as "second third 4 17;second - 5": a reply needs a
    few dozen of thousands of words, and text loads quickly. A third word has a mark for its side.
    On `far` and `alone` there is no third word, on `alone` the second is "-" as well.
    """

    near: Mapping[str, str]
    far: Mapping[str, str]
    alone: Mapping[str, str]
    counts: Mapping[str, int]

    def drawer(self, first: str) -> Drawer | None:
        """What is filed under `first`, opened; None if that is nothing."""
        if not (first in self.near or first in self.far or first in self.alone):
            return None
        near: dict[str, Near] = {}
        for second, third, numbers in _folders(self.near.get(first)):
            there = near.setdefault(second, Near([], {}, {}))
            if third == NO_THIRD:
                there = near[second] = Near(numbers, there.before, there.after)
            else:
                side = there.before if third[0] == BEFORE else there.after
                side[sys.intern(third[1:])] = numbers
        far = {second: numbers for second, _, numbers in _folders(self.far.get(first))}
        alone = [number for *_, numbers in _folders(self.alone.get(first)) for number in numbers]
        return Drawer(near, far, alone)


def _folders(text: str | None) -> Iterator[tuple[str, str, list[int]]]:
    for folder in text.split(";") if text else ():
        second, third, *numbers = folder.split(" ")
        yield sys.intern(second), third, [int(number) for number in numbers]


def file_cues(cues: Iterable[str], classes: Mapping[str, Sequence[str]]) -> Filing:
    """File the cues by number, from 0. NotationError if one is ill-formed."""
    templates = [parse_cue(with_classes(cue, classes)) for cue in cues]
    counts: Counter[str] = Counter()
    for template in templates:
        counts.update(sorted(all_stems(template)))
    near, far, alone = _Shelf(), _Shelf(), _Shelf()
    for number, template in enumerate(templates):
        _file((near, far, alone), number, template, counts)
    return Filing(near.text(), far.text(), alone.text(), counts)


class _Shelf:
    """A shelf being filled."""

    def __init__(self) -> None:
        self._filed: dict[str, Folders] = {}

    def put(self, number: int, first: str, second: str = "-", third: str = NO_THIRD) -> None:
        numbers = self._filed.setdefault(first, {}).setdefault(f"{second} {third}", [])
        if number not in numbers[-1:]:
            numbers.append(number)

    def text(self) -> dict[str, str]:
        return {
            first: ";".join(" ".join((names, *map(str, n))) for names, n in folders.items())
            for first, folders in self._filed.items()
        }


def _file(
    shelves: tuple[_Shelf, _Shelf, _Shelf],
    number: int,
    template: Template,
    counts: Mapping[str, int],
) -> None:
    near, far, alone = shelves
    handles = [_handles(part, counts) for part in template.parts]
    heavy = [at for at, keys in enumerate(handles) if keys]
    if len(heavy) < 2:
        _file_light(far, alone, number, template, handles, counts)
        return
    pairs = list(pairwise(heavy))
    close = [(a, b) for a, b in pairs if not template.together and _neighbours(template, a, b)]

    def cost(places: tuple[int, ...]) -> int:
        return math.prod(sum(counts[key] for key in handles[at]) for at in places)

    first, second = min(close or pairs, key=cost)
    thirds = _thirds(template, first, second, handles, counts) if close else []
    for a in handles[first]:
        for b in handles[second]:
            if not close:  # the rarer first: drawers of common words stay small
                far.put(number, *sorted((a, b), key=lambda key: (counts[key], key)))
            for c in thirds:
                near.put(number, a, b, c)


def _thirds(
    template: Template,
    first: int,
    second: int,
    handles: list[tuple[str, ...]],
    counts: Mapping[str, int],
) -> list[str]:
    """The rarest words of which one must be there besides two neighbours, with their side."""
    marks = {at: BEFORE if at < first else AFTER for at, keys in enumerate(handles) if keys}
    choices = [(marks[at], handles[at]) for at in marks if at not in (first, second)]
    if first > 0:
        choices.append((BEFORE, _edge(template.parts[0], 0)))
    if second < len(handles) - 1:
        choices.append((AFTER, _edge(template.parts[-1], -1)))
    choices = [(mark, keys) for mark, keys in choices if keys]
    if not choices:
        return [NO_THIRD]
    mark, keys = min(choices, key=lambda choice: sum(counts[key] for key in choice[1]))
    return [mark + key for key in keys]


def _edge(part: Part, at: int) -> tuple[str, ...]:
    """The stems a cue begins (at 0) or ends (at -1) with, or () if it may do without them."""
    words = [alternative[at] if alternative else GAP for alternative in part]
    if any(word == GAP or word in ARTICLES for word in words):
        return ()
    return tuple(dict.fromkeys(map(stem, words)))


def _file_light(
    far: _Shelf,
    alone: _Shelf,
    number: int,
    template: Template,
    handles: list[tuple[str, ...]],
    counts: Mapping[str, int],
) -> None:
    """File a cue with at most one part of weight: each variant by the two rarest of its words.

    With a great many variants it is filed by its part of weight, its beginning and its end.
    """
    if template.together or math.prod(map(len, template.parts)) > _MANY:
        _file_many(far, alone, number, template, handles, counts)
        return
    for words in template.variants():
        # Articles can be spared, and light words too where a second word of weight is there.
        keys = {stem(word) for word in words if word != GAP and word not in LIGHT}
        if len(keys) < 2:
            keys |= {stem(word) for word in words if word != GAP and word not in ARTICLES}
        keys = keys or {stem(word) for word in words if word != GAP}
        first, *second = sorted(keys, key=lambda key: (counts[key], key))[:2]
        if second:
            far.put(number, first, second[0])
        else:
            alone.put(number, first)


def _file_many(
    far: _Shelf,
    alone: _Shelf,
    number: int,
    template: Template,
    handles: list[tuple[str, ...]],
    counts: Mapping[str, int],
) -> None:
    needed = {at: keys for at, keys in enumerate(handles) if keys}
    last = len(handles) - 1
    if not template.together:
        edges = {0: _edge(template.parts[0], 0), last: _edge(template.parts[last], -1)}
        needed = {at: keys for at, keys in edges.items() if keys} | needed
    rarest = sorted(needed.values(), key=lambda keys: sum(counts[key] for key in keys))
    if len(rarest) >= 2:
        for a in rarest[0]:
            for b in rarest[1]:
                far.put(number, a, b)
        return
    for key in rarest[0] if rarest else sorted(all_stems(template)):
        alone.put(number, key)


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


def all_stems(template: Template) -> set[str]:
    """The stems of all words of a cue."""
    return {
        stem(word)
        for part in template.parts
        for alternative in part
        for word in alternative
        if word != GAP
    }
