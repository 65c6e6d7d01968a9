"""Professionalism: no badmouthing, blame, ultimatum, entitlement or comparison (H8, H9, P11).

It has to be earned: `professional` is a line of substance (a new helpful move) with nothing of the
kind in it. `hostile` is taken for each hostile line, and each harmful move beside it has its own
price. `repaired` gives a part back, once for each hostile or sour line at most.
"""

from collections.abc import Iterator

from rehearse.reading.model import SOUR
from rehearse.scoring.event import Criterion, Event, event
from rehearse.scoring.talk import Talk, repairs

_TAKES = (*SOUR, "personal_need")


def find(talk: Talk) -> Iterator[Event]:
    """Every event of professionalism in the talk, in order of turns."""
    mended = repairs(talk)
    for exchange in talk:
        if exchange.hostile:
            yield Event("hostile", exchange.number, exchange.worst_words())
        for move in _TAKES:
            yield from event(move, exchange, exchange.slipped(move))
        if exchange.fresh and exchange.slipped(*_TAKES) is None:
            yield Event("professional", exchange.number, exchange.best_words())
        if exchange.number in mended:
            yield Event("repaired", exchange.number, exchange.quote())


CRITERION = Criterion(events=("professional", "repaired", "hostile", *_TAKES), find=find)
