"""The criteria of the rubric, one module each; a module's docstring is its rule.

Each gives `CRITERION`: the events it may find, and the function that finds them in a talk.
"""

from rehearse.scoring.criteria import (
    ask,
    closing,
    evidence,
    objection,
    partnership,
    professionalism,
    tone,
    value,
)
from rehearse.scoring.event import Criterion

CRITERIA: dict[str, Criterion] = {
    "tone": tone.CRITERION,
    "ask": ask.CRITERION,
    "evidence": evidence.CRITERION,
    "value": value.CRITERION,
    "partnership": partnership.CRITERION,
    "objection": objection.CRITERION,
    "closing": closing.CRITERION,
    "professionalism": professionalism.CRITERION,
}

__all__ = ["CRITERIA"]
