"""Reads a pitch file: every problem in it at once, each with its place and its mend."""

from pathlib import Path

from rehearse.pitch.declaration import PITCH_SHAPE
from rehearse.pitch.model import Pitch
from rehearse.source import Node, SourceError, conform, load_document


def load_pitch(path: str | Path) -> Pitch:
    """The pitch in a YAML file; keys left empty are as if left out.

    Raises SourceError, with every problem found, for a file that is not a pitch.
    """
    document = load_document(path)
    _drop_blanks(document.root)
    problems = conform(document, PITCH_SHAPE)
    if problems:
        raise SourceError(problems)
    root = document.root
    return Pitch(
        name=_text(root, "name"),
        role=_text(root, "role"),
        date=_text(root, "date"),
        achievements=_texts(root, "achievements"),
        value=_texts(root, "value"),
        plan=_texts(root, "plan"),
    )


def _drop_blanks(root: Node) -> None:
    """Take out the keys and list items a learner left empty in the file to fill in."""
    for key, node in list(root.entries.items()):
        node.items = [item for item in node.items if not _blank(item)]
        if _blank(node):
            del root.entries[key]


def _blank(node: Node) -> bool:
    return node.kind == "text" and not node.value.strip()


def _text(root: Node, key: str) -> str:
    node = root.get(key)
    return _one_line(node) if node else ""


def _texts(root: Node, key: str) -> tuple[str, ...]:
    node = root.get(key)
    if node is None:
        return ()
    return tuple(_one_line(item) for item in (node.items if node.kind == "list" else [node]))


def _one_line(node: Node) -> str:
    return " ".join(node.value.split())
