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
from rehearse.reading.lexicon import EMPTY_WORDS
from rehearse.reading.normalise import Words
from rehearse.reading.stems import stem
from rehearse.reading.vocabulary import refuses

NUMBER = "#"
EMPTY = frozenset(map(stem, EMPTY_WORDS))  # say nothing alone, and something in a pair
_FULL_WORTH = 15  # words; in longer replies each word counts less

Worth = tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class WordWorth:
    """What words, pairs and whole sources of cues add to (firmness, respect)."""

    words: Mapping[str, Worth]
    sources: Mapping[str, Worth]


@dataclass(frozen=True, slots=True)
class Loose:
    """Words [first, last) that no counted cue covers, and the key they are looked up by.

    `scaled` is false for what is about the reply as a whole.
    """

    key: str
    first: int
    last: int
    scaled: bool = True


def all_words(words: Words, layout: Layout) -> list[Loose]:
    """Every word, and every pair of neighbours in one sentence, at its first place."""
    keys = [NUMBER if not word[0].isalpha() else stem(word) for word in words.words]
    found: dict[str, Loose] = {}
    for first, last in layout.sentences:
        for at in range(first, last):
            key = keys[at]
            if key not in found and key not in EMPTY:
                found[key] = Loose(key, at, at + 1)
            if at + 1 < last:
                key = key + " " + keys[at + 1]
                if key not in found:
                    found[key] = Loose(key, at, at + 2)
    return list(found.values())


def loose_words(every: Iterable[Loose], counted: Iterable[tuple[int, int]]) -> list[Loose]:
    """Those of `every` word and pair that do not lie wholly inside the `counted` stretches."""
    covered = {at for first, last in counted for at in range(first, last)}
    return [one for one in every if not (one.first in covered and one.last - 1 in covered)]


def answering(line: str, total: int) -> list[Loose]:
    """What a reply of `total` words answers: a refusal, a question or a remark; [] without line."""
    if not line:
        return []
    kind = (
        "a refusal" if refuses(line) else "a question" if line.rstrip()[-1:] == "?" else "a remark"
    )
    size = ("up to 5 words", "up to 11 words", "up to 17 words", "at length")[min(3, total // 6)]
    keys = (f"after {kind}", f"after {kind}, {size}")
    return [Loose(key, 0, total, scaled=False) for key in keys]


def word_share(total: int) -> float:
    """How much of its worth a word keeps in a reply of `total` words: 0..1."""
    return min(1.0, math.sqrt(_FULL_WORTH / max(1, total)))


def word_parts(words: Words, loose: Iterable[Loose], worth: WordWorth) -> list[Contribution]:
    """What the loose words add, each under its own name."""
    share = word_share(len(words.words))
    table = worth.words
    parts = []
    for one in loose:
        pair = table.get(one.key)
        if pair is not None:
            size = share if one.scaled else 1.0
            parts.append(
                Contribution(
                    "word", one.key, 100.0, one.first, one.last, words.span(one.first, one.last),
                    round(pair[0] * size, 3), round(pair[1] * size, 3),
                )
            )  # fmt: skip
    return parts
