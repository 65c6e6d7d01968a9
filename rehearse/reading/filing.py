"""File cues under the words they need, so that a reply only meets those that may stand in it.

A cue is filed in one of three ways: under two neighbouring words that carry meaning (`near`),
under two that a gap parts (`far`), or under its only such word (`alone`). Of the possible places
the one with the rarest words is taken. Words are stems; cues are numbers.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from rehearse.reading.expansion import GAP, Part, Template, parse_cue
from rehearse.reading.lexicon import LIGHT
from rehearse.reading.stems import stem

NEAR = 4  # words of a reply that may lie between two neighbours, counting the second

Shelf = dict[str, dict[str, list[int]]]


@dataclass(slots=True)
class Filing:
    """Where each cue is filed, and how many cue lines use each stem."""

    near: Shelf
    far: Shelf
    alone: dict[str, list[int]]
    counts: dict[str, int]


def file_cues(cues: Iterable[str]) -> Filing:
    """File the cues by number, from 0. NotationError if one is ill-formed."""
    templates = [parse_cue(cue) for cue in cues]
    counts: Counter[str] = Counter()
    for template in templates:
        counts.update(_all_stems(template))
    filing = Filing({}, {}, {}, dict(counts))
    for number, template in enumerate(templates):
        _file(filing, number, template)
    return filing


def _file(filing: Filing, number: int, template: Template) -> None:
    counts = filing.counts
    handles = [_handles(part, counts) for part in template.parts]
    heavy = [at for at, keys in enumerate(handles) if keys]
    if len(heavy) < 2:
        for key in _only(template, handles, heavy, counts):
            filing.alone.setdefault(key, []).append(number)
        return
    near = [
        (a, b) for a, b in pairwise(heavy) if not template.together and _neighbours(template, a, b)
    ]
    shelf = filing.near if near else filing.far

    def cost(pair: tuple[int, int]) -> int:
        return min(sum(counts[key] for key in handles[at]) for at in pair)

    first, second = min(near or list(pairwise(heavy)), key=cost)
    for a in handles[first]:
        for b in handles[second]:
            shelf.setdefault(a, {}).setdefault(b, []).append(number)


def _only(
    template: Template, handles: list[tuple[str, ...]], heavy: list[int], counts: dict[str, int]
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


def _handles(part: Part, counts: dict[str, int]) -> tuple[str, ...]:
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
