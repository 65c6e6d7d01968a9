"""A manager's script: from a YAML file to a `Persona`, checked.

In reading order: `model` (what a script is), `ranges`, `condition_format`, `beat_format`,
`story_format` and `declaration` (how it is written), `formats` (a script, one that builds on
others, a part), `layers` (a script with all it takes in), `joined` and `reuse` (made one),
`fetching` (which files those are), `values`, `conditions`, `stories` and `build` (nodes to model),
`script` (a script under check), `ways`, `linesets`, `conditions_of`, `judging` and `walking` (what
rules ask of it), `rules` (one module each), `pages` (what each finding means), `exceptions`
(findings switched off), `causes` (what follows from a slip), `alone` (a part by itself), `load` (a
file, refused or taken), `packed` (scripts read before, kept ready), `shelf` (finding a manager
among the files), `own_phrases` (a learner's own), `schema` (the format as editors read it).
"""

from typing import TYPE_CHECKING, Any

from rehearse.persona.model import Persona

if TYPE_CHECKING:
    from rehearse.persona.load import (
        check_persona,
        check_persona_text,
        check_personas,
        load_persona,
        parse_persona,
    )
    from rehearse.persona.shelf import Shelf, built_in_folder, find_persona, list_personas

__all__ = [
    "Persona", "Shelf", "built_in_folder", "check_persona", "check_persona_text", "check_personas",
    "find_persona", "list_personas", "load_persona", "parse_persona",
]  # fmt: skip

_HOMES = {
    "check_persona": "load", "check_persona_text": "load", "check_personas": "load",
    "load_persona": "load", "parse_persona": "load", "Shelf": "shelf", "built_in_folder": "shelf",
    "find_persona": "shelf", "list_personas": "shelf",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """What reads files comes when it is asked for: the model alone is quick to import."""
    if name not in _HOMES:
        raise AttributeError(f"module 'rehearse.persona' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"rehearse.persona.{_HOMES[name]}"), name)
