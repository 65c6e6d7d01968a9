"""Evidence: concrete things done, with figures and their effect (H3, H7, P2).

`example` is a line that cites something done or uses an achievement of the pitch; `figure` such a
line with a figure in it; `effect_on_others` a benefit to the team or the company, in a talk that
has an example by then. `played_down`, `private_reason` and `others_as_proof` take points.
"""

from collections.abc import Iterator

from rehearse.scoring.event import Criterion, Event, event
from rehearse.scoring.talk import Talk


def find(talk: Talk) -> Iterator[Event]:
    """Every event of evidence in the talk, in order of turns."""
    shown = False
    for exchange in talk:
        words = exchange.earned("evidence") or exchange.used("achievements")
        shown = shown or words is not None
        yield from event("example", exchange, words)
        if words is not None:
            yield from event("figure", exchange, exchange.named("figure"))
        if shown:
            yield from event("effect_on_others", exchange, exchange.earned("team_impact"))
        yield from event("played_down", exchange, exchange.slipped("self_minimise"))
        yield from event("private_reason", exchange, exchange.slipped("personal_need"))
        yield from event("others_as_proof", exchange, exchange.slipped("comparison"))


CRITERION = Criterion(
    events=(
        "example", "figure", "effect_on_others", "played_down", "private_reason",
        "others_as_proof",
    ),
    find=find,
)  # fmt: skip
