"""Figures in plain words, as numbers: "14 %", "fourteen percent" and "14pc" are all 14."""

import re
from collections.abc import Sequence

_UP_TO_NINETEEN = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen
"""
_SMALL = _UP_TO_NINETEEN.split()
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SPELLED = {word: i for i, word in enumerate(_SMALL)} | {
    word: 10 * i for i, word in enumerate(_TENS, start=2)
}
_SPELLED["dozen"] = 12
_TIMES = {"hundred": 100, "thousand": 1_000, "k": 1_000, "million": 1_000_000, "m": 1_000_000}
_DIGITS = re.compile(r"[£$€₹¥]?(\d[\d.,]*)\s?(k|m)?", re.IGNORECASE)
_NO_FIGURE = {"one", "zero"}  # "one of us", "zero doubt": words more often than figures


def figures(words: Sequence[str]) -> tuple[tuple[float, int], ...]:
    """Each figure among plain words, with the place of the word it starts at.

    "twenty five thousand" is one figure, 25,000; a lone "one" is none.
    """
    found: list[tuple[float, int]] = []
    at = 0
    while at < len(words):
        value, taken = _figure_at(words, at)
        if value is not None:
            found.append((value, at))
        at += taken
    return tuple(found)


def _figure_at(words: Sequence[str], at: int) -> tuple[float | None, int]:
    """The figure that starts here, if any, and how many words to go on by."""
    value, taken = _plain_figure(words, at)
    if value is None:
        return None, 1
    alone = taken == 1 and words[at] in _NO_FIGURE
    while at + taken < len(words) and words[at + taken] in _TIMES:
        value *= _TIMES[words[at + taken]]
        taken += 1
        alone = False
    return (None if alone else value), taken


def _plain_figure(words: Sequence[str], at: int) -> tuple[float | None, int]:
    word = words[at]
    digits = _DIGITS.match(word)
    if digits:
        return _number(digits[1]) * _TIMES.get((digits[2] or "").lower(), 1), 1
    value = _SPELLED.get(word)
    following = _SPELLED.get(words[at + 1], 0) if at + 1 < len(words) else 0
    if value is not None and word in _TENS and 0 < following < 10:
        return float(value + following), 2
    return (None if value is None else float(value)), 1


def _number(digits: str) -> float:
    """ "1,250" is 1250, "2.5" and "2,5" are 2.5: a comma before three digits groups them."""
    digits = re.sub(r",(?=\d{3}(?:\D|$))", "", digits.strip(".,")).replace(",", ".")
    head, _, tail = digits.partition(".")
    return float(f"{head}.{tail.replace('.', '')}" if tail else head)
