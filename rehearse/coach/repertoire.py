"""What bots can say: the labelled replies that ship with the package, sorted by tone and move."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from random import Random

import rehearse.reading

CORPUS = Path(rehearse.reading.__file__).with_name("corpus")
# Replies of one sort that a run draws from. Reading is what takes the time, and each is read once.
BREADTH = 24
AT_WORK, EVERYDAY = "at work", "everyday"


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of reply, by its labels.

    `tone` "" is any; `move` "" is any moves or none; `only`, where given, are all the moves it may
    make. `about` is AT_WORK or, for replies of daily life, which carry no moves, EVERYDAY.
    """

    tone: str = ""
    move: str = ""
    about: str = AT_WORK
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Corpus:
    """Every reply, once, in the order of the files: (text, tone, moves, about)."""

    replies: tuple[tuple[str, str, frozenset[str], str], ...]
    sha256: str

    def of(self, sort: Sort) -> list[str]:
        """The texts of a sort; [] where the corpus has none."""
        return [
            text
            for text, tone, moves, about in self.replies
            if about == sort.about
            and sort.tone in ("", tone)
            and (not sort.move or sort.move in moves)
            and (not sort.only or moves.issubset(sort.only))
        ]


@cache
def load_corpus(folder: Path = CORPUS) -> Corpus:
    """The replies in a folder of JSON Lines: each has `text`, `tone` and, if at work, `moves`."""
    found: dict[str, tuple[str, frozenset[str], str]] = {}
    digest = sha256()
    for path in sorted(folder.glob("*.jsonl")):
        content = path.read_bytes()
        digest.update(content)
        for line in content.splitlines():
            if line.strip():
                entry = json.loads(line)
                about = AT_WORK if "moves" in entry else EVERYDAY
                moves = frozenset(entry.get("moves", ()))
                found.setdefault(entry["text"], (entry["tone"], moves, about))
    replies = tuple((text, *labels) for text, labels in found.items())
    return Corpus(replies, digest.hexdigest())


@dataclass(frozen=True, slots=True)
class Repertoire:
    """What the talks of one seed draw from: BREADTH replies of each sort, chosen by the seed."""

    corpus: Corpus
    seed: int
    _chosen: dict[Sort, Sequence[str]] = field(default_factory=dict)

    def of(self, sort: Sort) -> Sequence[str]:
        """The replies of a sort. The same corpus and seed always give the same ones."""
        if sort not in self._chosen:
            texts = self.corpus.of(sort)
            chance = Random(f"{self.seed} {sort.tone} {sort.move} {sort.about} {sort.only}")
            self._chosen[sort] = chance.sample(texts, min(BREADTH, len(texts)))
        return self._chosen[sort]
