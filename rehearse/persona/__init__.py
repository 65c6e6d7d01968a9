"""A manager's script: from a YAML file to a `Persona`, checked.

In reading order: `model` (what a script is), `ranges`, `condition_format` and `declaration` (how it
is written), `values`, `conditions`, `stories` and `build` (nodes to model), `script` (a script
under check), `ways` and `linesets` (what rules ask of it), `rules` (one module each), `load` (a
file, refused or taken), `shelf` (finding a manager among the files).
"""

from rehearse.persona.load import (
    check_persona,
    check_persona_text,
    load_persona,
    parse_persona,
)
from rehearse.persona.model import Persona
from rehearse.persona.shelf import Shelf, built_in_folder, find_persona, list_personas

__all__ = [
    "Persona",
    "Shelf",
    "built_in_folder",
    "check_persona",
    "check_persona_text",
    "find_persona",
    "list_personas",
    "load_persona",
    "parse_persona",
]
