"""Fills the placeholders of a line so that it still reads as one person speaking."""

import re
from collections.abc import Callable, Iterable, Mapping

PLACEHOLDER = re.compile(r"\{([A-Za-z_][A-Za-z0-9_-]*)\}")
_SLOT = re.compile(r"(?P<article>\b[Aa]n?\s+)?\{(?P<name>[A-Za-z_][A-Za-z0-9_-]*)\}")
_VOWEL_SOUND = re.compile(r"[aeiou]|8|11\b|18\b", re.IGNORECASE)
_CONSONANT_SOUND = re.compile(r"uni|us[eu]|eu|one\b", re.IGNORECASE)
QUOTE_WORDS = 8  # a manager throws back a few words, not a paragraph

_ARTICLES = {"the", "a", "an", "my", "your", "our", "their", "his", "her", "this", "that"}
_PREPOSITIONS = {"by", "in", "on", "at", "before", "until", "till", "within", "for", "from", "of"}
_KINDS_OF_JOB = {"role", "job", "position", "post", "title", "spot", "seat"}
_OTHER_SIDE = {"my": "your", "your": "my", "our": "your"}
_FILLED_NATURALLY = ("role", "date", "figure")
_WORD_BEFORE = re.compile(r"([A-Za-z]+)\s+$")
_WORD_AFTER = re.compile(r"\s+([A-Za-z]+)")
_CLAUSE_END = re.compile(r"[.!?;:,\n]+(?=\s|$)|\s[-–—]+\s")
_LEADING_IN = {"and", "but", "so", "because", "well", "then", "or"}
_LEADING_ON = _LEADING_IN | _ARTICLES | _PREPOSITIONS | {"to", "with", "i", "we", "you", "is"}
_TRAILING = " \t\n.,;:!?-–—\"“”'‘’()"


def filled(text: str, values: Mapping[str, str]) -> str | None:
    """The line with every {placeholder} filled, or None where one of them has no value.

    A value's own article or preposition gives way to one already in the line ("the {role}" and
    "the team lead role"), as does its last word ("{role} job" and "team lead role").
    """
    names = PLACEHOLDER.findall(text)
    if not all(values.get(name) for name in names):
        return None
    return _SLOT.sub(_fitting(text, values), text) if names else text


def _fitting(text: str, values: Mapping[str, str]) -> Callable[[re.Match[str]], str]:
    def fit(match: re.Match[str]) -> str:
        article, name = match["article"] or "", match["name"]
        if name not in _FILLED_NATURALLY:
            return article + _one_line(values[name]).rstrip(" .,;:")
        before = text[: match.start()] + article
        value = _without_doubled_head(_speakable(values[name]), before)
        value = _without_doubled_tail(value, text[match.end() :])
        if article:
            return f"{article[0]}{'n' if _takes_an(value) else ''} {value}"
        opens = not before.strip() or before.rstrip()[-1] in ".!?)"
        return value[:1].upper() + value[1:] if opens else value

    return fit


def _takes_an(value: str) -> bool:
    return bool(_VOWEL_SOUND.match(value)) and not _CONSONANT_SOUND.match(value)


def _without_doubled_head(value: str, before: str) -> str:
    """The value without the article or preposition that the line already has before it."""
    last = _WORD_BEFORE.search(before)
    previous = last[1].lower() if last else ""
    head, _, rest = value.partition(" ")
    doubled = any({previous, head.lower()} <= kind for kind in (_PREPOSITIONS, _ARTICLES))
    if doubled and rest:
        value = rest
    elif head.lower() in _OTHER_SIDE and rest:
        value = f"{_OTHER_SIDE[head.lower()]} {rest}"
    return value


def _without_doubled_tail(value: str, after: str) -> str:
    """The value without "role", "job" or the like where the line has such a word after it."""
    following = _WORD_AFTER.match(after)
    rest, _, last = value.rpartition(" ")
    if following and rest and {last.lower(), following[1].lower()} <= _KINDS_OF_JOB:
        return rest
    return value


def quoted(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """At most QUOTE_WORDS of the learner's own words around the first span, or "" if none fit.

    The clause that holds the span is taken whole if it is short; else the words from where the
    span starts. Without any span a short reply is quoted as a whole.
    """
    first = next(iter(spans), None)
    if first is None:
        whole = _speakable(text)
        return whole if len(whole.split()) <= QUOTE_WORDS else ""
    start, end = _clause_around(text, first)
    words = _speakable(text[start:end]).split()
    if len(words) > QUOTE_WORDS:
        words = _speakable(text[_word_start(text, first[0]) : end]).split()[:QUOTE_WORDS]
        while len(words) > 1 and words[-1].lower() in _LEADING_ON:
            words = words[:-1]
    while len(words) > 1 and words[0].lower() in _LEADING_IN:
        words = words[1:]
    return _speakable(" ".join(words))


def _clause_around(text: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = 0, len(text)
    for mark in _CLAUSE_END.finditer(text):
        if mark.end() <= span[0]:
            start = mark.end()
        elif mark.start() >= span[1]:
            end = mark.start()
            break
    return start, end


def _word_start(text: str, at: int) -> int:
    while at > 0 and not text[at - 1].isspace():
        at -= 1
    return at


def _speakable(words: str) -> str:
    """The words on one line, with no punctuation at their ends."""
    return _one_line(words).strip(_TRAILING)


def _one_line(words: str) -> str:
    """The words on one line, with nothing unprintable in them."""
    if not words.isprintable():
        words = "".join(c if c.isprintable() else " " for c in words)
    return " ".join(words.split())
