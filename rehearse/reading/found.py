"""A reply taken apart, and what a rule finds in it."""

from dataclasses import dataclass

from rehearse.reading.clauses import Layout
from rehearse.reading.model import Mention
from rehearse.reading.normalise import Words
from rehearse.reading.scope import Scope


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply taken apart, and the manager's line it answers. `present` is the set of its words."""

    words: Words
    present: frozenset[str]
    layout: Layout
    scope: Scope
    mentions: tuple[Mention, ...]
    in_reply_to: str


@dataclass(frozen=True, slots=True)
class Found:
    """A feature that holds for words [first, last), or for `span` if it is about characters."""

    name: str
    first: int
    last: int
    span: tuple[int, int] | None = None
