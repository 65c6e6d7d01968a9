"""A transcript as the criteria see it: each turn with what it may earn and what stands against it.

What holds for every criterion is decided here, once:

- a hostile line earns nothing, whatever else is in it;
- a line said before, a line that parrots the manager and a line of one or two words earn nothing;
- in a line that shrinks, courtesy earns nothing: agreeing is listening only while the point stands.

All of these can still cost points.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rehearse.reading.model import HARMFUL_MOVES, HELPFUL_MOVES, SOUR, Reading
from rehearse.scoring.doubts import voices_doubt
from rehearse.scoring.questions import asked_for
from rehearse.scoring.words import clause, parrots, quote, repeats, words_of
from rehearse.transcript.model import Transcript, TurnRecord

HOSTILE_TONES = ("aggressive", "passive_aggressive")
OF_MANNER = ("blame", "badmouth", "demand", "self_minimise", "hedge", "give_up", "hint")
SHRINKING_MOVES = ("self_minimise", "hedge", "give_up", "hint")
COURTESIES = ("gratitude", "timing_check", "acknowledge", "partnership", "next_steps")
_MANNERS = ("gratitude", "timing_check", "acknowledge")
SUBSTANCE = tuple(m for m in HELPFUL_MOVES if m not in _MANNERS)
_HEAVY = ("direct_ask", "evidence", "future_value", "team_impact", "plan", "next_steps")
_LIGHT = ("open_agenda", "partnership")  # often beside something that counts for more
BY_WEIGHT = (*_HEAVY, *(m for m in SUBSTANCE if m not in (*_HEAVY, *_LIGHT)), *_LIGHT)
FEWEST_WORDS = 3  # different words; a line with fewer earns nothing


@dataclass(frozen=True, slots=True)
class Exchange:
    """One turn with what the whole talk makes of it.

    `stale`: the reply repeats an earlier one, parrots the manager or is under three words.
    `doubted`: the manager has voiced a doubt in this talk before this reply.
    `fresh`: the reply makes a helpful move (courtesies aside) for the first or second time.
    `asked`: what the manager had just asked for, one of questions.ASKED or "".
    `late`: the reply is in the last third of the talk.
    """

    record: TurnRecord
    stale: bool
    doubted: bool
    fresh: bool
    asked: str = ""
    late: bool = False

    @property
    def number(self) -> int:
        """The turn's number, from 1."""
        return self.record.number

    @property
    def reading(self) -> Reading:
        """How the reply was read."""
        return self.record.reading

    @property
    def hostile(self) -> bool:
        """Whether the reply attacks, openly or not."""
        return is_hostile(self.reading)

    @property
    def timid(self) -> bool:
        """Whether the reply gives too little: a passive tone read with certainty."""
        return self.reading.tone == "passive" and self.reading.certain

    def made(self, *moves: str) -> str | None:
        """The learner's words for the first of these moves the reply makes, or None."""
        for hit in self.reading.moves:
            if hit.move in moves:
                return self.quote(hit.span)
        return None

    def earned(self, *moves: str) -> str | None:
        """As `made`, but None where the line may earn nothing for it."""
        if self.hostile or self.stale:
            return None
        shrinks = self.reading.tone == "passive"
        return self.made(*(m for m in moves if not (shrinks and m in COURTESIES)))

    def slipped(self, *moves: str) -> str | None:
        """The learner's words for the first of these harmful moves that counts, or None."""
        return self.made(*(move for move in slips(self.reading) if move in moves))

    def used(self, *kinds: str) -> str | None:
        """The words that used a pitch point of these kinds in a line that may earn, or None."""
        if self.hostile or self.stale:
            return None
        for use in self.record.points:
            if use.kind in kinds:
                return self.quote(use.span)
        return None

    def named(self, kind: str) -> str | None:
        """The learner's words around a figure, date or role in a line that may earn, or None."""
        if self.hostile or self.stale:
            return None
        for mention in self.reading.mentions:
            if mention.kind == kind:
                return self.quote(mention.span)
        return None

    def best_words(self) -> str:
        """The words of the weightiest helpful move that is more than courtesy, else the reply."""
        said = (self.made(move) for move in BY_WEIGHT)
        return next((words for words in said if words is not None), self.quote())

    def worst_words(self) -> str:
        """The words that make the line hostile or small, else the whole reply."""
        words = self.made(*(SOUR if self.hostile else SHRINKING_MOVES))
        if words is None and self.reading.cues:
            axis = "respect" if self.hostile else "firmness"
            words = self.quote(min(self.reading.cues, key=lambda cue: getattr(cue, axis)).span)
        return words or self.quote()

    def quote(self, span: tuple[int, int] | None = None) -> str:
        """The clause of the reply around `span`, or the whole reply; cut at 120 characters."""
        return clause(self.record.reply, span) if span else quote(self.record.reply)


@dataclass(frozen=True, slots=True)
class Talk:
    """The turns that stand, in order."""

    exchanges: tuple[Exchange, ...]

    def __iter__(self) -> Iterator[Exchange]:
        return iter(self.exchanges)

    @property
    def doubted(self) -> bool:
        """Whether the manager voiced a doubt at any time."""
        return any(exchange.doubted for exchange in self.exchanges)

    @property
    def last(self) -> Exchange | None:
        """The last exchange in which the learner said anything."""
        spoken = [e for e in self.exchanges if e.record.reply.strip()]
        return spoken[-1] if spoken else None


def is_hostile(reading: Reading) -> bool:
    """Whether a reading is hostile, open or veiled, and certainly so."""
    return reading.tone in HOSTILE_TONES and reading.certain


def slips(reading: Reading) -> tuple[str, ...]:
    """The harmful moves of a reading that count against it.

    In an assertive line those of manner do not: one hedge does not undo a clear request, and a
    firm word to the manager is no attack. Nor does a sour move that is not found surely.
    """
    assertive = reading.tone == "assertive"
    made = {hit.move for hit in reading.moves if reading.counts(hit.move)}
    found = (move for move in HARMFUL_MOVES if move in made)
    return tuple(move for move in found if not (assertive and move in OF_MANNER))


def listen(transcript: Transcript) -> Talk:
    """The talk of a transcript. Turns taken back are not in it."""
    exchanges: list[Exchange] = []
    earlier: list[frozenset[str]] = []
    made_before: Counter[str] = Counter()
    doubted = False
    for record in transcript.turns:
        words = words_of(record.reply)
        if exchanges:  # before the learner has said anything there is nothing to doubt
            doubted = doubted or any(voices_doubt(line) for line in record.manager)
        stale = len(words) < FEWEST_WORDS or any(repeats(words, old) for old in earlier)
        stale = stale or any(parrots(words, line) for line in record.manager)
        moves = [move for move in SUBSTANCE if record.reading.has(move)]
        may_earn = not stale and not is_hostile(record.reading)
        fresh = may_earn and any(made_before[move] < 2 for move in moves)
        late = 3 * len(exchanges) >= 2 * len(transcript.turns)
        asked = asked_for(record.manager)
        exchanges.append(Exchange(record, stale, doubted, fresh, asked, late))
        earlier.append(words)
        made_before.update(moves)  # said in anger it is said all the same, and new no more
    return Talk(tuple(exchanges))


def repairs(talk: Talk) -> frozenset[int]:
    """The numbers of the turns that put an earlier hostile or sour line right.

    A repair is a reply with the signal `repair` that is not hostile itself; it settles all that
    came before it.
    """
    owed = False
    mended = set()
    for exchange in talk:
        if exchange.hostile or exchange.slipped(*SOUR) is not None:
            owed = True
        elif owed and not exchange.stale and "repair" in exchange.reading.signals:
            mended.add(exchange.number)
            owed = False
    return frozenset(mended)
