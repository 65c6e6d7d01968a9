"""Figures in a reply, as a manager would write them down: "£3,000", "112 invoices", "340 to 40".

A number counts with what it counts: its currency, its unit, the noun behind it, or the number it
is set against. Bare small numbers ("one of them", "the 2 of us") are no figures.
"""

import re
from collections.abc import Iterator

from rehearse.reading.beginnings import matches
from rehearse.reading.normalise import Words
from rehearse.reading.wordlists import word_set

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)*"
_SMALL = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen"
)
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_UP_TO_99 = rf"(?:{_TENS}(?:[\s-](?:one|{_SMALL}))?|one|{_SMALL})"
_SCALE = r"(?:hundred|thousand|million)"
_SPELLED = (
    rf"(?:half a million|(?:(?:an?|{_UP_TO_99}|\d+)\s(?:and a half\s)?{_SCALE})"
    rf"(?:\s(?:and\s)?{_UP_TO_99})?|{_TENS}(?:[\s-](?:one|{_SMALL}))?|{_SMALL}|a dozen|dozens)"
)
_MONEY = rf"[£$€₹¥]\s?(?:{_DIGITS})(?:\s?(?:k|m|bn|grand|thousand|million|lakhs?)\b)?"
_SHARE = rf"(?:{_DIGITS}|{_SPELLED})\s?(?:%|per\s?cent\b|percent\b)"
_PART = r"(?:(?<=by\s)(?:about\s)?(?:a third|half|a quarter|two thirds|three quarters))\b"
# Words that may follow a number without being what it counts.
_NOT_COUNTED = (
    r"(?:the|a|an|and|or|but|to|too|of|in|on|at|by|for|from|with|as|than|then|so|not|no|now|is|are|"
    r"was|were|has|have|had|do|does|did|will|would|can|could|i|you|we|they|he|she|it|my|your|our|"
    r"their|his|her|this|that|these|those|if|when|while|since|until|till|down|up|out|off|over|per|"
    r"instead|because|before|after|last|next|all|just|still|only|who|which|am|pm|o'clock|"
    r"years? old|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|times? table)"
)
_NOUN = rf"(?!{_NOT_COUNTED}\b)[a-z][a-z'’-]*"
_LOOSE = r"(?:new|more|fewer|extra|late|open|full|good|junior|senior|angry|unhappy|different|other)"
_RATE = r"\s(?:a|an|per|every)\s(?:day|shift|night|week|month|quarter|year)"
_COUNTED = (
    rf"\b(?:(?:{_SPELLED})(?=[\s-])|{_DIGITS})"
    rf"(?:\s?(?:k\s?)?-?(?:{_LOOSE}\s)?{_NOUN}(?:{_RATE})?|(?:\sof\sthem)?{_RATE})"
)
_BARE = (
    rf"\b(?:\d{{1,3}}(?:,\d{{3}})+|\d{{2,}}(?:[.,]\d+)*|\d+\.\d+)\b"
    rf"|\b(?:an?|{_UP_TO_99})\s{_SCALE}(?:\sand\s{_UP_TO_99})?\b"
)
_ONE = rf"(?:{_MONEY}|{_SHARE}|{_PART}|{_COUNTED}|{_BARE})"
_AGAINST = (
    rf"\s(?:down to|up to|to|instead of|rather than|not)\s"
    rf"(?:{_MONEY}|{_SHARE}|{_COUNTED}|(?:{_DIGITS}|{_SPELLED})\b)"
)
# What a figure can begin with; without this look ahead every place of a reply is tried in full.
_BEGINNING = r"(?:(?<!\w)(?=[\dadefhmnost])|(?=[£$€₹¥]))"
_FIGURE = re.compile(rf"{_BEGINNING}(?:{_ONE})(?:{_AGAINST})?", re.IGNORECASE)
_CLOCK = re.compile(r"\s?(?:am|pm|a\.m|p\.m|:\d|o'clock|/\d|st\b|nd\b|rd\b|th\b)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
# "grade 4", "page 2", "50/50": a name, not a quantity.
_NAMED = re.compile(
    r"\b(?:grade|band|level|step|floor|room|page|number|no|phase|part|unit|line|bay|route|ward|year|"
    r"version|class|tier|form|chapter|section|item|platform|table)\.?\s?$",
    re.IGNORECASE,
)
# Every figure has one of these words in it, or a digit.
NUMBER_WORDS = word_set(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred thousand million dozen dozens third half quarter thirds quarters
    """
)
# The words a figure can begin with.
_STARTS = NUMBER_WORDS | word_set("a an about one")


def find_figures(words: Words) -> Iterator[tuple[int, int]]:
    """The [start, end) places of the figures in a reply, in order, never overlapping."""
    text = words.text
    for match in matches(_FIGURE, words, _STARTS):
        start, end = match.span()
        if _inside_a_word(text, start) or _CLOCK.match(text, end):
            continue
        if _YEAR.fullmatch(match.group()) or _NAMED.search(text, max(0, start - 12), start):
            continue
        yield start, end


def telling(figure: str) -> int:
    """How much a figure tells, for choosing which of several to take up: 0 (bare) to 3."""
    if re.search(_AGAINST, figure, re.IGNORECASE):
        return 3
    if re.search(r"[£$€₹¥%]|per ?cent", figure, re.IGNORECASE):
        return 2
    return 1 if re.search(r"[a-z]", figure, re.IGNORECASE) else 0


def _inside_a_word(text: str, start: int) -> bool:
    return start > 0 and (text[start - 1].isalnum() or text[start - 1] in ".,:-/")
