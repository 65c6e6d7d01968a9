"""Which moves the words of a reply speak for, beyond the cues.

Each word, pair of neighbours, cue source and feature speaks for or against a few moves, by weights
fitted on the corpus (scripts/fit-moves) and kept in phrasebook/move_words.yaml. A move's sum is its
start plus what speaks for it; from nought up the reply makes the move.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rehearse.reading.axes import logistic
from rehearse.reading.features import Found
from rehearse.reading.matching import Hit
from rehearse.reading.model import MoveHit
from rehearse.reading.normalise import Words
from rehearse.reading.words import Loose, word_share

START = "="
VETO = -1.5  # a cue is overruled only by words that speak clearly against its move


@dataclass(frozen=True, slots=True)
class Said:
    """A key that may speak for moves, with its place in words and its weight's share (0..1)."""

    key: str
    first: int
    last: int
    share: float


@dataclass(slots=True)
class _Case:
    """What speaks for one move so far: the sum, and the word that speaks for it most."""

    total: float
    most: float = 0.0
    place: tuple[int, int] | None = None


def said(
    words: Words, loose: Iterable[Loose], hits: Sequence[Hit], features: Sequence[Found]
) -> list[Said]:
    """All that may speak for a move, each key once."""
    share = word_share(len(words.words))
    found = {one.key: Said(one.key, one.first, one.last, share) for one in loose if one.scaled}
    for hit in hits:
        key = "@" + hit.phrase.source
        found.setdefault(key, Said(key, hit.first, hit.last, 1.0))
    for feature in features:
        key = "@feature:" + feature.name
        found.setdefault(key, Said(key, feature.first, feature.last, 1.0))
    return list(found.values())


def spoken_for(
    words: Words,
    evidence: Iterable[Said],
    worth: Mapping[str, Mapping[str, float]],
    by_cue: Mapping[str, MoveHit],
) -> dict[str, MoveHit]:
    """The moves of the reply: those of `by_cue` unless overruled, and those the words make.

    `worth` is key -> move -> weight; its key "=" holds each move's start.
    """
    cases = {move: _Case(start) for move, start in worth.get(START, {}).items()}
    for one in evidence:
        for move, weight in worth.get(one.key, {}).items():
            case = cases[move]
            case.total += weight * one.share
            if weight * one.share > case.most and one.first >= 0:
                case.most, case.place = weight * one.share, (one.first, one.last)
    made = {move: hit for move, hit in by_cue.items() if _total(cases, move) > VETO}
    for move, case in cases.items():
        if move not in made and case.total >= 0 and case.place is not None:
            first, last = case.place
            phrase = " ".join(words.words[first:last])
            confidence = round(logistic(case.total), 3)
            made[move] = MoveHit(move, confidence, words.span(first, last), phrase)
    return made


def _total(cases: Mapping[str, _Case], move: str) -> float:
    return cases[move].total if move in cases else 0.0
