"""Search a text for an expression only where one of its first words stands.

A long expression costs a good deal at every place it is tried. The places to try in a stretch
between two spaces are remembered, for people use the same words again and again.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

_RUN = re.compile(r"[a-z]+|\d+|[£$€₹¥]")
_LOOK_ALIKES = frozenset("\u017f\u0131\u0130")  # what `re` takes for an s or an i


def matches(
    pattern: re.Pattern[str], text: str, first_words: frozenset[str]
) -> Iterator[re.Match[str]]:
    """The matches of `pattern` in `text`, as `finditer` gives them.

    Each must begin with one of `first_words` (lower case), a digit or the sign of a currency.
    """
    start = done = 0
    for stretch in text.split():
        start = text.index(stretch, start)
        for place in _places(stretch, first_words):
            if start + place >= done and (match := pattern.match(text, start + place)):
                yield match
                done = match.end()
        start += len(stretch)


@lru_cache(maxsize=50_000)
def _places(stretch: str, first_words: frozenset[str]) -> tuple[int, ...]:
    """Where in a stretch one of these words, a digit or a currency sign stands."""
    if has_look_alikes(stretch):
        return tuple(range(len(stretch)))
    return tuple(
        run.start()
        for run in _RUN.finditer(stretch.lower())
        if not run[0].isalpha() or run[0] in first_words
    )


def has_look_alikes(text: str) -> bool:
    """Whether `text` has characters that `re` takes for an s or an i when case is ignored."""
    return not text.isascii() and not _LOOK_ALIKES.isdisjoint(text)
