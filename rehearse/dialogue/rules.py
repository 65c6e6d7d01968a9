"""Finds the response that a turn's rule names, for those who explain an answer afterwards."""

from collections.abc import Iterator

from rehearse.persona.model import Persona, Response


def find_response(persona: Persona, rule: str) -> Response | None:
    """The response with this id in the script: `Turn.rule` or `Turn.reaction`.

    None for what is no response of the script: asking back, moving on, or an id of another script.
    """
    return next((response for response in _responses(persona) if response.id == rule), None)


def _responses(persona: Persona) -> Iterator[Response]:
    yield from persona.reacts
    yield from persona.always
    for beat in persona.beats.values():
        yield from beat.hears
        yield beat.otherwise
