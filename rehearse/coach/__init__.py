"""What a coach does with a script: plays its stories, to see that talks go as promised.

In reading order: `stories`.
"""

from rehearse.coach.stories import Difference, StoryResult, run_stories

__all__ = ["Difference", "StoryResult", "run_stories"]
