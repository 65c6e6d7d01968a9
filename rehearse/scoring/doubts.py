"""Whether a manager's line says no or hesitates, by the words listed in doubts.yaml."""

import re
from functools import cache
from pathlib import Path

from rehearse.source import Field, Fields, ListOf, Number, SourceError, Text, conform, load_document

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
    lists = [document.root.get(kind) for kind in ("refuses", "hesitates")]
    phrases = [item.value for node in lists if node is not None for item in node.items]
    ways = "|".join(re.escape(phrase) for phrase in phrases)
    return re.compile(rf"(?<![\w'])(?:{ways})(?![\w'])")
