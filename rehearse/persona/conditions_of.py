"""Every condition of a script, nested ones too, with the beat it is asked in."""

from collections.abc import Iterator
from dataclasses import dataclass

from rehearse.persona.linesets import line_sets
from rehearse.persona.model import Condition, Persona


@dataclass(frozen=True, slots=True)
class Asked:
    """A condition and the beat it belongs to; "" where it is asked in every beat."""

    condition: Condition
    beat: str = ""


def conditions_of(persona: Persona) -> Iterator[Asked]:
    """Those of reactions and responses, then those of lines; nested ones after their outer one."""
    for response in (*persona.reacts, *persona.always):
        yield from _nested(response.when, "")
    for beat in persona.beats.values():
        for response in beat.hears:
            yield from _nested(response.when, beat.name)
    for found in line_sets(persona):
        for line in found.lines:
            if line.when is not None:
                yield from _nested(line.when, found.owner if found.owner in persona.beats else "")


def _nested(condition: Condition, beat: str) -> Iterator[Asked]:
    yield Asked(condition, beat)
    for group in (condition.any_of, condition.all_of, condition.none_of):
        for inner in group:
            if isinstance(inner, Condition):
                yield from _nested(inner, beat)
