"""Ranges as people write them: "at least 40", "at most 30", "over 2", "under 5", "2 to 4", "3"."""

import math
import re

from rehearse.persona.model import Range

_N = r"[0-9]{1,4}(?:\.[0-9]{1,4})?"
PATTERN = rf"(?:(?:at least|at most|over|under)\s+{_N}|{_N}\s+to\s+{_N}|{_N})"
_WORDS = re.compile(rf"(at least|at most|over|under)\s+({_N})")
_SPAN = re.compile(rf"({_N})\s+to\s+({_N})")


def read_range(text: str, whole: bool = True) -> Range | None:
    """The range a text spells, None where it spells none.

    `whole` says that only whole numbers are compared with it: then over 40 is 41 or more. Else
    over 0.5 begins at the next float after 0.5.
    """
    text = text.strip()
    if found := _SPAN.fullmatch(text):
        return Range(float(found[1]), float(found[2]))
    if found := _WORDS.fullmatch(text):
        return _one_sided(found[1], float(found[2]), whole)
    if re.fullmatch(_N, text):
        return Range(float(text), float(text))
    return None


def _one_sided(word: str, number: float, whole: bool) -> Range:
    if word == "at least":
        return Range(low=number)
    if word == "at most":
        return Range(high=number)
    if word == "over":
        return Range(low=math.floor(number) + 1 if whole else math.nextafter(number, math.inf))
    return Range(high=math.ceil(number) - 1 if whole else math.nextafter(number, -math.inf))
