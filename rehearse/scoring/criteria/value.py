"""Value to them and the future: what others gain, now and in the next role (D4, M8, P11).

`gain_for_others` is a benefit to the team, the manager or the company; `future_value` what the
learner will bring next; a value point of the pitch counts as the first where neither was read.
`took_work_over` is an offer to take work off the manager. `private_reason` and `entitled` cost.
"""

from collections.abc import Iterator

from rehearse.scoring.event import Criterion, Event, event
from rehearse.scoring.talk import Talk


def find(talk: Talk) -> Iterator[Event]:
    """Every event of value in the talk, in order of turns."""
    for exchange in talk:
        gain, future = exchange.earned("team_impact"), exchange.earned("future_value")
        if gain is None and future is None:
            gain = exchange.used("value")
        yield from event("gain_for_others", exchange, gain)
        yield from event("future_value", exchange, future)
        yield from event("took_work_over", exchange, exchange.earned("offer_support"))
        yield from event("private_reason", exchange, exchange.slipped("personal_need"))
        yield from event("entitled", exchange, exchange.slipped("entitlement"))


CRITERION = Criterion(
    events=("gain_for_others", "future_value", "took_work_over", "private_reason", "entitled"),
    find=find,
)
