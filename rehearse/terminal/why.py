"""`/why`: how the last reply was read, which rule of the script answered it, what it changed."""

from typing import TYPE_CHECKING

from rehearse.dialogue import find_response
from rehearse.dialogue.turn import Turn
from rehearse.terminal import wording
from rehearse.terminal.show_reading import show_reading

if TYPE_CHECKING:
    from rehearse.terminal.session import Session


def show_why(session: "Session") -> None:
    """The reading, the rule by name and line, the mood before and after."""
    console, turns = session.console, session.rehearsal.turns
    if not turns:
        console.note("You have not said anything yet, so there is nothing to explain.")
        return
    turn = turns[-1]
    console.lines(show_reading(turn.reading, console.width()))
    console.gap()
    console.note(_answered_by(session, turn))
    change = wording.mood_change(turn.mood_before, turn.mood, session.options.calm)
    if change:
        console.note(f"Mood: {change}.")


def _answered_by(session: "Session", turn: Turn) -> str:
    said = []
    if turn.reaction:
        said.append(f"First {session.manager} reacted: {_named(session, turn.reaction)}.")
    if turn.rule:
        said.append(f"Answered by {_named(session, turn.rule, turn.rule_line)}.")
    elif not turn.reading.certain:
        said.append("The reply could mean several things, so the manager asked back.")
    return " ".join(said) or "No rule of the script answered it in particular."


def _named(session: "Session", rule: str, line: int = 0) -> str:
    response = find_response(session.persona, rule)
    name = f"“{response.name}” ({rule})" if response is not None and response.name else rule
    place = response.place if response is not None else None
    line = line or (place.line if place else 0)
    return f"{name}, line {line} of the script" if line else name
