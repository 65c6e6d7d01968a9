"""Which rules the last reply was tried on, and what each asked for that was not so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Literal

from rehearse.dialogue.conditions import Situation, holds
from rehearse.dialogue.talk import Talk
from rehearse.dialogue.turn import Turn
from rehearse.persona.model import BACK, Condition, Persona, Range, Response
from rehearse.reading.model import TONES

Verdict = Literal["answered", "came later", "used up", "no way back", "did not hold"]

_DOUBTED = 0.7  # how near a tone comes that was heard, but not with certainty
# How far from a range a number is no longer near it, in the unit of each.
_REACH = {"mood": 25.0, "firmness": 0.25, "respect": 0.25, "words": 6.0, "turn": 4.0, "visits": 2.0}
_EACH = ("all_of", "none_of", "said", "remembers", "forgets", "has_pitch")  # one part a member


@dataclass(frozen=True, slots=True)
class Part:
    """One thing a condition asks for: `condition` asks for that alone.

    `nearness` goes from 0 (nothing of it) to 1 (it holds). `came` is the number that came instead
    of one in the range asked for; None where the part held or asks for no number.
    """

    condition: Condition
    held: bool
    nearness: float
    came: float | None = None

    @property
    def excludes(self) -> bool:
        """Whether it only asks for something not to be."""
        asked = self.condition
        first_visit = any(wanted.holds(0) for wanted in asked.visits.values())
        return bool(asked.none_of or asked.forgets or first_visit)


@dataclass(frozen=True, slots=True)
class Trial:
    """A rule that a reply was tried on, and how that came out; its parts in the script's order.

    "answered": this rule fired. "came later": it holds, but a rule above it answered. "used up":
    it is for once, and was used. "no way back": it leads back, and the talk was on no detour.
    """

    response: Response
    verdict: Verdict
    parts: tuple[Part, ...]
    situation: Situation

    @property
    def found(self) -> tuple[Part, ...]:
        """What it asks for that was so, leaving out what it asks not to be."""
        return tuple(part for part in self.parts if part.held and not part.excludes)

    @property
    def missed(self) -> tuple[Part, ...]:
        """What it asks for that was not so."""
        return tuple(part for part in self.parts if not part.held)

    @property
    def nearness(self) -> float:
        """How near it came to holding: 1 if it holds, 0 if nothing of what it asks for was so.

        What the reply says counts twice; what it must not say counts only where it did.
        """
        return _nearness_of(self.parts)


def rules_tried(persona: Persona, before: Situation, turn: Turn, seed: int) -> tuple[Trial, ...]:
    """Every rule the reply of this turn was for, in the order they are tried.

    First the `reacts`; then, in the mood they left, `always` and the beat's `hears`. `before` is
    how the talk stood before the reply, in the beat `turn.state`.
    """
    talk = Talk(persona, seed, before)
    talk.hear(turn.reading, turn.points)
    trials = list(_tried(persona.reacts, talk.situation, turn.reaction))
    for response in persona.reacts:
        if response.id == turn.reaction:
            talk.react(response)
    rules = (*persona.always, *persona.beats[turn.state].hears)
    return (*trials, *_tried(rules, talk.situation, turn.rule))


def parts_of(condition: Condition, situation: Situation) -> tuple[Part, ...]:
    """Each thing the condition asks for, and whether it is so. All held: the condition holds."""
    return tuple(_part(one, situation) for one in _split(condition))


def _tried(rules: tuple[Response, ...], situation: Situation, fired: str) -> Iterator[Trial]:
    for response in rules:
        parts = parts_of(response.when, situation)
        yield Trial(response, _verdict(response, situation, parts, fired), parts, situation)


def _verdict(
    response: Response, situation: Situation, parts: tuple[Part, ...], fired: str
) -> Verdict:
    if response.id == fired:
        return "answered"
    if response.once and response.id in situation.memory.fired:
        return "used up"
    if not all(part.held for part in parts):
        return "did not hold"
    no_way = response.goto == BACK and not situation.memory.ways
    return "no way back" if no_way else "came later"


def _split(condition: Condition) -> Iterator[Condition]:
    """Conditions that ask for one thing each, and together for what this one does."""
    empty = Condition()
    for field in fields(condition):
        name, value = field.name, getattr(condition, field.name)
        if name == "place" or value == getattr(empty, name):
            continue
        if isinstance(value, Mapping):
            yield from (_asking(name, {key: wanted}) for key, wanted in value.items())
        elif name in _EACH:
            yield from (_asking(name, (member,)) for member in value)
        else:
            yield _asking(name, value)


def _asking(name: str, value: object) -> Condition:
    return replace(Condition(), **{name: value})  # type: ignore[arg-type]


def _part(condition: Condition, situation: Situation) -> Part:
    if holds(condition, situation):
        return Part(condition, True, 1.0)
    name, came, wanted = _numbered(condition, situation)
    if wanted is not None and came is not None:
        return Part(condition, False, _near(wanted, came, _REACH[name]), came)
    asked = (*condition.any_of, *condition.all_of)
    return Part(condition, False, max((_near_sign(one, situation) for one in asked), default=0.0))


def _numbered(c: Condition, s: Situation) -> tuple[str, float | None, Range | None]:
    """The number that a part asks about: its kind, what came, what was wanted; else nothing."""
    for meter, wanted in c.mood.items():
        return "mood", s.mood.get(meter), wanted
    for beat, wanted in c.visits.items():
        return "visits", s.memory.visits.get(beat or s.here, 0), wanted
    numbers = {
        "firmness": (s.reading.firmness, c.firmness),
        "respect": (s.reading.respect, c.respect),
        "turn": (s.memory.turn, c.turn),
        "words": (len(s.reading.text.split()), c.words),
    }
    for name, (came, asked) in numbers.items():
        if asked is not None:
            return name, came, asked
    return "", None, None


def _nearness_of(parts: tuple[Part, ...]) -> float:
    counted = [
        (part.nearness, 2 if _is_of_the_reply(part.condition) else 1)
        for part in parts
        if not (part.held and part.excludes)
    ]
    if not counted:
        return 1.0
    return sum(near * weight for near, weight in counted) / sum(weight for _, weight in counted)


def _is_of_the_reply(asked: Condition) -> bool:
    return bool(asked.any_of or asked.all_of or asked.topic or asked.mentions or asked.pitch)


def _near(wanted: Range, came: float, reach: float) -> float:
    """From 1 at the edge of the range down to 0 at `reach` from it."""
    low = wanted.low - came if wanted.low is not None else 0.0
    high = came - wanted.high if wanted.high is not None else 0.0
    return max(0.0, 1.0 - max(low, high, 0.0) / reach)


def _near_sign(sign: "str | Condition", situation: Situation) -> float:
    if isinstance(sign, Condition):
        return _nearness_of(parts_of(sign, situation))
    doubted = sign in TONES and sign == situation.reading.tone
    return _DOUBTED if doubted else 0.0
