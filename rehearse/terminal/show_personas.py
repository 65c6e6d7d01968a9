"""The managers there are, as lines of plain text."""

from collections.abc import Sequence

from rehearse.persona.model import Persona
from rehearse.terminal.program import program
from rehearse.terminal.typeset import printable, wrap


def show_personas(personas: Sequence[Persona], width: int = 80) -> list[str]:
    """Each manager with role, stance, difficulty and brief, and how to start with the first."""
    if not personas:
        return ["There are no managers to talk to here."]
    lines = []
    for one in personas:
        lines += wrap(f"{one.name}, {one.role}", width)
        lines.append(f"  {printable(one.id)}: {one.stance}, difficulty {one.difficulty} of 5")
        lines += [*wrap(one.brief, width, "  "), ""]
    return [*lines, f"To start: {program()} practice {personas[0].id}"]
