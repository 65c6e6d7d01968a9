"""From a finished transcript to a scorecard, and from that to a debrief.

In reading order: `model` (what a scorecard is), `words` (quotes and repeats), `phrases`, `doubts`
(which manager's lines are a no) and `questions` (what they ask for), `talk` (a transcript as the
criteria see it), `event`, `ahead` (what a line says of the next step), `criteria`
(what is found, one module each), `rubric` (what it is worth, from rubric.yaml), `tally`
(points and sums), `scorecard`; then
`pitched` (points of the pitch used), `signs` (what was done by any sign) and `loss` (what cost
points or was left lying), `best` (the good lines), `facts` and `rewrites` (a better way to say it),
`afterwards` (the debrief) and `telling` (the debrief in plain words).
"""

from rehearse.scoring.afterwards import CostlyLine, Debrief, debrief
from rehearse.scoring.best import BestLine
from rehearse.scoring.model import CriterionScore, Evidence, Scorecard, TurnNote
from rehearse.scoring.pitched import PitchPoint
from rehearse.scoring.rubric import Rubric, load_rubric
from rehearse.scoring.scorecard import score
from rehearse.scoring.telling import Section, render

__all__ = [
    "BestLine", "CostlyLine", "CriterionScore", "Debrief", "Evidence", "PitchPoint", "Rubric",
    "Scorecard", "Section", "TurnNote", "debrief", "load_rubric", "render", "score",
]  # fmt: skip
