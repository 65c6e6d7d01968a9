"""Whether a document has the shape declared for it: every problem at once, each with its place."""

import re
from dataclasses import replace

from rehearse.source.characters import shown
from rehearse.source.meant import cut_in_braces, quoted, respelt, said_as_key
from rehearse.source.node import Document, Node
from rehearse.source.problem import Problem
from rehearse.source.shape import (
    ByKey,
    Choice,
    Fields,
    ListOf,
    MapOf,
    Named,
    Number,
    OneOf,
    Shape,
    Text,
    YesNo,
    describe,
)
from rehearse.source.suggest import did_you_mean, nearest

_MOST_REPORTED = 100
_MOST_LISTED = 60  # all that a reply can be: who looks for a word wants to see them
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}
_KINDS = {"map": "`key: value`", "list": "a list", "text": "a text"}
_WHOLE = re.compile(r"[+-]?[0-9]{1,9}")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]{1,9}(?:\.[0-9]{0,9})?|\.[0-9]{1,9})")


def conform(document: Document, shape: Shape) -> list[Problem]:
    """Every place where the document is not of the shape, in the order of the file (at most 100).

    P004 unknown key, P005 missing key, P006 wrong kind of value, P011 not one of the choices,
    P012 number out of bounds, P013 too few or too many.
    """
    walk = _Walk(document)
    walk.check(document.root, shape, "the file")
    return sorted(walk.problems)[:_MOST_REPORTED]


def read_number(value: str, whole: bool = True) -> float | None:
    """The number a text spells, None where it spells none: "+5" is 5, "1e9" and "0x1" are none."""
    form = _WHOLE if whole else _DECIMAL
    return float(value) if form.fullmatch(value.strip()) else None


def read_yes_no(value: str) -> bool | None:
    """True or False for yes, no, true and false in any case; None for all else."""
    return _YES_NO.get(value.strip().lower())


def _mend_of_choice(value: str, shape: Choice) -> str:
    """What to write instead; where there is a word for all of the names, they are listed here."""
    if shape.several and len(re.split(r"[\s,]+", value.strip())) > 1:
        return shape.several
    if not shape.what and not nearest(value, shape.names):
        return ""
    return did_you_mean(value, shape.names, _MOST_LISTED)


def _mend_of_text(value: str, shape: Text) -> str:
    """What to write instead: a name made of the words there, where names are wanted."""
    name = respelt(value, shape.joined) if shape.joined else ""
    return f"Write {name}" if name and shape.matches(name) else shape.mend


def _is_meant(node: Node, shape: ByKey) -> bool:
    """Whether a map has the key that decides what it is, or one that is this key misspelt."""
    if shape.key in node.entries:
        return True
    known = _keys(shape)
    return any(nearest(key, known) == shape.key for key in node.entries if key not in known)


def _keys(shape: Shape) -> set[str]:
    if isinstance(shape, ByKey):
        return _keys(shape.there) | _keys(shape.absent)
    return set(shape.fields) if isinstance(shape, Fields) else set()


class _Walk:
    """One pass over a document; `problems` fills up as it goes."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []

    def check(self, node: Node, shape: Shape, where: str) -> None:
        if len(self.problems) >= _MOST_REPORTED:
            return
        if isinstance(shape, Named):
            self.check(node, shape.find(), where)
        elif isinstance(shape, ByKey):
            self.check(node, shape.there if _is_meant(node, shape) else shape.absent, where)
        elif isinstance(shape, OneOf):
            way = getattr(shape, node.kind)
            if way is None:
                self._wrong(node, shape, where)
            elif node.kind != "map" or not self._speech(node, shape):
                self.check(node, way, where)
        elif isinstance(shape, Fields):
            self._fields(node, shape, where)
        elif isinstance(shape, MapOf):
            self._map(node, shape, where)
        elif isinstance(shape, ListOf):
            self._list(node, shape, where)
        elif node.kind != "text":
            self._wrong(node, shape, where)
        else:
            self._scalar(node, shape, where)

    def _fields(self, node: Node, shape: Fields, where: str) -> None:
        if node.kind != "map":
            self._wrong(node, shape, where)
            return
        meant, heard = set(), self._speech_as_keys(node, shape)
        for key, value in node.entries.items():
            field = shape.fields.get(key)
            if field is not None:
                told = len(self.problems)
                self.check(value, field.shape, key)
                self._show_how(told, value, f"{key}: {field.example}" if field.example else "")
            elif key not in heard:
                meant.add(nearest(key, shape.fields))
                self._unknown(node, key, shape)
        for key, field in shape.fields.items():
            if field.required and key not in (*node.entries, *meant, *heard):
                mend = f"Write, for example, {key}: {field.example}" if field.example else ""
                self._note(node, "P005", f"{where} lacks the key '{key}'.", mend)

    def _unknown(self, node: Node, key: str, shape: Fields) -> None:
        message = f"{shape.what[0].upper()}{shape.what[1:]} has no key {shown(key)}."
        mend = did_you_mean(key, shape.fields)
        word, _, rest = key.partition(" ")
        if word in shape.fields and rest[:1] in ("{", "["):
            message = f"There is no colon after '{word}'."
            mend = f"Write `{word}: {rest}: {node.entries[key].value}`"
        elif node.flow and node.entries[key].empty:
            mend = "A comma inside {…} starts a new key: put a text with a comma in quotes."
        self._note(node.keys[key], "P004", message, mend)

    def _speech_as_keys(self, node: Node, shape: Fields) -> tuple[str, ...]:
        """Speech that became keys is told once; gives those keys, and the one it should have."""
        if all(key in shape.fields for key in node.entries):
            return ()
        if cut := cut_in_braces(node, shape.fields):
            message = f"A comma cuts the text of `{cut.under}` off here."
            mend = f"Put all of it in quotes: {cut.under}: {quoted(cut.text)}"
            self._note(cut.at, "P004", message, mend)
            return cut.keys
        lacking = [key for key, field in shape.fields.items() if field.required]
        lead = next((key for key in lacking if key not in node.entries), "")
        if not lead or shape.fields[lead].shape != Text():
            return ()
        if said := said_as_key(node, shape.fields):
            message = f"This reads as a key {shown(said.keys[0])} with a value, not as a text."
            mend = f"Write `{lead}: {quoted(said.text)}`"
            self._note(said.at, "P006", message, mend)
            return (*said.keys, lead)
        return ()

    def _show_how(self, told: int, value: Node, example: str) -> None:
        """Where the value itself was found wrong and no mend was known, show how it is written."""
        if example and self.problems[told:]:
            found = self.problems[told]
            if found.code == "P006" and not found.mend and found.place == value.place:
                self.problems[told] = replace(found, mend=f"Write, for example, {example}")

    def _speech(self, node: Node, shape: OneOf) -> bool:
        """Where a text may stand, a lone key that is nearly none of ours is one without quotes."""
        way = shape.map.find() if isinstance(shape.map, Named) else shape.map
        if shape.text is None or not isinstance(way, Fields) or len(node.entries) != 1:
            return False
        key = next(iter(node.entries))
        if key in way.fields or nearest(key, way.fields):
            return False
        message = f"This reads as a key {shown(key)} with a value, not as a text."
        mend = "If it is meant as a text, put double quotes around all of it."
        self._note(node, "P006", message, mend)
        return True

    def _map(self, node: Node, shape: MapOf, where: str) -> None:
        if node.kind != "map":
            self._wrong(node, shape, where)
            return
        for key, value in node.entries.items():
            if isinstance(shape.key, Choice):
                self._scalar(node.keys[key], shape.key, f"a key of {where}")
            elif not shape.key.matches(key):
                message = f"{shown(key)} is not {shape.key.what}."
                self._note(node.keys[key], "P107", message, _mend_of_text(key, shape.key))
            self.check(value, shape.value, key)
        self._count(node, len(node.entries), shape, where)

    def _list(self, node: Node, shape: ListOf, where: str) -> None:
        if node.kind != "list":
            self._wrong(node, shape, where)
            return
        for item in node.items:
            self.check(item, shape.item, where)
        self._count(node, len(node.items), shape, where)

    def _count(self, node: Node, count: int, shape: ListOf | MapOf, where: str) -> None:
        if count < shape.least:
            self._note(node, "P013", f"{where} needs {shape.least} or more, and has {count}.", "")
        elif shape.most and count > shape.most:
            message = f"{where} has {count} entries; {shape.most} is the most there may be."
            self._note(node, "P013", message, "")

    def _scalar(self, node: Node, shape: Text | Number | YesNo | Choice, where: str) -> None:
        if isinstance(shape, Text):
            if not shape.matches(node.value):
                self._wrong(node, shape, where)
        elif isinstance(shape, Number):
            self._number(node, shape, where)
        elif isinstance(shape, YesNo):
            if read_yes_no(node.value) is None:
                self._wrong(node, shape, where)
        elif node.value not in shape.names:
            message = f"{where} is {shown(node.value)}, and should be {describe(shape)}."
            self._note(node, "P011", message, _mend_of_choice(node.value, shape))

    def _number(self, node: Node, shape: Number, where: str) -> None:
        number = read_number(node.value, shape.whole)
        if number is None:
            self._wrong(node, shape, where)
        elif (shape.low is not None and number < shape.low) or (
            shape.high is not None and number > shape.high
        ):
            self._note(
                node, "P012", f"{where} is {node.value}; it should be {describe(shape)}.", ""
            )

    def _wrong(self, node: Node, shape: Shape, where: str) -> None:
        read = _KINDS[node.kind]
        if node.kind == "text":
            read = shown(node.value) if node.value.strip() else "empty"
        mend = _mend_of_text(node.value, shape) if isinstance(shape, Text) else ""
        if node.kind == "map" and isinstance(shape, Text):
            mend = "A colon makes it so; if it is meant as one text, put double quotes around it."
        self._note(node, "P006", f"{where} should be {describe(shape)}, and is {read}.", mend)

    def _note(self, node: Node, code: str, message: str, mend: str) -> None:
        if len(self.problems) < _MOST_REPORTED:
            message = message[0].upper() + message[1:] if message.startswith("the ") else message
            self.problems.append(self.document.problem(node, code, message, mend))
