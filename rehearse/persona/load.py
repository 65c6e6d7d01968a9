"""Loading a script, and checking one: the same way, but loading refuses what has an error."""

from itertools import islice
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
    read_document,
    read_number,
)
from rehearse.source.compose import compose

_MOST_OF_A_RULE = 100
_BROKEN_WAYS = {"P101", "P102", "P107"}  # a way that leads nowhere, or to two
_FOLLOWING = {"P103", "P104", "P105", "P108", "P111"}  # what such a way also makes look wrong


def load_persona(path: str | Path) -> Persona:
    """The persona in a YAML file. Raises SourceError with every error of format and names."""
    return _sound(read_document(path))


def parse_persona(text: str, file: str = "<text>") -> Persona:
    """The persona in a text; `file` names it in problems. Raises as `load_persona` does."""
    return _sound(compose(text, file))


def check_persona(path: str | Path) -> list[Problem]:
    """Every finding about a script file, warnings and notes too, in the order of the file."""
    try:
        return _inspect(read_document(path))[1]
    except SourceError as error:
        return list(error.problems)


def check_persona_text(text: str, file: str = "<text>") -> list[Problem]:
    """Every finding about a script given as text; `file` names it in problems."""
    try:
        return _inspect(compose(text, file))[1]
    except SourceError as error:
        return list(error.problems)


def _sound(document: Document) -> Persona:
    script, problems = _inspect(document, errors_only=True)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors or script is None:
        raise SourceError(errors)
    return script.persona


def _inspect(document: Document, errors_only: bool = False) -> tuple[Script | None, list[Problem]]:
    from rehearse.persona.rules import RULES

    version = document.root.get("format")
    if version is not None and version.value.strip() != FORMAT:
        return None, [*document.problems, _other_format(document, version.value)]
    problems = [*document.problems, *conform(document, PERSONA)]
    if document.root.kind != "map":
        return None, problems
    told = {problem.place for problem in problems}  # of a place one thing is enough
    script = build(document)
    script.sound = not any(problem.severity == "error" for problem in problems)
    for rule in RULES.values():
        if (script.sound or not rule.needs_sound) and (rule.refuses or not errors_only):
            found = (problem for problem in rule.check(script) if problem.place not in told)
            problems += islice(found, _MOST_OF_A_RULE)
    if {problem.code for problem in problems} & _BROKEN_WAYS:  # the rest would follow from it
        problems = [problem for problem in problems if problem.code not in _FOLLOWING]
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
