"""What a reply does beside its tone: moves, signals, topics."""

from collections.abc import Mapping, Sequence

from rehearse.reading.book import Feature
from rehearse.reading.clauses import Layout
from rehearse.reading.found import Found
from rehearse.reading.matching import Hit
from rehearse.reading.model import HELPFUL_MOVES, MoveHit, Tone
from rehearse.reading.normalise import Words

TOPIC = "topic:"
_BY_FEATURE = 0.9
TAKING_BACK = "taking_back"


# The tones a move is at home in, where it is not every tone. "Thank you for nothing" thanks no one,
# and who gives in on the whole has not asked on the way.
_CIVIL: tuple[Tone, ...] = ("assertive", "neutral")
_SOFT: tuple[Tone, ...] = ("passive", "passive_aggressive", "neutral")
_HARD: tuple[Tone, ...] = ("aggressive", "passive_aggressive")
_AT_HOME: dict[str, tuple[Tone, ...]] = {
    **dict.fromkeys(HELPFUL_MOVES, _CIVIL),
    "gratitude": ("assertive", "neutral", "passive", "aggressive"),
    "acknowledge": (*_CIVIL, "passive"),
    "evidence": ("assertive", "neutral", "aggressive"),
    **dict.fromkeys(("self_minimise", "hedge", "hint"), _SOFT),
    "give_up": ("passive", "passive_aggressive"),
    **dict.fromkeys(("entitlement", "ultimatum", "blame", "badmouth", "demand"), _HARD),
}


def at_home(move: str, tone: Tone) -> bool:
    """Whether a reply of this tone can make the move."""
    return tone in _AT_HOME.get(move, (tone,))


def moves_by_cue(
    words: Words, hits: Sequence[Hit], features: Sequence[Found], worth: Mapping[str, Feature]
) -> dict[str, MoveHit]:
    """The moves that cues and features make, each by its best one."""
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
    return best


def own_moves(hits: Sequence[Hit]) -> frozenset[str]:
    """The moves that phrases of somebody's own were found for, in a script or of the learner."""
    sources = (hit.phrase.source.partition(":") for hit in hits if hit.own is not None)
    return frozenset(name for kind, _, name in sources if kind == "move")


def taken_back(words: Words, hits: Sequence[Hit]) -> list[Found]:
    """That a bad line is honestly taken back, once a reply: to own it is not to shrink.

    It counts beside the cue it is seen by, so it is given by its characters.
    """
    repairs = [hit for hit in hits if hit.phrase.source == "signal:repair"]
    return [Found(TAKING_BACK, -1, -1, words.span(hit.first, hit.last)) for hit in repairs[:1]]


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
