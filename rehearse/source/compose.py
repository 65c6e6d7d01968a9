"""From text to positioned nodes, with a guard on every event before anything is built.

We build the nodes from the parser's events ourselves: PyYAML's own composer calls itself for every
level (50,000 brackets end the interpreter) and resolves aliases (396 bytes can grow to millions of
nodes). Here depth is counted, and aliases, anchors, tags, merge keys and second documents refused.
"""

import re
from typing import Any

import yaml

from rehearse.source.bare import ITEMS
from rehearse.source.characters import described, forbidden, shown, source_line
from rehearse.source.node import Document, Kind, Node
from rehearse.source.problem import Place, Problem, SourceError
from rehearse.source.stops import broken, stop

LARGEST = 4_000_000  # bytes, and characters
DEEPEST = 50
_MOST_REPORTED = 20
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NO_PARTS: tuple[list[Node], dict[str, Node], dict[str, Node]] = ([], {}, {})  # of any text
_HASHTAG = re.compile(r"\s#\w")
_NUMBERED = re.compile(r"\s# ?\d")  # "band # 14"; a remark has two spaces before its #
_SPOKEN = frozenset(("says", "you", "line", "otherwise", "asks_back", "spent", "talk", "phrases"))
_TIGHT = re.compile(r"\s*-[A-Za-z\"'(]")


def compose(text: str, file: str, loader: Any = None) -> Document:
    """The text as a document. Duplicate keys and the like are in its `problems`.

    Raises SourceError for what stops the reading: syntax, control characters, size, depth, aliases.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    if len(text) > LARGEST:
        raise stop(file, lines, (1, 1), "P007", "The file is larger than 4 MB.", "Split it up.")
    _refuse_characters(text, file, lines)
    composer = _Composer(file, lines)
    try:
        parser = (loader or _LOADER)(text)
        while (event := parser.get_event()) is not None:
            composer.take(event)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        if isinstance(error, SourceError):
            raise
        raise broken(error, file, lines) from None
    if composer.root is None or composer.root.empty:
        raise stop(file, lines, (1, 1), "P002", "The file is empty.", "Write something in it.")
    return Document(file, composer.root, lines, composer.problems)


class _Composer:
    """Takes events one by one; `root` is there after the last."""

    def __init__(self, file: str, lines: list[str]) -> None:
        self.file = file
        self.lines = lines
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[Node] = []  # maps and lists being read, outermost first
        self._key: list[Node | None] = []  # for each, the key whose value comes next
        self._documents = 0
        self._run_on: set[Place] = set()  # items in which another one begins without its dash
        self._hashed = {number for number, line in enumerate(lines) if " #" in line}

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                self._refuse_marks(event)
            self._add(self._text(event))
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._refuse_marks(event)
            name: Kind = "map" if kind is yaml.MappingStartEvent else "list"
            node = Node(name, self._place(event), flow=bool(event.flow_style))
            self._add(node)
            self._open.append(node)
            self._key.append(None)
            if len(self._open) > DEEPEST:
                raise self._stop(event, f"This is nested more than {DEEPEST} levels deep.")
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._open.pop()
            self._key.pop()
        elif kind is yaml.AliasEvent:
            raise self._stop(event, "A text that starts with * means an alias, which is not used.")
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                raise self._stop(event, "--- starts a second document; a file holds one.")

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1)

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            raise self._stop(event, "A text that starts with & means an anchor, which is not used.")
        if event.tag is not None:
            raise self._stop(event, "A text that starts with ! means a tag, which is not used.")

    def _stop(self, event: Any, message: str) -> SourceError:
        mend = "If it is speech, put it in double quotes." if "starts with" in message else ""
        place = self._place(event)
        return stop(self.file, self.lines, (place.line, place.column), "P007", message, mend)

    def _text(self, event: Any) -> Node:
        plain = not event.style
        node = Node("text", self._place(event), event.value, plain, False, *_NO_PARTS)
        if plain and event.value:
            self._watch_plain(event, node)
        elif event.style == '"':
            for bad in forbidden(event.value):  # written as an escape, "\e"
                self._note(node, "P001", f"The text holds {described(bad[0])}.", "Leave it out.")
                break
        return node

    def _watch_plain(self, event: Any, node: Node) -> None:
        first, last = event.start_mark.line, event.end_mark.line
        before = self.lines[first][: event.start_mark.column]
        if _TIGHT.match(self.lines[first]) and not before.strip():
            mend = f"Line {first + 1}: put a space after the dash."
            self._note(node, "P002", "A dash stands right before a word here.", mend)
            return
        for number in range(first + 1, last + 1):
            if number < len(self.lines) and self.lines[number].lstrip().startswith("- "):
                place = Place(self.file, number + 1, 1)
                message = f"This line is read as part of the text that starts in line {first + 1}."
                mend = "If it is an item of the list, start its '-' in the same column as theirs."
                self._note(Node("text", place), "P002", message, mend)
                break
        if last in self._hashed and self._is_cut(self.lines[last], event.end_mark.column):
            self._note(
                node, "P002", "' #' starts a comment here, and the rest of the line is not read.",
                "Put the text in double quotes; write a comment as '# …'.", warning=True,
            )  # fmt: skip

    def _is_cut(self, line: str, end: int) -> bool:
        """Whether what follows a text in its line, after ' #', was meant to belong to it."""
        if _HASHTAG.match(line, end):
            return True
        key = self._key[-1] if self._key else None
        said = key.value if key else self._owner(1)
        return said in _SPOKEN and bool(_NUMBERED.match(line, end))

    def _owner(self, levels: int) -> str:
        """The key of the list that is open `levels` from within; "" for what is no such list."""
        if len(self._open) <= levels or self._open[-levels].kind != "list":
            return ""
        parent, keys = self._open[-levels - 1], list(self._open[-levels - 1].entries)
        return keys[-1] if keys and parent.entries[keys[-1]] is self._open[-levels] else ""

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if parent.kind == "list":
            parent.items.append(node)
            return
        key = self._key[-1]
        if key is None:
            self._key[-1] = self._as_key(node)
            return
        self._key[-1] = None
        if key.plain and key.value == "<<":
            return
        if key.value in parent.keys:
            self._twice(parent, key)
            return
        parent.keys[key.value] = key
        parent.entries[key.value] = node

    def _twice(self, parent: Node, key: Node) -> None:
        """A key written twice. Where items begin with it, what follows is another item."""
        if parent.place in self._run_on:
            return
        first = parent.keys[key.value].place.line
        message = f"The key {shown(key.value)} is here twice, first in line {first}."
        mend = "Keep one of them."
        name, lead = ITEMS.get(self._owner(2), ("", ""))
        if not parent.flow and lead and key.value in (lead, next(iter(parent.keys))):
            self._run_on.add(parent.place)
            mend = f"If a new {name} begins here, put `- ` before it. Else keep one of them."
        self._note(key, "P003", message, mend)

    def _as_key(self, node: Node) -> Node:
        if node.kind != "text":
            self._note(
                node, "P002", "A key must be a word, and this is a list or a map.",
                "If it is speech that starts with [ or {, put it in double quotes.",
            )  # fmt: skip
        elif node.plain and node.value == "<<":
            self._note(
                node, "P007", "<< would merge another map, which is not used.", "Write it out."
            )
        return node

    def _note(self, node: Node, code: str, message: str, mend: str, warning: bool = False) -> None:
        if len(self.problems) < _MOST_REPORTED:
            quoted = source_line(self.lines, node.place.line)
            self.problems.append(
                Problem(node.place, code, message, mend, "warning" if warning else "error", quoted)
            )


def _refuse_characters(text: str, file: str, lines: list[str]) -> None:
    found = []
    for bad in forbidden(text):
        line = text.count("\n", 0, bad.start()) + 1
        column = bad.start() - (text.rfind("\n", 0, bad.start()) + 1) + 1
        message = f"The file holds {described(bad[0])}, which no script may."
        quoted = source_line(lines, line)
        found.append(
            Problem(Place(file, line, column), "P001", message, "Delete it.", "error", quoted)
        )
        if len(found) == _MOST_REPORTED:
            break
    if found:
        raise SourceError(found)
