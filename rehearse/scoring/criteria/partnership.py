"""Partnership and listening: their view, their position, their ease (M5, M6, P6).

One event for each helpful move of that kind, in a line that may earn; `blamed` and `pushed` take
points for blame and for demands or ultimatums. In a passive line, courtesy is not listening.
"""

from collections.abc import Iterator

from rehearse.scoring.event import Criterion, Event, event
from rehearse.scoring.talk import Talk

_EARNS = {
    "saw_their_side": "partnership",
    "heard_them": "acknowledge",
    "asked_for_feedback": "seek_feedback",
    "checked_in": "check_in",
    "asked_the_bar": "ask_criteria",
    "offered_help": "offer_support",
    "thanked": "gratitude",
    "minded_their_time": "timing_check",
}


def find(talk: Talk) -> Iterator[Event]:
    """Every event of partnership in the talk, in order of turns."""
    for exchange in talk:
        for name, move in _EARNS.items():
            yield from event(name, exchange, exchange.earned(move))
        yield from event("blamed", exchange, exchange.slipped("blame", "badmouth"))
        yield from event("pushed", exchange, exchange.slipped("demand", "ultimatum"))


CRITERION = Criterion(events=(*_EARNS, "blamed", "pushed"), find=find)
