"""Which of several lines a manager says: asked first, which changes nothing, and then noted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from rehearse.dialogue.conditions import Situation, holds
from rehearse.dialogue.memory import Memory
from rehearse.dialogue.wording import filled
from rehearse.persona.model import Line


@dataclass(frozen=True, slots=True)
class Choice:
    """A line picked: the words to say, and the line as the script has it."""

    text: str
    line: Line

    def noted_in(self, memory: Memory) -> Memory:
        """The memory with this line said, both as written and as spoken."""
        return memory.saying(self.line.text, self.text)


def sayable(
    lines: Sequence[Line], situation: Situation, values: Mapping[str, str]
) -> tuple[Choice, ...]:
    """The lines that may be said now: their condition holds and every placeholder has a value."""
    choices = []
    for line in lines:
        if line.when is None or holds(line.when, situation):
            text = filled(line.text, values)
            if text is not None:
                choices.append(Choice(text, line))
    return tuple(choices)


def pick_fresh(choices: Sequence[Choice], memory: Memory, seed: int, site: str) -> Choice | None:
    """One of the choices not said yet in this talk, or None. The same arguments, the same pick.

    `site` names the place in the script, so that two sets of lines are not shuffled alike. Weights
    are shares: a line of weight 2 comes first twice as often as one of weight 1.
    """
    said = memory.said
    fresh = [c for c in choices if c.line.text not in said and c.text not in said]
    if len(fresh) < 2:
        return fresh[0] if fresh else None
    point = _share(seed, site, [c.line.text for c in fresh]) * sum(c.line.weight for c in fresh)
    for choice in fresh:
        point -= choice.line.weight
        if point < 0:
            return choice
    return fresh[-1]


def pick_oldest(choices: Sequence[Choice], memory: Memory) -> Choice | None:
    """The choice said longest ago, for when all have been said; never one marked once."""
    again = [c for c in choices if not c.line.once]
    return min(again, key=lambda c: memory.said.get(c.text, 0), default=None)


def _share(seed: int, site: str, texts: Sequence[str]) -> float:
    """A number from 0 up to 1 that only the arguments decide, on every machine alike."""
    key = "\x1f".join((str(seed), site, *texts)).encode()
    return int.from_bytes(blake2b(key, digest_size=6).digest(), "big") / (1 << 48)
