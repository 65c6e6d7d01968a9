"""What a line says about what comes next: a time to look at it again, and who does what."""

import re

from rehearse.scoring.talk import Exchange
from rehearse.scoring.words import quote

_AGAIN = re.compile(
    r"\b(?:again|review|revisit|meet|meeting|follow[- ]up|check[- ]in|decide|decision|sit down|"
    r"come back|go through|go over|look at|talk|discuss|catch[- ]up|appraisal)\b",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"\b(i|we|you)(?:['’]ll| will| can| could)? (?!to\b|want\b|wants\b|would\b|think\b|am\b|are\b|"
    r"know\b|understand\b|hope\b|need\b|see\b|mean\b|said\b|have\b|like\b|feel\b)[a-z]+",
    re.IGNORECASE,
)


def date_to_look_again(exchange: Exchange) -> str | None:
    """The words with a time to decide or to look again, or None.

    A time inside the ask alone ("the lead role by April") is none. Where the reader heard no
    request for a time, a date counts that answers the manager's question for one, or that is set
    for a review or the like after a doubt or late in the talk.
    """
    words = exchange.earned("timeline")
    if words is not None:
        return None if date_in_ask(exchange) is not None else words
    words = exchange.named("date")
    if words is None or _is_in_ask(exchange, _date(exchange)):
        return None
    meant = exchange.asked == "next"
    if exchange.doubted or exchange.late:
        meant = meant or _looks_again(exchange, _date(exchange))
    return words if meant else None


def date_in_ask(exchange: Exchange) -> str | None:
    """The words of a time that is named as a part of the ask and nowhere else, or None."""
    words = exchange.earned("timeline")
    times = [hit.span for hit in exchange.reading.moves if hit.move == "timeline"]
    inside = all(_is_in_ask(exchange, span) for span in times)
    return words if words is not None and inside else None


def who_does_what(exchange: Exchange) -> str | None:
    """The words with a next step, or None: one the reader heard, or an answer to what comes next.

    Such an answer has a date and says what both sides do ("I write it, you read it").
    """
    words = exchange.earned("next_steps")
    if words is not None or exchange.asked != "next" or exchange.named("date") is None:
        return words
    acting = list(_DOES.finditer(exchange.record.reply))
    if len({found[1].lower() for found in acting}) < 2:
        return None
    return exchange.quote((acting[0].start(), acting[-1].end()))


def _date(exchange: Exchange) -> tuple[int, int]:
    return next(m.span for m in exchange.reading.mentions if m.kind == "date")


def _is_in_ask(exchange: Exchange, span: tuple[int, int]) -> bool:
    """Whether this stands in a sentence that asks for the step up and for no second talk."""
    asks = [hit.span for hit in exchange.reading.moves if hit.move == "direct_ask"]
    sentence = quote(exchange.record.reply, span)
    asked = any(quote(exchange.record.reply, ask) == sentence for ask in asks)
    return asked and not _looks_again(exchange, span)


def _looks_again(exchange: Exchange, span: tuple[int, int]) -> bool:
    return _AGAIN.search(quote(exchange.record.reply, span)) is not None
