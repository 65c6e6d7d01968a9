"""Loading a script, and checking one: the same way, but loading refuses what has an error."""

from collections.abc import Iterable, Sequence
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


def check_personas(paths: Iterable[str | Path]) -> list[Problem]:
    """Every finding about these script files, file by file; two with one id are one too."""
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for path in paths:
        try:
            script, found = _inspect(read_document(path))
        except SourceError as error:
            problems += error.problems
            continue
        if script is not None and script.persona.id:
            twin = seen.setdefault(script.persona.id, str(path))
            if twin != str(path):
                found = sorted([*found, _same_id(script, twin)])
        problems += found
    return problems


def _same_id(script: Script, twin: str) -> Problem:
    document = script.document
    message = f"The id '{script.persona.id}' is also that of {twin}."
    node = document.root.entries["id"]
    return document.problem(node, "P010", message, "Give each manager its own id.")


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
    version = document.root.get("format")
    if version is not None and version.value.strip() != FORMAT:
        return None, [*document.problems, _other_format(document, version.value)]
    problems = [*document.problems, *conform(document, PERSONA)]
    if document.root.kind != "map":
        return None, problems
    script = build(document)
    script.sound = not any(problem.severity == "error" for problem in problems)
    problems += _by_rules(script, problems, errors_only)
    return script, sorted(_without_exceptions(document, problems, errors_only))


def _by_rules(script: Script, told: Sequence[Problem], errors_only: bool) -> list[Problem]:
    """What the rules find; of a place of which something was told before, nothing more."""
    from rehearse.persona.rules import BROKEN_WAYS, RULES

    places = {problem.place for problem in told}
    found: list[Problem] = []
    broken = any(problem.code in BROKEN_WAYS for problem in told)
    for rule in RULES.values():
        runs = (rule.refuses or not errors_only) and (script.sound or not rule.needs_sound)
        if runs and not (broken and rule.needs_ways):
            new = (problem for problem in rule.check(script) if problem.place not in places)
            found += islice(new, _MOST_OF_A_RULE)
            broken = broken or any(problem.code in BROKEN_WAYS for problem in found)
    if any(problem.code in BROKEN_WAYS - {"P111"} for problem in (*told, *found)):
        found = [problem for problem in found if problem.code not in ("P111", "P114")]
    return found


def _without_exceptions(
    document: Document, problems: list[Problem], errors_only: bool
) -> list[Problem]:
    """The problems but for those the script allows; what is wrong with that is told in a check."""
    if not any("rehearse:" in line for line in document.lines):
        return problems
    from rehearse.persona.exceptions import exempted
    from rehearse.persona.pages import all_pages

    left, remarks = exempted(document, problems, all_pages())
    return left if errors_only else left + remarks


def _other_format(document: Document, version: str) -> Problem:
    node = document.root.entries["format"]
    number = read_number(version)
    if number is not None and number > float(FORMAT):
        message = f"This script has format {version.strip()}; this Rehearse reads format {FORMAT}."
        return document.problem(node, "P008", message, "Use a newer Rehearse.")
    return document.problem(
        node, "P008", "The format of this script is not known.", f"Write format: {FORMAT}"
    )
