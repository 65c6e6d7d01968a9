"""From hits and features to contributions: nothing is counted twice."""

from collections.abc import Mapping, Sequence

from rehearse.reading.axes import Contribution
from rehearse.reading.book import Feature, Phrase
from rehearse.reading.found import Found, Reply
from rehearse.reading.matching import Hit
from rehearse.reading.normalise import Words
from rehearse.reading.understood import TOPIC
from rehearse.reading.wordlists import word_set

_SPOKEN_OF = word_set("about of on over with regarding concerning")
_POINTING = word_set("the a an my your our his her their its this that these those")


def standing(hits: Sequence[Hit], reply: Reply) -> list[Hit]:
    """The hits that are meant: not denied, not reported, in the clause their cue asks for.

    A topic came up whoever brought it up, and where something is not about it, too.
    """
    kept = [hit for hit in hits if (_came_up if _is_topic(hit) else _meant)(hit, reply)]
    return [  # in order of place: what wraps a hit comes before it
        hit
        for at, hit in enumerate(kept)
        if _is_topic(hit)
        or not any(other.last >= hit.last and _shadows(other, hit) for other in kept[:at])
    ]


def _is_topic(hit: Hit) -> bool:
    return hit.phrase.source.startswith(TOPIC)


def _meant(hit: Hit, reply: Reply) -> bool:
    return _fits(hit, reply) and not muted(hit.first, hit.last, reply)


def _came_up(hit: Hit, reply: Reply) -> bool:
    """Whether a topic is not denied, or only as the matter: "It's not about the rota".

    "I have nobody to take over" does not bring up that somebody could.
    """
    if not reply.scope.denies(hit.first, hit.last):
        return True
    words, by, at = reply.words.words, reply.scope.denied_by[hit.first], hit.first
    named = words[at] in _POINTING
    while at - 1 > by and words[at - 1] in _POINTING:
        at, named = at - 1, True
    before = at - 1
    return named if before == by else words[before] in _SPOKEN_OF


def muted(first: int, last: int, reply: Reply) -> bool:
    """Whether words [first, last) are denied, or someone else's."""
    return reply.scope.denies(first, last) or reply.scope.reports(first, last)


def meant(found: Found, reply: Reply) -> bool:
    """Whether a feature is the speaker's own; what is about characters always is."""
    return found.first < 0 or not muted(found.first, found.last, reply)


def _fits(hit: Hit, reply: Reply) -> bool:
    needs = hit.phrase.needs
    if not needs:
        return True
    clause_of, clauses = reply.layout.clause_of, reply.layout.clauses
    opening, closing = clauses[clause_of[hit.first]], clauses[clause_of[hit.last - 1]]
    if needs == "start":
        return hit.first - opening.first <= 1
    asks = opening.question or closing.question
    return asks if needs == "question" else not asks


def _shadows(outer: Hit, inner: Hit) -> bool:
    """ "Thanks for" inside "thanks for nothing" is no thanks."""
    wraps = outer.first <= inner.first and inner.last <= outer.last
    return (
        wraps
        and outer.last - outer.first > inner.last - inner.first
        and _opposed(inner.phrase, outer.phrase)
    )


def _opposed(inner: Phrase, outer: Phrase) -> bool:
    return inner.respect - outer.respect > 1.2 or abs(inner.firmness - outer.firmness) > 1.8


def contributions(
    reply: Reply, hits: Sequence[Hit], features: Sequence[Found], worth: Mapping[str, Feature]
) -> list[Contribution]:
    """What the cues and features add, before they are weighed against each other."""
    parts = [_of_hit(hit, reply.words) for hit in _apart(hits)]
    taken = [(part.first, part.last) for part in parts]
    counted: dict[str, int] = {}
    for found in features:
        weights = worth.get(found.name)
        if weights is None or counted.get(found.name, 0) >= weights.cap:
            continue
        if found.first >= 0 and covered(found.first, found.last, taken):
            continue
        counted[found.name] = counted.get(found.name, 0) + 1
        parts.append(_of_feature(found, weights, reply.words))
    return parts


def _of_hit(hit: Hit, words: Words) -> Contribution:
    share = hit.similarity / 100
    return Contribution(
        hit.phrase.source, hit.text, round(hit.similarity, 1), hit.first, hit.last,
        words.span(hit.first, hit.last), hit.phrase.firmness * share, hit.phrase.respect * share,
    )  # fmt: skip


def _of_feature(found: Found, weights: Feature, words: Words) -> Contribution:
    span = found.span or words.span(found.first, found.last)
    return Contribution(
        "feature:" + found.name, found.name, 100.0, found.first, found.last, span,
        weights.firmness, weights.respect,
    )  # fmt: skip


def _apart(hits: Sequence[Hit]) -> list[Hit]:
    """The hits that count for the tone: the longest of each stretch, none twice."""
    telling = [hit for hit in hits if hit.phrase.firmness or hit.phrase.respect]
    telling.sort(key=lambda h: (-_length(h), -_strength(h), h.first, h.phrase.source, h.text))
    kept: list[Hit] = []
    taken: list[tuple[int, int]] = []
    for hit in telling:
        if not covered(hit.first, hit.last, taken):
            kept.append(hit)
            taken.append((hit.first, hit.last))
    return kept


def _length(hit: Hit) -> float:
    return (hit.last - hit.first) * hit.similarity


def _strength(hit: Hit) -> float:
    return abs(hit.phrase.firmness) + abs(hit.phrase.respect)


def covered(first: int, last: int, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether at least half of [first, last) has been counted already."""
    shared = sum(max(0, min(last, end) - max(first, start)) for start, end in taken)
    return 2 * shared >= last - first
