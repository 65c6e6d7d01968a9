"""The learner's words as such: quoting them, and noticing what was said before."""

import re

PRONOUNS = frozenset(
    ("i", "i'm", "i'd", "i'll", "me", "my", "am", "you", "you're", "your", "are", "we", "our", "us")
)
SAME_WORDS = 0.8  # share of words two lines have in common from which one repeats the other
ECHO_WORDS = 0.6  # share of the shorter line's words from which two lines say much the same
QUOTE_LENGTH = 120
FEWEST_QUOTED = 3  # words; a clause of fewer is quoted with the sentence around it
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CLAUSE_END = re.compile(r"[.!?…,;:]+[\"'”’)]*(?=\s|$)|\s[-–—]+\s|\n+")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)]*(?=\s|$)|\n+")


def quote(reply: str, span: tuple[int, int] | None = None) -> str:
    """The sentence of `reply` around `span` (or all of it) on one line.

    Over 120 characters it is cut between words, with "…" where something was left out.
    """
    start, end = _piece(reply, span, _SENTENCE_END) if span else (0, len(reply))
    return _cut(reply, start, end, span)


def clause(reply: str, span: tuple[int, int]) -> str:
    """The clause of `reply` around `span`, or the sentence where the clause is very short.

    Cut as `quote` does; marks that only join it to the next clause are left out.
    """
    start, end = _piece(reply, span, _CLAUSE_END)
    if len(reply[start:end].split()) < FEWEST_QUOTED:
        return quote(reply, span)
    return _cut(reply, start, end, span).rstrip(",;:–— -")


def sentence_with(reply: str, words: str) -> str:
    """The sentence of `reply` that a quote is from; the quote itself where it is not found."""
    wanted = words.strip("…")
    start = 0
    for end in [*(match.end() for match in _SENTENCE_END.finditer(reply)), len(reply)]:
        if wanted in " ".join(reply[start:end].split()):
            return _cut(reply, start, end, None)
        start = end
    return words


def shortened(words: str, most: int) -> str:
    """The words in at most `most` characters, cut between words, with "…" where cut."""
    if len(words) <= most:
        return words
    kept = words[: most - 1].rsplit(" ", 1)[0]
    return kept.rstrip(",;:…") + "…"


def _cut(reply: str, start: int, end: int, span: tuple[int, int] | None) -> str:
    left = ""
    if span and end - start > QUOTE_LENGTH and span[1] - start > QUOTE_LENGTH:
        start, left = reply.rfind(" ", start, span[0]) + 1, "…"
    words = left + " ".join(reply[start:end].split())
    if len(words) <= QUOTE_LENGTH:
        return words
    return words[: QUOTE_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def _piece(reply: str, span: tuple[int, int], breaks: re.Pattern[str]) -> tuple[int, int]:
    ends = [match.end() for match in breaks.finditer(reply)]
    start = max((end for end in ends if end <= span[0]), default=0)
    end = min((end for end in ends if end >= span[1]), default=len(reply))
    return start, end


def words_of(text: str) -> frozenset[str]:
    """The different words of a text, in lower case."""
    return frozenset(word.replace("’", "'") for word in _WORD.findall(text.lower()))


def alike(line: str, other: str) -> bool:
    """Whether two lines say much the same: most words of the shorter one are in the other."""
    words, more = sorted((words_of(line), words_of(other)), key=len)
    return len(words & more) >= ECHO_WORDS * len(words)


def repeats(words: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a line says an earlier one again, by the different words of both."""
    return bool(words) and len(words & other) >= SAME_WORDS * len(words | other)


def parrots(words: frozenset[str], line: str) -> bool:
    """Whether a reply with these words only says the manager's line back, I for you aside."""
    own = words - PRONOUNS
    return bool(own) and len(own & words_of(line)) >= SAME_WORDS * len(own)
