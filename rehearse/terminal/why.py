"""`/why`: how the last reply was read and could read, what it did, which rule answered it."""

from typing import TYPE_CHECKING

from rehearse.dialogue import find_response
from rehearse.dialogue.turn import Turn
from rehearse.terminal import wording
from rehearse.terminal.show_edit import show_edit
from rehearse.terminal.show_reading import (
    show_continuum,
    show_marked,
    show_own,
    show_scale,
    show_tone_in_words,
)
from rehearse.terminal.show_sum import show_sum

if TYPE_CHECKING:
    from rehearse.terminal.session import Session


def show_why(session: "Session", whole: bool = False) -> None:
    """The reading and what it did, then for coaches the rules; `whole`: all of them, and the sum.

    On a console without styles nothing is drawn: the words that counted are quoted.
    """
    console, turns = session.console, session.rehearsal.turns
    if not turns:
        console.note("You have not said anything yet, so there is nothing to explain.")
        return
    turn, calm, width = turns[-1], session.options.calm, console.width()
    plain = not console.styled
    console.lines(show_marked(turn.reply, turn.reading, width, "  ", plain))
    console.gap()
    console.lines(show_tone_in_words(turn.reading, width, doubt="Not certain."))
    scale = show_continuum if calm else show_scale
    console.lines(scale(turn.reading, width, plain))
    _show_edit(session, turn)
    console.item(wording.heard(turn.reading))
    console.lines(show_own(turn.reading, width))
    change = wording.mood_change(turn.mood_before, turn.mood, calm)
    if change:
        console.item(f"What it did to {session.manager}: {change}.")
    console.item(_answer(session, turn))
    if calm:
        return
    from rehearse.terminal.why_not import show_why_not

    show_why_not(session, turn, whole)
    if whole:
        console.gap()
        console.lines(show_sum(turn.reading, width, plain))


def _show_edit(session: "Session", turn: Turn) -> None:
    """The smallest edit that would change the tone; of a reply that takes no stance, nothing."""
    if turn.reading.tone == "neutral":
        return
    from rehearse.reading import smallest_edit

    edit = smallest_edit(turn.reading, " ".join(turn.manager), session.reader.read)
    session.console.lines(show_edit(turn.reading, edit, session.console.width()))


def _answer(session: "Session", turn: Turn) -> str:
    """Which rules answered, for coaches; to the learner, why the manager asked back."""
    rules = [f"reaction by {_named(session, turn.reaction)}"] if turn.reaction else []
    if turn.rule:
        rules.append(f"answer by {_named(session, turn.rule, turn)}")
    elif not turn.reading.certain and not rules:
        return f"{session.manager} asked back, as this could mean several things."
    else:
        rules.append("no rule for the answer, so the talk moved on")
    return f"For coaches: {', '.join(rules)}."


def _named(session: "Session", rule: str, turn: Turn | None = None) -> str:
    response = find_response(session.persona, rule)
    name = response.name if response is not None else ""
    if session.options.calm:
        return f"the rule “{name}”" if name else "a rule of the script"
    line, file = (turn.rule_line, turn.rule_file) if turn is not None else (0, "")
    if not line and response is not None and response.place:
        line, file = response.place.line, response.place.other_than(session.persona.path)
    where = f", line {line} of {file or 'the script'}" if line else ""
    return f"the rule “{name}” ({rule}{where})" if name else f"the rule {rule}{where}"
