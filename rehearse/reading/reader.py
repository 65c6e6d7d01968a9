"""Read a reply: words, clauses, cues and features, then moves and tone."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rehearse.reading.axes import Contribution, certainty, logistic, tone_of, weigh
from rehearse.reading.book import Phrase, PhraseBook, load_phrase_book
from rehearse.reading.clauses import lay_out
from rehearse.reading.features import Found, Reply, find_features
from rehearse.reading.index import CueIndex
from rehearse.reading.matching import Hit, Matcher
from rehearse.reading.mentions import find_mentions
from rehearse.reading.model import MOVES, SIGNALS, TONES, Cue, MoveHit, Reading, Tone
from rehearse.reading.move_words import Said, said, spoken_for
from rehearse.reading.normalise import normalise
from rehearse.reading.parts import contributions, meant, standing
from rehearse.reading.scope import find_scope
from rehearse.reading.understood import TOPIC, at_home, find_signals, find_topics, moves_by_cue
from rehearse.reading.words import Loose, all_words, answering, loose_words, word_parts

_CERTAIN = 0.65
_LIKELY = 0.5
_OWN_WEIGHTS = {
    "tone:passive": (-1.5, 0.0),
    "tone:assertive": (1.0, 0.2),
    "tone:aggressive": (1.4, -2.2),
    "tone:passive_aggressive": (-0.4, -2.0),
}


@dataclass(frozen=True, slots=True)
class Analysis:
    """A reply on its way to a reading: what was found, and what the cues and features add.

    `loose` are the words that no counted cue covers, `said` is what may speak for moves.
    """

    reply: Reply
    hits: tuple[Hit, ...]
    features: tuple[Found, ...]
    parts: tuple[Contribution, ...]
    loose: tuple[Loose, ...]
    said: tuple[Said, ...]


class Reader:
    """Reads replies by one phrase book. Holds no state: the same text gives the same reading."""

    def __init__(self, book: PhraseBook) -> None:
        self._book = book
        self._index = CueIndex(book.phrases, book.classes, book.filing)
        self._matcher = Matcher([self._index])

    def with_phrases(
        self,
        phrases: Mapping[str, tuple[str, ...]] | None = None,
        topics: Mapping[str, tuple[str, ...]] | None = None,
    ) -> "Reader":
        """A reader that also knows a persona's own phrases and topics.

        `phrases` maps the name of a tone, move or signal to cues in the notation of the phrase
        book; `topics` maps free names to cues. Raises ValueError for an unknown name or a cue
        that is ill-formed.
        """
        own = [
            self._own(_source_of(name), cue)
            for name, cues in (phrases or {}).items()
            for cue in cues
        ]
        own += [Phrase(TOPIC + name, cue) for name, cues in (topics or {}).items() for cue in cues]
        if not own:
            return self
        reader = object.__new__(Reader)
        reader._book = self._book
        reader._index = self._index
        reader._matcher = Matcher([self._index, CueIndex(own, self._book.classes)])
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
        parts = (*found.parts, *word_parts(reply.words, found.loose, self._book.worth))
        firm = sum(part.firmness for part in parts)
        respect = sum(part.respect for part in parts)
        tone, sure = tone_of(firm, respect), certainty(firm, respect)
        moves = self._moves(found, tone if sure >= _LIKELY else None)
        return Reading(
            text=text,
            tone=tone,
            certain=sure >= _CERTAIN and _understood(reply, parts, found.hits),
            firmness=logistic(firm),
            respect=logistic(respect),
            moves=moves,
            cues=_cues(parts),
            signals=find_signals(reply.layout, found.hits),
            mentions=reply.mentions,
            topics=find_topics(reply.words, found.hits),
        )

    def _moves(self, found: Analysis, tone: Tone | None) -> tuple[MoveHit, ...]:
        """The moves in order of place; those not at home in a likely `tone` are left out."""
        words = found.reply.words
        by_cue = moves_by_cue(words, found.hits, found.features, self._book.features)
        made = spoken_for(words, found.said, self._book.move_worth, by_cue)
        kept = (hit for hit in made.values() if tone is None or at_home(hit.move, tone))
        return tuple(sorted(kept, key=lambda hit: (hit.span, hit.move)))

    def analyse(self, text: str, in_reply_to: str = "") -> Analysis | None:
        """What `read` goes by, before the sum; None for a text without words."""
        words = normalise(text)
        if not words.words:
            return None
        layout = lay_out(words)
        reply = Reply(words, layout, find_scope(words, layout), find_mentions(text), in_reply_to)
        hits = standing(self._matcher.hits(words, layout), reply)
        features = [found for found in find_features(reply) if meant(found, reply)]
        raw = contributions(reply, hits, features, self._book.features)
        end = layout.sentences[-1][0] if len(layout.sentences) > 1 else 0
        parts = weigh(raw, end, self._book.worth.sources)
        counted = [(p.first, p.last) for p in raw if not p.source.startswith("feature:")]
        every = all_words(words, layout)
        loose = loose_words(every, counted) + answering(in_reply_to, len(words.words))
        evidence = said(words, every, hits, features)
        return Analysis(reply, tuple(hits), tuple(features), parts, tuple(loose), tuple(evidence))


def _understood(reply: Reply, parts: tuple[Contribution, ...], hits: tuple[Hit, ...]) -> bool:
    """Whether at least half of the words of the reply say something to the reader."""
    places = [(part.first, part.last) for part in parts] + [(hit.first, hit.last) for hit in hits]
    met = {at for first, last in places for at in range(max(0, first), min(last, first + 8))}
    return 2 * len(met) >= len(reply.words.words)


def _cues(parts: tuple[Contribution, ...]) -> tuple[Cue, ...]:
    ordered = sorted(parts, key=lambda part: (part.span, part.source, part.phrase))
    return tuple(
        Cue(p.span, p.phrase, p.similarity, p.firmness, p.respect, p.source) for p in ordered
    )


def _source_of(name: str) -> str:
    for kind, names in (("tone", TONES), ("move", MOVES), ("signal", SIGNALS)):
        if name in names:
            return f"{kind}:{name}"
    raise ValueError(f"'{name}' is no tone, move or signal of the phrase book.")


@lru_cache(maxsize=1)
def _packaged_reader() -> Reader:
    return Reader(load_phrase_book())


def read_reply(text: str, in_reply_to: str = "") -> Reading:
    """How `text` reads by the phrase book that ships with Rehearse.

    `in_reply_to` is the manager's line it answers; a short "fine" means different things after a
    question and after a refusal.
    """
    return _packaged_reader().read(text, in_reply_to)
