"""Something a criterion found in a talk; the rubric says what it is worth."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rehearse.scoring.talk import Exchange, Talk


@dataclass(frozen=True, slots=True)
class Event:
    """`name` is a key of the criterion's points in the rubric; `quote` the learner's words."""

    name: str
    turn: int
    quote: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """`events` are all names `find` may give, each of which the rubric must price."""

    events: tuple[str, ...]
    find: Callable[[Talk], Iterator[Event]]


def event(name: str, exchange: Exchange, words: str | None) -> Iterator[Event]:
    """One event where there are words that show it, else none."""
    if words is not None:
        yield Event(name, exchange.number, words)


def how_it_ended(talk: Talk) -> Iterator[Event]:
    """`ended_hostile` where the last line was an attack, or one more dig after other hostile lines.

    A dig that stands alone is `ended_sour`: it hurts, but does not undo a civil talk.
    """
    last = talk.last
    if last is None or not last.hostile:
        return
    alone = sum(exchange.hostile for exchange in talk) == 1
    sour = last.reading.tone == "passive_aggressive" and alone
    yield Event("ended_sour" if sour else "ended_hostile", last.number, last.quote())
