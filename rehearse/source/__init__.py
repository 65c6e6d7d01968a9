"""Reading YAML safely, with the line and column of every word in it.

In reading order: `problem` (a complaint), `node` (what a file holds), `characters` (what it may
not hold), `syntax`, `bare` and `stops` (broken YAML in plain words), `compose` (text to nodes,
guarded), `document` (files), `shape` (how a format is declared), `conform` (whether a document has
its shape), `meant` (speech taken for keys), `suggest`.
"""

from typing import TYPE_CHECKING, Any

from rehearse.source.problem import Place, Problem, Severity, SourceError

if TYPE_CHECKING:
    from rehearse.source.conform import conform, read_number, read_yes_no
    from rehearse.source.document import load_document, parse_document, read_document
    from rehearse.source.node import Document, Node
    from rehearse.source.shape import (
        ByKey,
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

__all__ = [
    "ByKey", "Choice", "Document", "Field", "Fields", "ListOf", "MapOf", "Named", "Node", "Number",
    "OneOf", "Place", "Problem", "Severity", "Shape", "SourceError", "Text", "YesNo", "conform",
    "describe", "did_you_mean", "load_document", "parse_document", "read_document", "read_number",
    "read_yes_no",
]  # fmt: skip

_HOMES = {
    "conform": ("conform", "read_number", "read_yes_no"),
    "document": ("load_document", "parse_document", "read_document"),
    "node": ("Document", "Node"),
    "suggest": ("did_you_mean",),
    "shape": ("ByKey", "Choice", "Field", "Fields", "ListOf", "MapOf", "Named", "Number", "OneOf",
              "Shape", "Text", "YesNo", "describe"),
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """What opens and checks files comes when it is asked for: PyYAML is a tenth of a start."""
    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module 'rehearse.source' has no attribute {name!r}")
    from importlib import import_module

    module = import_module(f"rehearse.source.{home}")
    # All at once: importing `conform` put the module where the function of that name belongs.
    globals().update({name: getattr(module, name) for name in _HOMES[home]})
    return globals()[name]
