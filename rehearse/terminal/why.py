"""`/why`: how the last reply was read, which rule of the script answered it, what it changed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rehearse.dialogue import find_response
from rehearse.dialogue.turn import Turn
from rehearse.reading.model import Reading
from rehearse.terminal import wording
from rehearse.terminal.show_reading import (
    said,
    show_marked,
    show_scale,
    show_sum,
    show_tone_in_words,
)

if TYPE_CHECKING:
    from rehearse.terminal.session import Session


def show_why(session: "Session", whole: bool = False) -> None:
    """The reading, the rule by name and line, the mood before and after; `whole`: the sum too."""
    console, turns = session.console, session.rehearsal.turns
    if not turns:
        console.note("You have not said anything yet, so there is nothing to explain.")
        return
    turn, calm, width = turns[-1], session.options.calm, console.width()
    console.lines(show_marked(turn.reply, turn.reading, width, "  "))
    console.gap()
    console.lines(show_tone_in_words(turn.reading, width, doubt="not certain"))
    if not calm:
        console.lines(show_scale(turn.reading, width))
    console.item(_heard(turn.reading))
    for sentence in _answered_by(session, turn):
        console.item(sentence)
    change = wording.mood_change(turn.mood_before, turn.mood, calm)
    if change:
        console.item(f"Mood: {change}.")
    if whole and not calm:
        console.gap()
        console.lines(show_sum(turn.reading, width))


def _heard(reading: Reading) -> str:
    """The moves in plain words, each with the words that made it."""
    if not reading.moves:
        return "Heard in it: nothing in particular."
    parts = [f"{wording.MOVES[hit.move]} (“{said(reading, hit.span)}”)" for hit in reading.moves]
    return f"Heard in it: {', '.join(parts)}."


def _answered_by(session: "Session", turn: Turn) -> Iterator[str]:
    """The rules of the script behind the answer, a sentence each."""
    if turn.reaction:
        yield f"{session.manager}'s reaction: {_named(session, turn.reaction)}."
    if turn.rule:
        yield f"{session.manager}'s answer: {_named(session, turn.rule, turn.rule_line)}."
    elif not turn.reading.certain:
        yield f"{session.manager}'s answer: a question back, as this could mean several things."
    else:
        yield f"{session.manager}'s answer: no rule of the script; the talk moved on."


def _named(session: "Session", rule: str, line: int = 0) -> str:
    response = find_response(session.persona, rule)
    name = response.name if response is not None else ""
    if session.options.calm:
        return f"the rule “{name}”" if name else "a rule of the script"
    line = line or (response.place.line if response is not None and response.place else 0)
    where = f", line {line} of the script" if line else ""
    return f"the rule “{name}” ({rule}{where})" if name else f"the rule {rule}{where}"
