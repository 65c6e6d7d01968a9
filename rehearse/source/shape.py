"""The words in which a format is declared: once, for the check, the schema and the reference.

A format is a shape. `Fields` is a map with known keys, `MapOf` one with keys of the author's own;
`OneOf` chooses by how the value is written, which is how shorthands are declared; `ByKey` by a key.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words. `pattern` must match all of them; `what` names such a text ("a range like …").

    `joined` is the sign between the words of a name, where it is one.
    """

    what: str = "a text"
    pattern: str = ""
    mend: str = ""
    joined: str = ""

    def matches(self, value: str) -> bool:
        """Whether the value is such a text; blank ones are not."""
        return bool(value.strip()) and (not self.pattern or bool(_compiled(self.pattern, value)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number within bounds, both ends included; `whole` ones have no decimal point."""

    low: float | None = None
    high: float | None = None
    whole: bool = True
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class YesNo:
    """`yes` or `no` (`true` and `false` are read too)."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some words; `what` stands for them where they are too many to list.

    `several` says what to write where more than one of them is meant.
    """

    names: tuple[str, ...]
    what: str = ""
    several: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOf:
    """A list with `least` to `most` members of one shape; 0 for `most` is any number."""

    item: "Shape"
    least: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MapOf:
    """A map from names of the author's own (`key`) to values of one shape, `least` to `most`."""

    value: "Shape"
    key: Text | Choice = Text(what="a name")
    least: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One key of a map: the shape of its value, and what the reference says of it."""

    shape: "Shape"
    about: str
    required: bool = False
    default: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """A map with known keys. `what` names the thing ("a beat") in problems and the reference."""

    what: str
    fields: dict[str, Field]
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf:
    """A value that may be written in up to three ways: as a text, as a list, as a map."""

    text: "Shape | None" = None
    list: "Shape | None" = None
    map: "Shape | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ByKey:
    """A map that is one thing where it has this key (`there`), and another where it has not."""

    key: str
    there: "Shape"
    absent: "Shape"


@dataclass(frozen=True, slots=True)
class Named:
    """A shape by name, found when it is needed: for shapes that hold themselves."""

    name: str
    find: "Callable[[], Shape]"


Shape: TypeAlias = Text | Number | YesNo | Choice | ListOf | MapOf | Fields | OneOf | ByKey | Named


def describe(shape: Shape) -> str:
    """The shape in words, as they stand after "should be": "a whole number from 0 to 100"."""
    match shape:
        case Text():
            return shape.what
        case Number():
            return shape.what or _number(shape)
        case YesNo():
            return "yes or no"
        case Choice():
            return shape.what or "one of " + ", ".join(shape.names)
        case ListOf():
            return "a list"
        case MapOf():
            return "names, each with a value"
        case Fields():
            return f"{shape.what} (with keys such as `{next(iter(shape.fields))}:`)"
        case OneOf():
            ways = [way for way in (shape.text, shape.list, shape.map) if way is not None]
            return " or ".join(dict.fromkeys(describe(way) for way in ways))
        case ByKey():
            return describe(shape.absent)
        case Named():
            return describe(shape.find())


def _number(shape: Number) -> str:
    noun = "a whole number" if shape.whole else "a number"
    if shape.low is not None and shape.high is not None:
        return f"{noun} from {shape.low:g} to {shape.high:g}"
    if shape.low is not None:
        return f"{noun}, at least {shape.low:g}"
    return f"{noun}, at most {shape.high:g}" if shape.high is not None else noun


def _compiled(pattern: str, value: str) -> "re.Match[str] | None":
    return re.fullmatch(pattern, value.strip())  # re keeps what it compiled
