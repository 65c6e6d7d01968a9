"""Find the cues that may stand in a sentence, without looking at all the others.

Words typed wrong are first led to the word of the book they are a single slip away from.
"""

from collections.abc import Iterable, Iterator, KeysView, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from rapidfuzz.distance import OSA

from rehearse.reading.book import Phrase
from rehearse.reading.expansion import GAP, Part, Template, joined, parse_cue, with_classes
from rehearse.reading.filing import NEAR, Drawer, Filing, all_stems, file_cues
from rehearse.reading.lexicon import ARTICLES, LIGHT
from rehearse.reading.stems import stem

_MIN_TYPO = 5
_REMEMBERED = 200  # answers an entry keeps; a bound on memory, they are the same without it

Choice = tuple[tuple[str, ...], ...]


class Step(NamedTuple):
    """The next word of a cue: its stem, whether it must be there, whether a gap comes before it."""

    key: str
    needed: bool
    after_gap: bool


class Variant:
    """One word list of a cue.

    `anchor` is the stem of its rarest word, `before` and `after` the way from there to its start
    and to its end; `keys` are all stems, `text` the plain words. `spare` is how many other words
    may be slipped in on either way.
    """

    __slots__ = ("after", "anchor", "before", "gapped", "keys", "phrase", "spare", "text")

    def __init__(self, phrase: Phrase, words: Sequence[str], counts: Mapping[str, int]) -> None:
        self.phrase = phrase
        self.keys = tuple(word if word == GAP else stem(word) for word in words)
        heavy = [i for i, word in enumerate(words) if word not in LIGHT and word != GAP]
        spared = _spared(words) if len(heavy) > 1 else frozenset[int]()
        held = [i for i, word in enumerate(words) if i not in spared and word != GAP]
        anchor = min(held, key=lambda i: (counts.get(self.keys[i], 0), i))
        self.anchor = self.keys[anchor]
        self.before = self._steps(range(anchor - 1, -1, -1), spared)
        self.after = self._steps(range(anchor + 1, len(words)), spared)
        self.spare = 1 if len({self.keys[i] for i in held}) > 1 else 0
        self.gapped = GAP in words
        self.text = " ".join(word for word in words if word != GAP)

    def _steps(self, places: Iterable[int], spared: frozenset[int]) -> tuple[Step, ...]:
        steps, after_gap = [], False
        for at in places:
            if self.keys[at] == GAP:
                after_gap = True
            else:
                steps.append(Step(self.keys[at], at not in spared, after_gap))
                after_gap = False
        return tuple(steps)


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

    __slots__ = ("fitted", "group", "made", "must", "parts", "phrase", "some_of", "stems")

    def __init__(self, phrase: Phrase, classes: Mapping[str, Sequence[str]]) -> None:
        self.phrase = phrase
        self.made: dict[Choice, Variant] = {}
        self.fitted: dict[frozenset[str], tuple[Variant, ...]] = {}
        template = parse_cue(with_classes(phrase.text, classes))
        self.stems = frozenset(all_stems(template))
        self.group = Group(phrase, template) if template.together else None
        self.parts = () if template.together else tuple(map(_Place, template.parts))
        fixed = [_heavy_stems(place.only) for place in self.parts if place.only is not None]
        self.must = frozenset[str]().union(*fixed)
        self.some_of = [
            frozenset(place.keys)
            for place in self.parts
            if place.only is None and "" not in place.alternatives
        ]

    def variants(self, keys: frozenset[str], counts: Mapping[str, int]) -> tuple[Variant, ...]:
        """The ways to read the cue that may stand in a sentence with these stems."""
        met = self.stems & keys  # all that the answer depends on
        known = self.fitted.get(met)
        if known is None:
            known = tuple(self._variants(met, counts))
            if len(self.fitted) < _REMEMBERED:
                self.fitted[met] = known
        return known

    def _variants(self, keys: frozenset[str], counts: Mapping[str, int]) -> Iterator[Variant]:
        for choice in self.choices(keys):
            variant = self.made.get(choice)
            if variant is None:
                words = joined(choice)
                if not words:
                    continue
                variant = self.made[choice] = Variant(self.phrase, words, counts)
            yield variant

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
        self._drawers: dict[str, Drawer] = {}
        self._near: dict[str, list[str]] | None = None

    @property
    def vocabulary(self) -> KeysView[str]:
        """The stems of all words of all cues."""
        return self._filing.counts.keys()

    def candidates(self, keys: Sequence[str]) -> Iterator[Variant | Group]:
        """The cue variants that may stand in a sentence with these stems, cue by cue in order."""
        present, counts = frozenset(keys), self._filing.counts
        for number in sorted(self._numbers(keys, present)):
            entry = self._entries.get(number)
            if entry is None:
                entry = self._entries[number] = _Entry(self._phrases[number], self._classes)
            if entry.group is not None:
                yield entry.group
            else:
                yield from entry.variants(present, counts)

    def _numbers(self, keys: Sequence[str], present: frozenset[str]) -> set[int]:
        found: set[int] = set()
        for at, key in enumerate(keys):
            drawer = self._drawers.get(key)
            if drawer is None:
                if key not in self.vocabulary:
                    continue
                drawer = self._drawers[key] = self._filing.drawer(key)
            if drawer.near:
                for place in range(at + 1, min(at + 1 + NEAR, len(keys))):
                    near = drawer.near.get(keys[place])
                    if near is not None:
                        found.update(near.always)
                        for third in near.before.keys() & set(keys[:at]):
                            found.update(near.before[third])
                        for third in near.after.keys() & set(keys[place + 1 :]):
                            found.update(near.after[third])
            for other in drawer.far.keys() & present:
                found.update(drawer.far[other])
            found.update(drawer.alone)
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
