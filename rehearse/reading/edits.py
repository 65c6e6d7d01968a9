"""The smallest edit that would change how a reply reads, found by reading the edited reply.

A passive or hostile reply is brought to assertive; of an assertive one it is asked what it stands
on. Single changes are tried, the smallest first, then pairs and more of those that helped; for a
passive reply at last a sentence is added that keeps the matter open.
"""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from rehearse.reading.axes import FIRM, LOW_RESPECT, logit
from rehearse.reading.clauses import lay_out
from rehearse.reading.model import HARMFUL_MOVES, Reading
from rehearse.reading.normalise import Words, normalise
from rehearse.reading.proposals import ADDED, added, possible_changes
from rehearse.reading.rewording import Change, Changes, changed, plain, size
from rehearse.reading.stings import spoiled, stinging, threats
from rehearse.reading.vocabulary import CURSES
from rehearse.reading.wordings import digs, wishes

MOST_READINGS = 60
_SINGLE = 40  # of these readings for single changes; the rest for several at once
_TELLING = 6  # single changes that are worth combining
_MOST_WORDS = 18  # words that may go or come
_LARGEST_SHARE = 0.7  # of the words of the reply that may go
_LEAST_LEFT = 3  # words
_CLEAR = 0.5  # as far from a border as a place should be, in sums
_WANTED = frozenset(
    ("direct_ask", "ask_criteria", "seek_feedback", "visibility", "alternatives",
     "mentor_network", "timeline")
)  # fmt: skip

Read = Callable[[str, str], Reading]


@dataclass(frozen=True, slots=True)
class Edit:
    """A few words of a reply changed, and how it reads then.

    Each of `changes` says which words go (`span`, characters of the reply as typed) and what comes
    in their place (`instead`, "" where they are left out). `reading` is that of the edited text;
    `tried` is how many texts were read to find it, at most MOST_READINGS.
    """

    text: str
    changes: tuple[Change, ...]
    reading: Reading
    tried: int

    @property
    def size(self) -> int:
        """How many words go or come."""
        return size(self.changes)


@dataclass(frozen=True, slots=True)
class _Tried:
    """Some changes, the reading they give and how far it is from what is looked for."""

    made: Changes
    reading: Reading
    distance: float


class _Search:
    """One search: what was read already, and the second best that was found."""

    def __init__(self, reading: Reading, in_reply_to: str, read: Read) -> None:
        self.before = reading
        self.words = plain(reading.text)
        self.wishing = wishes(self.words)
        self.steady = reading.tone == "assertive" and reading.certain and not spoiled(reading)
        self.tried: dict[str, _Tried] = {}
        self.second: dict[str, _Tried] = {}
        self._in_reply_to, self._read = in_reply_to, read

    def first(self, candidates: Iterable[Changes], most: int) -> _Tried | None:
        """The first that does what is looked for, after at most `most` readings in all."""
        for made in candidates:
            if len(self.tried) >= most:
                return None
            one = self._try(made)
            if one is not None and self._works(one):
                return one
        return None

    def _try(self, made: Changes) -> _Tried | None:
        text = changed(self.before.text, made)
        if text in self.tried or text == self.before.text or not self._keeps(text, made):
            return None
        reading = self._read(text, self._in_reply_to)
        one = self.tried[text] = _Tried(made, reading, self.way_to(reading))
        return one

    def way_to(self, reading: Reading) -> float:
        """How far a reading is from what is looked for, in sums; 0 or less is there."""
        if not self.steady:
            return _distance(reading)
        return min(logit(reading.firmness) - FIRM, logit(reading.respect) - LOW_RESPECT)

    def _keeps(self, text: str, made: Changes) -> bool:
        """Whether enough of the reply is left, and each wish, put as it may be."""
        left = plain(text)
        own = len(left) - sum(len(plain(one.instead)) for one in made if one.instead == ADDED)
        gone = len(self.words) - own
        if len(left) < _LEAST_LEFT or gone > max(4, _LARGEST_SHARE * len(self.words)):
            return False
        return self.steady or wishes(left) >= self.wishing

    def _works(self, one: _Tried) -> bool:
        after = one.reading
        if self.steady:
            fallen = after.tone != "assertive" and after.certain
            return fallen or after.tone in ("passive", "neutral")
        if after.tone not in ("assertive", "neutral") or not self._fair(one):
            return False
        if after.tone == "assertive" and after.certain:
            return True
        if self._better(one):
            self.second.setdefault(after.tone, one)
        return False

    def _better(self, one: _Tried) -> bool:
        """Whether a result that is not all that is looked for is still worth showing.

        A sting that no phrase tells of is not known to be gone where the result is in doubt.
        """
        after, tone = one.reading, self.before.tone
        left = plain(after.text)
        if one.distance > _CLEAR or len(left) * (2 if tone == "passive" else 3) < len(self.words):
            return False
        if tone == "passive":
            return after.tone == "assertive"
        if tone == "passive_aggressive":  # what is left must be plain speech of one's own
            return after.tone == "assertive" and (left[0] == "i" or wishes(left) > 0)
        return bool(stinging(self.before)) and after.respect >= 0.5

    def _fair(self, one: _Tried) -> bool:
        """Whether what was asked for is left, all that stung is gone and nothing worse has come."""
        after, left = one.reading, plain(one.reading.text)
        moves = {hit.move for hit in after.moves}
        before = {hit.move for hit in self.before.moves}
        asked = [hit for hit in self.before.moves if hit.move in _WANTED]
        if any(_touched(hit.span, one.made) and hit.move not in moves for hit in asked):
            return False
        if spoiled(after) or moves & (set(HARMFUL_MOVES) - before) or CURSES.intersection(left):
            return False
        if self.before.tone == "passive_aggressive" and digs(left):
            return False
        to_go = threats(self.before) if after.certain else stinging(self.before)
        return all(_touched(span, one.made) for span in to_go)


def smallest_edit(reading: Reading, in_reply_to: str = "", read: Read | None = None) -> Edit | None:
    """The smallest edit found that changes the tone of `reading`, or None.

    A passive, aggressive or passive-aggressive reply, and one that is assertive but for a threat
    or the like, is edited to read assertive, and what it asks for stays. An assertive one is edited
    so that it no longer does: it shows what the reply stands on. A neutral reply has no edit.
    `read` is the reader that made the reading, `read_reply` if none is given; it is asked at most
    MOST_READINGS times. The same reading always gives the same edit.
    """
    words = normalise(reading.text)
    if reading.tone == "neutral" or not words.words:
        return None
    search = _Search(reading, in_reply_to, read or _read_reply())
    single = search.first(_single(search, words), _SINGLE)
    limit = size(single.made) if single else math.inf
    several = search.first(_combined(search, limit), MOST_READINGS)
    second = search.second.get("assertive") or search.second.get("neutral")
    found = several or single or second
    if found is None and reading.tone == "passive":
        found = search.first(_with_a_wish(search, added(words)), MOST_READINGS)
    if found is None:
        return None
    made = tuple(sorted(found.made, key=lambda change: change.span))
    return Edit(found.reading.text, made, found.reading, len(search.tried))


def _read_reply() -> Read:
    from rehearse.reading.reader import read_reply

    return read_reply


def _single(search: _Search, words: Words) -> Iterator[Changes]:
    """Single changes, the smallest first; where all is well but doubt, nothing is put otherwise."""
    tone: str = search.before.tone
    doubtful = tone == "assertive" and not search.steady
    if doubtful:
        tone = _leaning(search.before)
    for made in possible_changes(words, lay_out(words), tone):
        mild = all(change.instead in ("", "please") for change in made)
        if size(made) <= _MOST_WORDS and (mild or not doubtful or spoiled(search.before)):
            yield made


def _combined(search: _Search, limit: float) -> list[Changes]:
    """Several of the changes tried that helped at once, the fewest words first, under `limit`."""
    start = search.way_to(search.before)
    helpful = [one for one in search.tried.values() if one.distance < start]
    helpful.sort(key=lambda one: (one.distance, size(one.made)))
    best = [one.made for one in helpful[:_TELLING]]
    groups = [
        tuple(change for made in group for change in made)
        for count in range(2, (2 if search.steady else len(best)) + 1)
        for group in combinations(best, count)
    ]
    groups = [group for group in groups if _apart(group) and size(group) < limit]
    return sorted(groups, key=size)


def _with_a_wish(search: _Search, wish: Change) -> Iterator[Changes]:
    """Where somebody gives in: a sentence that keeps the matter open, and what helped beside it."""
    start, groups = search.way_to(search.before), _combined(search, _MOST_WORDS)
    alone = [one.made for one in search.tried.values() if one.distance < start]
    for made in ((), *sorted(alone, key=size), *groups):
        yield (*made, wish)


def _apart(group: Changes) -> bool:
    ordered = sorted(group, key=lambda change: (change.first, change.last))
    return all(a.last <= b.first != a.first for a, b in pairwise(ordered))


def _distance(reading: Reading) -> float:
    """How far a place is from clearly assertive, in sums; 0 is there."""
    firm, respect = logit(reading.firmness), logit(reading.respect)
    return max(0.0, FIRM + _CLEAR - firm) + max(0.0, LOW_RESPECT + _CLEAR - respect)


def _leaning(reading: Reading) -> str:
    """What a reply that is barely assertive comes near to."""
    if spoiled(reading) or logit(reading.respect) - LOW_RESPECT < logit(reading.firmness) - FIRM:
        return "aggressive"
    return "passive"


def _touched(span: tuple[int, int], made: Changes) -> bool:
    """Whether some change is made to these characters."""
    return any(
        change.span[0] < span[1] and span[0] < max(change.span[1], change.span[0] + 1)
        for change in made
    )
