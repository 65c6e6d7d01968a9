"""What a YAML file holds, before any format is applied: maps, lists and texts with their places."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from rehearse.source.characters import source_line
from rehearse.source.problem import Place, Problem, Severity

Kind = Literal["map", "list", "text"]


@dataclass(slots=True, eq=False)
class Node:
    """One value of a file. Every scalar is text: `no`, `010` and `12:30` stay as written.

    `value` is the words of a text; `items` the members of a list; `entries` the values of a map by
    key, and `keys` the nodes of those keys. `plain` is true for a text without quotes,
    `flow` for a list in [brackets] or a map in {braces}.
    """

    kind: Kind
    place: Place
    value: str = ""
    plain: bool = False
    flow: bool = False
    items: list["Node"] = field(default_factory=list)
    entries: dict[str, "Node"] = field(default_factory=dict)
    keys: dict[str, "Node"] = field(default_factory=dict)

    def get(self, key: str) -> "Node | None":
        """The value under a key of a map; None where there is none or this is no map."""
        return self.entries.get(key)

    @property
    def empty(self) -> bool:
        """Whether nothing at all is written here, as after a bare `key:`."""
        return self.kind == "text" and self.plain and not self.value


@dataclass(slots=True, eq=False)
class Document:
    """A file read: its path as given, its root, its lines, and what was odd but readable in it.

    Where nodes of other files were joined into it, `others` has their lines by path, and `files`
    the SHA-256 of each file, its own first.
    """

    file: str
    root: Node
    lines: list[str]
    problems: list[Problem] = field(default_factory=list)
    sha256: str = ""
    others: Mapping[str, list[str]] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)

    def problem(
        self,
        where: Node | Place,
        code: str,
        message: str,
        mend: str = "",
        level: Severity = "error",
    ) -> Problem:
        """A finding at a place of this document, with the line quoted."""
        place = where if isinstance(where, Place) else where.place
        lines = self.others.get(place.file, self.lines)
        return Problem(place, code, message, mend, level, source_line(lines, place.line))
