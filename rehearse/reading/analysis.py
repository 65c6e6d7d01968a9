"""A reply on its way to a reading: what was found in it, before anything is summed."""

from collections.abc import Sequence
from dataclasses import dataclass

from rehearse.reading.axes import Contribution, weigh
from rehearse.reading.book import PhraseBook
from rehearse.reading.clauses import lay_out
from rehearse.reading.features import find_features
from rehearse.reading.found import Found, Reply
from rehearse.reading.matching import Hit, Matcher
from rehearse.reading.mentions import find_mentions
from rehearse.reading.normalise import normalise
from rehearse.reading.parts import contributions, meant, standing
from rehearse.reading.scope import find_scope
from rehearse.reading.told import Told
from rehearse.reading.understood import TAKING_BACK, taken_back
from rehearse.reading.words import Said, all_said, found_by_name


@dataclass(frozen=True, slots=True)
class Analysis:
    """A reply on its way to a reading: what was found, and what the cues and features add."""

    reply: Reply
    hits: tuple[Hit, ...]
    features: tuple[Found, ...]
    parts: tuple[Contribution, ...]

    @property
    def said(self) -> list[Said]:
        """All that may speak for tone and moves by the fitted tables."""
        reply = self.reply
        named = [(hit.phrase.source, hit.first, hit.last) for hit in self.hits]
        named += [("feature:" + one.name, one.first, one.last) for one in self.features]
        said = all_said(reply.words, reply.layout, reply.scope, reply.in_reply_to)
        return said + found_by_name(named)

    @property
    def takes_back(self) -> bool:
        """Whether the speaker puts a bad line of theirs right, which is not to shrink."""
        return any(one.name == TAKING_BACK for one in self.features)

    def sources(self) -> list[str]:
        """The source of each cue and feature found."""
        sources = [hit.phrase.source for hit in self.hits]
        return sources + ["feature:" + one.name for one in self.features]

    def understood(self, told: Sequence[Told]) -> bool:
        """Whether at least half of the words of the reply say something to the reader.

        A beginning or an ending that it knows is not yet a word that it knows.
        """
        words = self.reply.words.words
        places = {(part.first, part.last) for part in self.parts}
        places.update((hit.first, hit.last) for hit in self.hits)
        for entry, first, last, shared in told:
            if shared and entry.tone is not None and "-" not in entry.key:
                places.add((first, last))
        met: set[int] = set()
        for first, last in places:
            if last - first == 1:
                met.add(first)
            else:
                met.update(range(max(0, first), min(last, first + 8)))
        return 2 * sum([words[at].isalpha() for at in met]) >= len(words)


def analyse(text: str, in_reply_to: str, book: PhraseBook, matcher: Matcher) -> Analysis | None:
    """What cues and features are found in `text`; None for a text without words."""
    words = normalise(text)
    if not words.words:
        return None
    layout = lay_out(words)
    scope, present = find_scope(words, layout), frozenset(words.words)
    reply = Reply(words, present, layout, scope, find_mentions(words), in_reply_to)
    hits = standing(matcher.hits(words, layout), reply)
    features = [found for found in find_features(reply) if meant(found, reply)]
    features += taken_back(words, hits)
    raw = contributions(reply, hits, features, book.features)
    end = layout.sentences[-1][0] if len(layout.sentences) > 1 else 0
    parts = weigh(raw, end, book.worth.sources)
    return Analysis(reply, tuple(hits), tuple(features), parts)
