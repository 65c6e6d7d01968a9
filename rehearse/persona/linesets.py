"""Every set of lines in a script, with what is known about when one of it is said."""

from collections.abc import Iterator
from dataclasses import dataclass

from rehearse.persona.model import Condition, Line, Persona, Response
from rehearse.persona.ways import own_responses


@dataclass(frozen=True, slots=True)
class LineSet:
    """Variants of which one is said. `site` names them for people: "opening.otherwise".

    `kind` is "beat", "ending", "response", "reaction", "otherwise", "asks_back", "spent" or
    "moves_on"; `owner` is the beat or ending they stand in, `response` what says them, if any.
    """

    site: str
    kind: str
    lines: tuple[Line, ...]
    owner: str = ""
    response: Response | None = None

    @property
    def when(self) -> Condition:
        """The condition of the response; an empty one where there is none."""
        return self.response.when if self.response else Condition()


def line_sets(persona: Persona) -> Iterator[LineSet]:
    """Every set that has lines, in the order of the file's sections."""
    return (found for found in _all_sets(persona) if found.lines)


def _all_sets(persona: Persona) -> Iterator[LineSet]:
    for response in persona.reacts:
        yield LineSet(response.id, "reaction", response.says, response=response)
    for response in persona.always:
        yield LineSet(response.id, "response", response.says, response=response)
    yield LineSet("asks_back", "asks_back", persona.asks_back)
    yield LineSet("spent", "spent", persona.spent)
    for beat in persona.beats.values():
        yield LineSet(f"{beat.name}.says", "beat", beat.says, beat.name)
        for response in own_responses(beat):
            kind = "response"
            if response is beat.otherwise:
                kind = "otherwise"
            elif response.id.endswith(".moves_on"):
                kind = "moves_on"
            yield LineSet(response.id, kind, response.says, beat.name, response)
    for ending in persona.endings.values():
        yield LineSet(f"{ending.name}.says", "ending", ending.says, ending.name)
