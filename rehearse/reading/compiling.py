"""Make the phrase book from its YAML files. Slow (half a second); see `book` for the quick way.

`scripts/compile-phrases` writes what is made here beside the files as compiled.json.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from rehearse.reading.book import (
    KINDS,
    Feature,
    Phrase,
    PhraseBook,
    PhraseList,
    Section,
    content_hash,
)
from rehearse.reading.expansion import NotationError, parse_cue, with_classes
from rehearse.reading.filing import file_cues
from rehearse.reading.tables import weights_table, worth_table
from rehearse.reading.worth import ToneWorth
from rehearse.source.document import parse_document
from rehearse.source.problem import Place, Problem, SourceError

NEEDS = ("", "question", "statement", "start")


def book_from_files(contents: Mapping[str, bytes]) -> PhraseBook:
    """The book of these files (by name). SourceError if one of them is not well formed."""
    digest = content_hash(contents)
    data = {name: _parse(name, raw) for name, raw in contents.items()}
    sections: dict[str, Section] = {}
    phrases: list[Phrase] = []
    for folder, (kind, names) in KINDS.items():
        for name in names:
            file = f"{folder}/{name}.yaml"
            if file in data:
                section = _section(file, kind, name, data[file])
                sections[section.source] = section
                phrases += _phrases(file, section, data[file].get("cues") or ())
    classes = data["classes.yaml"]["classes"]
    try:
        filing = file_cues([phrase.text for phrase in phrases], classes)
    except NotationError as error:
        raise _ill_formed(contents, phrases, classes) from error
    features = {
        name: Feature(
            name, entry["about"], float(entry.get("firmness", 0)), float(entry.get("respect", 0)),
            entry.get("move", ""), int(entry.get("cap", 1)),
        )
        for name, entry in data["features.yaml"]["features"].items()
    }  # fmt: skip
    return PhraseBook(
        sections,
        features,
        classes,
        _worth(data["words.yaml"]),
        weights_table(data["move_words.yaml"]["words"]),
        PhraseList.of(phrases),
        filing,
        digest,
    )


def _parse(name: str, raw: bytes) -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        found = yaml.load(raw.decode("utf-8"), Loader=loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        parse_document(raw.decode("utf-8", "replace"), name)  # says where, in plain words
        raise _wrong(name, f"this is not readable YAML: {error}") from error
    if not isinstance(found, dict):
        raise _wrong(name, "this file should hold a map of names and values.")
    return found


def _section(file: str, kind: str, name: str, data: Mapping[str, Any]) -> Section:
    if data.get(kind) != name:
        raise _wrong(file, f"this file should say `{kind}: {name}`.")
    return Section(
        source=f"{kind}:{name}",
        about=str(data.get("about", "")),
        principles=list(data.get("principles") or ()),
        firmness=float(data.get("firmness", 0)),
        respect=float(data.get("respect", 0)),
        examples=[_text(entry) for entry in data.get("examples") or ()],
        nots=[_text(entry) for entry in data.get("not") or ()],
    )


def _phrases(file: str, section: Section, cues: Sequence[Any]) -> list[Phrase]:
    phrases = []
    for cue in cues:
        entry = cue if isinstance(cue, dict) else {"phrase": cue}
        if "phrase" not in entry or entry.get("needs", "") not in NEEDS:
            raise _wrong(file, f"the cue {entry} should have a `phrase` and a `needs` of {NEEDS}.")
        phrases.append(
            Phrase(
                section.source,
                _text(entry["phrase"]),
                float(entry.get("firmness", section.firmness)),
                float(entry.get("respect", section.respect)),
                str(entry.get("needs", "")),
            )
        )
    return phrases


def _text(value: Any) -> str:
    """A scalar as its author wrote it: YAML makes a truth value of `no`."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _worth(data: Mapping[str, Any]) -> ToneWorth:
    return ToneWorth(worth_table(data["words"]), worth_table(data["sources"]))


def _ill_formed(
    contents: Mapping[str, bytes], phrases: Sequence[Phrase], classes: Mapping[str, Sequence[str]]
) -> SourceError:
    """The first cue that is not well written, with its line."""
    folders = {kind: folder for folder, (kind, _) in KINDS.items()}
    for phrase in phrases:
        try:
            parse_cue(with_classes(phrase.text, classes))
        except NotationError as error:
            kind, _, name = phrase.source.partition(":")
            file = f"{folders[kind]}/{name}.yaml"
            lines = contents[file].decode("utf-8").splitlines()
            found = (at for at, line in enumerate(lines, 1) if phrase.text in line)
            return _wrong(file, str(error), next(found, 1))
    return _wrong("classes.yaml", "a family of words is not well written.")


def _wrong(file: str, sentence: str, line: int = 1) -> SourceError:
    return SourceError([Problem(Place(file, line, 1), "R001", sentence)])
