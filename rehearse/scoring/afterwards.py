"""What the learner is told after a talk, with the outcome and the score kept apart."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rehearse.scoring.facts import facts_of
from rehearse.scoring.loss import Loss, advice, losses
from rehearse.scoring.model import Evidence, Scorecard
from rehearse.scoring.rewrites import fault_of, rewrite
from rehearse.scoring.rubric import Rubric
from rehearse.scoring.talk import slips
from rehearse.scoring.words import alike
from rehearse.transcript.model import Transcript

if TYPE_CHECKING:
    from rehearse.persona.model import Persona

SHORTEST_PHRASE = 5  # words; less is nothing to carry into a meeting
MOST_PHRASES = 5
LEAST_RESPECT = 0.6  # under that nobody should be told to say it again
LEAST_WORTH = 2.0  # points of the overall score from which a sentence is worth taking along


@dataclass(frozen=True, slots=True)
class BestLine:
    """The line that earned most: its turn, the words, and why in one or two sentences."""

    turn: int
    quote: str
    why: str


@dataclass(frozen=True, slots=True)
class CostlyLine:
    """The line that cost most, why, and a better way to say it."""

    turn: int
    quote: str
    why: str
    better: str


@dataclass(frozen=True, slots=True)
class Debrief:
    """Everything said after a talk. `outcome` is None where the talk did not end.

    `secret` and `ending` are the persona's own words, empty without a persona and while the talk
    may still go on; `next_time` is one piece of advice; `phrases` are sentences of the learner's
    own to take along, at most five.
    """

    overall: float
    outcome: str | None
    best: BestLine | None
    costliest: CostlyLine | None
    secret: str
    ending: str
    next_time: str
    phrases: tuple[str, ...]


def debrief(
    transcript: Transcript,
    scorecard: Scorecard,
    persona: "Persona | None" = None,
    rubric: Rubric | None = None,
) -> Debrief:
    """The debrief of a talk that was scored; `rubric` as it was given to `score`."""
    end = transcript.end
    ending = persona.endings.get(end.state) if persona is not None and end is not None else None
    return Debrief(
        overall=scorecard.overall,
        outcome=end.outcome if end is not None else None,
        best=_best_line(scorecard),
        costliest=_costliest(transcript, losses(transcript, rubric)),
        secret=persona.secret.strip() if persona is not None and end is not None else "",
        ending=ending.debrief.strip() if ending is not None else "",
        next_time=advice(transcript, scorecard, rubric),
        phrases=_phrases(transcript, scorecard),
    )


def _gains(scorecard: Scorecard) -> Iterable[tuple[Evidence, float]]:
    for criterion in scorecard.criteria:
        for entry in criterion.evidence:
            if entry.points > 0:
                yield entry, entry.points * criterion.weight


def _best_line(scorecard: Scorecard) -> BestLine | None:
    by_turn: dict[int, list[tuple[float, Evidence]]] = defaultdict(list)
    for entry, worth in _gains(scorecard):
        by_turn[entry.turn].append((worth, entry))
    if not by_turn:
        return None
    turn = max(by_turn, key=lambda number: (sum(worth for worth, _ in by_turn[number]), -number))
    found = sorted(by_turn[turn], key=lambda pair: -pair[0])
    whys = dict.fromkeys(entry.why for _, entry in found)
    return BestLine(turn, found[0][1].quote, " ".join(list(whys)[:2]))


def _costliest(transcript: Transcript, lost: list[Loss]) -> CostlyLine | None:
    by_turn: dict[int, list[Loss]] = defaultdict(list)
    for loss in lost:
        by_turn[loss.turn].append(loss)
    if not by_turn:
        return None
    turn = max(by_turn, key=lambda number: (sum(one.worth for one in by_turn[number]), -number))
    worst = max(by_turn[turn], key=lambda one: one.worth)
    fault = fault_of(next(t.reading for t in transcript.turns if t.number == turn))
    better = rewrite(fault, facts_of(transcript), turn)
    named = [loss.why for loss in by_turn[turn] if loss.event == fault]
    whys = dict.fromkeys([*named[:1], worst.why])
    return CostlyLine(turn, worst.quote, " ".join(whys), better)


def _phrases(transcript: Transcript, scorecard: Scorecard) -> tuple[str, ...]:
    clean = {
        record.number
        for record in transcript.turns
        if record.reading.tone in ("assertive", "neutral")
        and record.reading.respect >= LEAST_RESPECT
        and not slips(record.reading)
    }
    worth: dict[str, float] = defaultdict(float)
    for entry, points in _gains(scorecard):
        whole = "…" not in (entry.quote[:1], entry.quote[-1:])
        if entry.turn in clean and whole and len(entry.quote.split()) >= SHORTEST_PHRASE:
            worth[entry.quote] += points
    kept: list[str] = []
    for words in sorted(worth, key=lambda words: -worth[words]):
        if worth[words] >= LEAST_WORTH and not any(alike(words, other) for other in kept):
            kept.append(words)
    return tuple(kept[:MOST_PHRASES])
