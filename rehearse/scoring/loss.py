"""What a talk lost: the lines that cost points, and the points it left lying."""

from collections import Counter
from dataclasses import dataclass

from rehearse.scoring.criteria import CRITERIA
from rehearse.scoring.model import Scorecard
from rehearse.scoring.rubric import CriterionRule, Rubric, load_rubric
from rehearse.scoring.signs import signs
from rehearse.scoring.talk import listen
from rehearse.transcript.model import Transcript


@dataclass(frozen=True, slots=True)
class Loss:
    """Points a line cost before any trim. `worth` is in points of the overall score, above 0."""

    event: str
    turn: int
    quote: str
    worth: float
    why: str


def losses(transcript: Transcript, rubric: Rubric | None = None) -> list[Loss]:
    """Every cost in the talk at its full price, also where the score was at 0 already."""
    talk = listen(transcript)
    found = []
    for rule in (rubric or load_rubric()).criteria:
        for event in CRITERIA[rule.id].find(talk):
            price = rule.prices[event.name]
            if price.points[0] < 0:
                worth = -price.points[0] * rule.hundredths / 100
                found.append(Loss(event.name, event.turn, event.quote, worth, price.why))
    return found


def advice(transcript: Transcript, scorecard: Scorecard, rubric: Rubric | None = None) -> str:
    """One thing to try next time: the rubric's word on whatever lost the most points.

    Weighed are all costs paid, and for each gain that never came its first points, as far as the
    criterion had room for them. A gain that the talk shows any sign of is passed over, as the
    reader may have missed it. Empty where nothing is left.
    """
    talk, done = listen(transcript), signs(transcript)
    best, most = "", 0.0
    scores = {criterion.id: criterion.score for criterion in scorecard.criteria}
    for rule in (rubric or load_rubric()).criteria:
        times = Counter(event.name for event in CRITERIA[rule.id].find(talk))
        for name, price in rule.prices.items():
            lost = _lost(rule, name, times[name], scores[rule.id])
            passed = price.points[0] > 0 and name in done
            if price.next_time and lost > most and not passed:
                best, most = price.next_time, lost
    return best


def _lost(rule: CriterionRule, name: str, times: int, score: int) -> float:
    points = rule.prices[name].points[0]
    if points < 0:
        return -points * times * rule.hundredths / 100
    return 0.0 if times else min(points, 100 - score) * rule.hundredths / 100
