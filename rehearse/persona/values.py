"""Small readings of a node. What has the wrong form reads as nothing: the format check names it."""

from collections.abc import Iterator

from rehearse.source import Node, read_number, read_yes_no


def words(node: Node | None) -> str:
    """The words of a text, without space around them."""
    return node.value.strip() if node is not None and node.kind == "text" else ""


def flat(node: Node | None) -> str:
    """The words of a text on one line."""
    return " ".join(words(node).split())


def number(node: Node | None, default: int) -> int:
    """A whole number, or the default."""
    found = read_number(words(node)) if node is not None else None
    return default if found is None else int(found)


def decimal(node: Node | None, default: float) -> float:
    """A number, or the default."""
    found = read_number(words(node), whole=False) if node is not None else None
    return default if found is None else found


def yes_no(node: Node | None) -> bool | None:
    """True, False, or None where nothing (readable) is written."""
    return read_yes_no(words(node)) if node is not None else None


def members(node: Node | None) -> list[Node]:
    """The members of a list; a value that stands alone is a list of one; nothing is none."""
    if node is None or node.empty:
        return []
    return node.items if node.kind == "list" else [node]


def pairs(node: Node | None) -> Iterator[tuple[str, Node, Node]]:
    """Each key of a map with the key's node and its value; nothing for other nodes."""
    if node is not None:
        for key, value in node.entries.items():
            yield key, node.keys[key], value


def texts(node: Node | None) -> tuple[str, ...]:
    """The words of each text of a list, or of one that stands alone."""
    found = (flat(item) for item in members(node))
    return tuple(text for text in found if text)
