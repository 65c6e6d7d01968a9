"""The managers there are, as lines of plain text."""

from collections.abc import Sequence
from pathlib import Path

from rehearse.persona.model import Persona
from rehearse.persona.shelf import built_in_folder
from rehearse.terminal.program import program
from rehearse.terminal.typeset import printable, wrap
from rehearse.terminal.wording import manager_argument


def show_personas(personas: Sequence[Persona], width: int = 80) -> list[str]:
    """Each manager with role, stance, difficulty, brief and origin; how to start with the first."""
    if not personas:
        return ["There are no managers to talk to here."]
    lines = []
    for one in personas:
        lines += wrap(f"{one.name}, {one.role}", width)
        lines.append(f"  {printable(one.id)}: {one.stance}, difficulty {one.difficulty} of 5")
        lines += [*wrap(one.brief, width, "  "), *_origin(one, width), ""]
    return [*lines, f"To start: {program()} practice {manager_argument(personas[0])}"]


def _origin(persona: Persona, width: int) -> list[str]:
    """Where the script lies; a path is not broken, so that it can be copied."""
    if Path(persona.path).parent == built_in_folder():
        return wrap("Comes with Rehearse.", width, "  ")
    return ["  From " + printable(persona.path)]
