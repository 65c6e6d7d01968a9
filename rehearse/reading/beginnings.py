"""Search a text for an expression only where one of its first words stands.

A long expression costs a good deal at every place where it is tried, and most places are in vain.
"""

import re
from collections.abc import Iterator

from rehearse.reading.normalise import Words

_LOOK_ALIKES = frozenset("\u017f\u0131\u0130")  # what `re` takes for an s or an i
_APART = re.compile(r"[£$€₹¥]\s")


def matches(
    pattern: re.Pattern[str], words: Words, first_words: frozenset[str]
) -> Iterator[re.Match[str]]:
    """The matches of `pattern` in the text of `words`, as `finditer` gives them.

    Each must begin with one of `first_words`, a digit or the sign of a currency; none is looked for
    inside a token, as the 30 of 3:30.
    """
    text = words.text
    unusual = "$" in text or not text.isascii()
    if unusual and (not _LOOK_ALIKES.isdisjoint(text) or _APART.search(text)):
        yield from pattern.finditer(text)
        return
    done = 0
    for word, (start, _) in zip(words.words, words.spans, strict=True):
        if start >= done and (word in first_words or not word[0].isalpha()):
            match = pattern.match(text, start)
            if match:
                yield match
                done = match.end()
