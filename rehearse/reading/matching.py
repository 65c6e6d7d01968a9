"""Compare cues with windows of whole words of a reply.

A window is found from the cue's rarest word outwards. Every word that carries meaning must be
there (by stem, one slip allowed); a light word may be missing, one more word may be slipped in.
What is left and not said word for word is judged by rapidfuzz's `fuzz.ratio` of the plain words.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from rehearse.reading.book import Phrase
from rehearse.reading.clauses import Layout
from rehearse.reading.index import CueIndex
from rehearse.reading.lexicon import FILLERS
from rehearse.reading.normalise import Words
from rehearse.reading.terms import FILLER, NEGATOR, PLAIN, Sentence, Terms
from rehearse.reading.variants import Group, Step, Variant

GAP_WORDS = 4
TOGETHER_WORDS = 12
CUTOFF = 78.0


class Hit(NamedTuple):
    """A cue found at words [first, last) of the reply; `similarity` is 0..100.

    `own` is the phrase of somebody's own that was found there too, if any: the same words may
    stand in the book.
    """

    phrase: Phrase
    text: str
    first: int
    last: int
    similarity: float
    own: Phrase | None = None


class Matcher:
    """Finds the cues of the book's index, and of others with somebody's own, in replies."""

    def __init__(self, indexes: Iterable[CueIndex]) -> None:
        self._indexes = tuple(indexes)
        self._terms = Terms(self._indexes)

    def hits(self, words: Words, layout: Layout) -> list[Hit]:
        """Every cue found, overlapping or not, in order of place and then of length.

        Of the cues of one source at one place the best is given; of equals, the first in the book,
        and with it the own phrase that was found there.
        """
        if not words.words:
            return []
        keys, between, drawers = zip(*self._terms.of(words.words), strict=True)
        by_index = tuple(zip(*drawers, strict=True))
        found: dict[tuple[str, int, int], Hit] = {}
        for first, last in layout.sentences:
            sentence = Sentence(words.words, keys, between, first, last)
            for number, (index, filed) in enumerate(zip(self._indexes, by_index, strict=True)):
                for cue in index.candidates(keys[first:last], filed[first:last]):
                    _find(cue, sentence, found, number > 0)
        return sorted(found.values(), key=lambda h: (h.first, -h.last, h.phrase.source, h.text))


def _find(
    cue: Variant | Group,
    sentence: Sentence,
    found: dict[tuple[str, int, int], Hit],
    own: bool,
) -> None:
    """Add the hits of one cue to those found, if they are the best at their places."""
    if isinstance(cue, Group):
        hits = [_together(cue, sentence)]
    else:
        hits = [_around(cue, sentence, at) for at in sentence.where.get(cue.anchor, ())]
    for hit in hits:
        if hit is not None:
            place = (hit.phrase.source, hit.first, hit.last)
            best = found.get(place)
            if own:
                found[place] = _own_hit(hit, best)
            elif best is None or _rank(hit) > _rank(best):
                found[place] = hit


def _own_hit(hit: Hit, best: Hit | None) -> Hit:
    """The hit of an own phrase with the best at its place: what the book asks of one is waived."""
    if best is None or best.phrase.needs or _rank(hit) > _rank(best):
        return hit._replace(own=hit.phrase)
    return best if best.own is not None else best._replace(own=hit.phrase)


def _rank(hit: Hit) -> tuple[float, float, str]:
    return (hit.similarity, abs(hit.phrase.firmness) + abs(hit.phrase.respect), hit.text)


def _around(variant: Variant, sentence: Sentence, at: int) -> Hit | None:
    """The cue around its rarest word, which stands at `at`."""
    start = end = at
    if variant.before:
        start = _walk(variant.before, variant.spare, sentence, at, -1, sentence.first - 1)
        if start < 0:
            return None
    if variant.after:
        end = _walk(variant.after, variant.spare, sentence, at, 1, sentence.last)
        if end < 0:
            return None
    return _judge(variant, sentence, start, end + 1)


def _walk(
    steps: tuple[Step, ...], spare: int, sentence: Sentence, at: int, step: int, stop: int
) -> int:
    """Follow the cue from `at` in one direction; the place of the last word met, or -1."""
    keys, between = sentence.keys, sentence.between
    place, slack = at + step, 0
    for key, needed, after_gap in steps:
        if after_gap:
            slack = GAP_WORDS
        ahead = place
        while ahead != stop and keys[ahead] != key:
            kind = between[ahead]
            if kind == NEGATOR:
                ahead = stop
                break
            if slack:
                slack -= 1
            elif kind == PLAIN and spare:
                spare -= 1
            elif kind != FILLER:
                ahead = stop
                break
            ahead += step
        if ahead != stop:
            at, place, slack = ahead, ahead + step, 0
        elif needed:
            return -1
    return at


def _judge(variant: Variant, sentence: Sentence, start: int, end: int) -> Hit | None:
    words, keys, wanted = sentence.words, sentence.keys, variant.keys
    window: Sequence[str] = words[start:end]
    if variant.gapped:
        window = [words[i] for i in range(start, end) if keys[i] in wanted]
    elif end - start > len(wanted):
        window = [
            words[i] for i in range(start, end) if keys[i] in wanted or words[i] not in FILLERS
        ]
    said, similarity = " ".join(window), 100.0
    if said != variant.text:
        similarity = fuzz.ratio(said, variant.text, score_cutoff=CUTOFF)
        if similarity < CUTOFF:
            return None
    return Hit(variant.phrase, variant.text, start, end, similarity)


def _together(group: Group, sentence: Sentence) -> Hit | None:
    """The tightest stretch of a sentence that holds one alternative of every piece, if any."""
    reach: list[tuple[int, int]] = []
    for piece in group.pieces:
        places = _places(piece, sentence)
        if reach:
            places = [
                (min(a, start), max(b, end))
                for a, b in reach
                for start, end in places
                if end <= a or start >= b
            ]
        reach = [(a, b) for a, b in places if b - a <= TOGETHER_WORDS]
        if not reach:
            return None
    start, end = min(reach, key=lambda place: (place[1] - place[0], place))
    keys, held = sentence.keys, group.held
    if any(sentence.between[i] == NEGATOR and keys[i] not in held for i in range(start, end)):
        return None
    return Hit(group.phrase, _found_text(group, sentence, start, end), start, end, 100.0)


def _found_text(group: Group, sentence: Sentence, start: int, end: int) -> str:
    """The words of the stretch that belong to the cue, what lies between left out."""
    shown: list[str] = []
    for at in range(start, end):
        if sentence.keys[at] in group.held:
            shown.append(sentence.words[at])
        elif shown[-1] != "...":
            shown.append("...")
    return " ".join(shown)


def _places(piece: dict[str, list[tuple[str, ...]]], sentence: Sentence) -> list[tuple[int, int]]:
    keys, last = sentence.keys, sentence.last
    found = []
    for head in piece.keys() & sentence.where.keys():
        for at in sentence.where[head]:
            for wanted in piece[head]:
                end = at + len(wanted)
                if end <= last and tuple(keys[at:end]) == wanted:
                    found.append((at, end))
    return found
