"""Find the cues that may stand in a sentence, without looking at all the others.

Words typed wrong are first led to the word of the book they are a single slip away from.
"""

from collections.abc import Iterable, Iterator, KeysView, Mapping, Sequence
from itertools import product

from rapidfuzz.distance import OSA

from rehearse.reading.book import Phrase
from rehearse.reading.expansion import GAP, Part, Template, joined, parse_cue, with_classes
from rehearse.reading.filing import NEAR, Filing, file_cues
from rehearse.reading.lexicon import ARTICLES, LIGHT
from rehearse.reading.stems import stem

_MIN_TYPO = 5

Choice = tuple[tuple[str, ...], ...]


class Variant:
    """One word list of a cue: its stems, which of them must be there, its rarest, its text."""

    __slots__ = ("anchor", "content", "gapped", "keys", "needed", "phrase", "text")

    def __init__(self, phrase: Phrase, words: Sequence[str], counts: Mapping[str, int]) -> None:
        self.phrase = phrase
        self.keys = tuple(word if word == GAP else stem(word) for word in words)
        heavy = [i for i, word in enumerate(words) if word not in LIGHT and word != GAP]
        spared = _spared(words) if len(heavy) > 1 else frozenset[int]()
        self.needed = tuple(i not in spared for i in range(len(words)))
        held = [i for i in range(len(words)) if self.needed[i] and words[i] != GAP]
        self.anchor = min(held, key=lambda i: (counts.get(self.keys[i], 0), i))
        self.content = frozenset(self.keys[i] for i in held)
        self.gapped = GAP in words
        self.text = " ".join(word for word in words if word != GAP)


class Group:
    """A cue of phrases that stand together in any order.

    `pieces` are these phrases: the stems of every alternative, found by their first.
    """

    __slots__ = ("held", "phrase", "pieces")

    def __init__(self, phrase: Phrase, template: Template) -> None:
        self.phrase = phrase
        self.pieces = tuple(_by_head(part) for part in template.parts)
        self.held = frozenset(
            key
            for piece in self.pieces
            for wanted in piece.values()
            for keys in wanted
            for key in keys
        )


def _by_head(part: Part) -> dict[str, list[tuple[str, ...]]]:
    piece: dict[str, list[tuple[str, ...]]] = {}
    for words in part:
        keys = tuple(map(stem, words))
        if keys and GAP not in keys:
            piece.setdefault(keys[0], []).append(keys)
    return piece


def _spared(words: Sequence[str]) -> frozenset[int]:
    """The places of the words a cue can do without: light ones inside it, articles anywhere."""
    last = len(words) - 1
    return frozenset(
        at
        for at, word in enumerate(words)
        if word in ARTICLES or (word in LIGHT and 0 < at < last and last > 2)
    )


class _Place:
    """One part of a cue: its alternatives by their first word of weight, "" for those without."""

    __slots__ = ("alternatives", "keys", "only")

    def __init__(self, part: Part) -> None:
        self.only = part[0] if len(part) == 1 else None
        self.alternatives: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
        for words in part:
            heavy = [stem(word) for word in words if word not in LIGHT and word != GAP]
            there = self.alternatives.setdefault(heavy[0] if heavy else "", [])
            there.append((words, frozenset(map(stem, words)) - {GAP}))
        self.keys = self.alternatives.keys()

    def fitting(self, keys: frozenset[str]) -> list[tuple[str, ...]]:
        """The alternatives that are there word for word; else one that light words are wanting."""
        there: list[tuple[str, ...]] = []
        nearly: list[tuple[str, ...]] = []
        for key in self.keys & keys:
            for words, stems in self.alternatives[key]:
                if stems <= keys:
                    there.append(words)
                elif stems - keys <= LIGHT:
                    nearly.append(words)
        for words, stems in self.alternatives.get("", ()):
            (there if stems <= keys else nearly).append(words)
        return there or sorted(nearly)[:1]


class _Entry:
    """A cue line; it is parsed, and its variants made, when a reply first asks for them."""

    __slots__ = ("group", "made", "must", "parts", "phrase", "some_of")

    def __init__(self, phrase: Phrase, classes: Mapping[str, Sequence[str]]) -> None:
        self.phrase = phrase
        self.made: dict[Choice, Variant] = {}
        template = parse_cue(with_classes(phrase.text, classes))
        self.group = Group(phrase, template) if template.together else None
        self.parts = () if template.together else tuple(map(_Place, template.parts))
        fixed = [_heavy_stems(place.only) for place in self.parts if place.only is not None]
        self.must = frozenset[str]().union(*fixed)
        self.some_of = [
            frozenset(place.keys)
            for place in self.parts
            if place.only is None and "" not in place.alternatives
        ]

    def choices(self, keys: frozenset[str]) -> Iterable[Choice]:
        """The ways to read the cue whose words of weight are all among `keys`."""
        if not self.must <= keys:
            return ()
        for some in self.some_of:
            if some.isdisjoint(keys):
                return ()
        fitting = []
        for place in self.parts:
            there = [place.only] if place.only is not None else place.fitting(keys)
            if not there:
                return ()
            fitting.append(there)
        return product(*fitting)


class CueIndex:
    """Cues filed by their rarest words. Answers are the same whatever was asked before."""

    def __init__(
        self,
        phrases: Sequence[Phrase],
        classes: Mapping[str, Sequence[str]],
        filing: Filing | None = None,
    ) -> None:
        self._filing = filing or file_cues((phrase.text for phrase in phrases), classes)
        self._phrases = phrases
        self._classes = classes
        self._entries: dict[int, _Entry] = {}
        self._near: dict[str, list[str]] | None = None

    @property
    def vocabulary(self) -> KeysView[str]:
        """The stems of all words of all cues."""
        return self._filing.counts.keys()

    def candidates(self, keys: Sequence[str]) -> Iterator[Variant | Group]:
        """The cue variants that may stand in a sentence with these stems, in no order."""
        present = frozenset(keys)
        for number in self._numbers(keys, present):
            entry = self._entries.get(number)
            if entry is None:
                entry = self._entries[number] = _Entry(self._phrases[number], self._classes)
            if entry.group is not None:
                yield entry.group
                continue
            for choice in entry.choices(present):
                variant = entry.made.get(choice)
                if variant is None:
                    words = joined(choice)
                    if not words:
                        continue
                    variant = Variant(entry.phrase, words, self._filing.counts)
                    entry.made[choice] = variant
                yield variant

    def _numbers(self, keys: Sequence[str], present: frozenset[str]) -> set[int]:
        near, far, alone = self._filing.near, self._filing.far, self._filing.alone
        found: set[int] = set()
        for at, key in enumerate(keys):
            shelf = near.get(key)
            if shelf is not None:
                for other in keys[at + 1 : at + 1 + NEAR]:
                    if other in shelf:
                        found.update(shelf[other])
        for key in present:
            single = alone.get(key)
            if single is not None:
                found.update(single[""])
            shelf = far.get(key)
            if shelf is not None:
                for other in shelf.keys() & present:
                    found.update(shelf[other])
        return found

    def nearest(self, word: str) -> str:
        """The stem of the book's word that `word` is one slip away from, or its own stem."""
        key = stem(word)
        if len(word) < _MIN_TYPO - 1 or not word.isalpha():
            return key
        if self._near is None:
            self._near = self._by_pieces()
        for piece in _pieces(key):
            for known in self._near.get(piece, ()):
                longer = max(len(word), len(known))
                if longer >= _MIN_TYPO and OSA.distance(key, known, score_cutoff=1) <= 1:
                    return known
        return key

    def _by_pieces(self) -> dict[str, list[str]]:
        shelves: dict[str, list[str]] = {}
        for known in sorted(self.vocabulary):
            if len(known) >= _MIN_TYPO - 1:
                for piece in _pieces(known):
                    shelves.setdefault(piece, []).append(known)
        return shelves


def _pieces(key: str) -> tuple[str, str]:
    """One slip leaves either the beginning or the end of a word whole (and the first letter)."""
    half = 2 if len(key) < 6 else 3
    return (key[:half] + "-", key[0] + "-" + key[-half:])


def _heavy_stems(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem(word) for word in words if word not in LIGHT and word != GAP)
