"""Tone on the continuum from too little to too much (M4).

Earned, one event a turn: `firm_and_civil` for an assertive line with a helpful move that is new
(which bears the tone out where the reader was not certain), `civil` for a line with such a move
and another tone, `plain_words` for a certainly assertive line without one. A line that is or may be
hostile, a passive, a repeated and a two-word line earn nothing.

Taken: `too_little` for a passive line (and `shrinking_words` for hedging, hinting, giving up or
playing down in a neutral or uncertain one), `too_much` and `veiled_dig` for an aggressive and a
passive-aggressive one, `sour_words` for blame, claims and the like in any other line,
`ended_hostile` or `ended_sour` where the last thing said was an attack or a lone dig. `repaired`
comes back for a repair that follows a hostile or sour line, once for each such line at most.
"""

from collections.abc import Iterator

from rehearse.reading.model import SOUR
from rehearse.scoring.event import Criterion, Event, event, how_it_ended
from rehearse.scoring.talk import (
    HOSTILE_TONES,
    SHRINKING_MOVES,
    Exchange,
    Talk,
    repairs,
)


def find(talk: Talk) -> Iterator[Event]:
    """Every event of tone in the talk, in order of turns."""
    mended = repairs(talk)
    for exchange in talk:
        yield from _taken(exchange)
        yield from _earned(exchange)
        if exchange.number in mended:
            yield Event("repaired", exchange.number, exchange.quote())
    yield from how_it_ended(talk)


def _taken(exchange: Exchange) -> Iterator[Event]:
    if exchange.hostile:
        name = "too_much" if exchange.reading.tone == "aggressive" else "veiled_dig"
        yield Event(name, exchange.number, exchange.worst_words())
        return
    yield from event("sour_words", exchange, exchange.slipped(*SOUR))
    if exchange.timid:
        yield Event("too_little", exchange.number, exchange.worst_words())
    else:
        yield from event("shrinking_words", exchange, exchange.slipped(*SHRINKING_MOVES))


def _earned(exchange: Exchange) -> Iterator[Event]:
    soured = exchange.reading.tone in HOSTILE_TONES or exchange.slipped(*SOUR) is not None
    if soured or exchange.stale or exchange.timid:
        return
    firm = exchange.reading.tone == "assertive"
    if exchange.fresh:
        yield Event("firm_and_civil" if firm else "civil", exchange.number, exchange.best_words())
    elif firm and exchange.reading.certain:
        yield Event("plain_words", exchange.number, exchange.best_words())


CRITERION = Criterion(
    events=(
        "firm_and_civil", "civil", "plain_words", "repaired", "too_little", "shrinking_words",
        "too_much", "veiled_dig", "sour_words", "ended_hostile", "ended_sour",
    ),
    find=find,
)  # fmt: skip
