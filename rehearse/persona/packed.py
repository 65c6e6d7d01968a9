"""Scripts read before, kept ready in the user's cache folder: reading one anew takes ten times.

A packed persona is used only for the very same bytes of the script and of every file joined in it,
and the very same code, and is never needed: what cannot be read or written here is passed over. It
is JSON of plain values, so a file that somebody else put there can make nothing run.
"""

import contextlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from hashlib import sha256
from pathlib import Path
from threading import get_ident
from typing import Any

from rehearse.persona import model
from rehearse.persona.model import Persona
from rehearse.source.problem import Place

_MOST_KEPT = 50  # files; the oldest go
# The code that decides what is read.
_MADE_OF = ("persona", "persona/pages", "persona/rules", "source", "reading")
_PLACE, _TUPLE = -1, -2
_CLASSES = (
    model.Range, model.Condition, model.Line, model.Response, model.Hint, model.MovesOn,
    model.Beat, model.Ending, model.Expectation, model.StoryStep, model.Story,
)  # fmt: skip
_KINDS = {
    kind: (number, tuple(field.name for field in fields(kind)))
    for number, kind in enumerate(_CLASSES)
}
_PARTS = tuple(field.name for field in fields(Persona))
_BEATS, _PATH, _FILES = (_PARTS.index(name) for name in ("beats", "path", "files"))


def load_packed(path: str | Path) -> Persona:
    """The persona in a YAML file, as `load_persona` gives it, and raises as that does."""
    file = str(path)
    try:
        data = Path(path).read_bytes()
        kept = _folder() / f"{sha256(os.path.abspath(file).encode()).hexdigest()[:32]}.json"
        stamp = f"{sha256(data).hexdigest()} {_code()}"
    except (OSError, ValueError, RuntimeError):
        from rehearse.persona.load import load_persona

        return load_persona(path)
    return _kept(kept, stamp, file) or _loaded(kept, stamp, file)


def _kept(kept: Path, stamp: str, file: str) -> Persona | None:
    with contextlib.suppress(Exception):  # whatever is wrong with it, the script is there
        head, digest, packed = kept.read_bytes().split(b"\n", 2)
        if head == stamp.encode() and digest == _digest(packed):
            parts = json.loads(packed)
            files = _files(parts, file)
            if all(sha256(Path(one).read_bytes()).hexdigest() == files[one] for one in files):
                return unpack(parts, file)
    return None


def _loaded(kept: Path, stamp: str, file: str) -> Persona:
    from rehearse.persona.load import load_persona

    persona = load_persona(file)
    own = persona.files.get(file, persona.sha256)
    if stamp.startswith(f"{own} "):  # the file was not changed between two readings
        with contextlib.suppress(OSError):
            packed = json.dumps(pack(persona)).encode()
            _write(kept, b"\n".join((stamp.encode(), _digest(packed), packed)))
    return persona


def pack(persona: Persona) -> list[Any]:
    """A persona as plain values of JSON; the file's path is left out, and a beat is a text.

    Other files it was joined from are named from the folder of its own.
    """
    numbers = {file: number for number, file in enumerate(persona.files)}

    def plain(value: Any) -> Any:
        kind = type(value)
        if kind in _KINDS:
            number, names = _KINDS[kind]
            return [number, *(plain(getattr(value, name)) for name in names)]
        if kind is Place:
            other = numbers.get(value.file, 0)
            return [_PLACE, value.line, value.column, *([other] if other else [])]
        if kind is tuple:
            return [_TUPLE, *map(plain, value)]
        return {key: plain(part) for key, part in value.items()} if kind is dict else value

    parts = [plain(getattr(persona, part)) for part in _PARTS]
    parts[_PATH] = ""
    parts[_BEATS] = {name: json.dumps(plain(beat)) for name, beat in persona.beats.items()}
    folder = os.path.dirname(persona.path)
    parts[_FILES] = {_from(folder, file): digest for file, digest in persona.files.items()}
    return parts


def _from(folder: str, file: str) -> str:
    """The path of a joined file from the folder of the script; that of a built-in one is whole."""
    within = os.path.join(folder, "") if folder else ""
    return file[len(within) :] if file.startswith(within) else file


def _files(packed: list[Any], file: str) -> dict[str, str]:
    """The files joined, by their paths for a script named `file`, with the SHA-256 of each."""
    folder = os.path.dirname(file)
    return {os.path.join(folder, one): digest for one, digest in packed[_FILES].items()}


def unpack(packed: list[Any], file: str) -> Persona:
    """The persona packed, with its places in this file and in those joined in it."""
    files = _files(packed, file)
    names = list(files) or [file]

    def whole(value: Any) -> Any:
        kind = type(value)
        if kind is list:
            if value[0] >= 0:
                return _CLASSES[value[0]](*map(whole, value[1:]))
            if value[0] == _TUPLE:
                return tuple(map(whole, value[1:]))
            return Place(names[value[3]] if len(value) > 3 else file, value[1], value[2])
        return {key: whole(part) for key, part in value.items()} if kind is dict else value

    beats = _Later(packed[_BEATS], lambda text: whole(json.loads(text)))
    parts = [*map(whole, packed[:_BEATS]), beats, *map(whole, packed[_BEATS + 1 :])]
    parts[_PATH], parts[_FILES] = file, files
    return Persona(*parts)


class _Later(Mapping[str, Any]):
    """A map whose values are made when first asked for: a talk's first line needs one beat."""

    __slots__ = ("_made", "_make", "_packed")

    def __init__(self, packed: Mapping[str, str], make: Callable[[str], Any]) -> None:
        self._packed = packed
        self._make = make
        self._made: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        if key not in self._made:
            self._made[key] = self._make(self._packed[key])
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


def _digest(packed: bytes) -> bytes:
    return sha256(packed).hexdigest().encode()


def _code() -> str:
    """What changes whenever the code that reads scripts does: the times and sizes of its files."""
    house = Path(__file__).parent.parent
    seen = [
        (entry.name, entry.stat().st_mtime_ns, entry.stat().st_size)
        for room in _MADE_OF
        for entry in os.scandir(house / room)
        if entry.name.endswith(".py")
    ]
    return sha256(repr(sorted(seen)).encode()).hexdigest()


def _folder() -> Path:
    chosen = os.environ.get("REHEARSE_HOME", "")
    if chosen:
        return Path(chosen).expanduser() / "cache"
    from platformdirs import user_cache_path

    return user_cache_path("rehearse", appauthor=False) / "scripts"


def _write(kept: Path, data: bytes) -> None:
    """Put the file there whole or not at all, for its owner alone, whoever else writes it too."""
    kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for old in sorted(kept.parent.glob("*.json"), key=lambda one: one.stat().st_mtime)[
        :-_MOST_KEPT
    ]:
        old.unlink(missing_ok=True)
    draft = kept.with_suffix(f".{os.getpid()}-{get_ident()}")
    number = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(number, "wb") as stream:
            stream.write(data)
        draft.replace(kept)
    finally:
        draft.unlink(missing_ok=True)
