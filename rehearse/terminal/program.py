"""How the program was called, so that the commands it shows can be copied and work."""

import os
import shlex


def program() -> str:
    """What a shown command begins with: the script as it was typed, else `rehearse`.

    scripts/rehearse says in REHEARSE_COMMAND how it was called; that counts while it leads to a
    file from here.
    """
    typed = os.environ.get("REHEARSE_COMMAND", "")
    if typed and typed.isprintable() and os.path.isfile(typed):
        return shlex.quote(typed)
    return "rehearse"
