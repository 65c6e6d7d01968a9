"""Find the cues that may stand in a reply, without looking at all the others.

A cue is filed under its two rarest words (by stem); a reply asks for the pairs of words it holds.
Words typed wrong are first led to the one word of the book they are a single slip away from.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from rapidfuzz.distance import OSA

from rehearse.reading.book import Phrase
from rehearse.reading.expansion import GAP, Part, Template, joined, parse_cue
from rehearse.reading.lexicon import LIGHT
from rehearse.reading.stems import stem

_MIN_TYPO = 5
_ANY = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """One word list of a cue: its words, their stems, which must be there, and its plain text."""

    phrase: Phrase
    keys: tuple[str, ...]
    needed: tuple[bool, ...]
    anchor: int
    content: frozenset[str]
    text: str


@dataclass(slots=True)
class _Entry:
    """A filed cue line; its variants are made when a reply first asks for them."""

    phrase: Phrase
    template: Template
    parts: list[list[tuple[tuple[str, ...], frozenset[str]]]] | None = None
    made: dict[tuple[tuple[str, ...], ...], Variant] = field(default_factory=dict)


class CueIndex:
    """Cues filed by their rarest words. Answers are the same whatever was asked before."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        entries = [_Entry(phrase, parse_cue(phrase.text)) for phrase in phrases]
        self._counts: Counter[str] = Counter()
        for entry in entries:
            self._counts.update(_all_stems(entry.template))
        self.vocabulary = self._counts.keys()
        self._shelves: dict[str, dict[str, list[_Entry]]] = {}
        for entry in entries:
            self._file(entry)
        self._near: dict[str, list[str]] | None = None

    def _file(self, entry: _Entry) -> None:
        ranked = sorted(
            (keys for part in entry.template.parts if (keys := self._handles(part))),
            key=lambda keys: sum(self._counts[key] for key in keys),
        )
        seconds = ranked[1] if len(ranked) > 1 else (_ANY,)
        for first in ranked[0] if ranked else ():
            shelf = self._shelves.setdefault(first, {})
            for second in seconds:
                shelf.setdefault(second, []).append(entry)

    def _handles(self, part: Part) -> tuple[str, ...]:
        """One stem of each alternative that must be there if the alternative is; () if none."""
        handles = []
        for alternative in part:
            keys = [stem(word) for word in alternative if word not in LIGHT and word != GAP]
            if not keys:
                return ()
            handles.append(min(keys, key=lambda key: (self._counts[key], key)))
        return tuple(dict.fromkeys(handles))

    def candidates(self, keys: frozenset[str]) -> Iterator[Variant]:
        """The cue variants all of whose meaning words are among `keys` (stems of the reply)."""
        for key in sorted(keys & self._shelves.keys()):
            shelf = self._shelves[key]
            for second in shelf.keys() & keys if len(shelf) > len(keys) else shelf:
                if second in keys or second == _ANY:
                    yield from self._fitting(shelf[second], keys)
            if len(shelf) > len(keys) and _ANY in shelf:
                yield from self._fitting(shelf[_ANY], keys)

    def _fitting(self, entries: list[_Entry], keys: frozenset[str]) -> Iterator[Variant]:
        for entry in entries:
            parts = entry.parts
            if parts is None:
                parts = entry.parts = _stemmed(entry.template)
            choices = []
            for part in parts:
                fitting = [words for words, content in part if content <= keys]
                if not fitting:
                    break
                choices.append(fitting)
            else:
                yield from self._chosen(entry, choices)

    def _chosen(self, entry: _Entry, choices: list[list[tuple[str, ...]]]) -> Iterator[Variant]:
        for choice in product(*choices):
            variant = entry.made.get(choice)
            if variant is None:
                variant = self._variant(entry.phrase, joined(choice))
                entry.made[choice] = variant
            yield variant

    def _variant(self, phrase: Phrase, words: Sequence[str]) -> Variant:
        keys = tuple(word if word == GAP else stem(word) for word in words)
        heavy = [i for i, word in enumerate(words) if word not in LIGHT and word != GAP]
        strict = len(heavy) < 2
        needed = tuple(strict or i in heavy or words[i] == GAP for i in range(len(words)))
        held = [i for i in range(len(words)) if needed[i] and words[i] != GAP]
        anchor = min(held, key=lambda i: (self._counts[keys[i]], i))
        content = frozenset(keys[i] for i in held)
        return Variant(
            phrase, keys, needed, anchor, content, " ".join(w for w in words if w != GAP)
        )

    def nearest(self, word: str) -> str:
        """The stem of the book's word that `word` is one slip away from, or its own stem."""
        if len(word) < _MIN_TYPO or not word.isalpha():
            return stem(word)
        if self._near is None:
            self._near = {}
            for known in sorted(self.vocabulary):
                if len(known) >= _MIN_TYPO - 1:
                    for piece in _pieces(known):
                        self._near.setdefault(piece, []).append(known)
        key = stem(word)
        for piece in _pieces(key):
            for known in self._near.get(piece, ()):
                if OSA.distance(key, known, score_cutoff=1) <= 1 and len(known) >= _MIN_TYPO - 1:
                    return known
        return key


def _pieces(key: str) -> tuple[str, str]:
    """One slip leaves either the beginning or the end of a word whole (and the first letter)."""
    half = 2 if len(key) < 6 else 3
    return (key[:half] + "-", key[0] + "-" + key[-half:])


def _stemmed(template: Template) -> list[list[tuple[tuple[str, ...], frozenset[str]]]]:
    """Each alternative of each part with the stems it cannot do without."""
    return [
        [
            (words, frozenset(stem(word) for word in words if word not in LIGHT and word != GAP))
            for words in part
        ]
        for part in template.parts
    ]


def _all_stems(template: Template) -> set[str]:
    return {
        stem(word)
        for part in template.parts
        for alternative in part
        for word in alternative
        if word != GAP
    }
