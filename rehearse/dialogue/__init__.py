"""The talk itself: a persona's script as a state machine, moved by one reading at a time.

In reading order: `turn` (what one exchange is), `mood` and `memory` (what lasts from reply to
reply), `conditions` (when a rule holds), `wording` and `lines` (what is said, and which variant),
`talk` (one talk under way), `machine` (the script as transitions), `rehearsal` (the public face),
`rules` (a turn's rule, found again), `tried` (the rules a reply was tried on),
`again` (a talk held again with a script that was changed), `diagram` (such a machine as Mermaid
or DOT).
"""

from typing import TYPE_CHECKING, Any

from rehearse.dialogue.rules import find_response
from rehearse.dialogue.turn import End, Turn

if TYPE_CHECKING:
    from rehearse.dialogue.rehearsal import Rehearsal

__all__ = ["End", "Rehearsal", "Turn", "find_response"]


def __getattr__(name: str) -> Any:
    """Import the rehearsal, and `transitions` with it, only when a talk is to be held."""
    if name != "Rehearsal":
        raise AttributeError(f"module 'rehearse.dialogue' has no attribute {name!r}")
    from rehearse.dialogue.rehearsal import Rehearsal

    return Rehearsal
