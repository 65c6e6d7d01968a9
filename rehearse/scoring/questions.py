"""What a manager's line asks for, by the words listed in questions.yaml."""

import re
from functools import cache
from pathlib import Path

from rehearse.scoring.phrases import load_phrases, plain

_FILE = Path(__file__).with_name("questions.yaml")
# Asked in this order.
_LISTS = {
    "next": "Asks for a date or a step.",
    "example": "Asks for something done.",
    "wish": "Asks what the learner wants.",
}
ASKED = tuple(_LISTS)


def asked_for(lines: tuple[str, ...]) -> str:
    """What these lines, said in one go, ask for: one of ASKED, or "" where that is not clear."""
    said = plain(" ".join(lines))
    return next((kind for kind, pattern in _patterns().items() if pattern.search(said)), "")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return load_phrases(_FILE, "a list of questions", _LISTS)
