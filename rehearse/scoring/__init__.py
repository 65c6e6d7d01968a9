"""From a finished transcript to a scorecard, and from that to a debrief.

In reading order: `model` (the scorecard), `talk` (a transcript as the criteria see it), `doubts`
(which manager's lines are a no), `event`, `criteria` (one module each: what is found), `rubric`
(what it is worth, from rubric.yaml), `tally` (points and sums), `score`.
"""

from rehearse.scoring.model import CriterionScore, Evidence, Scorecard, TurnNote
from rehearse.scoring.rubric import Rubric, load_rubric
from rehearse.scoring.score import score

__all__ = [
    "CriterionScore", "Evidence", "Rubric", "Scorecard", "TurnNote", "load_rubric", "score",
]  # fmt: skip
