"""What the learner is told after a talk, with the outcome and the score kept apart."""

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rehearse.scoring.best import BestLine, best_line, phrases
from rehearse.scoring.facts import facts_of
from rehearse.scoring.loss import Loss, advice, losses
from rehearse.scoring.model import Scorecard
from rehearse.scoring.pitched import PitchPoint, pitch_points
from rehearse.scoring.questions import asked_for
from rehearse.scoring.rewrites import fault_of, rewrite
from rehearse.scoring.rubric import Rubric
from rehearse.scoring.words import sentence_with
from rehearse.transcript.model import Transcript

if TYPE_CHECKING:
    from rehearse.persona.model import Persona


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

    `costliest` is None where no line lost points; `secret` and `ending` are the persona's own
    words, empty without a persona and while the talk may still go on; `next_time` is one piece of
    advice ("" where nothing is left to advise); `phrases` are sentences of the learner's own to
    take along, at most five; `pitch` are the points of their pitch, used or not.
    """

    overall: float
    outcome: str | None
    best: BestLine | None
    costliest: CostlyLine | None
    secret: str
    ending: str
    next_time: str
    phrases: tuple[str, ...]
    pitch: tuple[PitchPoint, ...] = ()


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
        best=best_line(transcript, scorecard),
        costliest=_costliest(transcript, losses(transcript, rubric)),
        secret=persona.secret.strip() if persona is not None and end is not None else "",
        ending=ending.debrief.strip() if ending is not None else "",
        next_time=advice(transcript, scorecard, rubric),
        phrases=phrases(transcript, scorecard),
        pitch=pitch_points(transcript),
    )


def _costliest(transcript: Transcript, lost: list[Loss]) -> CostlyLine | None:
    by_turn: dict[int, list[Loss]] = defaultdict(list)
    for loss in lost:
        by_turn[loss.turn].append(loss)
    if not by_turn:
        return None
    turn = max(by_turn, key=lambda number: (sum(one.worth for one in by_turn[number]), -number))
    worst = max(by_turn[turn], key=lambda one: one.worth)
    record = next(t for t in transcript.turns if t.number == turn)
    fault = fault_of(record.reading)
    better = rewrite(fault, facts_of(transcript), turn, asked_for(record.manager))
    named = [loss.why for loss in by_turn[turn] if loss.event == fault]
    whys = dict.fromkeys([*named[:1], worst.why])
    return CostlyLine(turn, sentence_with(record.reply, worst.quote), " ".join(whys), better)
