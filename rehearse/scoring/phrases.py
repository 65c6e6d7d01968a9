"""Small lists of phrases by which a manager's line is told, kept in YAML beside the code."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from rehearse.source import Field, Fields, ListOf, Number, SourceError, Text, conform, load_document

_PHRASES = ListOf(item=Text(what="a phrase in lower case"), least=1)


def load_phrases(path: Path, what: str, lists: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    """A pattern for each list in the file, in the order of `lists` (name -> what it is).

    A pattern finds any phrase of its list as whole words of a text in `plain` form. Raises
    SourceError for a file that is not `what` it should be.
    """
    number = Field(shape=Number(low=1, high=1), about="The format's number.", required=True)
    fields = {
        name: Field(shape=_PHRASES, about=about, required=True) for name, about in lists.items()
    }
    document = load_document(path)
    if problems := conform(document, Fields(what=what, fields={"format": number, **fields})):
        raise SourceError(problems)
    entries = document.root.entries
    return {name: _whole_words(item.value for item in entries[name].items) for name in lists}


def plain(line: str) -> str:
    """A line as the lists are written: in lower case, with straight apostrophes."""
    return line.lower().replace("’", "'")


def _whole_words(phrases: Iterable[str]) -> re.Pattern[str]:
    ways = "|".join(re.escape(phrase) for phrase in phrases)
    return re.compile(rf"(?<![\w'])(?:{ways})(?![\w'])")
