"""Clarity of the ask: from the menu, in so many words (D1, D2, P5).

The direct ask is the heart: without it the rest adds up to little. `asked` is a direct ask in a
line that is not passive, `asked_softly` one in a passive line or beside a hedge; `hinted` leaves a
trace. `named_the_role`, `named_the_time` and `gave_the_way` count once it has been asked (in that
line or a later one), the role and the time also where they are those of the pitch;
`said_the_purpose` is an open agenda. `unsaid` (hedging or playing down in a line that is not
assertive) and `dropped` (giving up in one) take part of it back.
"""

from collections.abc import Iterator

from rehearse.scoring.event import Criterion, Event, event
from rehearse.scoring.talk import Exchange, Talk


def find(talk: Talk) -> Iterator[Event]:
    """Every event of asking in the talk, in order of turns."""
    asked = False
    for exchange in talk:
        words = exchange.earned("direct_ask")
        asked = asked or words is not None
        soft = exchange.timid or exchange.slipped("hedge") is not None
        yield from event("asked_softly" if soft else "asked", exchange, words)
        yield from event("hinted", exchange, exchange.earned("hint"))
        yield from event("said_the_purpose", exchange, exchange.earned("open_agenda"))
        if asked:
            yield from _details(exchange)
        yield from event("unsaid", exchange, exchange.slipped("hedge", "self_minimise"))
        yield from event("dropped", exchange, exchange.slipped("give_up"))


def _details(exchange: Exchange) -> Iterator[Event]:
    yield from event("named_the_role", exchange, exchange.named("role") or exchange.used("role"))
    yield from event("named_the_time", exchange, exchange.named("date") or exchange.used("date"))
    yield from event("gave_the_way", exchange, exchange.earned("plan") or exchange.used("plan"))


CRITERION = Criterion(
    events=(
        "asked", "asked_softly", "hinted", "named_the_role", "named_the_time",
        "said_the_purpose", "gave_the_way", "unsaid", "dropped",
    ),
    find=find,
)  # fmt: skip
