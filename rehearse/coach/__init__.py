"""What a coach does with a script: plays its stories, and lets bots talk to it by the thousand.

In reading order: `differences` and `stories` (talks that go as promised, or not). Then, for
`rehearse simulate`: `repertoire` (what bots can say), `habits` and `insider` (how they talk),
`bots` (all of them by name), `known_readings` and `holding` (a talk, held), `counts`, `fitting` and
`counting` (what happened in it), `crew` (many talks at once), `unused` and `coverage` (what was
never reached, and why), `floors` (figures, and what they must keep to), `simulation` (all of it),
`remarks` (what to look at first) and `simulation_record` (for other programs). Back to stories:
`story_coverage` (what they reach), `blessing` (a rehearsal made a story), `story_text` (a story
written into a script), `pytest_stories` (the same stories under pytest). By themselves stand
`graph`, the map of a talk, and `scaffold`, a new manager's script.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rehearse.coach.differences import Difference
    from rehearse.coach.simulation import Simulation, simulate
    from rehearse.coach.stories import StoryResult, play_story, run_stories

__all__ = ["Difference", "Simulation", "StoryResult", "play_story", "run_stories", "simulate"]

_HOMES = {
    "differences": ("Difference",),
    "simulation": ("Simulation", "simulate"),
    "stories": ("StoryResult", "play_story", "run_stories"),
}


def __getattr__(name: str) -> Any:
    """Import a part, and the rooms it needs, only when it is asked for."""
    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module 'rehearse.coach' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"rehearse.coach.{home}"), name)
