"""Whether a manager's line says no or hesitates, by the words listed in doubts.yaml."""

import re
from functools import cache
from pathlib import Path

from rehearse.source import (
    Document,
    Field,
    Fields,
    ListOf,
    Number,
    SourceError,
    Text,
    conform,
    load_document,
)

_FILE = Path(__file__).with_name("doubts.yaml")
_PHRASES = ListOf(item=Text(what="a phrase in lower case"), least=1)
SHAPE = Fields(
    what="a list of doubts",
    fields={
        "format": Field(shape=Number(low=1, high=1), about="The format's number.", required=True),
        "refuses": Field(shape=_PHRASES, about="Words of a no.", required=True),
        "hesitates": Field(shape=_PHRASES, about="Words of hesitation.", required=True),
    },
)


def voices_doubt(line: str) -> bool:
    """Whether the line holds one of the listed phrases as whole words, in any case."""
    return _pattern().search(line.lower().replace("’", "'")) is not None


@cache
def _pattern() -> re.Pattern[str]:
    document = load_document(_FILE)
    if problems := conform(document, SHAPE):
        raise SourceError(problems)
    return whole_words(document, "refuses", "hesitates")


def whole_words(document: Document, *lists: str) -> re.Pattern[str]:
    """A pattern for every phrase in these lists of a document, as whole words in lower case."""
    nodes = [document.root.get(name) for name in lists]
    phrases = [item.value for node in nodes if node is not None for item in node.items]
    ways = "|".join(re.escape(phrase) for phrase in phrases)
    return re.compile(rf"(?<![\w'])(?:{ways})(?![\w'])")
