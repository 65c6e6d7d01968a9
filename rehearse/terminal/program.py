"""How the program was called, so that the commands it shows can be copied and work.

Everything it prints names it in this one way, and so do the remarks of a script it writes.
"""

import os
import re
import shlex
from pathlib import Path

_NAMED = re.compile(r"(`|\$ |Then: )rehearse (?=[a-z])")  # a command in a text, not a word of it


def program() -> str:
    """What a shown command begins with: the script as it was typed, else `rehearse`.

    scripts/rehearse says in REHEARSE_COMMAND how it was called; that counts while it leads to a
    file from here.
    """
    return shlex.quote(_typed()) if _typed() else "rehearse"


def program_from(folder: Path) -> str:
    """The same for somebody in this folder, where a path as typed may lead nowhere."""
    typed = _typed()
    if not typed or folder.resolve() == Path.cwd():
        return program()
    return shlex.quote(os.path.abspath(typed))


def as_called(text: str) -> str:
    """A text in which commands are written `rehearse check`, with the program as it was called."""
    return _NAMED.sub(lambda found: f"{found[1]}{program()} ", text)


def _typed() -> str:
    typed = os.environ.get("REHEARSE_COMMAND", "")
    return typed if typed and typed.isprintable() and os.path.isfile(typed) else ""
