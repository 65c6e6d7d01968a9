"""Loading a script, and checking one: the same way, but loading refuses what has an error."""

from pathlib import Path

from rehearse.persona.build import build
from rehearse.persona.declaration import FORMAT, PERSONA
from rehearse.persona.model import Persona
from rehearse.persona.script import Script
from rehearse.source import (
    Document,
    Problem,
    SourceError,
    conform,
    parse_document,
    read_document,
    read_number,
)


def load_persona(path: str | Path) -> Persona:
    """The persona in a YAML file. Raises SourceError with every error of format and names."""
    return _sound(read_document(path))


def parse_persona(text: str, file: str = "<text>") -> Persona:
    """The persona in a text; `file` names it in problems. Raises as `load_persona` does."""
    return _sound(parse_document(text, file))


def check_persona(path: str | Path) -> list[Problem]:
    """Every finding about a script file, warnings and notes too, in the order of the file."""
    try:
        return _inspect(read_document(path))[1]
    except SourceError as error:
        return list(error.problems)


def check_persona_text(text: str, file: str = "<text>") -> list[Problem]:
    """Every finding about a script given as text; `file` names it in problems."""
    try:
        return _inspect(parse_document(text, file))[1]
    except SourceError as error:
        return list(error.problems)


def _sound(document: Document) -> Persona:
    script, problems = _inspect(document)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors or script is None:
        raise SourceError(errors)
    return script.persona


def _inspect(document: Document) -> tuple[Script | None, list[Problem]]:
    from rehearse.persona.rules import CHECKS

    version = document.root.get("format")
    if version is not None and version.value.strip() != FORMAT:
        return None, [_other_format(document, version.value)]
    problems = [*document.problems, *conform(document, PERSONA)]
    if document.root.kind != "map":
        return None, problems
    script = build(document)
    script.sound = not any(problem.severity == "error" for problem in problems)
    for check in CHECKS.values():
        problems += check(script)
    return script, sorted(problems)


def _other_format(document: Document, version: str) -> Problem:
    node = document.root.entries["format"]
    number = read_number(version)
    if number is not None and number > float(FORMAT):
        message = f"This script has format {version.strip()}; this Rehearse reads format {FORMAT}."
        return document.problem(node, "P008", message, "Use a newer Rehearse.")
    return document.problem(
        node, "P008", "The format of this script is not known.", f"Write format: {FORMAT}"
    )
