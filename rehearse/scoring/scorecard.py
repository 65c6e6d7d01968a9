"""Scoring a transcript: the criteria find events, the rubric prices them, the weights add up."""

from typing import Any

from rehearse.scoring.criteria import CRITERIA
from rehearse.scoring.model import CriterionScore, Scorecard, TurnNote
from rehearse.scoring.rubric import Rubric, load_rubric
from rehearse.scoring.talk import listen
from rehearse.scoring.tally import tally
from rehearse.transcript.model import Transcript, TurnRecord


def score(transcript: Transcript, rubric: Rubric | None = None) -> Scorecard:
    """The scorecard of a transcript; the same transcript and rubric always give the same one.

    `rubric` is the built-in one where None. Only the readings, the manager's lines and the pitch
    points used are looked at, so talks brought in by import score like played ones. Overall is
    0..100 with two decimals at most; the outcome is noted and does not enter it.
    """
    rubric = rubric or load_rubric()
    talk = listen(transcript)
    criteria = tuple(tally(rule, CRITERIA[rule.id].find(talk)) for rule in rubric.criteria)
    hundredths = sum(
        criterion.score * rule.hundredths
        for criterion, rule in zip(criteria, rubric.criteria, strict=True)
    )
    return Scorecard(
        overall=hundredths / 100,
        criteria=criteria,
        outcome=_outcome(transcript),
        turns=tuple(_note(record, criteria) for record in transcript.turns),
        rubric=rubric.sha256,
    )


def _outcome(transcript: Transcript) -> dict[str, Any]:
    if transcript.end is None:
        return {"state": None, "outcome": None}
    return {"state": transcript.end.state, "outcome": transcript.end.outcome}


def _note(record: TurnRecord, criteria: tuple[CriterionScore, ...]) -> TurnNote:
    moved = sum(
        entry.points * criterion.weight
        for criterion in criteria
        for entry in criterion.evidence
        if entry.turn == record.number
    )
    moves = tuple(dict.fromkeys(hit.move for hit in record.reading.moves))
    return TurnNote(record.number, record.reading.tone, moves, round(moved, 2))
