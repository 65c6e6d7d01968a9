"""Handling the objection: what came after the manager's first no or hesitation (P7, P9, P10).

The first doubt is the first manager's line with a phrase of doubts.yaml. From the reply to it on:
`took_it_in` (acknowledge), `asked_what_it_needs` (the bar), `asked_for_advice` (feedback),
`kept_the_point` (ask, evidence, value or plan in a line that is not passive), `another_way` (a
skill, a visible task, a lateral move, a mentor, an offer of help), `set_a_date` (a time to look
again) earn; `shrank` (a passive line), `gave_up` and `struck_back` (a hostile line) cost. Where no
doubt was voiced, asking about the bar, the gaps and the manager's side beforehand earns a part.
"""

from collections.abc import Iterator

from rehearse.scoring.ahead import date_to_look_again
from rehearse.scoring.event import Criterion, Event, event
from rehearse.scoring.talk import Exchange, Talk

_POINT = ("direct_ask", "evidence", "future_value", "team_impact", "plan")
_OTHER_WAYS = (
    "alternatives", "skill_development", "visibility", "mentor_network", "offer_support",
)  # fmt: skip
_BEFOREHAND = ("ask_criteria", "seek_feedback", "partnership", "check_in")


def find(talk: Talk) -> Iterator[Event]:
    """Every event of handling an objection in the talk, in order of turns."""
    for exchange in talk:
        if exchange.doubted:
            yield from _after_doubt(exchange)
        elif not talk.doubted:
            yield from event("asked_beforehand", exchange, exchange.earned(*_BEFOREHAND))


def _after_doubt(exchange: Exchange) -> Iterator[Event]:
    yield from event("took_it_in", exchange, exchange.earned("acknowledge", "partnership"))
    yield from event("asked_what_it_needs", exchange, exchange.earned("ask_criteria"))
    yield from event("asked_for_advice", exchange, exchange.earned("seek_feedback"))
    if not exchange.timid:
        yield from event("kept_the_point", exchange, exchange.earned(*_POINT))
    yield from event("another_way", exchange, exchange.earned(*_OTHER_WAYS))
    yield from event("set_a_date", exchange, date_to_look_again(exchange))
    if exchange.hostile:
        yield Event("struck_back", exchange.number, exchange.worst_words())
    elif exchange.slipped("give_up") is not None:
        yield from event("gave_up", exchange, exchange.slipped("give_up"))
    elif exchange.timid:
        yield Event("shrank", exchange.number, exchange.worst_words())


CRITERION = Criterion(
    events=(
        "took_it_in", "asked_what_it_needs", "asked_for_advice", "kept_the_point",
        "another_way", "set_a_date", "asked_beforehand", "shrank", "gave_up", "struck_back",
    ),
    find=find,
)  # fmt: skip
