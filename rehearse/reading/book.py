"""The phrase book: every cue of every tone, move and signal, and the weights of the features.

It is pure data. `load_phrase_book()` gives the book that ships with the package: from its YAML
files, or, quicker and with the same result, from what was compiled from just these files.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple, overload

from rehearse.reading.filing import Filing
from rehearse.reading.model import MOVES, SIGNALS, TONES
from rehearse.reading.tables import Table, weights, worth
from rehearse.reading.worth import ToneWorth

KINDS = {"tones": ("tone", TONES), "moves": ("move", MOVES), "signals": ("signal", SIGNALS)}
PARTS = ("classes.yaml", "features.yaml", "words.yaml", "move_words.yaml")
COMPILED = "compiled.json"
RECIPE = [
    "axes",
    "book",
    "compiling",
    "expansion",
    "filing",
    "lexicon",
    "normalise",
    "spelling",
    "stems",
    "tables",
    "wordlists",
    "words",
    "worth",
]


class Phrase(NamedTuple):
    """One cue line: where it is from ("move:blame"), its text, and what it adds to each axis.

    `needs` is "", "question", "statement" or "start": what its clause must be, or where it stands.
    """

    source: str
    text: str
    firmness: float = 0.0
    respect: float = 0.0
    needs: str = ""


class PhraseList(Sequence[Phrase]):
    """Cue lines kept as text and read one by one, as replies ask for them."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines

    @classmethod
    def of(cls, phrases: Iterable[Phrase]) -> "PhraseList":
        """A list of these cue lines."""
        return cls([f"{p.source}\t{p.firmness}\t{p.respect}\t{p.needs}\t{p.text}" for p in phrases])

    def __len__(self) -> int:
        return len(self.lines)

    @overload
    def __getitem__(self, at: int) -> Phrase: ...
    @overload
    def __getitem__(self, at: slice) -> "PhraseList": ...
    def __getitem__(self, at: int | slice) -> "Phrase | PhraseList":
        if isinstance(at, slice):
            return PhraseList(self.lines[at])
        source, firmness, respect, needs, text = self.lines[at].split("\t")
        return Phrase(source, text, float(firmness), float(respect), needs)


class Section(NamedTuple):
    """One file of the book. `examples` are replies that read as it, `nots` ones that do not.

    `firmness` and `respect` are what a cue of it adds where its line says nothing else.
    """

    source: str
    about: str
    principles: Sequence[str]
    firmness: float
    respect: float
    examples: Sequence[str]
    nots: Sequence[str]


class Feature(NamedTuple):
    """A named rule's weights; `move` is the move it makes, if any, `cap` how often it counts."""

    name: str
    about: str
    firmness: float
    respect: float
    move: str = ""
    cap: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class PhraseBook:
    """The whole book.

    `sections` and `features` by name; `phrases` are all cue lines in order and `filing` says under
    which words each is found; `classes` are the families that cues name as {family}; `worth` is
    what loose words add, `move_worth` for which moves they speak; `sha256` is that of the files.
    """

    sections: Mapping[str, Section]
    features: Mapping[str, Feature]
    classes: Mapping[str, Sequence[str]]
    worth: ToneWorth
    move_worth: Table[dict[str, float]]
    phrases: PhraseList
    filing: Filing
    sha256: str


@lru_cache(maxsize=1)
def load_phrase_book() -> PhraseBook:
    """The phrase book that ships with the package. SourceError if a file is not well formed."""
    home = files("rehearse.reading") / "phrasebook"
    contents = read_files(home)
    ready = _compiled(home, recipe_hash(contents))
    if ready is not None:
        return ready
    from rehearse.reading.compiling import book_from_files

    return book_from_files(contents)


def read_files(home: Traversable) -> dict[str, bytes]:
    """The YAML files under `home` by name ("moves/blame.yaml"), in a fixed order."""
    names = [f"{folder}/{name}.yaml" for folder, (_, members) in KINDS.items() for name in members]
    found = ((name, home.joinpath(name)) for name in (*PARTS, *names))
    return {name: path.read_bytes() for name, path in found if path.is_file()}


def content_hash(contents: Mapping[str, bytes]) -> str:
    """The SHA-256 of all files, their names included."""
    digest = hashlib.sha256()
    for name, raw in contents.items():
        digest.update(f"{name}\0{len(raw)}\0".encode())
        digest.update(raw)
    return digest.hexdigest()


def recipe_hash(contents: Mapping[str, bytes]) -> str:
    """The SHA-256 of all that a compiled book depends on: files and filing code."""
    digest = hashlib.sha256(content_hash(contents).encode())
    for module in RECIPE:
        digest.update((files("rehearse.reading") / f"{module}.py").read_bytes())
    return digest.hexdigest()


def _compiled(home: Traversable, recipe: str) -> PhraseBook | None:
    """The book as compiled by this very recipe, or None: any change to it makes it useless."""
    path = home / COMPILED
    if not path.is_file():
        return None
    raw = path.read_text(encoding="utf-8")
    if not raw.startswith(f'{{"recipe":"{recipe}"'):
        return None
    return from_data(json.loads(raw))


def to_data(book: PhraseBook) -> dict[str, Any]:
    """The book as plain lists and maps; `from_data` takes it back."""
    return {
        "sha256": book.sha256,
        "sections": list(book.sections.values()),
        "features": list(book.features.values()),
        "classes": book.classes,
        "worth": [book.worth.words.text, book.worth.sources.text],
        "move_worth": book.move_worth.text,
        "phrases": "\n".join(book.phrases.lines),
        "filing": [book.filing.near, book.filing.far, book.filing.alone, book.filing.counts],
    }


def from_data(data: Mapping[str, Any]) -> PhraseBook:
    """A book from what `to_data` gave."""
    return PhraseBook(
        sections={entry[0]: Section._make(entry) for entry in data["sections"]},
        features={entry[0]: Feature._make(entry) for entry in data["features"]},
        classes=data["classes"],
        worth=ToneWorth(*(Table(text, worth) for text in data["worth"])),
        move_worth=Table(data["move_worth"], weights),
        phrases=PhraseList(data["phrases"].split("\n")),
        filing=Filing(*data["filing"]),
        sha256=data["sha256"],
    )
