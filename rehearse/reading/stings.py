"""What in a reading is at the other person's expense, whatever the tone of the whole."""

from rehearse.reading.model import Cue, Reading
from rehearse.reading.worth import AT_REST, OTHER_SIDE, SOURCE

_STING = -0.9  # what a single insult or dig takes off respect
_GRAVE = frozenset(("ultimatum", "blame", "badmouth", "demand", "entitlement"))


def spoiled(reading: Reading) -> bool:
    """Whether a reply holds an insult, a threat or a move that pushes."""
    return bool(stinging(reading)) or any(hit.move in _GRAVE for hit in reading.moves)


def stinging(reading: Reading) -> list[tuple[int, int]]:
    """Where a reply threatens, or where a phrase insults or blames."""
    return threats(reading) + [
        cue.span for cue in reading.cues if cue.respect <= _STING and _is_phrase(cue)
    ]


def threats(reading: Reading) -> list[tuple[int, int]]:
    """Where a reply threatens."""
    return [hit.span for hit in reading.moves if hit.move == "ultimatum"]


def _is_phrase(cue: Cue) -> bool:
    """Whether a cue is a phrase or a rule, not loose words or the reply as a whole."""
    return cue.source not in (SOURCE, AT_REST, OTHER_SIDE)
