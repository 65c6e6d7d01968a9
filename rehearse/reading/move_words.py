"""Which moves a reply makes: for each move a sum of what speaks for it and against it.

Words, runs of words, word pieces, the build of the reply, cues and features each speak for a few
moves, by weights fitted on the corpus (scripts/fit-moves) and kept in phrasebook/move_words.yaml;
the keys are those of `words`. From a sum of nought up the reply makes the move, or from a little
less where a cue of a helpful one was found; its confidence is the logistic of that sum.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rehearse.reading.axes import logistic
from rehearse.reading.model import HELPFUL_MOVES, MoveHit
from rehearse.reading.normalise import Words
from rehearse.reading.words import START, Said, word_share

MOVE_WORDS = 8.0  # up to so many words each has its full weight; see `word_share`
WITH_CUE = -1.0


@dataclass(slots=True)
class _Case:
    """What speaks for one move so far: the sum, and the stretch that speaks for it most."""

    total: float = 0.0
    most: float = 0.0
    place: tuple[int, int] | None = None


def spoken_for(
    words: Words,
    said: Iterable[Said],
    worth: Mapping[str, Mapping[str, float]],
    by_cue: Mapping[str, MoveHit],
) -> dict[str, MoveHit]:
    """The moves of the reply. `worth` is key -> move -> weight.

    `by_cue` are the best cues and features of each move: where one is there, it is what is shown.
    """
    share = word_share(len(words.words), MOVE_WORDS)
    cases = {move: _Case() for move in worth.get(START, ())}
    for one in said:
        weights = worth.get(one.key)
        if weights is None:
            continue
        size = share if one.shared else 1.0
        for move, weight in weights.items():
            case = cases[move]
            case.total += weight * size
            if one.shared and weight * size > case.most:
                case.most, case.place = weight * size, (one.first, one.last)
    made = {move: _made(words, move, case, by_cue.get(move)) for move, case in cases.items()}
    return {move: hit for move, hit in made.items() if hit is not None}


def _made(words: Words, move: str, case: _Case, cue: MoveHit | None) -> MoveHit | None:
    total = round(case.total, 4)
    if total < (WITH_CUE if cue is not None and move in HELPFUL_MOVES else 0):
        return None
    confidence = round(logistic(total), 3)
    if cue is not None:
        return MoveHit(move, confidence, cue.span, cue.phrase)
    first, last = case.place or (0, len(words.words))
    phrase = " ".join(words.words[first : min(last, first + 8)])
    return MoveHit(move, confidence, words.span(first, last), phrase)
