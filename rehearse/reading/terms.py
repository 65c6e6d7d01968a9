"""Words of a reply as cues see them: by what each is looked up, and what it may do between two."""

from collections.abc import Sequence
from typing import NamedTuple

from rehearse.reading.filing import Drawer
from rehearse.reading.index import CueIndex
from rehearse.reading.lexicon import FILLERS, NEGATORS, NOT_SLIPPED_IN
from rehearse.reading.stems import stem

FIGURE = "0"  # every number typed in digits, but those that an own phrase names
# What a word may do between two words of a cue.
PLAIN, FILLER, NEVER_BETWEEN, NEGATOR = range(4)
_REMEMBERED = 20_000  # words; a bound on memory, the answers are the same without it


class Term(NamedTuple):
    """A word as cues see it: the stem they are looked up by, and what it may do between two.

    `drawers` are what each index has filed under it.
    """

    key: str
    between: int
    drawers: tuple[Drawer | None, ...]


class Sentence:
    """Words [first, last) of a reply, with the key and kind of all its words.

    `where` are the places of each key of the sentence.
    """

    __slots__ = ("between", "first", "keys", "last", "where", "words")

    def __init__(
        self,
        words: tuple[str, ...],
        keys: Sequence[str],
        between: Sequence[int],
        first: int,
        last: int,
    ) -> None:
        self.words, self.keys, self.between = words, keys, between
        self.first, self.last = first, last
        where: dict[str, list[int]] = {}
        for at in range(first, last):
            where.setdefault(keys[at], []).append(at)
        self.where = where


class Terms:
    """The words of replies as the cues of these indexes see them, each worked out once."""

    __slots__ = ("_indexes", "_known")

    def __init__(self, indexes: Sequence[CueIndex]) -> None:
        self._indexes = indexes
        self._known: dict[str, Term] = {}

    def of(self, words: Sequence[str]) -> list[Term]:
        """One for each word, in order."""
        return [self._known.get(word) or self._term(word) for word in words]

    def _term(self, word: str) -> Term:
        key = self._key(word)
        term = Term(key, _between(word), tuple(index.drawer(key) for index in self._indexes))
        if len(self._known) < _REMEMBERED:
            self._known[word] = term
        return term

    def _key(self, word: str) -> str:
        if not word[0].isalpha():  # "Band 5" as an own phrase is not "Band 6"
            own = any(word in index.vocabulary for index in self._indexes[1:])
            return word if own else FIGURE
        key = stem(word)
        if any(key in index.vocabulary for index in self._indexes):
            return key
        for index in self._indexes:
            key = index.nearest(word)
            if key in index.vocabulary:
                break
        return key


def _between(word: str) -> int:
    if word in NEGATORS:
        return NEGATOR
    if word in FILLERS:
        return FILLER
    return NEVER_BETWEEN if word in NOT_SLIPPED_IN else PLAIN
