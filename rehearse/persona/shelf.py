"""Finding a manager: by id, by stance or by path, in the built-in folder and in others."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from os.path import isfile
from pathlib import Path

from rehearse.persona.model import STANCES, Persona
from rehearse.persona.packed import load_packed
from rehearse.source.problem import Place, Problem, SourceError

_ENDINGS = (".yaml", ".yml")
_HEAD = re.compile(r"^(id|stance|difficulty)\b(?:: +([a-z0-9]+(?:-[a-z0-9]+)*) *$)?", re.M)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The managers found, easiest first, and what was wrong with the files passed over."""

    personas: tuple[Persona, ...]
    problems: tuple[Problem, ...] = ()


def built_in_folder() -> Path:
    """The folder of the managers that come with the program, in a wheel or in a checkout."""
    package = Path(__file__).resolve().parent.parent
    carried = package / "_personas"
    return carried if carried.is_dir() else package.parent / "personas"


def script_files(folders: Iterable[str | Path] = ()) -> list[Path]:
    """Every script file of the built-in folder and of `folders`, by name within each folder."""
    found: list[Path] = []
    for folder in [built_in_folder(), *map(Path, folders)]:
        if folder.is_dir():
            found += sorted(path for path in folder.iterdir() if path.suffix in _ENDINGS)
    return found


def list_personas(folders: Iterable[str | Path] = ()) -> Shelf:
    """Every manager that loads. A broken file does not hide the others; its problems are told."""
    personas: dict[str, Persona] = {}
    problems: list[Problem] = []
    for path in script_files(folders):
        try:
            persona = load_packed(path)
        except SourceError as error:
            problems += error.problems
            continue
        twin = personas.get(persona.id)
        if twin is not None and Path(twin.path).parent == path.parent:
            problems.append(_same_id(persona, twin))
            continue
        personas[persona.id] = persona  # a later folder's manager takes the place of an earlier one
    ordered = sorted(personas.values(), key=lambda one: (one.difficulty, one.id))
    return Shelf(tuple(ordered), tuple(problems))


def find_persona(wanted: str, folders: Iterable[str | Path] = ()) -> Persona:
    """The manager with this id, the easiest one of this stance, or the one in this file.

    Raises SourceError where the file is broken, ValueError (one sentence) where none is found.
    """
    if wanted.endswith(_ENDINGS) or "/" in wanted or "\\" in wanted or Path(wanted).is_file():
        return load_packed(wanted)
    folders = list(folders)
    files = script_files(folders)
    for path in reversed(files):
        if path.stem == wanted:
            return load_packed(path)
    quickly = _easiest(wanted, files) if wanted in STANCES else None
    if quickly is not None:
        return quickly
    shelf = list_personas(folders)
    for persona in shelf.personas:
        if wanted in (persona.id, persona.stance):
            return persona
    from rehearse.source.characters import shown

    raise ValueError(f"There is no manager {shown(wanted)}. {_who_is_there(wanted, shelf)}".strip())


def _easiest(stance: str, files: Sequence[Path]) -> Persona | None:
    """The easiest manager of a stance, where the heads of all scripts leave no doubt; else None.

    Only that one script is then read as a whole: reading each costs half a start.
    """
    heads = [(_head(path), path) for path in files]
    if not all(head for head, _ in heads) or len({head["id"] for head, _ in heads}) < len(heads):
        return None
    fitting = [(int(head["difficulty"]), head["id"], path) for head, path in heads
               if head["stance"] == stance]  # fmt: skip
    try:
        return load_packed(min(fitting)[2]) if fitting else None
    except SourceError:  # a broken one is passed over, for the next
        return None


def _head(path: Path) -> dict[str, str]:
    """Id, stance and difficulty of a script, each written once and plainly; {} if in doubt."""
    try:
        found = _HEAD.findall(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    head = dict(found)
    sound = len(found) == len(head) == 3 and all(head.values()) and head["difficulty"].isdigit()
    return head if sound else {}


def _who_is_there(wanted: str, shelf: Shelf) -> str:
    """What to write instead: a file of that name with its ending, else a manager of the shelf."""
    from rehearse.source.suggest import did_you_mean

    for own in (wanted + ending for ending in _ENDINGS):
        if isfile(own):
            return f"A script of your own is named with its ending: {own}"
    known = [persona.id for persona in shelf.personas]
    sentence = did_you_mean(wanted, [*known, *STANCES])
    if shelf.problems:
        sentence += f" One script cannot be read: {shelf.problems[0].place}."
    return sentence


def _same_id(persona: Persona, twin: Persona) -> Problem:
    message = f"The id '{persona.id}' is taken by {Path(twin.path).name}."
    return Problem(Place(persona.path, 1, 1), "P010", message, "Give each manager its own id.")
