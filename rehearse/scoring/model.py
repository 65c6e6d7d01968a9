"""A scorecard: what a rehearsal is worth on each criterion, and which words earned it."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Evidence:
    """Points given or taken on one criterion. `turn` is 0 for what concerns the whole talk.

    `quote` is the learner's own words (may be empty with turn 0); `why` is a sentence to them.
    """

    turn: int
    quote: str
    points: int
    why: str


@dataclass(frozen=True, slots=True)
class CriterionScore:
    """One criterion's score, 0..100: the sum of its evidence's points. `weight` is 0..1."""

    id: str
    name: str
    score: int
    weight: float
    principles: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class TurnNote:
    """How one turn stands in the scorecard: `points` is what it moved the overall score by."""

    turn: int
    tone: str
    moves: tuple[str, ...]
    points: float


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A rehearsal's score. `overall` is the sum of score times weight; the outcome stays apart."""

    overall: float
    criteria: tuple[CriterionScore, ...]
    outcome: dict[str, Any]
    turns: tuple[TurnNote, ...]
    rubric: str

    def to_json(self) -> dict[str, Any]:
        """The scorecard as contract.md prints it."""
        return {
            "overall": self.overall,
            "criteria": [
                {"id": c.id, "name": c.name, "score": c.score, "weight": c.weight,
                 "principles": list(c.principles),
                 "evidence": [{"turn": e.turn, "quote": e.quote, "points": e.points, "why": e.why}
                              for e in c.evidence]}
                for c in self.criteria
            ],
            "outcome": self.outcome,
            "turns": [{"turn": t.turn, "tone": t.tone, "moves": list(t.moves)}
                      for t in self.turns],
            "rubric": self.rubric,
        }  # fmt: skip
