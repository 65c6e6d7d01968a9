"""What the words of a reply add to its tone, and what brings the sums to their place.

The table (phrasebook/words.yaml) says for each key of `words` what it adds to each axis. What
stands at one place is added up to one share with the words of that place. Three more shares are
about the reply as a whole: where any reply starts, how it is built, and its small words.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rehearse.reading.axes import Contribution, Worth
from rehearse.reading.lexicon import EMPTY_WORDS
from rehearse.reading.normalise import Words
from rehearse.reading.tables import Table
from rehearse.reading.told import Told
from rehearse.reading.verdict import Sums, Verdict
from rehearse.reading.words import START, word_share

TONE_WORDS = 2.0  # up to so many words each has its full worth; see `word_share`
SOURCE = "word"
# Longer than any run of words, so that no phrase of a reply is taken for one of them.
ANY_REPLY, BUILD, SMALL_WORDS = "any reply at all", "how the reply is built", "all its small words"
ABOUT_ALL = (ANY_REPLY, BUILD, SMALL_WORDS)
AT_REST = "feature:nothing_at_stake"
OTHER_SIDE = "feature:the_other_side"
_TELLING = 0.15

Place = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class ToneWorth:
    """What words and whole sources of cues add to each axis."""

    words: Table[Worth]
    sources: Table[Worth]


def word_parts(words: Words, told: Iterable[Told]) -> list[Contribution]:
    """What the words add, place by place."""
    total = len(words.words)
    share = word_share(total, TONE_WORDS)
    whole: dict[str, list[float]] = {}
    placed: dict[Place, list[float]] = {}
    for entry, first, last, shared in told:
        worth = entry.tone
        if worth is None:
            continue
        if shared:
            _add(placed.setdefault((first, last), [0.0, 0.0, 0.0, 0.0]), worth, share)
        else:
            name = ANY_REPLY if entry.key == START else BUILD
            _add(whole.setdefault(name, [0.0, 0.0, 0.0, 0.0]), worth, 1.0)
    return _by_place(words, placed, whole)


def _add(sums: list[float], worth: Sequence[float], share: float) -> None:
    firm, respect, veiled, idle = worth
    sums[0] += firm * share
    sums[1] += respect * share
    sums[2] += veiled * share
    sums[3] += idle * share


def _by_place(
    words: Words, placed: Mapping[Place, list[float]], whole: dict[str, list[float]]
) -> list[Contribution]:
    parts = []
    for place, sums in placed.items():
        small = -_TELLING < sums[0] < _TELLING and -_TELLING < sums[1] < _TELLING
        if small or _is_empty(words, place):
            _add(whole.setdefault(SMALL_WORDS, [0.0, 0.0, 0.0, 0.0]), sums, 1.0)
        else:
            text = " ".join(words.words[place[0] : place[1]])
            parts.append(part(words, SOURCE, text, place, sums))
    everything = (0, len(words.words))
    return parts + [part(words, SOURCE, name, everything, sums) for name, sums in whole.items()]


def _is_empty(words: Words, place: Place) -> bool:
    return place[1] - place[0] == 1 and words.words[place[0]] in EMPTY_WORDS


def part(words: Words, source: str, text: str, place: Place, sums: Sequence[float]) -> Contribution:
    """A contribution of words, rounded so that its share is the same wherever it is summed."""
    shares = (round(share, 4) for share in sums)
    return Contribution(source, text, 100.0, *place, words.span(*place), *shares)


def to_its_place(words: Words, sums: Sums, found: Verdict) -> list[Contribution]:
    """What brings the sums to the place of the verdict, if anything has to.

    With nothing at stake that is the middle. Else it is a small rest: all that the other side, too,
    might have been meant.
    """
    lift = [found.firmness - sums.firmness, found.respect - sums.respect]
    if not any(round(share, 4) for share in lift):
        return []
    source = AT_REST if found.tone == "neutral" else OTHER_SIDE
    name = source.partition(":")[2]
    return [part(words, source, name, (0, len(words.words)), lift)]
