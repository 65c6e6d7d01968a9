"""Closing with next steps: who does what, and when to look again (M12, P10).

`next_step`, `horizon` (a time to decide or to look again) and `plan` count wherever they are said;
what counts as the first two is said in `ahead`. `date_in_ask` is a time inside the ask alone;
`exact_date` is a date in a line with a step or a horizon; `closed_warmly` is thanks in one of the
last two lines, once a next step or a time has been named. `let_go` is giving up with no later line
that asks, sets a time or names a next step; `ended_hostile` takes everything, `ended_sour` a part.
"""

from collections.abc import Iterator

from rehearse.scoring.ahead import date_in_ask, date_to_look_again, who_does_what
from rehearse.scoring.event import Criterion, Event, event, how_it_ended
from rehearse.scoring.talk import Talk


def find(talk: Talk) -> Iterator[Event]:
    """Every event of closing in the talk, in order of turns."""
    settled = False
    for exchange in talk:
        step, horizon = who_does_what(exchange), date_to_look_again(exchange)
        settled = settled or step is not None or horizon is not None
        yield from event("next_step", exchange, step)
        yield from event("horizon", exchange, horizon)
        yield from event("date_in_ask", exchange, date_in_ask(exchange))
        if step is not None or horizon is not None:
            yield from event("exact_date", exchange, exchange.named("date"))
        yield from event("plan", exchange, exchange.earned("plan"))
        if settled and exchange in talk.exchanges[-2:]:
            yield from event("closed_warmly", exchange, exchange.earned("gratitude"))
    yield from _let_go(talk)
    yield from how_it_ended(talk)


def _let_go(talk: Talk) -> Iterator[Event]:
    for exchange in reversed(talk.exchanges):
        words = exchange.earned("direct_ask", "timeline", "next_steps")
        if (words or who_does_what(exchange) or date_to_look_again(exchange)) is not None:
            return
        if exchange.slipped("give_up") is not None:
            yield from event("let_go", exchange, exchange.slipped("give_up"))
            return


CRITERION = Criterion(
    events=(
        "next_step", "horizon", "date_in_ask", "exact_date", "plan", "closed_warmly", "let_go",
        "ended_hostile", "ended_sour",
    ),
    find=find,
)  # fmt: skip
