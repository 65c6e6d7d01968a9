"""What a manager's line asks for, by the words listed in questions.yaml."""

from functools import cache
from pathlib import Path
from re import Pattern

from rehearse.scoring.doubts import whole_words
from rehearse.source import Field, Fields, ListOf, Number, SourceError, Text, conform, load_document

_FILE = Path(__file__).with_name("questions.yaml")
# A date or a step; something done; what the learner wants. Asked in this order.
ASKED = ("next", "example", "wish")
_PHRASES = ListOf(item=Text(what="a phrase in lower case"), least=1)
SHAPE = Fields(
    what="a list of questions",
    fields={
        "format": Field(shape=Number(low=1, high=1), about="The format's number.", required=True),
        "next": Field(shape=_PHRASES, about="Asks for a date or a step.", required=True),
        "example": Field(shape=_PHRASES, about="Asks for something done.", required=True),
        "wish": Field(shape=_PHRASES, about="Asks what the learner wants.", required=True),
    },
)


def asked_for(lines: tuple[str, ...]) -> str:
    """What these lines, said in one go, ask for: one of ASKED, or "" where that is not clear."""
    said = " ".join(lines).lower().replace("’", "'")
    return next((kind for kind, pattern in _patterns().items() if pattern.search(said)), "")


@cache
def _patterns() -> dict[str, Pattern[str]]:
    document = load_document(_FILE)
    if problems := conform(document, SHAPE):
        raise SourceError(problems)
    return {kind: whole_words(document, kind) for kind in ASKED}
