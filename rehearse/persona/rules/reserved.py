"""P107: a name that is taken, or is no name (error).

Names have small letters, and `_` for a space. No beat and no ending may be called `back`, which
means the way back from a detour, and no ending may have the name of a beat.

Why: `goto: back` would mean two things, and so would a name that is both.

Mend: choose another name, and change every `goto` to it.

Fails:

    endings:
      opening: {outcome: partial, says: Let us talk again.}

Passes:

    endings:
      not_yet: {outcome: partial, says: Let us talk again.}
"""

from collections.abc import Iterator

from rehearse.persona.model import BACK
from rehearse.persona.script import Script
from rehearse.source import Problem


def check(script: Script) -> Iterator[Problem]:
    """Each beat or ending with a name that is taken."""
    for (section, name), key in script.keys.items():
        if name == BACK:
            message = "'back' is the way back from a detour and cannot be a name."
            yield script.document.problem(key, "P107", message, "Choose another name.")
        elif section == "endings" and ("beats", name) in script.keys:
            where = script.keys["beats", name].place.in_words(key.place.file)
            message = f"'{name}' is also the name of a beat, in {where}."
            yield script.document.problem(key, "P107", message, "Rename one of them.")
