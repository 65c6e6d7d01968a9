"""Joining a script with what it takes in, as nodes that keep their places: nothing is read here.

One rule for `extends` and `include`: the file's own comes first, then its parts in the order
written, then what it extends. A value that stands alone is that of the first that has one; maps are
joined name by name, beats key by key; lists of responses follow one another, but a response with
the name of one that came in takes its place.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from rehearse.persona.formats import BY_NAME, LISTS, OWN
from rehearse.persona.layers import Layer
from rehearse.persona.values import flat, members, pairs
from rehearse.source import Document, Node, Problem, did_you_mean
from rehearse.source.characters import shown
from rehearse.source.document import digest_of_all
from rehearse.source.suggest import nearest

_SECTION = re.compile(rf"({'|'.join(BY_NAME)})\.(\S+)")
_NOTHING = Node("map", None)  # type: ignore[arg-type]  # never told of, so it needs no place


@dataclass(frozen=True, slots=True)
class Joining:
    """A script joined: one document, what it was joined from, and what was wrong with that.

    `used` are the names of the sets of responses that were put somewhere.
    """

    document: Document
    layer: Layer
    problems: Sequence[Problem] = ()
    used: Collection[str] = ()

    @property
    def is_part(self) -> bool:
        """Whether it is a part that is looked at by itself."""
        return "part" in self.layer.document.root.keys


def join(layer: Layer) -> Joining:
    """The script of the first file with all that the others bring (P605, P606).

    Where nothing is taken in and no set is there, the document is the very same.
    """
    own = layer.document
    others = {id(one.document): one.document for one in layer.all()}
    del others[id(own)]
    joiner = _Joiner(alone="part" in own.root.keys)
    joiner.sets = dict(_entries(joiner.root_of(layer, only="rules"), "rules"))
    joiner.problems.clear()
    root = joiner.root_of(layer)
    root = _with(root, {key: value for key, value in root.entries.items() if key != "rules"})
    if not others and not joiner.expanded and not joiner.sets:
        return Joining(own, layer, joiner.problems)
    files = [own, *others.values()]
    digest = digest_of_all([one.sha256 for one in files]) if others and own.sha256 else own.sha256
    document = replace(
        own,
        root=root,
        problems=[problem for one in files for problem in one.problems],
        sha256=digest,
        others={one.file: one.lines for one in others.values()},
        files={one.file: one.sha256 for one in files} if others else {},
    )
    return Joining(document, layer, joiner.problems, joiner.expanded)


@dataclass(slots=True)
class _Joiner:
    """One pass; `sets` are all sets of responses there are, whoever brought them.

    `alone` is for a part without its scripts: a set that it lacks may be theirs.
    """

    alone: bool = False
    sets: dict[str, Node] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    expanded: set[str] = field(default_factory=set)

    def root_of(self, layer: Layer, only: str = "") -> Node:
        """The root of a file joined with what it takes in; `only`: no more than this key of it."""
        document = layer.document
        base = self.root_of(layer.base, only) if layer.base else _NOTHING
        came = _shared(base)
        for part in reversed(layer.parts):
            came = _joined(_shared(self.root_of(part, only)), came)
        unwanted = [node for node in members(document.root.get("leaves_out")) if flat(node)]
        if unwanted:
            came = self._without(document, came, unwanted)
        own = document.root
        if only:
            own = _with(own, {key: own.entries[key] for key in (only,) if key in own.entries})
        else:
            own = self._spelt_out(document)
        return _ordered(_joined(own, came), [name for name, _ in _entries(base, "beats")])

    def _spelt_out(self, document: Document) -> Node:
        """The file's own root, with the responses of each set where it is used."""
        root = document.root
        changed = dict(root.entries)
        for key in LISTS:
            if key in changed:
                changed[key] = self._with_sets(document, changed[key], key == "reacts")
        beats = root.get("beats")
        if beats is not None and beats.kind == "map":
            changed["beats"] = _with(
                beats, {name: self._beat(document, beat) for name, beat in beats.entries.items()}
            )
        return _with(root, changed)

    def _beat(self, document: Document, beat: Node) -> Node:
        hears = beat.get("hears")
        if hears is None:
            return beat
        return _with(beat, beat.entries | {"hears": self._with_sets(document, hears, False)})

    def _with_sets(self, document: Document, listed: Node, reacting: bool) -> Node:
        if not any("use" in item.entries for item in listed.items):
            return listed
        items: list[tuple[Node, bool]] = []
        for item in listed.items:
            named = item.get("use")
            if named is None:
                items.append((item, False))
            else:
                responses = self._of_set(document, named, reacting)
                items += [(response, True) for response in responses]
        return _list(listed, _in_their_places(items))

    def _of_set(self, document: Document, named: Node, reacting: bool) -> list[Node]:
        name = flat(named)
        if name not in self.sets:
            near = nearest(name, self.sets)
            if name and (near or not self.alone):
                mend = did_you_mean(name, self.sets) or f"Write it: rules: {name}: with responses."
                message = f"There is no set of responses {shown(name)}."
                self.problems.append(document.problem(named, "P605", message, mend))
            return []
        self.expanded.add(name)
        responses = members(self.sets[name])
        leading = [one for one in responses if "goto" in one.entries or "detour" in one.entries]
        if reacting and leading:
            message = f"The set {shown(name)} has a response that leads somewhere, and reactions"
            mend = "Put the set under always, or take the goto out."
            problem = document.problem(named, "P605", f"{message} lead nowhere.", mend)
            self.problems.append(problem)
            return []
        return responses

    def _without(self, document: Document, came: Node, unwanted: Iterable[Node]) -> Node:
        """What came in, but for what the file leaves out of it."""
        things = {f"{section}.{name}" for section in BY_NAME for name, _ in _entries(came, section)}
        responses = {name for one in _responses(came) if (name := flat(one.get("name")))}
        out = set()
        for node in unwanted:
            name = flat(node)
            out.add(name)
            if name not in (things if _SECTION.fullmatch(name) else responses):
                message = (
                    f"Nothing called {shown(name)} comes in, so there is nothing to leave out."
                )
                mend = did_you_mean(name, [*sorted(things), *sorted(responses)])
                self.problems.append(document.problem(node, "P606", message, mend))
        return _pruned(came, out)


def _shared(root: Node) -> Node:
    """What others take from a file: all but what stands for the file itself."""
    return _with(root, {key: value for key, value in root.entries.items() if key not in OWN})


def _joined(own: Node, came: Node) -> Node:
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
    return _with(own, both, came)


def _joined_map(section: str, own: Node, came: Node) -> Node:
    both = came.entries | own.entries
    for name in own.entries.keys() & came.entries.keys():
        if section == "beats":
            both[name] = _joined_beat(own.entries[name], came.entries[name])
        elif section == "phrases":
            both[name] = _added(own.entries[name], came.entries[name])
    names = [*own.entries, *(name for name in came.entries if name not in own.entries)]
    return _with(own, {name: both[name] for name in names}, came)


def _joined_beat(own: Node, came: Node) -> Node:
    if own.kind != "map" or came.kind != "map":
        return own
    both = came.entries | own.entries
    hears, others = own.get("hears"), came.get("hears")
    if hears is not None and others is not None:
        both["hears"] = _joined_list(hears, others)
    return _with(own, both, came)


def _joined_list(own: Node, came: Node) -> Node:
    items = [(one, False) for one in members(own)] + [(one, True) for one in members(came)]
    return _list(own, _in_their_places(items))


def _in_their_places(items: Iterable[tuple[Node, bool]]) -> list[Node]:
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
        return _list(own, [*members(own), *members(came)])
    mine, other = _as_map(own), _as_map(came)
    both: dict[str, Node] = {key: _list(own, [*members(mine.get(key)), *members(other.get(key))])
            for key in ("phrases", "examples", "not") if key in mine or key in other}  # fmt: skip
    keys = came.keys | own.keys
    return Node("map", own.place, entries=both, keys={key: keys.get(key, own) for key in both})


def _as_map(phrases: Node) -> dict[str, Node]:
    return phrases.entries if phrases.kind == "map" else {"phrases": phrases}


def _pruned(root: Node, out: Collection[str]) -> Node:
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
            value = _with(value, inner)
        kept[key] = value
    return _with(root, kept)


def _deaf(beat: Node, out: Collection[str]) -> Node:
    hears = beat.get("hears")
    return _with(beat, beat.entries | {"hears": _fewer(hears, out)}) if hears else beat


def _fewer(listed: Node, out: Collection[str]) -> Node:
    return _list(listed, [one for one in members(listed) if flat(one.get("name")) not in out])


def _responses(root: Node) -> Iterator[Node]:
    """Every response under a root, those of sets too."""
    for key in LISTS:
        yield from members(root.get(key))
    for _, responses in _entries(root, "rules"):
        yield from members(responses)
    for _, beat in _entries(root, "beats"):
        yield from members(beat.get("hears"))


def _ordered(root: Node, first: Sequence[str]) -> Node:
    """The root with its beats in this order, others after them: what is extended sets the start."""
    beats = root.get("beats")
    if not first or beats is None or beats.kind != "map":
        return root
    names = [name for name in first if name in beats.entries]
    names += [name for name in beats.entries if name not in names]
    beats = _with(beats, {name: beats.entries[name] for name in names})
    return _with(root, root.entries | {"beats": beats})


def _entries(root: Node, section: str) -> list[tuple[str, Node]]:
    return [(name, value) for name, _, value in pairs(root.get(section))]


def _with(node: Node, entries: dict[str, Node], other: Node | None = None) -> Node:
    """A map with these entries; a key that is not the node's stands where `other` has it."""
    if node.kind != "map":
        return node
    known = (other.keys if other is not None else {}) | node.keys
    keys = {name: known[name] for name in entries}
    return replace(node, entries=entries, keys=keys)


def _list(node: Node, items: list[Node]) -> Node:
    return Node("list", node.place, items=items)
