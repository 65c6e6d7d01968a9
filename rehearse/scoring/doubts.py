"""Whether a manager's line says no or hesitates, by the words listed in doubts.yaml."""

import re
from functools import cache
from pathlib import Path

from rehearse.scoring.phrases import load_phrases, plain

_FILE = Path(__file__).with_name("doubts.yaml")
_LISTS = {"refuses": "Words of a no.", "hesitates": "Words of hesitation."}


def voices_doubt(line: str) -> bool:
    """Whether the line holds one of the listed phrases as whole words, in any case."""
    return any(pattern.search(plain(line)) for pattern in _patterns().values())


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return load_phrases(_FILE, "a list of doubts", _LISTS)
