"""Whether a condition holds for a reply, as far as that can be said: yes, no, or it depends.

The check asks this of made-up replies and of the examples of a script. What is not known (the mood,
what was said before) makes the answer None.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rehearse.persona.model import Condition, Range
from rehearse.reading.model import MOVES, Reading

Verdict = bool | None  # None: it depends on what is not known


@dataclass(frozen=True, slots=True)
class Heard:
    """What a reply is: its names (a tone only if certain, moves, signals) and its numbers."""

    names: frozenset[str]
    certain: bool = True
    firmness: float = 0.5
    respect: float = 0.5
    words: int = 12
    mentions: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()

    @classmethod
    def of(cls, reading: Reading) -> "Heard":
        """What a reading says, as conditions ask for it."""
        names = {hit.move for hit in reading.moves} | reading.signals
        return cls(
            names=frozenset(names | {reading.tone} if reading.certain else names),
            certain=reading.certain,
            firmness=reading.firmness,
            respect=reading.respect,
            words=len(reading.text.split()),
            mentions=frozenset(mention.kind for mention in reading.mentions),
            topics=frozenset(reading.topics),
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """How the talk stands when the reply comes: what a condition may ask for beside the reply."""

    mood: Mapping[str, int]
    turn: int = 1
    visits: Mapping[str, int] = field(default_factory=dict)
    said: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()  # remembered


def judged(condition: Condition, heard: Heard, standing: Standing | None = None) -> Verdict:
    """Whether the condition holds. Without a pitch: what asks for one depends, or does not hold."""
    return _all(
        [
            *_of_the_reply(condition, heard, standing),
            _all(_of_the_talk(condition, heard, standing)),
        ]
    )


def _of_the_reply(c: Condition, heard: Heard, standing: Standing | None) -> Iterable[Verdict]:
    if c.any_of:
        yield _any(_named(part, heard, standing) for part in c.any_of)
    for part in c.all_of:
        yield _named(part, heard, standing)
    for part in c.none_of:
        verdict = _named(part, heard, standing)
        yield None if verdict is None else not verdict
    yield c.certain is None or c.certain == heard.certain
    yield _within(c.firmness, heard.firmness)
    yield _within(c.respect, heard.respect)
    yield _within(c.words, heard.words)
    yield not c.mentions or not heard.mentions.isdisjoint(c.mentions)
    yield not c.topic or not heard.topics.isdisjoint(c.topic)


def _of_the_talk(c: Condition, heard: Heard, standing: Standing | None) -> Iterable[Verdict]:
    if standing is None:
        earlier = set(c.said) - heard.names
        asked = c.mood or c.visits or c.turn or earlier or c.remembers or c.forgets
        yield None if asked or c.pitch or c.has_pitch else True
        return
    yield not c.pitch and not c.has_pitch
    yield _within(c.turn, standing.turn)
    for meter, wanted in c.mood.items():
        yield meter in standing.mood and wanted.holds(standing.mood[meter])
    for beat, wanted in c.visits.items():
        yield wanted.holds(standing.visits.get(beat, 0))
    yield set(c.said) <= standing.said | (heard.names & set(MOVES))
    yield standing.names.issuperset(c.remembers)
    yield standing.names.isdisjoint(c.forgets)


def _named(part: "str | Condition", heard: Heard, standing: Standing | None) -> Verdict:
    if isinstance(part, Condition):
        return judged(part, heard, standing)
    return part in heard.names


def _within(wanted: Range | None, value: float) -> bool:
    return wanted is None or wanted.holds(value)


def _all(verdicts: Iterable[Verdict]) -> Verdict:
    found = list(verdicts)
    if any(verdict is False for verdict in found):
        return False
    return None if None in found else True


def _any(verdicts: Iterable[Verdict]) -> Verdict:
    found = list(verdicts)
    if any(found):
        return True
    return None if None in found else False
