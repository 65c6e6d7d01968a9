"""Rehearse the talk you dread: ask a scripted manager for a promotion, in your terminal, offline.

The way of one reply through the rooms, each knowing only those before it:

1. `source` reads a YAML file safely and remembers the line and column of every word in it.
2. `reading` compares the reply, clause by clause, with the cues of the phrase book: a `Reading`.
3. `persona` has turned the manager's script into a `Persona`: beats, responses, endings.
4. `pitch` says which of the learner's own points the reply used.
5. `dialogue` tries the beat's responses on the reading from top to bottom; the first that holds
   moves the mood and the machine: a `Turn` with the manager's answer.
6. `transcript` writes the turn to disk before the answer is shown.
7. `scoring` reads the finished transcript against the rubric: a `Scorecard`, and from it a debrief.
8. `coach` checks scripts and plays their stories by the same way.
9. `terminal` is where a learner types and reads; `cli` turns arguments into calls of the rooms.
10. Nothing before `terminal` knows of a screen, and nothing before `transcript` of a clock.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = [
    "Pitch",
    "Reading",
    "Rehearsal",
    "load_persona",
    "load_pitch",
    "read_reply",
    "smallest_edit",
]

if TYPE_CHECKING:
    from rehearse.dialogue import Rehearsal
    from rehearse.persona import load_persona
    from rehearse.pitch import Pitch, load_pitch
    from rehearse.reading import Reading, read_reply, smallest_edit

_HOMES = {
    "Pitch": "rehearse.pitch",
    "Reading": "rehearse.reading",
    "Rehearsal": "rehearse.dialogue",
    "load_persona": "rehearse.persona",
    "load_pitch": "rehearse.pitch",
    "read_reply": "rehearse.reading",
    "smallest_edit": "rehearse.reading",
}


def __getattr__(name: str) -> Any:
    """Find a public name in its room when first asked for, so that starting up stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"module 'rehearse' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
