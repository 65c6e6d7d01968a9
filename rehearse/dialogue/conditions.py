"""Whether a condition holds for a reply, and which of the learner's words made it hold."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rehearse.dialogue.memory import Memory
from rehearse.persona.model import Condition
from rehearse.pitch.model import Pitch, PointUse
from rehearse.reading.model import MOVES, TONES, Reading

Span = tuple[int, int]

# Nothing said yet: what the first lines of a talk, which answer no reply, are chosen with.
SILENCE = Reading(text="", tone="neutral", certain=True, firmness=0.5, respect=0.5)
_NO_PITCH = Pitch()


@dataclass(frozen=True, slots=True)
class Situation:
    """All a condition may ask about: the beat, the mood, what is in mind, the reply, the pitch.

    `memory` has already heard the reply: its `turn` is this reply's number.
    """

    here: str
    mood: Mapping[str, int]
    memory: Memory
    reading: Reading = SILENCE
    points: tuple[PointUse, ...] = ()
    pitch: Pitch = _NO_PITCH


def holds(condition: Condition, situation: Situation) -> bool:
    """Whether every field set in the condition holds. Changes nothing; an empty one holds.

    Most fields of most conditions are not set, so each is looked at before anything is called:
    a talk asks this hundreds of times a reply.
    """
    c, s = condition, situation
    return (
        (not c.any_of or _any_so(c.any_of, s))
        and (not c.all_of or all(_is_so(part, s) for part in c.all_of))
        and not (c.none_of and _any_so(c.none_of, s))
        and (not c.mood or _mood(c, s))
        and (not c.visits or _visits(c, s))
        and (c.firmness is None or c.firmness.holds(s.reading.firmness))
        and (c.respect is None or c.respect.holds(s.reading.respect))
        and (c.turn is None or c.turn.holds(s.memory.turn))
        and (c.words is None or c.words.holds(len(s.reading.text.split())))
        and (c.certain is None or c.certain == s.reading.certain)
        and (not c.said or all(move in s.memory.moves for move in c.said))
        and (not c.remembers or all(name in s.memory.names for name in c.remembers))
        and not (c.forgets and any(name in s.memory.names for name in c.forgets))
        and (not c.mentions or any(m.kind in c.mentions for m in s.reading.mentions))
        and (not c.topic or any(name in s.reading.topics for name in c.topic))
        and (not c.pitch or any(use.kind in c.pitch for use in s.points))
        and (not c.has_pitch or all(getattr(s.pitch, kind, None) for kind in c.has_pitch))
    )


def evidence(condition: Condition, situation: Situation) -> tuple[Span, ...]:
    """The stretches of the reply that made a condition hold, the most telling first.

    Moves, topics, mentions and pitch points come before the cues of a tone; then as in the reply.
    """
    found = set(_stretches(condition, situation))
    return tuple(span for _, span in sorted(found))


def _any_so(parts: Iterable["str | Condition"], situation: Situation) -> bool:
    for part in parts:  # noqa: SIM110 - a loop takes half the time of any() here
        if _is_so(part, situation):
            return True
    return False


def _is_so(part: "str | Condition", situation: Situation) -> bool:
    if isinstance(part, Condition):
        return holds(part, situation)
    return _named(part, situation.reading)


def _named(name: str, reading: Reading) -> bool:
    """A tone counts only when the reading is certain of it, a sour move when it is fairly sure.

    Any other move, and a signal, counts whenever it is found.
    """
    if name in TONES:
        return reading.certain and reading.tone == name
    return reading.counts(name) if name in MOVES else name in reading.signals


def _mood(c: Condition, s: Situation) -> bool:
    return all(name in s.mood and r.holds(s.mood[name]) for name, r in c.mood.items())


def _visits(c: Condition, s: Situation) -> bool:
    """A beat left unnamed ("") is the one the talk is in."""
    return all(r.holds(s.memory.visits.get(b or s.here, 0)) for b, r in c.visits.items())


def _stretches(c: Condition, s: Situation) -> Iterator[tuple[int, Span]]:
    """(rank, span) of everything in the reply the condition asked for; rank 0 is a fact or move."""
    for part in (*c.any_of, *c.all_of):
        if isinstance(part, Condition):
            if holds(part, s):
                yield from _stretches(part, s)
        elif _named(part, s.reading):
            yield from _stretches_of_name(part, s.reading)
    yield from ((0, hit.span) for hit in s.reading.moves if hit.move in c.said)
    yield from ((0, m.span) for m in s.reading.mentions if m.kind in c.mentions)
    yield from ((0, s.reading.topics[name]) for name in c.topic if name in s.reading.topics)
    yield from ((0, use.span) for use in s.points if use.kind in c.pitch)


def _stretches_of_name(name: str, reading: Reading) -> Iterator[tuple[int, Span]]:
    if name in TONES:
        own = [cue.span for cue in reading.cues if cue.source == f"tone:{name}"]
        yield from ((1, span) for span in own or [cue.span for cue in reading.cues])
    else:
        yield from ((0, hit.span) for hit in reading.moves if hit.move == name)
