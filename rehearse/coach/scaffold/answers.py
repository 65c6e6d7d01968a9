"""What a coach is asked about a new manager, and what stands in where nothing was said."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rehearse.persona.model import STANCES
from rehearse.source import parse_document
from rehearse.source.characters import FORBIDDEN

USUAL_STANCE = "hesitant"
USUAL_ROLE = "Manager"
OBJECTIONS = 2
_FOLDER = Path(__file__).parent
_TO_THE_PROGRAM = "rehearse:"  # after a #, it makes a remark to the program


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers as given; "" or a missing objection is one that was not given.

    `wants`, `fears` and `objections` are said by the manager as they stand; `role` is their job.
    Objections after the second do not count.
    """

    stance: str = ""
    scene: str = ""
    wants: str = ""
    fears: str = ""
    objections: tuple[str, ...] = ()
    role: str = ""

    def complete(self) -> "Answers":
        """The same, fit for a script, with the stance's own answers wherever one is missing.

        Raises ValueError for a stance that does not exist.
        """
        stance = self.stance or USUAL_STANCE
        if stance not in STANCES:
            raise ValueError(f"there is no stance {stance!r}")
        usual = words_of(stance)
        given = [*map(tidy, self.objections), "", ""][:OBJECTIONS]
        return Answers(
            stance=stance,
            scene=tidy(self.scene) or usual["scene"][0],
            wants=tidy(self.wants) or usual["wants"][0],
            fears=tidy(self.fears) or usual["fears"][0],
            objections=tuple(
                one or other for one, other in zip(given, usual["objections"], strict=True)
            ),
            role=tidy(self.role) or USUAL_ROLE,
        )


def tidy(text: str) -> str:
    """A text as a script can hold it, on one line; "" where there is nothing in it to be seen.

    What no script may hold becomes a space, and curly brackets, which would be filled in, round.
    """
    held = FORBIDDEN.sub(" ", text).translate({ord("{"): "(", ord("}"): ")"})
    *before, last = " ".join(held.split()).split(_TO_THE_PROGRAM)
    flat = _TO_THE_PROGRAM.join([*map(_without_hash, before), last])
    return flat if any(unicodedata.category(char)[0] in "LNPS" for char in flat) else ""


def _without_hash(text: str) -> str:
    """The text without the # at its end, if there is one."""
    bare = text.rstrip("# ")
    return f"{bare} ".lstrip() if "#" in text[len(bare) :] else text


@lru_cache
def words_of(stance: str) -> Mapping[str, tuple[str, ...]]:
    """What managers of this stance say in a new script: the lines by where they belong.

    The answers of such a manager (scene, wants, fears, objections) are among them, and so are the
    numbers: how hard they are, where the meters start, and the trust that is needed at the end.
    """
    path = _FOLDER / f"{stance}.yaml"
    root = parse_document(path.read_text(encoding="utf-8"), path.name).root
    entries = {**root.entries, **root.entries["answers"].entries}
    return {
        key: tuple(item.value.strip() for item in (node.items or [node]))
        for key, node in entries.items()
        if key != "answers"
    }
