"""What follows from a key that is not known is held back: a slip in one key is one finding.

What stands below such a key is not read. So every name given there seems not to be there, far up
and down the script, though nothing is wrong with it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from rehearse.persona.values import members, pairs
from rehearse.source import Document, Node, Place, Problem

_UNKNOWN_KEY = "P004"
_NOT_THERE = frozenset({"P101", "P102", "P301", "P302", "P401", "P410", "P502"})
_NAME = re.compile(r"'([^']+)'|\{(\w+)\}")
_GIVES_NAMES = "remember"


def without_consequences(
    documents: Iterable[Document], problems: Sequence[Problem]
) -> list[Problem]:
    """The problems without those of names that are given below a key that is not known."""
    places = {problem.place for problem in problems if problem.code == _UNKNOWN_KEY}
    if not places:
        return list(problems)
    given = {name for document in documents for name in _given(document.root, places)}
    return [one for one in problems if one.code not in _NOT_THERE or _name(one) not in given]


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
