"""JSON Schema (draft 2020-12) of a script, made from the one declaration, for editors.

An editor reads YAML its own way: `3` is a number and `true` a yes or no before any schema sees it,
so every text that can look like one of these may be one. What a schema cannot say (names that lead
nowhere, rules that never hold) stays with `rehearse check`.
"""

import json
import re
from typing import Any

from rehearse.persona.beat_format import LINES, RESPONSES
from rehearse.persona.condition_format import (
    CONDITION,
    MOVE,
    NAME,
    NAMES,
    PHRASES,
    RANGE,
    SIGN,
    WORDS,
)
from rehearse.persona.declaration import PERSONA
from rehearse.persona.formats import EXTENDING, FILE, INCLUDING
from rehearse.source.shape import (
    ByKey,
    Choice,
    Field,
    Fields,
    ListOf,
    MapOf,
    Named,
    Number,
    OneOf,
    Shape,
    Text,
    YesNo,
)

DRAFT = "https://json-schema.org/draft/2020-12/schema"
FILE_NAME = "persona.schema.json"  # beside the scripts; their first line names it
MODELINE = f"# yaml-language-server: $schema={FILE_NAME}"

Json = dict[str, Any]
# What the format uses again and again is written once; what has keys is so anyway.
_SHARED: dict[str, Shape] = {
    "lines": LINES, "move": MOVE, "name": NAME, "names": NAMES, "phrases": PHRASES, "range": RANGE,
    "responses": RESPONSES, "sign": SIGN, "text": WORDS, "when": CONDITION,
    "persona_that_extends": EXTENDING, "persona_that_includes": INCLUDING,
    **{f"all_{key}": PERSONA.fields[key].shape for key in
       ("beats", "endings", "floors", "mood", "phrases", "reacts", "rules", "stories", "topics")},
}  # fmt: skip


def schema() -> Json:
    """The schema of a script or a part, as JSON data."""
    making = _Making()
    return {
        "$schema": DRAFT,
        "title": "A manager's script for Rehearse, or a part of several",
        **making.of(FILE),
        "$defs": dict(sorted(making.defs.items())),
    }


def schema_text() -> str:
    """The schema as the text of its file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


class _Making:
    """One pass over the shapes; what has keys or holds itself goes into `defs`, once."""

    def __init__(self) -> None:
        self.defs: dict[str, Json] = {}
        self._names: dict[int, str] = {}  # by the identity of the shape

    def of(self, shape: Shape) -> Json:
        """The schema of a shape: by reference where it is one of the things of the format."""
        if isinstance(shape, Named):
            return self.of(shape.find())
        shared = next((name for name, one in _SHARED.items() if one is shape), "")
        if shared or isinstance(shape, Fields):
            return self._reference(shape, shared)
        return self._inline(shape)

    def _inline(self, shape: Shape) -> Json:
        match shape:
            case Fields():
                return self._fields(shape)
            case OneOf():
                found = [self.of(way) for way in _ways(shape)]
                return found[0] if len(found) == 1 else {"anyOf": found}
            case ListOf():
                return {"type": "array", "items": self.of(shape.item)} | _bounds(shape, "Items")
            case MapOf():
                return self._map(shape) | _bounds(shape, "Properties")
            case Choice():
                return _choice(shape)
            case Text():
                return _text(shape)
            case Number():
                return _number(shape)
            case YesNo():
                return {"enum": ["yes", "no", "Yes", "No", "YES", "NO", True, False]}
            case ByKey():
                asked = {"type": "object", "required": [shape.key]}
                return {"if": asked, "then": self.of(shape.there), "else": self.of(shape.absent)}
            case Named():
                return self.of(shape.find())

    def _reference(self, shape: Shape, shared: str) -> Json:
        name = self._names.get(id(shape))
        if name is None:
            what = shape.what if isinstance(shape, Fields) else ""
            name = self._names[id(shape)] = self._free_name(shared or what)
            self.defs[name] = {}  # taken, while what is in it is made
            self.defs[name] = self._inline(shape)
        return {"$ref": f"#/$defs/{name}"}

    def _free_name(self, what: str) -> str:
        plain = re.sub(r"^(a|an|the) ", "", what).replace(" ", "_")
        name, number = plain, 2
        while name in self.defs:
            name, number = f"{plain}_{number}", number + 1
        return name

    def _fields(self, shape: Fields) -> Json:
        needed = [key for key, field in shape.fields.items() if field.required]
        return {
            "type": "object",
            **({"description": shape.about} if shape.about else {}),
            "properties": {key: self._field(field) for key, field in shape.fields.items()},
            **({"required": needed} if needed else {}),
            "additionalProperties": False,
        }

    def _field(self, field: Field) -> Json:
        about = f"{field.about} Left out: {field.default}." if field.default else field.about
        found: Json = {"description": about}
        if field.example:
            found |= {"examples": [_as_data(field.example)]}
        return found | self.of(field.shape)

    def _map(self, shape: MapOf) -> Json:
        value = self.of(shape.value)
        if isinstance(shape.key, Choice):
            names = {name: value for name in shape.key.names}
            return {"type": "object", "properties": names, "additionalProperties": False}
        keys = {"pattern": _pattern(shape.key)} | _said_of(shape.key)
        return {"type": "object", "propertyNames": keys, "additionalProperties": value}


def _ways(shape: OneOf) -> list[Shape]:
    """The ways to write it. Of one that has ways itself, only the one of that kind is meant."""
    found: list[Shape] = []
    for kind in ("text", "list", "map"):
        way = getattr(shape, kind)
        while isinstance(way, Named | OneOf):
            way = way.find() if isinstance(way, Named) else getattr(way, kind)
        found += [way] if way is not None else []
    return found


def _bounds(shape: ListOf | MapOf, of: str) -> Json:
    found = {f"min{of}": shape.least} if shape.least else {}
    return found | ({f"max{of}": shape.most} if shape.most else {})


def _choice(shape: Choice) -> Json:
    names: list[str | int] = list(shape.names)
    return {"enum": names + [int(name) for name in shape.names if name.isdigit()]}


def _text(shape: Text) -> Json:
    """A text; one that YAML may take for a number or a yes or no is let through as such."""
    kinds = ["string"]
    if shape.matches("3"):
        kinds.append("number" if shape.matches("0.5") else "integer")
    kinds += ["boolean"] if shape.matches("true") else []
    found: Json = {"type": kinds if len(kinds) > 1 else "string", "pattern": _pattern(shape)}
    if shape.matches("3") and not shape.matches("-3"):
        found["minimum"] = 0
    return found | _said_of(shape)


def _said_of(shape: Text) -> Json:
    """What an editor says where the pattern is not kept, in the words of `check`."""
    return {"patternErrorMessage": f"Write {shape.what}. {shape.mend}".strip()}


def _pattern(shape: Text) -> str:
    return rf"^\s*(?:{shape.pattern})\s*$" if shape.pattern else r"\S"


def _number(shape: Number) -> Json:
    found: Json = {"type": "integer" if shape.whole else "number"}
    if shape.low is not None:
        found["minimum"] = shape.low
    if shape.high is not None:
        found["maximum"] = shape.high
    return found


def _as_data(example: str) -> Any:
    """An example of the declaration, as an editor would read it."""
    from rehearse.source import parse_document

    return _data(parse_document(f"it: {example}").root.entries["it"])


def _data(node: Any) -> Any:
    if node.kind == "map":
        return {key: _data(value) for key, value in node.entries.items()}
    if node.kind == "list":
        return [_data(item) for item in node.items]
    return int(node.value) if re.fullmatch(r"[+-]?\d+", node.value) else node.value
