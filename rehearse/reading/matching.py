"""Compare cues with windows of whole words of a reply.

A window is found from the cue's rarest word outwards. Every word that carries meaning must be
there (by stem, one slip allowed); a light word may be missing, one more word may be slipped in.
What is left is judged by rapidfuzz's `fuzz.ratio` of the plain words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from rehearse.reading.book import Phrase
from rehearse.reading.clauses import Layout
from rehearse.reading.expansion import GAP
from rehearse.reading.index import CueIndex, Group, Variant
from rehearse.reading.lexicon import FILLERS, NEGATORS, NOT_SLIPPED_IN
from rehearse.reading.normalise import Words
from rehearse.reading.stems import stem

GAP_WORDS = 4
TOGETHER_WORDS = 12
FIGURE = "0"  # every number typed in digits
CUTOFF = 78.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found at words [first, last) of the reply; `similarity` is 0..100."""

    phrase: Phrase
    text: str
    first: int
    last: int
    similarity: float


class Matcher:
    """Finds the cues of one or more indexes in replies."""

    def __init__(self, indexes: Iterable[CueIndex]) -> None:
        self._indexes = tuple(indexes)

    def hits(self, words: Words, layout: Layout) -> list[Hit]:
        """Every cue found, overlapping or not, in order of place and then of length."""
        keys = self._keys(words)
        found: dict[tuple[str, int, int], Hit] = {}
        for first, last in layout.sentences:
            inside = keys[first:last]
            for index in self._indexes:
                for cue in index.candidates(inside):
                    if isinstance(cue, Group):
                        windows = together(cue, words.words, keys, first, last)
                    else:
                        windows = _windows(cue, words.words, keys, first, last)
                    for hit in windows:
                        place = (hit.phrase.source, hit.first, hit.last)
                        best = found.get(place)
                        if best is None or _rank(hit) > _rank(best):
                            found[place] = hit
        return sorted(found.values(), key=lambda h: (h.first, -h.last, h.phrase.source, h.text))

    def _keys(self, words: Words) -> list[str]:
        keys = []
        for word in words.words:
            key = stem(word)
            if not word[0].isalpha():
                key = FIGURE
            elif not any(key in index.vocabulary for index in self._indexes):
                for index in self._indexes:
                    key = index.nearest(word)
                    if key in index.vocabulary:
                        break
            keys.append(key)
        return keys


def _rank(hit: Hit) -> tuple[float, float, str]:
    return (hit.similarity, abs(hit.phrase.firmness) + abs(hit.phrase.respect), hit.text)


def _windows(
    variant: Variant, words: tuple[str, ...], keys: list[str], first: int, last: int
) -> Iterator[Hit]:
    rare = variant.keys[variant.anchor]
    at = first - 1
    for _ in range(keys[first:last].count(rare)):
        at = keys.index(rare, at + 1)
        start = _walk(variant, words, keys, at, -1, first - 1)
        if start is None:
            continue
        end = _walk(variant, words, keys, at, 1, last)
        if end is None:
            continue
        hit = _judge(variant, words, keys, start, end + 1)
        if hit is not None:
            yield hit


def together(
    group: Group, words: tuple[str, ...], keys: list[str], first: int, last: int
) -> Iterator[Hit]:
    """The tightest stretch of a sentence that holds one alternative of every piece, if any."""
    reach: list[tuple[int, int]] = []
    for piece in group.pieces:
        places = _places(piece, keys, first, last)
        if reach:
            places = [
                (min(a, start), max(b, end))
                for a, b in reach
                for start, end in places
                if end <= a or start >= b
            ]
        reach = [(a, b) for a, b in places if b - a <= TOGETHER_WORDS]
        if not reach:
            return
    start, end = min(reach, key=lambda place: (place[1] - place[0], place))
    if not any(words[i] in NEGATORS and keys[i] not in group.held for i in range(start, end)):
        yield Hit(group.phrase, _found_text(group, words, keys, start, end), start, end, 100.0)


def _found_text(group: Group, words: tuple[str, ...], keys: list[str], start: int, end: int) -> str:
    """The words of the stretch that belong to the cue, what lies between left out."""
    shown: list[str] = []
    for at in range(start, end):
        if keys[at] in group.held:
            shown.append(words[at])
        elif shown[-1] != "...":
            shown.append("...")
    return " ".join(shown)


def _places(
    piece: dict[str, list[tuple[str, ...]]], keys: list[str], first: int, last: int
) -> list[tuple[int, int]]:
    found = []
    for at in range(first, last):
        for wanted in piece.get(keys[at], ()):
            end = at + len(wanted)
            if end <= last and tuple(keys[at:end]) == wanted:
                found.append((at, end))
    return found


def _walk(
    variant: Variant, words: tuple[str, ...], keys: list[str], at: int, step: int, stop: int
) -> int | None:
    """Follow the cue from its anchor in one direction; the place of the last word met."""
    wanted, needed = variant.keys, variant.needed
    edge = -1 if step < 0 else len(wanted)
    spare = 1 if len(variant.content) > 1 else 0
    reached, place, slack = at, at + step, 0
    for i in range(variant.anchor + step, edge, step):
        key = wanted[i]
        if key == GAP:
            slack = GAP_WORDS
            continue
        ahead = place
        while ahead != stop and keys[ahead] != key:
            word = words[ahead]
            if word in NEGATORS:
                ahead = stop
                break
            if slack:
                slack -= 1
            elif word in FILLERS:
                pass
            elif spare and word not in NOT_SLIPPED_IN:
                spare -= 1
            else:
                ahead = stop
                break
            ahead += step
        if ahead == stop:
            if needed[i]:
                return None
            continue
        reached, place, slack = ahead, ahead + step, 0
    return reached


def _judge(
    variant: Variant, words: tuple[str, ...], keys: list[str], start: int, end: int
) -> Hit | None:
    window = words[start:end]
    if variant.gapped:
        window = tuple(words[i] for i in range(start, end) if keys[i] in variant.keys)
    elif len(window) > len(variant.keys):
        window = tuple(
            words[i]
            for i in range(start, end)
            if keys[i] in variant.keys or words[i] not in FILLERS
        )
    similarity = fuzz.ratio(" ".join(window), variant.text, score_cutoff=CUTOFF)
    if similarity < CUTOFF:
        return None
    return Hit(variant.phrase, variant.text, start, end, similarity)
