"""What a reply does beside its tone: moves, signals, topics."""

from collections.abc import Mapping, Sequence

from rehearse.reading.book import Feature
from rehearse.reading.clauses import Layout
from rehearse.reading.features import Found
from rehearse.reading.matching import Hit
from rehearse.reading.model import MoveHit
from rehearse.reading.normalise import Words

TOPIC = "topic:"
_BY_FEATURE = 0.9


def find_moves(
    words: Words, hits: Sequence[Hit], features: Sequence[Found], worth: Mapping[str, Feature]
) -> tuple[MoveHit, ...]:
    """The moves of the reply in order of place, each by its best cue."""
    best: dict[str, MoveHit] = {}
    for hit in hits:
        kind, _, name = hit.phrase.source.partition(":")
        if kind == "move":
            span = words.span(hit.first, hit.last)
            _keep(best, MoveHit(name, round(hit.similarity / 100, 3), span, hit.text))
    for found in features:
        weights = worth.get(found.name)
        if weights is not None and weights.move and found.first >= 0:
            span = words.span(found.first, found.last)
            _keep(best, MoveHit(weights.move, _BY_FEATURE, span, found.name))
    return tuple(sorted(best.values(), key=lambda move: (move.span, move.move)))


def _keep(best: dict[str, MoveHit], hit: MoveHit) -> None:
    known = best.get(hit.move)
    if known is None or hit.confidence > known.confidence:
        best[hit.move] = hit


def find_signals(layout: Layout, hits: Sequence[Hit]) -> frozenset[str]:
    """The signals of the reply; whether it asks is seen by the build of its clauses."""
    found = {
        hit.phrase.source.removeprefix("signal:")
        for hit in hits
        if hit.phrase.source.startswith("signal:")
    }
    if any(clause.question for clause in layout.clauses):
        found.add("question")
    return frozenset(found)


def find_topics(words: Words, hits: Sequence[Hit]) -> dict[str, tuple[int, int]]:
    """The persona's topics that came up, with the first place of each."""
    found: dict[str, tuple[int, int]] = {}
    for hit in hits:
        if hit.phrase.source.startswith(TOPIC):
            name = hit.phrase.source.removeprefix(TOPIC)
            found.setdefault(name, words.span(hit.first, hit.last))
    return found
