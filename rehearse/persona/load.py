"""Loading a script, and checking one: the same way, but loading refuses what has an error."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from os.path import realpath
from pathlib import Path

from rehearse.persona.build import build
from rehearse.persona.causes import without_consequences
from rehearse.persona.declaration import FORMAT, PERSONA
from rehearse.persona.fetching import Fetcher
from rehearse.persona.formats import FILE
from rehearse.persona.layers import Layer, gather
from rehearse.persona.model import Persona
from rehearse.persona.reuse import Joining, join
from rehearse.persona.script import Script
from rehearse.source import (
    Document,
    Place,
    Problem,
    SourceError,
    conform,
    read_document,
    read_number,
)
from rehearse.source.compose import compose

_MOST_OF_A_RULE = 100
# Told of a key: then nothing came in, and what is missing for that is no news.
_MISSPELT = frozenset({"Did you mean extends?", "Did you mean include?"})


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
    """Every finding about these script files, file by file; two with one id are one too.

    What is wrong in a file that several of them take in is told once.
    """
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    told: set[tuple[str, int, int, str]] = set()
    for path in paths:
        try:
            script, found = _inspect(read_document(path))
        except SourceError as error:
            script, found = None, list(error.problems)
        if script is not None and script.persona.id:
            twin = seen.setdefault(script.persona.id, str(path))
            if twin != str(path):
                found = sorted([*found, _same_id(script, twin)])
        marks = [_mark(problem) for problem in found]
        problems += [one for one, mark in zip(found, marks, strict=True) if mark not in told]
        told.update(marks)
    return problems


def _mark(problem: Problem) -> tuple[str, int, int, str]:
    place = problem.place
    return realpath(place.file), place.line, place.column, problem.code


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
    part = document.root.get("part")
    if part is not None and not errors:
        message = "This file is a part: scripts take it in, and nobody can talk to it."
        mend = "Name a script that includes it."
        raise SourceError([document.problem(part, "P604", message, mend)])
    if errors or script is None:
        raise SourceError(errors)
    return script.persona


def _inspect(document: Document, errors_only: bool = False) -> tuple[Script | None, list[Problem]]:
    gathered = gather(document, Fetcher().fetch)
    layer, problems = gathered.layer, gathered.problems
    known = [one for one in layer.all() if _has_format(one, problems)]
    if len(known) < len(list(layer.all())):
        return None, sorted({*document.problems, *problems})
    problems += [problem for one in known for problem in conform(one.document, FILE)]
    whole = gathered.whole and not any(one.mend in _MISSPELT for one in problems)
    if document.root.kind != "map" or not whole:
        return None, sorted([*problems, *(p for one in known for p in one.document.problems)])
    joining = join(layer)
    problems += [*joining.document.problems, *joining.problems]
    missing = _missing(joining, problems)
    if missing:
        return None, sorted([*problems, *missing])
    script = _built(joining)
    script.sound = not any(problem.severity == "error" for problem in problems)
    problems += _by_rules(script, problems, errors_only)
    problems = without_consequences([one.document for one in known], problems)
    return script, sorted(_without_exceptions(joining.document, problems, errors_only))


def _built(joining: Joining) -> Script:
    if joining.is_part:
        from rehearse.persona.alone import laid_open

        return build(laid_open(joining), joining)
    return build(joining.document, joining)


def _has_format(layer: Layer, problems: list[Problem]) -> bool:
    """Whether a file is of a format that is read here; what is wrong with it joins the problems."""
    version = layer.document.root.get("format")
    if version is None or version.value.strip() == FORMAT:
        return True
    problems.append(_other_format(layer.document, version.value))
    return False


def _missing(joining: Joining, problems: Sequence[Problem]) -> list[Problem]:
    """The needed keys that neither the script nor what it takes in has (P005)."""
    document = joining.document
    builds = "extends" in joining.layer.document.root.keys or joining.layer.parts
    if not builds or joining.is_part or any(one.code == "P004" for one in problems):
        return []
    return [
        document.problem(
            document.root, "P005", f"The script and what it takes in lack the key '{key}'."
        )
        for key, field in PERSONA.fields.items()
        if field.required and key not in document.root.entries
    ]


def _by_rules(script: Script, told: Sequence[Problem], errors_only: bool) -> list[Problem]:
    """What the rules find; of a place of which something was told before, nothing more."""
    from rehearse.persona.rules import BROKEN_WAYS, RULES

    places = {problem.place for problem in told}
    found: list[Problem] = []
    broken = any(problem.code in BROKEN_WAYS for problem in told)
    for rule in RULES.values():
        runs = (rule.refuses or not errors_only) and (script.sound or not rule.needs_sound)
        if runs and not (rule.needs_ways and (broken or not script.persona.beats)):
            new = (problem for problem in rule.check(script) if problem.place not in places)
            found += islice(_once(new, script), _MOST_OF_A_RULE)
            broken = broken or any(problem.code in BROKEN_WAYS for problem in found)
    if script.joining is not None and script.joining.is_part:
        from rehearse.persona.alone import tells_of_a_part

        return [problem for problem in found if tells_of_a_part(problem, script)]
    if any(problem.code in BROKEN_WAYS - {"P111"} for problem in (*told, *found)):
        found = [problem for problem in found if problem.code not in ("P111", "P114")]
    return found


def _once(problems: Iterator[Problem], script: Script) -> Iterator[Problem]:
    """The problems; where sets of responses are used, perhaps in several places, no two alike."""
    told: set[tuple[Place, str]] = set()
    for problem in problems:
        if (problem.place, problem.code) not in told:
            yield problem
        if script.joining is not None and script.joining.used:
            told.add((problem.place, problem.code))


def _without_exceptions(
    document: Document, problems: list[Problem], errors_only: bool
) -> list[Problem]:
    """The problems but for those the script allows; what is wrong with that is told in a check."""
    texts = (document.lines, *document.others.values())
    if not any("rehearse:" in line for lines in texts for line in lines):
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
