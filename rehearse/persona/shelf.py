"""Finding a manager: by id, by stance or by path, in the built-in folder and in others."""

from collections.abc import Iterable
from dataclasses import dataclass
from os.path import isfile
from pathlib import Path

from rehearse.persona.load import load_persona
from rehearse.persona.model import STANCES, Persona
from rehearse.source import Place, Problem, SourceError, did_you_mean
from rehearse.source.characters import shown

_ENDINGS = (".yaml", ".yml")


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
            persona = load_persona(path)
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
        return load_persona(wanted)
    folders = list(folders)
    for path in reversed(script_files(folders)):
        if path.stem == wanted:
            return load_persona(path)
    shelf = list_personas(folders)
    for persona in shelf.personas:
        if wanted in (persona.id, persona.stance):
            return persona
    raise ValueError(f"There is no manager {shown(wanted)}. {_who_is_there(wanted, shelf)}".strip())


def _who_is_there(wanted: str, shelf: Shelf) -> str:
    """What to write instead: a file of that name with its ending, else a manager of the shelf."""
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
