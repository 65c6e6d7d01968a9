"""From a node to a condition, shorthands resolved: a name, a list (any of these) or a map."""

from collections.abc import Callable

from rehearse.persona.model import Condition, Range
from rehearse.persona.ranges import read_range
from rehearse.persona.values import flat, members, pairs, texts, words, yes_no
from rehearse.source import Node

Noting = Callable[[str, Node], None]  # told the kind and the node of each name used


def read_condition(node: Node | None, beat: str, note: Noting) -> Condition:
    """The condition a node spells; `visits: RANGE` is about `beat`. No node is no condition."""
    if node is None:
        return Condition()
    if node.kind != "map":
        return Condition(any_of=_signs(node, beat, note), place=node.place)
    return Condition(
        any_of=_signs(node.get("any"), beat, note),
        all_of=_signs(node.get("all"), beat, note),
        none_of=_signs(node.get("none"), beat, note),
        mood=_ranges(node.get("mood"), "meter", note),
        firmness=_range(node.get("firmness"), whole=False),
        respect=_range(node.get("respect"), whole=False),
        visits=_visits(node.get("visits"), beat, note),
        turn=_range(node.get("turn")),
        said=texts(node.get("said")),
        remembers=_names(node.get("remembers"), "memory", note),
        forgets=_names(node.get("forgets"), "memory", note),
        mentions=texts(node.get("mentions")),
        topic=_names(node.get("topic"), "topic", note),
        pitch=texts(node.get("pitch")),
        has_pitch=texts(node.get("has_pitch")),
        certain=yes_no(node.get("certain")),
        words=_range(node.get("words")),
        place=node.place,
    )


def _signs(node: Node | None, beat: str, note: Noting) -> tuple[str | Condition, ...]:
    found: list[str | Condition] = []
    for item in members(node):
        if item.kind == "text":
            found.append(flat(item))
        else:
            found.append(read_condition(item, beat, note))
    return tuple(found)


def _names(node: Node | None, kind: str, note: Noting) -> tuple[str, ...]:
    for item in members(node):
        note(kind, item)
    return texts(node)


def _range(node: Node | None, whole: bool = True) -> Range | None:
    return read_range(words(node), whole) if node is not None else None


def _ranges(node: Node | None, kind: str, note: Noting) -> dict[str, Range]:
    found = {}
    for key, key_node, value in pairs(node):
        note(kind, key_node)
        found[key] = _range(value) or Range()
    return found


def _visits(node: Node | None, beat: str, note: Noting) -> dict[str, Range]:
    if node is not None and node.kind == "text":
        return {beat: _range(node) or Range()}
    return _ranges(node, "beat", note)
