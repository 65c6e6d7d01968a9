"""Read a reply: words, clauses, cues and features, then moves and tone."""

from collections.abc import Mapping
from functools import lru_cache

from rehearse.reading.axes import (
    BASE_FIRMNESS,
    BASE_RESPECT,
    Contribution,
    logistic,
    margin,
    tone_of,
    weigh,
)  # fmt: skip
from rehearse.reading.book import Phrase, PhraseBook, load_phrase_book
from rehearse.reading.clauses import Layout, lay_out
from rehearse.reading.features import Found, Reply, find_features
from rehearse.reading.index import CueIndex
from rehearse.reading.matching import Hit, Matcher
from rehearse.reading.mentions import find_mentions
from rehearse.reading.model import MOVES, SIGNALS, TONES, Cue, MoveHit, Reading
from rehearse.reading.normalise import Words, normalise
from rehearse.reading.scope import Scope, find_scope
from rehearse.reading.wordlists import word_set

_OWN_WEIGHTS = {
    "tone:passive": (-1.5, 0.0),
    "tone:assertive": (1.0, 0.2),
    "tone:aggressive": (1.4, -2.2),
    "tone:passive_aggressive": (-0.4, -2.0),
}
_TOPIC = "topic:"


class Reader:
    """Reads replies by one phrase book. Holds no state: the same text gives the same reading."""

    def __init__(self, book: PhraseBook) -> None:
        self._book = book
        self._index = CueIndex(tuple(book.phrases()))
        self._matcher = Matcher([self._index])

    def with_phrases(
        self,
        phrases: Mapping[str, tuple[str, ...]] | None = None,
        topics: Mapping[str, tuple[str, ...]] | None = None,
    ) -> "Reader":
        """A reader that also knows a persona's own phrases and topics.

        `phrases` maps the name of a tone, move or signal to cues in the notation of the phrase
        book; `topics` maps free names to cues. Raises ValueError for an unknown name and
        NotationError for a cue that is ill-formed.
        """
        own = [
            self._own(_source_of(name), cue)
            for name, cues in (phrases or {}).items()
            for cue in cues
        ]
        own += [Phrase(_TOPIC + name, cue) for name, cues in (topics or {}).items() for cue in cues]
        if not own:
            return self
        reader = object.__new__(Reader)
        reader._book = self._book
        reader._index = self._index
        reader._matcher = Matcher([self._index, CueIndex(own)])
        return reader

    def _own(self, source: str, cue: str) -> Phrase:
        section = self._book.sections.get(source)
        if section is not None:
            return Phrase(source, cue, section.firmness, section.respect)
        return Phrase(source, cue, *_OWN_WEIGHTS.get(source, (0.0, 0.0)))

    def read(self, text: str, in_reply_to: str = "") -> Reading:
        """How `text` reads, as an answer to the manager's line `in_reply_to` if one is given."""
        words = normalise(text)
        if not words.words:
            signals = word_set("silence") if not text.strip(" .…\t\r\n") else frozenset[str]()
            return Reading(text, "neutral", False, 0.5, 0.5, signals=signals)
        layout = lay_out(words)
        reply = Reply(words, layout, find_scope(words, layout), find_mentions(text), in_reply_to)
        hits = [h for h in self._matcher.hits(words, layout) if _stands(h, reply)]
        hits = _without_shadowed(hits)
        features = find_features(reply)
        parts = weigh(self._contributions(reply, hits, features), _end_of(layout))
        return self._reading(reply, hits, features, parts)

    def _reading(
        self,
        reply: Reply,
        hits: list[Hit],
        features: list[Found],
        parts: tuple[Contribution, ...],
    ) -> Reading:
        firm = BASE_FIRMNESS + sum(part.firmness for part in parts)
        respect = BASE_RESPECT + sum(part.respect for part in parts)
        moves = self._moves(reply, hits, features)
        signals = _signals(reply.layout, hits)
        return Reading(
            text=reply.words.text,
            tone=tone_of(firm, respect),
            certain=_certain(firm, respect, parts, moves, signals, reply),
            firmness=logistic(firm),
            respect=logistic(respect),
            moves=moves,
            cues=tuple(
                Cue(p.span, p.phrase, p.similarity, p.firmness, p.respect, p.source) for p in parts
            ),
            signals=signals,
            mentions=reply.mentions,
            topics=_topics(reply.words, hits),
        )

    def _contributions(
        self, reply: Reply, hits: list[Hit], features: list[Found]
    ) -> list[Contribution]:
        parts = [_part_of(hit, reply.words) for hit in _apart(hits)]
        taken = [(part.first, part.last) for part in parts]
        counted: dict[str, int] = {}
        for found in features:
            weights = self._book.features.get(found.name)
            if weights is None or counted.get(found.name, 0) >= weights.cap:
                continue
            if found.first >= 0 and _covered(found.first, found.last, taken):
                continue
            if found.first >= 0 and _muted(found.first, found.last, reply.scope):
                continue
            counted[found.name] = counted.get(found.name, 0) + 1
            span = found.span or reply.words.span(found.first, found.last)
            source = "feature:" + found.name
            parts.append(
                Contribution(
                    source, found.name, 100.0, found.first, found.last, span,
                    weights.firmness, weights.respect,
                )
            )  # fmt: skip
        return parts

    def _moves(self, reply: Reply, hits: list[Hit], features: list[Found]) -> tuple[MoveHit, ...]:
        best: dict[str, MoveHit] = {}
        for hit in hits:
            kind, _, name = hit.phrase.source.partition(":")
            if kind == "move":
                span = reply.words.span(hit.first, hit.last)
                _keep(best, MoveHit(name, round(hit.similarity / 100, 3), span, hit.text))
        for found in features:
            weights = self._book.features.get(found.name)
            if weights is not None and weights.move and found.first >= 0:
                span = reply.words.span(found.first, found.last)
                _keep(best, MoveHit(weights.move, 0.9, span, found.name))
        return tuple(sorted(best.values(), key=lambda m: (m.span, m.move)))


def _keep(best: dict[str, MoveHit], hit: MoveHit) -> None:
    known = best.get(hit.move)
    if known is None or hit.confidence > known.confidence:
        best[hit.move] = hit


def _source_of(name: str) -> str:
    for kind, names in (("tone", TONES), ("move", MOVES), ("signal", SIGNALS)):
        if name in names:
            return f"{kind}:{name}"
    raise ValueError(f"'{name}' is no tone, move or signal of the phrase book.")


def _stands(hit: Hit, reply: Reply) -> bool:
    needs = hit.phrase.needs
    if needs:
        clause = reply.layout.clauses[reply.layout.clause_of[hit.first]]
        last = reply.layout.clauses[reply.layout.clause_of[hit.last - 1]]
        asks = clause.question or last.question
        if (needs == "question" and not asks) or (needs == "statement" and asks):
            return False
        if needs == "start" and hit.first - clause.first > 1:
            return False
    return not _muted(hit.first, hit.last, reply.scope)


def _muted(first: int, last: int, scope: Scope) -> bool:
    return scope.denies(first, last) or scope.reports(first, last)


def _without_shadowed(hits: list[Hit]) -> list[Hit]:
    """Drop a hit that lies wholly inside a longer one of the opposite sense.

    "Thanks for" inside "thanks for nothing" is no thanks.
    """
    kept = []
    for hit in hits:
        size = hit.last - hit.first
        shadowed = any(
            other.first <= hit.first
            and hit.last <= other.last
            and other.last - other.first > size
            and _opposed(hit.phrase, other.phrase)
            for other in hits
        )
        if not shadowed:
            kept.append(hit)
    return kept


def _opposed(inner: Phrase, outer: Phrase) -> bool:
    return inner.respect - outer.respect > 1.2 or abs(inner.firmness - outer.firmness) > 1.8


def _apart(hits: list[Hit]) -> list[Hit]:
    """The hits that count for the tone: the longest of each stretch, none twice."""
    telling = [h for h in hits if h.phrase.firmness or h.phrase.respect]
    telling.sort(key=lambda h: (-_length(h), -_strength(h), h.first, h.phrase.source, h.text))
    kept: list[Hit] = []
    for hit in telling:
        if not _covered(hit.first, hit.last, [(k.first, k.last) for k in kept]):
            kept.append(hit)
    return kept


def _length(hit: Hit) -> float:
    return (hit.last - hit.first) * hit.similarity


def _strength(hit: Hit) -> float:
    return abs(hit.phrase.firmness) + abs(hit.phrase.respect)


def _covered(first: int, last: int, taken: list[tuple[int, int]]) -> bool:
    """Whether at least half of [first, last) has been counted already."""
    shared = sum(max(0, min(last, end) - max(first, start)) for start, end in taken)
    return 2 * shared >= last - first


def _part_of(hit: Hit, words: Words) -> Contribution:
    share = hit.similarity / 100
    return Contribution(
        hit.phrase.source, hit.text, round(hit.similarity, 1), hit.first, hit.last,
        words.span(hit.first, hit.last), hit.phrase.firmness * share, hit.phrase.respect * share,
    )  # fmt: skip


def _end_of(layout: Layout) -> int:
    """Where the last sentence starts; a reply of one sentence has no separate end."""
    return layout.sentences[-1][0] if len(layout.sentences) > 1 else 0


def _signals(layout: Layout, hits: list[Hit]) -> frozenset[str]:
    found = {h.phrase.source[7:] for h in hits if h.phrase.source.startswith("signal:")}
    if any(clause.question for clause in layout.clauses):
        found.add("question")
    return frozenset(found)


def _topics(words: Words, hits: list[Hit]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for hit in hits:
        if hit.phrase.source.startswith(_TOPIC):
            found.setdefault(hit.phrase.source[len(_TOPIC) :], words.span(hit.first, hit.last))
    return found


def _certain(
    firm: float,
    respect: float,
    parts: tuple[Contribution, ...],
    moves: tuple[MoveHit, ...],
    signals: frozenset[str],
    reply: Reply,
) -> bool:
    if not parts:
        return bool(signals or moves) and len(reply.words.words) <= 12
    return margin(firm, respect) >= 0.25


@lru_cache(maxsize=1)
def _packaged_reader() -> Reader:
    return Reader(load_phrase_book())


def read_reply(text: str, in_reply_to: str = "") -> Reading:
    """How `text` reads by the phrase book that ships with Rehearse.

    `in_reply_to` is the manager's line it answers; a short "fine" means different things after a
    question and after a refusal.
    """
    return _packaged_reader().read(text, in_reply_to)
