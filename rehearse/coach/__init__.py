"""What a coach does with a script: plays its stories, and lets bots talk to it by the thousand.

In reading order: `stories`. Then, for `rehearse simulate`: `repertoire` (what bots can say),
`habits` and `insider` (how they talk), `bots` (all of them by name), `known_readings` and
`holding` (a talk, held), `counts`, `fitting` and `counting` (what happened in it), `crew` (many
talks at once), `unused` and `coverage` (what was never reached, and why), `floors` (figures, and
what they must keep to), `simulation` (all of it), `remarks` (what to look at first) and
`simulation_record` (for other programs). By itself stands `graph`: the map of a talk.
"""

from typing import TYPE_CHECKING, Any

from rehearse.coach.stories import Difference, StoryResult, run_stories

if TYPE_CHECKING:
    from rehearse.coach.simulation import Simulation, simulate

__all__ = ["Difference", "Simulation", "StoryResult", "run_stories", "simulate"]


def __getattr__(name: str) -> Any:
    """Import the simulation, and the scoring with it, only when it is asked for."""
    if name not in ("Simulation", "simulate"):
        raise AttributeError(f"module 'rehearse.coach' has no attribute {name!r}")
    from rehearse.coach import simulation

    return getattr(simulation, name)
