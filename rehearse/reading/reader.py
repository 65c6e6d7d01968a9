"""Read a reply: what was found in it, then its tone and its moves."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from rehearse.reading.analysis import Analysis, analyse
from rehearse.reading.axes import Contribution, logistic
from rehearse.reading.book import Phrase, PhraseBook, load_phrase_book
from rehearse.reading.index import CueIndex
from rehearse.reading.matching import Matcher
from rehearse.reading.model import (
    MOVES,
    SHRINKING,
    SIGNALS,
    TONES,
    Cue,
    MoveHit,
    OwnHit,
    Reading,
    Tone,
)
from rehearse.reading.move_words import spoken_for
from rehearse.reading.own import OwnPhrases
from rehearse.reading.told import Tables, Told
from rehearse.reading.understood import (
    TOPIC,
    at_home,
    find_signals,
    find_topics,
    moves_by_cue,
    own_moves,
)
from rehearse.reading.verdict import Sums, on_its_side, verdict
from rehearse.reading.words import START
from rehearse.reading.worth import to_its_place, word_parts

CERTAIN = 0.8
_LIKELY = 0.7
_ATTACK = -1.0  # what a single insult or dig takes off respect
_OWN_WEIGHTS = {
    "tone:passive": (-1.5, 0.0),
    "tone:assertive": (1.0, 0.2),
    "tone:aggressive": (1.4, -2.2),
    "tone:passive_aggressive": (-0.4, -2.0),
}


class Reader:
    """Reads replies by one phrase book. Holds no state: the same text gives the same reading."""

    def __init__(self, book: PhraseBook) -> None:
        self._book = book
        self._tables = Tables(book.worth.words, book.move_worth)
        self._index = CueIndex(book.phrases, book.classes, book.filing)
        self._matcher = Matcher([self._index])
        self._added: tuple[Phrase, ...] = ()
        self._yours: frozenset[Phrase] = frozenset()

    def with_phrases(
        self,
        phrases: Mapping[str, tuple[str, ...]] | None = None,
        topics: Mapping[str, tuple[str, ...]] | None = None,
    ) -> "Reader":
        """A reader that also knows a persona's own phrases and topics, beside all that it knows.

        `phrases` maps the name of a tone, move or signal to cues in the notation of the phrase
        book; `topics` maps free names to cues. Raises ValueError for an unknown name or a cue
        that is ill-formed.
        """
        own = self._phrases(phrases or {})
        own += [Phrase(TOPIC + name, cue) for name, cues in (topics or {}).items() for cue in cues]
        return self._adding(own, self._yours)

    def with_own(self, own: OwnPhrases) -> "Reader":
        """A reader that also knows the learner's own phrases, and says where it found one."""
        phrases = self._phrases(own.phrases)
        return self._adding(phrases, self._yours | frozenset(phrases))

    def _phrases(self, phrases: Mapping[str, tuple[str, ...]]) -> list[Phrase]:
        return [self._own(_source_of(name), cue) for name, cues in phrases.items() for cue in cues]

    def _adding(self, own: Sequence[Phrase], yours: frozenset[Phrase]) -> "Reader":
        if not own:
            return self
        reader = object.__new__(Reader)
        reader._book = self._book
        reader._tables = self._tables
        reader._index = self._index
        reader._added = (*self._added, *own)
        reader._matcher = Matcher([self._index, CueIndex(reader._added, self._book.classes)])
        reader._yours = yours
        return reader

    def _own(self, source: str, cue: str) -> Phrase:
        section = self._book.sections.get(source)
        if section is not None:
            return Phrase(source, cue, section.firmness, section.respect)
        return Phrase(source, cue, *_OWN_WEIGHTS.get(source, (0.0, 0.0)))

    def read(self, text: str, in_reply_to: str = "") -> Reading:
        """How `text` reads, as an answer to the manager's line `in_reply_to` if one is given."""
        found = self.analyse(text, in_reply_to)
        if found is None:
            silent = not text.strip(" .…\t\r\n")
            signals = frozenset(["silence"] if silent else [])
            return Reading(text, "neutral", False, 0.5, 0.5, signals=signals)
        reply = found.reply
        told = self._tables.told(
            reply.words, reply.layout, reply.scope, in_reply_to, found.sources()
        )
        parts = (*found.parts, *word_parts(reply.words, told))
        sums = Sums.of(parts)
        if sums.idle > 0 and any(part.respect <= _ATTACK for part in found.parts):
            sums = sums._replace(idle=-sums.idle)  # who attacks is not at rest
        judged = verdict(sums)
        parts = tuple(on_its_side(part, judged) for part in parts)
        parts = (*parts, *to_its_place(reply.words, Sums.of(parts), judged))
        place, tone, sure = Sums.of(parts), judged.tone, judged.likely
        certain = sure >= CERTAIN and found.understood(told)
        if tone == "passive" and found.takes_back:  # to put a bad line right takes courage
            certain = False
        moves = self._moves(found, told, tone if sure >= _LIKELY or tone == "neutral" else None)
        return Reading(
            text=text,
            tone=tone,
            certain=certain,
            firmness=_share(place.firmness),
            respect=_share(place.respect),
            moves=moves,
            cues=_cues(parts),
            signals=find_signals(reply.layout, found.hits),
            mentions=reply.mentions,
            topics=find_topics(reply.words, found.hits),
            own=self._own_hits(found),
        )

    def _own_hits(self, found: Analysis) -> tuple[OwnHit, ...]:
        words = found.reply.words
        return tuple(
            OwnHit(hit.own.source, hit.own.text, words.span(hit.first, hit.last))
            for hit in found.hits
            if hit.own is not None and hit.own in self._yours
        )

    def _moves(
        self, found: Analysis, told: Sequence[Told], tone: Tone | None
    ) -> tuple[MoveHit, ...]:
        """The moves in order of place; those not at home in a likely `tone` are left out.

        A move made by an own phrase, of a script or of the learner, is at home in every tone.
        """
        words = found.reply.words
        by_cue = moves_by_cue(words, found.hits, found.features, self._book.features)
        weighed, denies = self._book.move_worth.get(START, ()), found.reply.scope.denies
        made = spoken_for(words, told, weighed, by_cue, denies)
        if found.takes_back:
            made = {move: hit for move, hit in made.items() if move not in SHRINKING}
        own = own_moves(found.hits)  # meant for this very talk, whatever the tone of the rest
        made = {move: by_cue[move] for move in own} | made
        kept = (
            hit
            for hit in made.values()
            if tone is None or hit.move in own or at_home(hit.move, tone)
        )
        return tuple(sorted(kept, key=lambda hit: (hit.span, hit.move)))

    def analyse(self, text: str, in_reply_to: str = "") -> Analysis | None:
        """What `read` goes by, before the sum; None for a text without words."""
        return analyse(text, in_reply_to, self._book, self._matcher)


def _share(total: float) -> float:
    """The logistic of a sum, the same on every machine, and never quite nought or one."""
    return min(1 - 1e-6, max(1e-6, round(logistic(total), 6)))


def _cues(parts: tuple[Contribution, ...]) -> tuple[Cue, ...]:
    ordered = sorted(parts, key=lambda part: (part.span, part.source, part.phrase))
    return tuple(
        Cue(p.span, p.phrase, p.similarity, p.firmness, p.respect, p.source, p.veiled, p.idle)
        for p in ordered
    )


def _source_of(name: str) -> str:
    for kind, names in (("tone", TONES), ("move", MOVES), ("signal", SIGNALS)):
        if name in names:
            return f"{kind}:{name}"
    raise ValueError(f"'{name}' is no tone, move or signal of the phrase book.")


@lru_cache(maxsize=1)
def _packaged_reader() -> Reader:
    return Reader(load_phrase_book())


def reader_knowing(own: OwnPhrases) -> Reader:
    """The reader of the phrase book that ships with Rehearse, and of these phrases of one's own."""
    return _packaged_reader().with_own(own)


def read_reply(text: str, in_reply_to: str = "") -> Reading:
    """How `text` reads by the phrase book that ships with Rehearse.

    `in_reply_to` is the manager's line it answers; a short "fine" means different things after a
    question and after a refusal.
    """
    return _packaged_reader().read(text, in_reply_to)
