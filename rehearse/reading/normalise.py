"""Turn a reply as typed into plain words, remembering where each one stood.

Two writers rarely type the same characters for the same words: curly quotes, capitals, "can't",
"cant", "u". Everything that compares words compares the plain words made here.
"""

import re
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from rehearse.reading.spelling import CONTRACTIONS, SHORT_FORMS

MAX_CHARACTERS = 2_000
MAX_WORDS = 400

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´＇′", "'"))
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_TOKEN = re.compile(
    r"[£$€₹¥]?\d+(?:[.,:]\d+)*(?:\s?%|[^\W\d_]+)?"
    r"|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u200b-\u200d'’‘ʼ`´＇′*](?=[^\W\d_*]))*"
    r"|[&+](?=\s|$)"
)
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_TAILS = (
    ("n't", "not"), ("'ll", "will"), ("'ve", "have"), ("'re", "are"), ("'m", "am"),
    ("'d", "would"),
)  # fmt: skip
_IS_AFTER = frozenset(
    [
        "it",
        "that",
        "there",
        "here",
        "what",
        "who",
        "where",
        "how",
        "when",
        "he",
        "she",
        "why",
        "this",
        "everything",
        "nothing",
    ]
)

Span = tuple[int, int]

# What people type is mostly what they have typed before. A bound on memory, no more: the answers
# are the same without it. (An lru_cache would have to put its list in order at every word.)
_REMEMBERED = 20_000
_STRETCHES: dict[str, tuple[tuple[str, ...], tuple[Span, ...]]] = {}


@dataclass(frozen=True, slots=True)
class Words:
    """The plain words of a text. `spans[i]` is where word i stands in `text`, end excluded.

    The words of one contraction share the span of the whole token.
    """

    text: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]

    def span(self, first: int, last: int) -> Span:
        """The characters from word `first` up to, not including, word `last`."""
        return (self.spans[first][0], self.spans[last - 1][1])


def normalise(text: str) -> Words:
    """The first 400 plain words of the first 2,000 characters of `text`."""
    if "%" in text or len(text) > MAX_CHARACTERS:
        words, spans = _tokens(text[:MAX_CHARACTERS])
    else:
        words, spans = _stretch_by_stretch(text)
    return Words(text, tuple(words[:MAX_WORDS]), tuple(spans[:MAX_WORDS]))


def _stretch_by_stretch(text: str) -> tuple[list[str], list[Span]]:
    """The plain words of a text and their places. No token but a per cent has a space in it."""
    words: list[str] = []
    spans: list[Span] = []
    start = 0
    for stretch in text.split():
        start = text.index(stretch, start)
        plain, places = _stretch(stretch)
        words += plain
        for first, last in places:
            spans.append((start + first, start + last))
        start += len(stretch)
    return words, spans


def _stretch(stretch: str) -> tuple[Sequence[str], Sequence[Span]]:
    """The plain words of a stretch of text without spaces, and where in it each stands."""
    known = _STRETCHES.get(stretch)
    if known is None:
        words, spans = _tokens(stretch)
        known = (tuple(map(sys.intern, words)), tuple(spans))
        if len(_STRETCHES) < _REMEMBERED:
            _STRETCHES[stretch] = known
    return known


def _tokens(text: str) -> tuple[list[str], list[Span]]:
    """The plain words of `text`, and where in it each stands."""
    words: list[str] = []
    spans: list[Span] = []
    for found in _TOKEN.finditer(text):
        plain = plain_words(found.group())
        words += plain
        spans += [found.span()] * len(plain)
    return words, spans


def plain_words(token: str) -> tuple[str, ...]:
    """The plain words one typed token stands for: "Can't" gives ("can", "not")."""
    return _expand(_fold(token))


def _fold(token: str) -> str:
    if not token.isascii():
        token = unicodedata.normalize("NFKC", token.translate(_INVISIBLE)).casefold()
        token = token.translate(_APOSTROPHES)
        decomposed = unicodedata.normalize("NFKD", token)
        return "".join(c for c in decomposed if not unicodedata.combining(c))
    return token.lower().replace("`", "'")


def _expand(word: str) -> tuple[str, ...]:
    word = word.strip("'")
    listed = CONTRACTIONS.get(word) or SHORT_FORMS.get(word)
    if listed:
        return tuple(listed.split())
    squeezed = _STRETCHED.sub(r"\1\1", word)
    if squeezed != word:
        single = _STRETCHED.sub(r"\1", word)
        return _expand(single if single in SHORT_FORMS or len(single) < 4 else squeezed)
    for tail, meaning in _TAILS:
        if word.endswith(tail) and len(word) > len(tail):
            return (*_expand(word[: -len(tail)]), meaning)
    if word.endswith("'s"):
        stem = word[:-2]
        return (stem, "is") if stem in _IS_AFTER else (stem,)
    word = word.replace("'", "")
    return (word,) if word else ()
