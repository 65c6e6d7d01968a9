"""`/score`: how the talk goes so far, in a few lines."""

from typing import TYPE_CHECKING

from rehearse.terminal import wording

if TYPE_CHECKING:
    from rehearse.scoring import CriterionScore, Scorecard
    from rehearse.terminal.session import Session

_BANDS = ((24, "not much yet"), (49, "a start"), (74, "coming along"), (100, "strong"))
_TELLING = 4  # replies from which a score says something


def show_score_so_far(session: "Session") -> None:
    """Overall, the best and the weakest criterion, the mood; in words where the talk is calm."""
    console, calm = session.console, session.options.calm
    if not session.rehearsal.turns:
        console.note("You have not said anything yet, so there is nothing to score.")
        return
    from rehearse.scoring import score

    card = score(session.transcript())
    if calm:
        console.note(f"So far: {band(card.overall)}.")
    else:
        console.note(f"So far: {card.overall:.0f} of 100. It can still go up and down.")
    if session.rehearsal.turn_number < _TELLING:
        console.note("It is too early for this to mean much: a talk has to be had first.")
    console.note(_ends_of(card, calm))
    mood = wording.mood_in_words(session.rehearsal.mood, calm)
    if mood:
        console.note(f"{session.manager}: {mood}.")
    console.note(_how_far(session.rehearsal.turn_number, session.persona.turn_limit, calm))


def _how_far(replies: int, limit: int, calm: bool) -> str:
    if not calm:
        return f"You have given {wording.count(replies, 'reply', 'replies')} of {limit} at most."
    part = replies / limit
    where = "near its start" if part < 0.34 else "half way" if part < 0.67 else "near its end"
    return f"The talk is {where}."


def band(score: float) -> str:
    """A score (0 to 100) in words."""
    return next(word for most, word in _BANDS if score <= most + 0.99)


def _ends_of(card: "Scorecard", calm: bool) -> str:
    """The criterion that brings most, if any does, and another one with most left to gain."""
    best = max(card.criteria, key=lambda one: one.score * one.weight)
    others = [one for one in card.criteria if one is not best or not best.score]
    widest = max(others or card.criteria, key=lambda one: (100 - one.score) * one.weight)

    def shown(criterion: "CriterionScore") -> str:
        name = criterion.name.lower()
        return name if calm else f"{name} ({criterion.score})"

    strongest = f"Strongest: {shown(best)}. " if best.score > 0 else ""
    return f"{strongest}Most to gain: {shown(widest)}."
