"""Find the cues that may stand in a sentence, without looking at all the others.

Words typed wrong are first led to the word of the book they are a single slip away from.
"""

from collections.abc import Iterable, KeysView, Mapping, Sequence
from itertools import product

from rapidfuzz.distance import OSA

from rehearse.reading.book import Phrase
from rehearse.reading.expansion import GAP, Part, joined, parse_cue, with_classes
from rehearse.reading.filing import NEAR, Drawer, Filing, Near, file_cues
from rehearse.reading.lexicon import LIGHT
from rehearse.reading.stems import stem
from rehearse.reading.variants import Group, Variant

_MIN_TYPO = 5
_REMEMBERED = 400  # answers an entry keeps; a bound on memory, they are the same without it

Choice = tuple[tuple[str, ...], ...]
Candidates = tuple[Variant | Group, ...]


class _Place:
    """One part of a cue: its alternatives by their first word of weight, "" for those without.

    `stems` are those of all alternatives; what fits depends on them alone.
    """

    __slots__ = ("alternatives", "fitted", "keys", "only", "stems")

    def __init__(self, part: Part) -> None:
        self.only = part[0] if len(part) == 1 else None
        self.alternatives: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
        for words in part:
            heavy = [stem(word) for word in words if word not in LIGHT and word != GAP]
            there = self.alternatives.setdefault(heavy[0] if heavy else "", [])
            there.append((words, frozenset(map(stem, words)) - {GAP}))
        self.keys = frozenset(self.alternatives)
        self.stems = frozenset(
            key for there in self.alternatives.values() for _, stems in there for key in stems
        )
        self.fitted: dict[frozenset[str], list[tuple[str, ...]]] = {}

    def fitting(self, keys: frozenset[str]) -> Sequence[tuple[str, ...]]:
        """The alternatives that are there word for word; else one that light words are wanting."""
        if self.only is not None:
            return (self.only,)
        met = self.stems & keys
        known = self.fitted.get(met)
        if known is None:
            known = self._fitting(met)
            if len(self.fitted) < _REMEMBERED:
                self.fitted[met] = known
        return known

    def _fitting(self, keys: frozenset[str]) -> list[tuple[str, ...]]:
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
    """A cue line; it is parsed, and its variants made, when a reply first asks for them.

    `must` are stems that have to be there; among `choosing` are those that the answer then
    depends on.
    """

    __slots__ = ("choosing", "fitted", "group", "made", "must", "parts", "phrase")

    def __init__(self, phrase: Phrase, classes: Mapping[str, Sequence[str]]) -> None:
        self.phrase = phrase
        self.made: dict[Choice, Variant] = {}
        self.fitted: dict[frozenset[str], Candidates] = {}
        template = parse_cue(with_classes(phrase.text, classes))
        self.group = Group(phrase, template) if template.together else None
        self.parts = () if template.together else tuple(map(_Place, template.parts))
        fixed = [_heavy_stems(place.only) for place in self.parts if place.only is not None]
        self.must = frozenset[str]().union(*fixed)
        chosen = [place.stems for place in self.parts if place.only is None]
        held = frozenset[str]() if self.group is None else self.group.held
        self.choosing = held.union(*chosen)

    def fitting(self, keys: frozenset[str], counts: Mapping[str, int]) -> Candidates:
        """The ways to read the cue that may stand in a sentence with these stems."""
        if not self.must <= keys:
            return ()
        met = self.choosing & keys
        known = self.fitted.get(met)
        if known is None:
            known = self._fitting(met, counts)
            if len(self.fitted) < _REMEMBERED:
                self.fitted[met] = known
        return known

    def _fitting(self, keys: frozenset[str], counts: Mapping[str, int]) -> Candidates:
        if self.group is not None:
            return (self.group,) if self.group.fits(keys) else ()
        variants = (self._variant(choice, counts) for choice in self._choices(keys))
        return tuple(variant for variant in variants if variant is not None)

    def _choices(self, keys: frozenset[str]) -> Iterable[Choice]:
        fitting = []
        for place in self.parts:
            there = place.fitting(keys)
            if not there:
                return ()
            fitting.append(there)
        return product(*fitting)

    def _variant(self, choice: Choice, counts: Mapping[str, int]) -> Variant | None:
        variant = self.made.get(choice)
        if variant is None:
            words = joined(choice)
            if words:
                variant = self.made[choice] = Variant(self.phrase, words, counts)
        return variant


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

    def drawer(self, key: str) -> Drawer | None:
        """What is filed under a stem, if anything."""
        return self._filing.drawer(key)

    def candidates(
        self, keys: Sequence[str], drawers: Sequence[Drawer | None]
    ) -> list[Variant | Group]:
        """The cue variants that may stand in a sentence with these stems, cue by cue in order.

        `drawers` are those of the stems, as `drawer` gives them.
        """
        present, counts, entries = frozenset(keys), self._filing.counts, self._entries
        found: list[Variant | Group] = []
        for number in sorted(_numbers(keys, drawers, present)):
            entry = entries.get(number)
            if entry is None:
                entry = entries[number] = _Entry(self._phrases[number], self._classes)
            found += entry.fitting(present, counts)
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


def _numbers(
    keys: Sequence[str], drawers: Sequence[Drawer | None], present: frozenset[str]
) -> set[int]:
    """The cues whose filed words are all in the sentence, near each other where they must be."""
    found: set[int] = set()
    for at, drawer in enumerate(drawers):
        if drawer is None:
            continue
        near, far, alone = drawer
        if near and not near.keys().isdisjoint(keys[at + 1 : at + 1 + NEAR]):
            _meet(near, keys, at, found)
        if far:
            for other in far.keys() & present:
                found.update(far[other])
        if alone:
            found.update(alone)
    return found


def _meet(near: Mapping[str, Near], keys: Sequence[str], at: int, found: set[int]) -> None:
    """Find the cues of the word at `at` and each that stands shortly after it."""
    for place, key in enumerate(keys[at + 1 : at + 1 + NEAR], at + 1):
        if key not in near:
            continue
        there = near[key]
        if there.always:
            found.update(there.always)
        if there.before:
            for third in there.before.keys() & keys[:at]:
                found.update(there.before[third])
        if there.after:
            for third in there.after.keys() & keys[place + 1 :]:
                found.update(there.after[third])


def _pieces(key: str) -> tuple[str, str]:
    """One slip leaves either the beginning or the end of a word whole (and the first letter)."""
    half = 2 if len(key) < 6 else 3
    return (key[:half] + "-", key[0] + "-" + key[-half:])


def _heavy_stems(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem(word) for word in words if word not in LIGHT and word != GAP)
