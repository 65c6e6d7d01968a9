"""A manager's script: from a YAML file to a `Persona`, checked.

In reading order: `model` (what a script is), `declaration` (its format), `ranges`, `values`,
`conditions`, `stories` and `build` (nodes to model), `script` (a script under check), `rules` (one
module each), `load` (a file, refused or taken), `shelf` (finding a manager among the files).
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
