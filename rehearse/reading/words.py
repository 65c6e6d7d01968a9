"""The small change of tone: single words and pairs of neighbours, each worth a little.

Cues are found by people; the worth of the words between them was fitted on the corpus that ships
with the package (scripts/fit) and is kept in phrasebook/words.yaml, where anyone can read it. Words
that a counted cue covers are not counted again.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rehearse.reading.axes import Contribution
from rehearse.reading.clauses import Layout
from rehearse.reading.normalise import Words
from rehearse.reading.stems import stem

NUMBER = "#"
_FULL_WORTH = 15  # words; in longer replies each word counts less

Worth = tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class WordWorth:
    """What words, pairs and whole sources of cues add to (firmness, respect)."""

    words: Mapping[str, Worth]
    sources: Mapping[str, Worth]


@dataclass(frozen=True, slots=True)
class Loose:
    """A word or a pair that no counted cue covers: words [first, last) and their stems."""

    key: str
    first: int
    last: int


def loose_words(words: Words, layout: Layout, counted: Iterable[tuple[int, int]]) -> list[Loose]:
    """The words and neighbouring pairs outside of the `counted` stretches, each key once."""
    covered = [False] * len(words.words)
    for first, last in counted:
        covered[first:last] = [True] * (last - first)
    keys = [NUMBER if not word[0].isalpha() else stem(word) for word in words.words]
    found: dict[str, Loose] = {}
    for first, last in layout.sentences:
        for at in range(first, last):
            if not covered[at]:
                found.setdefault(keys[at], Loose(keys[at], at, at + 1))
            if at + 1 < last and not (covered[at] and covered[at + 1]):
                pair = keys[at] + " " + keys[at + 1]
                found.setdefault(pair, Loose(pair, at, at + 2))
    return list(found.values())


def word_share(total: int) -> float:
    """How much of its worth a word keeps in a reply of `total` words: 0..1."""
    return min(1.0, math.sqrt(_FULL_WORTH / max(1, total)))


def word_parts(words: Words, loose: Iterable[Loose], worth: WordWorth) -> list[Contribution]:
    """What the loose words add, each under its own name."""
    share = word_share(len(words.words))
    parts = []
    for one in loose:
        found = worth.words.get(one.key)
        if found is not None:
            parts.append(
                Contribution(
                    "word", one.key, 100.0, one.first, one.last, words.span(one.first, one.last),
                    round(found[0] * share, 3), round(found[1] * share, 3),
                )
            )  # fmt: skip
    return parts
