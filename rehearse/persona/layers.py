"""A script with everything it takes in, gathered file by file before anything is joined.

Each file is taken in once, where it is met first. A circle, a way of more than eight files, and a
file of the wrong kind end the way there with a finding.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from rehearse.persona.values import members
from rehearse.source import Document, Node, Problem, SourceError
from rehearse.source.characters import shown

DEEPEST = 8  # files on one way, the script itself not counted

Fetch = Callable[[Document, Node, bool], Document]  # of a document, what a text of it names


@dataclass(slots=True)
class Layer:
    """One file with those it takes in: `parts` by `include`, in order, and `base` by `extends`.

    `named_by` is the text that names it, None for the script itself.
    """

    document: Document
    named_by: Node | None = None
    parts: list["Layer"] = field(default_factory=list)
    base: "Layer | None" = None

    def below(self) -> Iterator["Layer"]:
        """What it takes in itself, the parts first."""
        yield from self.parts
        if self.base is not None:
            yield self.base

    def all(self) -> Iterator["Layer"]:
        """This one, and everything it takes in."""
        yield self
        for layer in self.below():
            yield from layer.all()


@dataclass(frozen=True, slots=True)
class Gathered:
    """The script with all it takes in, and what is wrong with that: P601 to P604, or in a file.

    `whole` is false where something named was not taken in.
    """

    layer: Layer
    problems: list[Problem]
    whole: bool


def gather(document: Document, fetch: Fetch) -> Gathered:
    """The script and, file by file, what it names, read by `fetch`."""
    gathering = _Gathering(fetch)
    layer = gathering.layer(document, None, ())
    return Gathered(layer, gathering.problems, gathering.whole)


@dataclass(slots=True)
class _Gathering:
    fetch: Fetch
    problems: list[Problem] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)  # documents, by their identity
    whole: bool = True

    def layer(self, document: Document, named_by: Node | None, way: tuple[Document, ...]) -> Layer:
        """A file and what it takes in. `way` are the files that lead to it, the script first."""
        self.taken.add(id(document))
        layer, way = Layer(document, named_by), (*way, document)
        root = document.root
        for node in members(root.get("include")):
            part = self._taken_in(node, False, way)
            if part is not None:
                layer.parts.append(part)
        base = root.get("extends")
        if base is not None and "part" not in root.entries:
            layer.base = self._taken_in(base, True, way)
        return layer

    def _taken_in(self, node: Node, extends: bool, way: tuple[Document, ...]) -> Layer | None:
        document = way[-1]
        if node.kind != "text" or not node.value.strip():
            self.whole = False  # the format check says why
            return None
        try:
            found = self.fetch(document, node, extends)
        except SourceError as error:
            self.problems += error.problems
            self.whole = False
            return None
        wrong = self._wrong(found, node, extends, way)
        if wrong is not None:
            self.problems.append(wrong)
            self.whole = False
        elif id(found) not in self.taken:
            return self.layer(found, node, way)
        return None

    def _wrong(
        self, found: Document, node: Node, extends: bool, way: tuple[Document, ...]
    ) -> Problem | None:
        document, name = way[-1], shown(node.value)
        circle = next((n for n, one in enumerate(way) if one.file == found.file), None)
        if circle is not None:
            steps = [PurePath(one.file).name for one in (*way[circle:], found)]
            message = f"Here the files take in each other in a circle: {', '.join(steps)}."
            return document.problem(node, "P603", message, "Take this one out.")
        if len(way) > DEEPEST:
            steps = [PurePath(one.file).name for one in way]
            message = f"More than {DEEPEST} files take in one another: {', '.join(steps)}."
            return document.problem(node, "P603", message, "Take them in from one file.")
        is_part = found.root.get("part") is not None
        if extends and is_part:
            message = f"{name} is a part, which no script can extend."
            return document.problem(node, "P604", message, f"Write include: {node.value.strip()}")
        if not extends and not is_part:
            message = f"{name} is not a part: it has no line that begins with `part:`."
            mend = "A manager's script is taken in with extends; a part says what it holds."
            return document.problem(node, "P604", message, mend)
        return None
