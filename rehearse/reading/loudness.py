"""What a reply does with characters alone: capitals, marks, dots, quotation marks."""

import re
from collections.abc import Iterator

from rehearse.reading.found import Found, Reply
from rehearse.reading.wordlists import word_set

_SHOUT = re.compile(r"\b[A-Z][A-Z']{2,}\b")
_CAPITALS = re.compile(r"[A-Z][A-Z']{2}")  # finds its way much quicker than _SHOUT
_EXCLAIM = re.compile(r"!\s*!|[!?]*!\?[!?]*|\?!")
_SCARE = re.compile("[\"“']([A-Za-z][A-Za-z' ]{2,24})[\"”'](?![A-Za-z])")
_OPENING = "\"“'"
_TRAIL = re.compile(r"(?:\.{2,}|…)\s*$")
# Short words that are shouted and are no acronyms.
_SHOUTABLE = word_set("NOT NOW YOU ALL WHY MUST NEED WANT EVER HOW STOP GIVE HATE FAIR SICK")


def shouting(reply: Reply) -> Iterator[Found]:
    """Words in capitals: two, or most of the reply."""
    text = reply.words.text
    if not _CAPITALS.search(text):
        return
    shouted = [m for m in _SHOUT.finditer(text) if not _acronym(m.group(), text)]
    if not shouted:
        return
    letters = sum(c.isalpha() for c in text)
    small = sum(c.islower() for c in text)
    loud = letters >= 8 and small / letters < 0.3
    if loud or len(shouted) >= 2:
        yield _characters("shouting", shouted[0].start(), shouted[-1].end())


def _acronym(word: str, text: str) -> bool:
    return len(word) <= 4 and any(c.islower() for c in text) and word.upper() not in _SHOUTABLE


def exclaiming(reply: Reply) -> Iterator[Found]:
    """Exclamation marks in a row, or one with a question mark."""
    text = reply.words.text
    found = _EXCLAIM.search(text) if "!" in text else None
    if found:
        yield _characters("exclaiming", *found.span())


def trailing_off(reply: Reply) -> Iterator[Found]:
    """Dots at the end."""
    if not reply.words.text.rstrip().endswith(("..", "…")):
        return
    found = _TRAIL.search(reply.words.text)
    if found and reply.words.words:
        yield _characters("trailing_off", *found.span())


def scare_quotes(reply: Reply) -> Iterator[Found]:
    """A word or two in quotation marks."""
    text = reply.words.text
    if not any(mark in text for mark in _OPENING):
        return
    for found in _SCARE.finditer(text):
        if 1 <= len(found[1].split()) <= 3:
            yield _characters("scare_quotes", *found.span())


def _characters(name: str, start: int, end: int) -> Found:
    return Found(name, -1, -1, (start, end))
