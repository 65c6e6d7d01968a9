"""What follows from a slip is held back: a slip in one key or one name is one finding.

What stands below a key that is not known is not read. So every name given there seems not to be
there, far up and down the script, though nothing is wrong with it. And where a name was written
wrong when it was given, every place that names it rightly looks wrong.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from rehearse.persona.values import members, pairs
from rehearse.source import Document, Node, Place, Problem
from rehearse.source.characters import source_line

_UNKNOWN_KEY = "P004"
_NOT_THERE = frozenset({"P101", "P102", "P301", "P302", "P401", "P410", "P502"})
_NAME = re.compile(r"'([^']+)'|\{(\w+)\}")
_MEANT = re.compile(r"Did you mean (\w+)\?")
_GIVES_NAMES = "remember"


def without_consequences(
    documents: Sequence[Document], problems: Sequence[Problem]
) -> list[Problem]:
    """The problems without those that follow from a key that is not known, or from a name's slip.

    `documents` are the files of the script. A name that two places or more name, and that is
    nearly one written a single time, is told of there, where it was given.
    """
    places = {problem.place for problem in problems if problem.code == _UNKNOWN_KEY}
    left = list(problems)
    if places:
        given = {name for document in documents for name in _given(document.root, places)}
        left = [one for one in left if one.code not in _NOT_THERE or _name(one) not in given]
    for group in _alike(left):
        cause = _where_given(documents, group)
        if cause is not None:
            left = [one for one in left if one not in group] + [cause]
    return left


def _alike(problems: Iterable[Problem]) -> list[list[Problem]]:
    """The findings of one name that is not there, where there are several, name by name."""
    groups: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.code in _NOT_THERE:
            groups.setdefault(_name(problem), []).append(problem)
    return [group for group in groups.values() if len(group) > 1]


def _where_given(documents: Iterable[Document], group: Sequence[Problem]) -> Problem | None:
    """The finding on the name that was meant, where it stands in the script; None if in doubt."""
    meant = _MEANT.search(group[0].mend)
    if meant is None:
        return None
    word = re.compile(rf"(?<![\w-]){meant[1]}(?![\w-])")
    found = [
        (document, Place(document.file, number, one.start() + 1))
        for document in documents
        for number, line in enumerate(document.lines, 1)
        for one in word.finditer(line)
    ]
    if len(found) != 1:
        return None
    (document, place), name = found[0], _name(group[0])
    message = f"'{meant[1]}' is named nowhere, and {len(group)} places name '{name}'."
    quoted = source_line(document.lines, place.line)
    return Problem(place, group[0].code, message, f"Did you mean {name}?", quoted=quoted)


def _name(problem: Problem) -> str:
    """The name that a finding says is not there: the first in quotes or curly brackets."""
    found = _NAME.search(problem.message)
    return (found[1] or found[2]) if found else ""


def _given(node: Node, places: set[Place]) -> Iterator[str]:
    """Every name given in the parts of a node that are not read."""
    for key, written, value in pairs(node):
        if written.place in places:
            yield key
            yield from _texts(value)
            yield from _names(value)
        else:
            yield from _given(value, places)
    for item in node.items:
        yield from _given(item, places)


def _names(node: Node) -> Iterator[str]:
    """The keys of a node, at any depth, and what is remembered in it."""
    for key, _, value in pairs(node):
        yield key
        if key == _GIVES_NAMES:
            yield from _texts(value)
        yield from _names(value)
    for item in node.items:
        yield from _names(item)


def _texts(node: Node) -> Iterator[str]:
    return (one.value.strip() for one in members(node) if one.kind == "text")
