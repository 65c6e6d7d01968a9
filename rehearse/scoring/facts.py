"""The learner's own facts, fit to stand in a sentence: the role, the time, a figure, a point."""

import re
from collections.abc import Iterator

from rehearse.pitch.model import Pitch
from rehearse.scoring.talk import is_hostile
from rehearse.transcript.model import Transcript

_PAST_OR_OPEN = re.compile(r"\b(last|since|for|from|over|until|till|tonight|tomorrow)\b|days$")
_HAS_PREPOSITION = re.compile(r"(by|before|in|within|at|after|on|this|next)\b", re.IGNORECASE)
_NEEDS_ARTICLE = re.compile(
    r"(spring|summer|autumn|winter|end|start|beginning|middle|first|second|third|fourth)\b"
)
_FAR = re.compile(  # far enough off for a new role; "Wednesday" is for the next small step
    r"january|february|march|april|june|july|august|september|october|november|december|\bmay\b"
    r"|spring|summer|autumn|winter|year|quarter|\bq[1-4]\b|months"
)
_TAIL = re.compile(r"\s+(role|job|position|post|title)$", re.IGNORECASE)


def facts_of(transcript: Transcript) -> dict[str, str]:
    """What is known of `role`, `when`, `figure` and `point`; what is not known is left out.

    The pitch comes first, then what the learner named in lines that were not hostile.
    `when` answers "when?" as a whole ("by March", "in six months").
    """
    pitch = Pitch.from_json(transcript.header.pitch or {})
    found = {
        "role": _TAIL.sub("", pitch.role or next(_named(transcript, "role"), "")),
        "when": next((w for w in map(when, _dates(transcript, pitch)) if w), ""),
        "figure": next((f for f in _named(transcript, "figure", "evidence") if " " in f), ""),
        "point": next(iter(pitch.achievements), ""),
    }
    return {name: value.strip().rstrip(".!") for name, value in found.items() if value.strip()}


def when(date: str) -> str:
    """A date as an answer to "when?", or "" where it does not say when something will be.

    "March" gives "by March", "In six months" gives "in six months", "last year" gives "".
    """
    words = " ".join(date.split())
    if not words or _PAST_OR_OPEN.search(words.lower()):
        return ""
    if _HAS_PREPOSITION.match(words):
        return words[0].lower() + words[1:]
    if words.lower().startswith(("coming ", "following ")):
        return f"in the {words}"
    article = "the " if _NEEDS_ARTICLE.match(words.lower()) else ""
    return f"by {article}{words}"


def _dates(transcript: Transcript, pitch: Pitch) -> Iterator[str]:
    """Times the wish may be for: the pitch's, those said with the ask, then months before days."""
    yield pitch.date
    yield from _named(transcript, "date", "direct_ask")
    yield from sorted(_named(transcript, "date"), key=lambda date: not _FAR.search(date.lower()))


def _named(transcript: Transcript, kind: str, move: str = "") -> Iterator[str]:
    for record in reversed(transcript.turns):
        reading = record.reading
        if not is_hostile(reading) and (not move or reading.has(move)):
            yield from (mention.text for mention in reading.mentions if mention.kind == kind)
