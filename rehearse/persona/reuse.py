"""Joining a script with what it takes in, as nodes that keep their places: nothing is read here.

One rule for `extends` and `include`: the file's own comes first, then its parts in the order
written, then what it extends. A value that stands alone is that of the first that has one; maps are
joined name by name, beats key by key; lists of responses follow one another, but a response with
the name of one that came in takes its place.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from rehearse.persona.formats import BY_NAME, LISTS
from rehearse.persona.joined import (
    beats_first,
    entries_of,
    in_their_places,
    joined,
    list_like,
    pruned,
    responses_of,
    shared,
    with_entries,
)
from rehearse.persona.layers import Layer
from rehearse.persona.values import flat, members
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
    joiner.sets = dict(entries_of(joiner.root_of(layer, only="rules"), "rules"))
    joiner.problems.clear()
    root = joiner.root_of(layer)
    root = with_entries(root, {key: value for key, value in root.entries.items() if key != "rules"})
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
        came = shared(base)
        for part in reversed(layer.parts):
            came = joined(shared(self.root_of(part, only)), came)
        unwanted = [node for node in members(document.root.get("leaves_out")) if flat(node)]
        if unwanted:
            came = self._without(document, came, unwanted)
        own = document.root
        if only:
            kept = {key: value for key, value in own.entries.items() if key == only}
            own = with_entries(own, kept)
        else:
            own = self._spelt_out(document)
        return beats_first(joined(own, came), [name for name, _ in entries_of(base, "beats")])

    def _spelt_out(self, document: Document) -> Node:
        """The file's own root, with the responses of each set where it is used."""
        root = document.root
        changed = dict(root.entries)
        for key in LISTS:
            if key in changed:
                changed[key] = self._with_sets(document, changed[key], key == "reacts")
        beats = root.get("beats")
        if beats is not None and beats.kind == "map":
            changed["beats"] = with_entries(
                beats, {name: self._beat(document, beat) for name, beat in beats.entries.items()}
            )
        return with_entries(root, changed)

    def _beat(self, document: Document, beat: Node) -> Node:
        hears = beat.get("hears")
        if hears is None:
            return beat
        return with_entries(beat, beat.entries | {"hears": self._with_sets(document, hears, False)})

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
        return list_like(listed, in_their_places(items))

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
        things = {
            f"{section}.{name}" for section in BY_NAME for name, _ in entries_of(came, section)
        }
        responses = {name for one in responses_of(came) if (name := flat(one.get("name")))}
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
        return pruned(came, out)
