"""Which moves a reply makes: for each move a sum of what speaks for it and against it.

Words, runs of words, word pieces, the build of the reply, cues and features each speak for a few
moves, by weights fitted on the corpus (scripts/fit) and kept in phrasebook/move_words.yaml;
the keys are those of `words`. From a sum of nought up the reply makes the move, or from a little
less where a cue of a helpful one was found; its confidence is the logistic of that sum.
"""

from collections.abc import Callable, Container, Mapping, Sequence

from rehearse.reading.axes import logistic
from rehearse.reading.model import HELPFUL_MOVES, MOVES, SHRINKING, MoveHit
from rehearse.reading.normalise import Words
from rehearse.reading.told import MOVE_COLUMNS, Told
from rehearse.reading.words import word_share

MOVE_WORDS = 20.0  # up to so many words each has its full weight; see `word_share`
WITH_CUE = -1.0


def spoken_for(
    words: Words,
    told: Sequence[Told],
    weighed: Container[str],
    by_cue: Mapping[str, MoveHit],
    denies: Callable[[int, int], bool],
) -> dict[str, MoveHit]:
    """The moves of the reply, out of those that the table has weighed.

    `by_cue` are the best cues and features of each move: where one is there, it is what is shown.
    Without one, what speaks for a move most must not be what the speaker `denies`: "I do not want
    to be promoted" is no request. To make oneself small, "I am no expert" does as well.
    """
    share = word_share(len(words.words), MOVE_WORDS)
    of_words = of_build = 0
    for entry, _, _, shared in told:
        if shared:
            of_words += entry.packed
        else:
            of_build += entry.packed
    words_alone, build = MOVE_COLUMNS.unpack(of_words), MOVE_COLUMNS.unpack(of_build)
    made: dict[str, MoveHit] = {}
    for move, by_words, by_build in zip(MOVES, words_alone, build, strict=True):
        total = by_words * share + by_build
        if total >= WITH_CUE - 1 and move in weighed:
            total, cue = round(total, 4), by_cue.get(move)
            least = WITH_CUE if cue is not None and move in HELPFUL_MOVES else 0
            confidence = round(logistic(total), 3)
            if total >= least and cue is not None:
                made[move] = MoveHit(move, confidence, cue.span, cue.phrase)
            elif total >= least:
                first, last = _telling_most(words, move, told)
                if move in SHRINKING or not denies(first, last):
                    phrase = " ".join(words.words[first : min(last, first + 8)])
                    made[move] = MoveHit(move, confidence, words.span(first, last), phrase)
    return made


def _telling_most(words: Words, move: str, told: Sequence[Told]) -> tuple[int, int]:
    """The stretch whose words speak for the move most: the whole reply if none does."""
    place, most = (0, len(words.words)), 0.0
    for entry, first, last, shared in told:
        weight = entry.moves.get(move, 0.0)
        if weight > most and shared:
            place, most = (first, last), weight
    return place
