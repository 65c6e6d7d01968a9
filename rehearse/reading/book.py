"""The phrase book: every cue of every tone, move and signal, and the weights of the features.

It is pure data. `load_phrase_book()` reads the YAML files that ship with the package, one file a
tone, move or signal, and `features.yaml`.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from rehearse.reading.expansion import with_classes
from rehearse.reading.filing import Filing, file_cues
from rehearse.reading.model import MOVES, SIGNALS, TONES
from rehearse.reading.words import WordWorth
from rehearse.source.problem import Place, Problem, SourceError

KINDS = {"tones": ("tone", TONES), "moves": ("move", MOVES), "signals": ("signal", SIGNALS)}
NEEDS = ("", "question", "statement", "start")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One cue line: where it is from ("move:blame"), its text, and what it adds to each axis."""

    source: str
    text: str
    firmness: float = 0.0
    respect: float = 0.0
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One file of the book. `examples` are replies that read as it, `nots` ones that do not."""

    source: str
    about: str
    principles: tuple[str, ...]
    firmness: float
    respect: float
    phrases: tuple[Phrase, ...]
    examples: tuple[str, ...]
    nots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feature:
    """A named rule's weights; `move` is the move it makes, if any, `cap` how often it counts."""

    name: str
    about: str
    firmness: float
    respect: float
    move: str = ""
    cap: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class PhraseBook:
    """All sections by source, all features by name, all cues in order and where they are filed,
    the worth of loose words, and the SHA-256 of the files' content."""

    sections: Mapping[str, Section]
    features: Mapping[str, Feature]
    worth: WordWorth
    phrases: tuple[Phrase, ...]
    filing: Filing
    sha256: str


@lru_cache(maxsize=1)
def load_phrase_book() -> PhraseBook:
    """The phrase book that ships with the package. SourceError if a file is not well formed."""
    home = files("rehearse.reading") / "phrasebook"
    digest = hashlib.sha256()
    sections: dict[str, Section] = {}
    classes = _read(home / "classes.yaml", digest)["classes"]
    for folder, (kind, names) in KINDS.items():
        for name in names:
            path = home / folder / f"{name}.yaml"
            if path.is_file():
                section = _section(path, kind, name, digest, classes)
                sections[section.source] = section
    features = _features(home / "features.yaml", digest)
    worth = _worth(home / "words.yaml", digest)
    phrases = tuple(phrase for section in sections.values() for phrase in section.phrases)
    filing = file_cues(phrase.text for phrase in phrases)
    return PhraseBook(sections, features, worth, phrases, filing, digest.hexdigest())


def _read(path: Traversable, digest: Any) -> Any:
    raw = path.read_bytes()
    digest.update(path.name.encode() + b"\0" + raw)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(raw.decode("utf-8"), Loader=loader)


def _section(
    path: Traversable, kind: str, name: str, digest: Any, classes: Mapping[str, list[str]]
) -> Section:
    data = _read(path, digest)
    if not isinstance(data, dict) or data.get(kind) != name:
        raise _wrong(path, f"this file should say `{kind}: {name}`.")
    source = f"{kind}:{name}"
    firmness, respect = float(data.get("firmness", 0)), float(data.get("respect", 0))
    phrases = []
    for cue in data.get("cues") or ():
        entry = cue if isinstance(cue, dict) else {"phrase": cue}
        needs = str(entry.get("needs", ""))
        if needs not in NEEDS:
            raise _wrong(path, f"`needs: {needs}` is not one of question, statement, start.")
        phrases.append(
            Phrase(
                source,
                with_classes(_text(entry["phrase"]), classes),
                float(entry.get("firmness", firmness)),
                float(entry.get("respect", respect)),
                needs,
            )
        )
    return Section(
        source=source,
        about=str(data.get("about", "")),
        principles=tuple(data.get("principles") or ()),
        firmness=firmness,
        respect=respect,
        phrases=tuple(phrases),
        examples=tuple(map(_text, data.get("examples") or ())),
        nots=tuple(map(_text, data.get("not") or ())),
    )


def _text(value: Any) -> str:
    """A scalar as the author wrote it: YAML would make `no` a truth value."""
    return (
        {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    )


def _features(path: Traversable, digest: Any) -> dict[str, Feature]:
    found = {}
    for name, entry in _read(path, digest)["features"].items():
        found[name] = Feature(
            name,
            str(entry["about"]),
            float(entry.get("firmness", 0)),
            float(entry.get("respect", 0)),
            str(entry.get("move", "")),
            int(entry.get("cap", 1)),
        )
    return found


def _worth(path: Traversable, digest: Any) -> WordWorth:
    data = _read(path, digest)

    def table(name: str) -> dict[str, tuple[float, float]]:
        return {str(key): (float(pair[0]), float(pair[1])) for key, pair in data[name].items()}

    base = data["base"]
    return WordWorth(table("words"), table("sources"), (float(base[0]), float(base[1])))


def _wrong(path: Traversable, sentence: str) -> SourceError:
    return SourceError([Problem(Place(str(path), 1, 1), "R001", sentence)])
