"""A manager's name: as it is shown, and as it names a file."""

import re
import unicodedata
from pathlib import PurePath

from rehearse.coach.scaffold.answers import tidy

ENDINGS = (".yaml", ".yml")
_LONGEST = 60  # some file systems end names at 255 bytes
_NAMELESS = "my-manager"  # where no letter of the name is among a to z
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PLAIN = re.compile(r"[a-z0-9]+(?:[-_. ][a-z0-9]+)*")
_OTHER_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ð": "d", "ł": "l",
                                "þ": "th", "ı": "i", "'": None, "’": None})  # fmt: skip


def shown_name(typed: str) -> str:
    """The name as people write it: "rita-moss" and "rita moss.yaml" are "Rita Moss".

    What has capitals, or any sign of its own, stays as typed. "" where nothing can be seen in it.
    """
    name = tidy(_without_ending(typed))
    if not _PLAIN.fullmatch(name):
        return name
    return " ".join(word.capitalize() for word in re.split(r"[-_. ]", name))


def slug(typed: str) -> str:
    """The name of the script's file, without its ending: "Zoë O'Neil" is "zoe-oneil"."""
    letters = _without_ending(typed).casefold().translate(_OTHER_LETTERS)
    plain = "".join(
        char for char in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(char)
    )
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-") or _NAMELESS


def id_of_file(path: PurePath) -> str:
    """The id that a script of this name must have; "" where it is no name for a script."""
    stem = path.stem.replace("_", "-")
    return stem if path.suffix in ENDINGS and _ID.fullmatch(stem) else ""


def _without_ending(typed: str) -> str:
    words = typed.strip()
    return next((words.removesuffix(one) for one in ENDINGS if words.endswith(one)), words)
