"""What the words of a reply add to its tone, and whether anything is at stake in it.

The table (phrasebook/words.yaml) says for each key of `words` what it adds to firmness, to respect
and to the suspicion that nothing is at stake. What stands at one place is added up to one share
with the words of that place; what is too small to tell is added up for the reply as a whole.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rehearse.reading.axes import Contribution
from rehearse.reading.lexicon import EMPTY_WORDS
from rehearse.reading.normalise import Words
from rehearse.reading.told import Told, Worth
from rehearse.reading.words import word_share

TONE_WORDS = 2.0  # up to so many words each has its full worth; see `word_share`
SOURCE = "word"
THE_REST = "the small words and the build"
AT_REST = "feature:nothing_at_stake"
_TELLING = 0.15

Place = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class ToneWorth:
    """What words and whole sources of cues add: (firmness, respect, nothing at stake)."""

    words: Mapping[str, Worth]
    sources: Mapping[str, Worth]


def word_parts(words: Words, told: Iterable[Told]) -> tuple[list[Contribution], float]:
    """What the words add, place by place, and the sum that says that nothing is at stake."""
    total = len(words.words)
    share = word_share(total, TONE_WORDS)
    placed: dict[Place, list[float]] = {}
    idle = 0.0
    for entry, first, last, shared in told:
        worth = entry.tone
        if worth is None:
            continue
        size, place = (share, (first, last)) if shared else (1.0, (0, total))
        firm, respect, at_stake = worth
        sums = placed.get(place)
        if sums is None:
            sums = placed[place] = [0.0, 0.0]
        sums[0] += firm * size
        sums[1] += respect * size
        idle += at_stake * size
    return _by_place(words, placed), idle


def _by_place(words: Words, placed: Mapping[Place, list[float]]) -> list[Contribution]:
    whole = (0, len(words.words))
    parts, firm, respect = [], 0.0, 0.0
    for place, sums in placed.items():
        small = -_TELLING < sums[0] < _TELLING and -_TELLING < sums[1] < _TELLING
        if small or place == whole or _is_empty(words, place):
            firm += sums[0]
            respect += sums[1]
        else:
            text = " ".join(words.words[place[0] : place[1]])
            parts.append(part(words, SOURCE, text, place, sums[0], sums[1]))
    return [*parts, part(words, SOURCE, THE_REST, whole, firm, respect)]


def _is_empty(words: Words, place: Place) -> bool:
    return place[1] - place[0] == 1 and words.words[place[0]] in EMPTY_WORDS


def part(
    words: Words, source: str, text: str, place: Place, firm: float, respect: float
) -> Contribution:
    """A contribution of words, rounded so that its share is the same wherever it is summed."""
    first, last = place
    span = words.span(first, last)
    return Contribution(source, text, 100.0, first, last, span, round(firm, 4), round(respect, 4))


def at_rest(words: Words, firm: float, respect: float) -> Contribution:
    """What takes a sum back to the middle in a reply with nothing at stake."""
    lift = max(0.0, -respect)
    return part(words, AT_REST, "nothing_at_stake", (0, len(words.words)), -firm, lift)
