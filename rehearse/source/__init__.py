"""Reading YAML safely, with the line and column of every word in it.

In reading order: `problem` (a complaint), `node` (what a file holds), `characters` (what it may
not hold), `syntax` (broken YAML in plain words), `compose` (text to nodes, guarded), `document`
(files), `shape` (how a format is declared), `conform` (whether a document has its shape),
`suggest`.
"""

from typing import TYPE_CHECKING, Any

from rehearse.source.conform import conform, read_number, read_yes_no
from rehearse.source.node import Document, Node
from rehearse.source.problem import Place, Problem, Severity, SourceError
from rehearse.source.shape import (
    Choice,
    Field,
    Fields,
    ListOf,
    MapOf,
    Named,
    Number,
    OneOf,
    Shape,
    Text,
    YesNo,
    describe,
)
from rehearse.source.suggest import did_you_mean

if TYPE_CHECKING:
    from rehearse.source.document import load_document, parse_document, read_document

__all__ = [
    "Choice", "Document", "Field", "Fields", "ListOf", "MapOf", "Named", "Node", "Number", "OneOf",
    "Place", "Problem", "Severity", "Shape", "SourceError", "Text", "YesNo", "conform", "describe",
    "did_you_mean", "load_document", "parse_document", "read_document", "read_number",
    "read_yes_no",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """What opens files comes when it is asked for: it brings PyYAML along, a tenth of a start."""
    if name not in ("load_document", "parse_document", "read_document"):
        raise AttributeError(f"module 'rehearse.source' has no attribute {name!r}")
    from rehearse.source import document

    return getattr(document, name)
