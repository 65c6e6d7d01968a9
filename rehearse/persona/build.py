"""From a document to a frozen persona, shorthands resolved, every name used noted with its place.

Building never fails: a part of the wrong form is left out, for the format check has named it.
"""

from collections.abc import Mapping
from typing import cast

from rehearse.persona.conditions import read_condition
from rehearse.persona.model import (
    Beat,
    Condition,
    Ending,
    Hint,
    Line,
    MovesOn,
    Persona,
    Range,
    Response,
    Stance,
)
from rehearse.persona.ranges import read_range
from rehearse.persona.reuse import Joining
from rehearse.persona.script import Script, Use
from rehearse.persona.stories import read_stories
from rehearse.persona.values import decimal, flat, members, number, pairs, texts, words, yes_no
from rehearse.source import Document, Node


def build(document: Document, joining: Joining | None = None) -> Script:
    """The script in a document whose root is a map, and what it was joined from."""
    builder = _Builder(document)
    persona = builder.persona()
    return Script(
        document, persona, builder.uses, builder.keys, builder.without_otherwise, joining=joining
    )


class _Builder:
    """Walks the document once. `_site` is the id of the beat or response being read."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.uses: list[Use] = []
        self.keys: dict[tuple[str, str], Node] = {}
        self.without_otherwise: list[str] = []
        self._site = ""
        self._beat = ""

    def persona(self) -> Persona:
        root = self.document.root
        beats = self._beats(root.get("beats"))
        limit = root.get("turn_limit") or root
        self._site = ""
        return Persona(
            id=flat(root.get("id")),
            name=flat(root.get("name")),
            role=flat(root.get("role")),
            stance=cast(Stance, flat(root.get("stance"))),
            difficulty=number(root.get("difficulty"), 3),
            brief=words(root.get("brief")),
            secret=words(root.get("secret")),
            mood={key: number(value, 50) for key, _, value in pairs(root.get("mood"))},
            start=self._name(root.get("start"), "start") or next(iter(beats), ""),
            beats=beats,
            endings=self._endings(root.get("endings")),
            turn_limit=number(limit.get("turns"), 16),
            out_of_time=self._name(limit.get("goto"), "ending"),
            always=self._responses(root.get("always"), "always"),
            reacts=self._responses(root.get("reacts"), "reacts"),
            asks_back=self._lines(root.get("asks_back"), "asks_back"),
            spent=self._lines(root.get("spent"), "spent"),
            phrases=self._phrases(root.get("phrases"), "phrases"),
            topics=self._phrases(root.get("topics"), "topics"),
            stories=read_stories(root.get("stories"), self._note),
            floors={
                key: read_range(words(value), whole=False) or Range()
                for key, _, value in pairs(root.get("floors"))
            },
            path=self.document.file,
            sha256=self.document.sha256,
            files=self.document.files,
        )

    def _note(self, kind: str, node: Node) -> None:
        if node.kind == "text" and node.value.strip():
            self.uses.append(Use(kind, flat(node), node.place, self._site))

    def _name(self, node: Node | None, kind: str) -> str:
        if node is not None:
            self._note(kind, node)
        return flat(node)

    def _beats(self, node: Node | None) -> dict[str, Beat]:
        beats = {}
        for name, key, value in pairs(node):
            self.keys["beats", name] = key
            self._beat = name
            beats[name] = self._one_beat(name, key, value)
        self._beat = ""
        return beats

    def _one_beat(self, name: str, key: Node, node: Node) -> Beat:
        hint = node.get("hint")
        if node.get("otherwise") is None:
            self.without_otherwise.append(name)
        return Beat(
            name=name,
            says=self._lines(node.get("says"), name),
            hears=self._responses(node.get("hears"), f"{name}.hears"),
            otherwise=self._otherwise(node, f"{name}.otherwise"),
            moves_on=self._moves_on(node.get("moves_on"), f"{name}.moves_on"),
            phase=flat(node.get("phase")),
            hint=Hint(flat(hint.get("principle")), flat(hint.get("says"))) if hint else None,
            place=key.place,
        )

    def _otherwise(self, beat: Node, site: str) -> Response:
        node = beat.get("otherwise")
        if node is not None and node.kind == "map":
            return self._response(node, site)
        place = node.place if node is not None else beat.place
        return Response(id=site, says=self._lines(node, site), place=place)

    def _moves_on(self, node: Node | None, site: str) -> MovesOn | None:
        if node is None:
            return None
        self._site = site
        if node.kind == "text":
            return MovesOn(goto=self._name(node, "goto"))
        goto = self._name(node.get("goto"), "goto")
        after = number(node.get("after"), 2)
        return MovesOn(goto=goto, after=after, says=self._lines(node.get("says"), site))

    def _responses(self, node: Node | None, site: str) -> tuple[Response, ...]:
        return tuple(
            self._response(item, f"{site}.{count}")
            for count, item in enumerate(members(node), 1)
            if item.kind == "map"
        )

    def _response(self, node: Node, site: str) -> Response:
        self._site = site
        detour = node.get("detour")
        if detour is not None and "goto" in node.keys:
            self._note("second way", node.keys["goto"])
        for _, meter, _ in pairs(node.get("mood")):
            self._note("meter moved", meter)
        for name in members(node.get("forget")):
            self._note("memory forgotten", name)
        self._samples(node)
        return Response(
            id=site,
            when=read_condition(node.get("when"), self._beat, self._note),
            mood={key: number(value, 0) for key, _, value in pairs(node.get("mood"))},
            remember=self._remember(node.get("remember")),
            forget=texts(node.get("forget")),
            goto=self._name(detour or node.get("goto"), "detour" if detour else "goto"),
            detour=detour is not None,
            once=bool(yes_no(node.get("once"))),
            name=flat(node.get("name")),
            says=self._lines(node.get("says"), site),
            place=node.place,
        )

    def _samples(self, node: Node) -> None:
        for sample in members(node.get("examples")):
            self._note("example", sample)
        for sample in members(node.get("not")):
            self._note("counter-example", sample)

    def _phrases(self, node: Node | None, section: str) -> dict[str, tuple[str, ...]]:
        """The phrases of each name; what is said about them is noted under "topics.rota"."""
        found = {}
        for name, _, value in pairs(node):
            self._site = f"{section}.{name}"
            listed = value.get("phrases") if value.kind == "map" else value
            for phrase in members(listed):
                self._note("phrase", phrase)
            self._samples(value)
            found[name] = texts(listed)
        return found

    def _remember(self, node: Node | None) -> Mapping[str, str]:
        if node is not None and node.kind == "map":
            for _, key, _ in pairs(node):
                self._note("words kept", key)
            return {key: flat(value) for key, _, value in pairs(node)}
        for item in members(node):
            self._note("memory made", item)
        return dict.fromkeys(texts(node), "")

    def _lines(self, node: Node | None, site: str) -> tuple[Line, ...]:
        self._site = site
        return tuple(self._line(item) for item in members(node) if item.kind != "list")

    def _line(self, node: Node) -> Line:
        if node.kind == "text":
            self._note("line", node)
            return Line(flat(node), place=node.place)
        said = node.get("line")
        when = node.get("when")
        condition: Condition | None = None
        if when is not None:
            condition = read_condition(when, self._beat, self._note)
        return Line(
            text=self._name(said, "line"),
            when=condition,
            weight=decimal(node.get("weight"), 1.0),
            once=bool(yes_no(node.get("once"))),
            place=(said or node).place,
        )

    def _endings(self, node: Node | None) -> dict[str, Ending]:
        endings = {}
        for name, key, value in pairs(node):
            self.keys["endings", name] = key
            endings[name] = Ending(
                name=name,
                outcome=flat(value.get("outcome")),
                says=self._lines(value.get("says"), name),
                debrief=words(value.get("debrief")),
                place=key.place,
            )
        return endings
