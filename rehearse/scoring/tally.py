"""From events to points: prices, repeats, and the trim that keeps a score between 0 and 100."""

from collections import Counter
from collections.abc import Iterable

from rehearse.scoring.event import Event
from rehearse.scoring.model import CriterionScore, Evidence
from rehearse.scoring.rubric import CriterionRule

FULL = 100


def tally(rule: CriterionRule, events: Iterable[Event]) -> CriterionScore:
    """The criterion's score: every event at its price, in order of turns, trimmed to 0..100.

    Where nothing was earned, one entry with turn 0 and no points says what was missing.
    """
    evidence = _trimmed(_priced(rule, events))
    if not any(entry.points > 0 for entry in evidence):
        evidence.append(Evidence(0, "", 0, rule.none))
    return CriterionScore(
        id=rule.id,
        name=rule.name,
        score=sum(entry.points for entry in evidence),
        weight=rule.hundredths / 100,
        principles=rule.principles,
        evidence=tuple(evidence),
    )


def _priced(rule: CriterionRule, events: Iterable[Event]) -> list[Evidence]:
    times: Counter[str] = Counter()
    evidence = []
    for event in sorted(events, key=lambda event: event.turn):
        price = rule.prices[event.name]
        before = times[event.name]
        points = price.at(before)
        times[event.name] += 1
        if points:
            evidence.append(Evidence(event.turn, event.quote, points, price.why_at(before)))
    return evidence


def _trimmed(evidence: list[Evidence]) -> list[Evidence]:
    """The evidence with the last gains cut where it is over 100, the last costs where under 0.

    What is cut to nothing stays as an entry of 0 points, so that no line goes unmentioned.
    """
    raw = sum(entry.points for entry in evidence)
    excess = max(raw - FULL, 0) or min(raw, 0)
    trimmed = []
    for entry in reversed(evidence):
        cut = 0
        if excess > 0:
            cut = min(max(entry.points, 0), excess)
        elif excess < 0:
            cut = max(min(entry.points, 0), excess)
        excess -= cut
        trimmed.append(Evidence(entry.turn, entry.quote, entry.points - cut, entry.why))
    return trimmed[::-1]
