"""Why a talk cannot begin, and finding the manager it is to be held with."""

from rehearse.persona.model import Persona
from rehearse.persona.shelf import find_persona
from rehearse.source.problem import SourceError
from rehearse.terminal.program import program


class CannotStartError(Exception):
    """The talk cannot begin; the text is one sentence for the person who asked for it."""


def persona_named(wanted: str | None) -> Persona:
    """The manager asked for, by id, stance or path. Raises CannotStartError, or SourceError."""
    if wanted is None:
        raise CannotStartError(f"name a manager, such as surly; {program()} personas lists them.")
    try:
        return find_persona(wanted)
    except ValueError as error:
        if isinstance(error, SourceError):
            raise
        raise CannotStartError(str(error)) from None
