"""A scorecard, as lines of plain text: each criterion with the words that earned its points."""

from rehearse.scoring.model import CriterionScore, Evidence, Scorecard
from rehearse.scoring.words import shortened
from rehearse.terminal.typeset import printable, wrap

_QUOTED = 60  # characters of the learner's words; --json has all of them


def show_scorecard(card: Scorecard, width: int = 80) -> list[str]:
    """The overall score, the outcome apart from it, then every criterion and its evidence."""
    lines = [f"Score: {card.overall:g} of 100"]
    outcome = card.outcome.get("outcome")
    said = str(outcome).replace("_", " ") if outcome else "none (the talk has no ending on record)"
    lines += wrap(f"Outcome: {said}. It does not enter the score.", width)
    for criterion in card.criteria:
        lines += ["", *_criterion(criterion, width)]
    return lines


def _criterion(criterion: CriterionScore, width: int) -> list[str]:
    principles = f" [{', '.join(criterion.principles)}]" if criterion.principles else ""
    head = f"{criterion.name}: {criterion.score} of 100, counts {criterion.weight:.0%}{principles}"
    lines = wrap(head, width, "  ", first="")
    for evidence in criterion.evidence:
        lines += _evidence(evidence, width)
    return lines


def _evidence(evidence: Evidence, width: int) -> list[str]:
    where = f"turn {evidence.turn}" if evidence.turn else "the whole talk"
    first = f"  {evidence.points:+4d}  "
    quote = f', "{printable(shortened(evidence.quote, _QUOTED))}"' if evidence.quote else ""
    return wrap(f"{where}{quote}: {evidence.why}", width, " " * len(first), first=first)
