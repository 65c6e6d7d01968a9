"""Finding a manager: by id, by stance or by path, in the built-in folder and in others."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
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

    def broken(self) -> list[str]:
        """A line for each file passed over: where and what its first mistake is."""
        first: dict[str, Problem] = {}
        for problem in self.problems:
            first.setdefault(problem.place.file, problem)
        return [f"{one.place}: {one.message} This file was passed over." for one in first.values()]


def built_in_folder() -> Path:
    """The folder of the managers that come with the program, in a wheel or in a checkout."""
    package = Path(__file__).resolve().parent.parent
    carried = package / "_personas"
    return carried if carried.is_dir() else package.parent / "personas"


def script_files(folders: Iterable[str | Path] = ()) -> list[Path]:
    """Every script file of the built-in folder and of `folders`, by name within each folder."""
    return [path for folder in _all(folders) for path in _scripts_in(folder)]


def _all(folders: Iterable[str | Path]) -> list[Path]:
    """The built-in folder and these, each once: the same one named twice is one folder."""
    found: dict[Path, Path] = {}
    for folder in [built_in_folder(), *map(Path, folders)]:
        found.setdefault(folder.absolute(), folder)
    return list(found.values())


def _scripts_in(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix in _ENDINGS)
    except OSError:  # not there, or not for us: no script in it can be had
        return []


def list_personas(folders: Iterable[str | Path] = ()) -> Shelf:
    """Every manager that loads. A broken file does not hide the others; its problems are told."""
    personas: dict[str, Persona] = {}
    problems: list[Problem] = []
    for path in script_files(folders):
        try:
            persona = load_packed(path)
        except SourceError as error:
            if not _is_part(path):  # which is taken in by scripts, and is nobody
                problems += error.problems
            continue
        twin = personas.get(persona.id)
        if twin is not None and Path(twin.path).parent == path.parent:
            problems.append(_same_id(persona, twin))
            continue
        personas[persona.id] = persona  # a later folder's manager takes the place of an earlier one
    ordered = sorted(personas.values(), key=lambda one: (one.difficulty, one.id))
    return Shelf(tuple(ordered), tuple(problems))


def find_persona(
    wanted: str,
    folders: Iterable[str | Path] = (),
    tell: Callable[[str], object] | None = None,
) -> Persona:
    """The manager with this id, the easiest one of this stance, or the one in this file.

    A manager of a later folder goes before one of an earlier folder. Where all had to be read,
    `tell` gets a sentence for each broken file among them. Raises SourceError where the very file
    is broken, ValueError (one sentence) where none is found.
    """
    if wanted.endswith(_ENDINGS) or "/" in wanted or "\\" in wanted or Path(wanted).is_file():
        return load_packed(wanted)
    folders = list(folders)
    path = file_of(wanted, folders)
    if path is not None:
        return load_packed(path)
    quickly = _easiest(wanted, script_files(folders)) if wanted in STANCES else None
    if quickly is not None:
        return quickly
    shelf = list_personas(folders)
    if tell is not None:
        for sentence in shelf.broken():
            tell(sentence)
    for persona in shelf.personas:
        if wanted in (persona.id, persona.stance):
            return persona
    from rehearse.source.characters import shown

    raise ValueError(f"There is no manager {shown(wanted)}. {_who_is_there(wanted, shelf)}".strip())


def find_held(wanted: str, sha256: str, folders: Iterable[str | Path] = ()) -> Persona:
    """The manager with this id whose script has this hash; else the one that `find_persona` gives.

    So a talk held with a built-in manager is found again beside one of one's own with the same id.
    Raises as that does.
    """
    folders = list(folders)
    for path in _files_of(wanted, folders):
        try:
            persona = load_packed(path)
        except SourceError:
            continue
        if persona.sha256 == sha256:
            return persona
    return find_persona(wanted, folders)


def file_of(wanted: str, folders: Iterable[str | Path] = ()) -> Path | None:
    """The script of the manager with this id, by the name or the first lines of the file."""
    return next(_files_of(wanted, folders), None)


def _files_of(wanted: str, folders: Iterable[str | Path]) -> Iterator[Path]:
    """The files that hold a manager of this id, those of later folders first."""
    for folder in reversed(_all(folders)):
        files = _scripts_in(folder)
        named = [path for path in files if path.stem == wanted]
        yield from named
        if folder != built_in_folder():  # where every file is called like its manager
            others = (path for path in files if path not in named)
            yield from (path for path in others if _lines(path).get("id") == wanted)


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
    head = _lines(path)
    sound = len(head) == 3 and all(head.values()) and head["difficulty"].isdigit()
    return head if sound else {}


def _lines(path: Path) -> dict[str, str]:
    """Those of the three that are written, "" for one that is not plain; {} if one comes twice."""
    try:
        found = _HEAD.findall(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    head = dict(found)
    return head if len(found) == len(head) else {}


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


def _is_part(path: Path) -> bool:
    from rehearse.persona.fetching import is_part

    return is_part(path)


def _same_id(persona: Persona, twin: Persona) -> Problem:
    message = f"The id '{persona.id}' is taken by {Path(twin.path).name}."
    return Problem(Place(persona.path, 1, 1), "P010", message, "Give each manager its own id.")
