"""Two roots as one: the nodes of a script and those of what it takes in, each in its place."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from rehearse.persona.formats import BY_NAME, LISTS, OWN
from rehearse.persona.values import flat, members, pairs
from rehearse.source import Node


def shared(root: Node) -> Node:
    """What others take from a file: all but what stands for the file itself."""
    return with_entries(root, {key: value for key, value in root.entries.items() if key not in OWN})


def joined(own: Node, came: Node) -> Node:
    """Two roots as one; of what both have, `own` comes first."""
    both = dict(own.entries)
    for key, other in came.entries.items():
        mine = own.entries.get(key)
        if mine is None:
            both[key] = other
        elif mine.kind == other.kind == "map" and key in BY_NAME:
            both[key] = _joined_map(key, mine, other)
        elif mine.kind == other.kind == "list" and key in LISTS:
            both[key] = _joined_list(mine, other)
    return with_entries(own, both, came)


def _joined_map(section: str, own: Node, came: Node) -> Node:
    both = came.entries | own.entries
    for name in own.entries.keys() & came.entries.keys():
        if section == "beats":
            both[name] = _joined_beat(own.entries[name], came.entries[name])
        elif section == "phrases":
            both[name] = _added(own.entries[name], came.entries[name])
    names = [*own.entries, *(name for name in came.entries if name not in own.entries)]
    return with_entries(own, {name: both[name] for name in names}, came)


def _joined_beat(own: Node, came: Node) -> Node:
    if own.kind != "map" or came.kind != "map":
        return own
    both = came.entries | own.entries
    hears, others = own.get("hears"), came.get("hears")
    if hears is not None and others is not None:
        both["hears"] = _joined_list(hears, others)
    return with_entries(own, both, came)


def _joined_list(own: Node, came: Node) -> Node:
    items = [(one, False) for one in members(own)] + [(one, True) for one in members(came)]
    return list_like(own, in_their_places(items))


def in_their_places(items: Iterable[tuple[Node, bool]]) -> list[Node]:
    """Responses in order, each with whether it came in, and none twice.

    One of the file's own with the name of one that came in stands in its place.
    """
    once: dict[int, tuple[Node, bool]] = {}
    for node, came in items:
        once.setdefault(id(node), (node, came))
    found = list(once.values())
    came_in = {flat(node.get("name")) for node, came in found if came} - {""}
    instead: dict[str, list[Node]] = {}
    for node, came in found:
        if not came and (name := flat(node.get("name"))) in came_in:
            instead.setdefault(name, []).append(node)
    placed: list[Node] = []
    for node, came in found:
        name = flat(node.get("name"))
        if name not in instead:
            placed.append(node)
        elif came:  # all of this name, once
            placed += instead[name]
            instead[name] = []
    return placed


def _added(own: Node, came: Node) -> Node:
    """The phrases of one sign from two files, with their examples."""
    if own.kind != "map" and came.kind != "map":
        return list_like(own, [*members(own), *members(came)])
    mine, other = _as_map(own), _as_map(came)
    both: dict[str, Node] = {}
    for key in ("phrases", "examples", "not"):
        if key in mine or key in other:
            both[key] = list_like(own, [*members(mine.get(key)), *members(other.get(key))])
    keys = came.keys | own.keys
    return Node("map", own.place, entries=both, keys={key: keys.get(key, own) for key in both})


def _as_map(phrases: Node) -> dict[str, Node]:
    return phrases.entries if phrases.kind == "map" else {"phrases": phrases}


def pruned(root: Node, out: Collection[str]) -> Node:
    """A root without the things and the responses of these names."""
    kept: dict[str, Node] = {}
    for key, value in root.entries.items():
        if key in LISTS:
            value = _fewer(value, out)
        elif key in BY_NAME and value.kind == "map":
            inner = {n: one for n, one in value.entries.items() if f"{key}.{n}" not in out}
            if key == "rules":
                inner = {name: _fewer(one, out) for name, one in inner.items()}
            elif key == "beats":
                inner = {name: _deaf(one, out) for name, one in inner.items()}
            value = with_entries(value, inner)
        kept[key] = value
    return with_entries(root, kept)


def _deaf(beat: Node, out: Collection[str]) -> Node:
    hears = beat.get("hears")
    return with_entries(beat, beat.entries | {"hears": _fewer(hears, out)}) if hears else beat


def _fewer(listed: Node, out: Collection[str]) -> Node:
    return list_like(listed, [one for one in members(listed) if flat(one.get("name")) not in out])


def responses_of(root: Node) -> Iterator[Node]:
    """Every response under a root, those of sets too."""
    for key in LISTS:
        yield from members(root.get(key))
    for _, responses in entries_of(root, "rules"):
        yield from members(responses)
    for _, beat in entries_of(root, "beats"):
        yield from members(beat.get("hears"))


def beats_first(root: Node, first: Sequence[str]) -> Node:
    """The root with its beats in this order, others after them: what is extended sets the start."""
    beats = root.get("beats")
    if not first or beats is None or beats.kind != "map":
        return root
    names = [name for name in first if name in beats.entries]
    names += [name for name in beats.entries if name not in names]
    beats = with_entries(beats, {name: beats.entries[name] for name in names})
    return with_entries(root, root.entries | {"beats": beats})


def entries_of(root: Node, section: str) -> list[tuple[str, Node]]:
    """The names and values of a map under a root; none where there is none."""
    return [(name, value) for name, _, value in pairs(root.get(section))]


def with_entries(node: Node, entries: dict[str, Node], other: Node | None = None) -> Node:
    """A map with these entries; a key that is not the node's stands where `other` has it."""
    if node.kind != "map":
        return node
    known = (other.keys if other is not None else {}) | node.keys
    keys = {name: known[name] for name in entries}
    return replace(node, entries=entries, keys=keys)


def list_like(node: Node, items: list[Node]) -> Node:
    """A list of these items where the node stands."""
    return Node("list", node.place, items=items)
