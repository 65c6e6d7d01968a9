"""What the small parts of a reply say: words, runs of up to three, word pieces, its build.

Cues are found by people; what the words between them are worth was fitted on the corpus that ships
with the package (scripts/fit). The results are plain tables, words.yaml for the
tone and move_words.yaml for the moves, which look their words up by the keys that are made here:

    "would like"       a word or a run of neighbours, by stem; "#" is any number
    "^can", "now$"     the first and the last word of a sentence
    "prom-", "-ing"    how a word begins or ends: typos pass
    "=asks"            how the reply is built; "=" alone is any reply at all
    "after a refusal"  what it answers
    "@move:blame"      a cue or feature of this source was found
"""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from rehearse.reading.clauses import Layout
from rehearse.reading.normalise import Words
from rehearse.reading.scope import Scope
from rehearse.reading.stems import stem
from rehearse.reading.vocabulary import DEEDS, refuses
from rehearse.reading.wordlists import word_set

START = "="
NUMBER = "#"
_SPEAKERS = word_set("i we my our me us")
_HEARERS = word_set("you your")
_LENGTHS = ((3, "up to 3 words"), (7, "up to 7 words"), (15, "up to 15 words"),
            (30, "up to 30 words"))  # fmt: skip


class Said(NamedTuple):
    """A key of the tables with its first place, words [first, last).

    `shared` keys count less in a long reply; the others are about the reply as a whole.
    """

    key: str
    first: int
    last: int
    shared: bool


def all_said(words: Words, layout: Layout, scope: Scope, line: str) -> list[Said]:
    """Every key the words themselves give, each once, with the manager's `line` if there is one.

    What is only reported speaks for nothing.
    """
    total = len(words.words)
    found: dict[str, Said] = {}
    given = [given_by(word) for word in words.words]
    keys = [key for key, _ in given]
    for first, last in layout.sentences:
        _runs(keys, first, last, found)
    for at, (_, pieces) in enumerate(given):
        for piece in pieces:
            if piece not in found:
                found[piece] = Said(piece, at, at + 1, True)
    if any(scope.reported):
        found = {key: one for key, one in found.items() if not scope.reports(one.first, one.last)}
    for key in about_all(words, layout, line):
        found[key] = Said(key, 0, total, False)
    return list(found.values())


@lru_cache(maxsize=20_000)
def given_by(word: str) -> tuple[str, tuple[str, ...]]:
    """The key of a plain word, and how it begins and ends if it is long enough to tell."""
    key = stem(word) if word[0].isalpha() else NUMBER
    return key, (word[:4] + "-", "-" + word[-3:]) if len(word) > 3 and word.isalpha() else ()


def about_all(words: Words, layout: Layout, line: str) -> list[str]:
    """The keys about the reply as a whole: how it is built, and what it answers."""
    return [START, *_build(words.words, layout), *_answering(line, len(words.words))]


def _runs(keys: Sequence[str], first: int, last: int, found: dict[str, Said]) -> None:
    edges = ("^" + keys[first], first), (keys[last - 1] + "$", last - 1)
    for key, at in edges:
        found.setdefault(key, Said(key, at, at + 1, True))
    for at in range(first, last):
        key = keys[at]
        if key not in found:
            found[key] = Said(key, at, at + 1, True)
        for end in range(at + 1, min(at + 3, last)):
            key += " " + keys[end]
            if key not in found:
                found[key] = Said(key, at, end + 1, True)


def _build(words: Sequence[str], layout: Layout) -> list[str]:
    """How the reply is built: its length, whether it asks, who is in it, what was done."""
    total = len(words)
    present = set(words)
    keys = ["=" + next((name for size, name in _LENGTHS if total <= size), "at length")]
    keys.append("=asks" if any(clause.question for clause in layout.clauses) else "=states")
    if layout.clauses[-1].question:
        keys.append("=ends asking")
    keys.append("=i" if present & _SPEAKERS else "=no i")
    if present & _HEARERS:
        keys.append("=you")
    if any(
        word in ("i", "we") and any(_done(after) for after in words[at + 1 : at + 3])
        for at, word in enumerate(words)
    ):
        keys.append("=i did")
    return keys


def _done(word: str) -> bool:
    return word in DEEDS or (len(word) > 4 and word.endswith("ed"))


def _answering(line: str, total: int) -> list[str]:
    """What a reply of `total` words answers: a refusal, a question or a remark; [] without line."""
    if not line.strip():
        return []
    kind = (
        "a refusal" if refuses(line) else "a question" if line.rstrip()[-1:] == "?" else "a remark"
    )
    size = ("up to 5 words", "up to 11 words", "up to 17 words", "at length")[min(3, total // 6)]
    return [f"after {kind}", f"after {kind}, {size}"]


def found_by_name(named: Iterable[tuple[str, int, int]]) -> list[Said]:
    """Keys for what people named, cues and features: each source ("move:blame") once."""
    found: dict[str, Said] = {}
    for source, first, last in named:
        key = "@" + source
        if key not in found:
            found[key] = Said(key, first, last, False)
    return list(found.values())


def word_share(total: int, full: float) -> float:
    """How much of its worth a word keeps in a reply of `total` words: all, up to `full` of them."""
    return min(1.0, math.sqrt(full / max(1, total)))
