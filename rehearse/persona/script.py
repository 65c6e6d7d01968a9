"""A script while it is checked: the document, the persona made from it, and every name it uses."""

from dataclasses import dataclass, field

from rehearse.persona.model import Persona
from rehearse.persona.reuse import Joining
from rehearse.persona.ways import Way, ways
from rehearse.source import Document, Node, Place


@dataclass(frozen=True, slots=True)
class Use:
    """A name the script uses, and where.

    `kind` says what it should name: "goto" (beat, ending or back), "beat", "ending", "start",
    "detour" (beat), "meter" (asked), "meter moved", "topic", "memory" (read), "memory forgotten",
    "memory made", "words kept" (made with words to put in lines), "phrase", "example",
    "counter-example", "story goto", "story beat", "story meter", "second way" (a goto beside a
    detour), "line" (a text that may hold placeholders).
    `site` is the id of the response or beat it stands in.
    """

    kind: str
    name: str
    place: Place
    site: str = ""


@dataclass(slots=True)
class Script:
    """What a rule looks at. `sound` is false where the format has errors: parts may be missing.

    `document` is the joined one; `joining` says what it was joined from.
    """

    document: Document
    persona: Persona
    uses: list[Use] = field(default_factory=list)
    keys: dict[tuple[str, str], Node] = field(default_factory=dict)  # ("beats", name) -> key node
    without_otherwise: list[str] = field(default_factory=list)
    sound: bool = True
    joining: Joining | None = None
    _ways: list[Way] | None = None

    def named(self, *kinds: str) -> list[Use]:
        """The uses of these kinds, in the order of the file."""
        return sorted((use for use in self.uses if use.kind in kinds), key=lambda use: use.place)

    def ways(self) -> list[Way]:
        """Every way of the script, found when first asked for."""
        if self._ways is None:
            self._ways = ways(self.persona)
        return self._ways

    def place_of(self, section: str, name: str) -> Place:
        """Where a beat or an ending is named."""
        node = self.keys.get((section, name))
        return node.place if node else self.document.root.place

    def key_place(self, *path: str) -> Place:
        """Where a key stands, found from the top; of a path that leads nowhere, its last step."""
        node, place = self.document.root, self.document.root.place
        for key in path:
            if key not in node.keys:
                break
            node, place = node.entries[key], node.keys[key].place
        return place
