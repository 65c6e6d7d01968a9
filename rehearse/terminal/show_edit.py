"""The smallest edit that would change how a reply reads, in a sentence or two."""

from typing import TYPE_CHECKING

from rehearse.reading.model import Reading
from rehearse.reading.stings import spoiled
from rehearse.terminal.typeset import printable, wrap

if TYPE_CHECKING:
    from rehearse.reading.edits import Edit
    from rehearse.reading.rewording import Change

_MOST_WORDS, _FROM_START = 12, 6  # of a stretch that is named
_NAMES = {"passive_aggressive": "passive-aggressive"}
_NONE = {
    "passive": "No small edit makes this assertive. It needs a sentence that says what you want.",
    "aggressive": "No small edit makes this assertive: the push is in all of it. Say what you want "
    "without it.",
    "passive_aggressive": "No small edit makes this assertive: the sting is in all of it. Say "
    "plainly what you feel or want.",
    "neutral": "There is nothing to mend: it takes no stance yet.",
}


def show_edit(reading: Reading, edit: "Edit | None", width: int = 80) -> list[str]:
    """What to leave out or say otherwise, how the reply reads then, and the reply it makes.

    For an assertive reply: the words it stands on. Where no small edit was found, it says so.
    """
    if not reading.text.strip():
        return ["There is nothing to mend: nothing was said."]
    if edit is None:
        return wrap(_without(reading), width, "  ", first="")
    tone = _tone(edit.reading)
    if reading.tone == "assertive" and not spoiled(reading) and edit.reading.tone != "assertive":
        return wrap(_stands_on(reading, edit, tone), width, "  ", first="")
    then = f"it reads {tone}"
    if reading.tone == edit.reading.tone:
        surer = edit.reading.certain and not reading.certain
        then = f"it reads {tone} for certain" if surer else f"it is {tone} and hurts nobody"
    lines = wrap(f"Smallest edit: {_steps(reading, edit)}. Then {then}:", width, "  ", first="")
    return [*lines, *wrap(f"“{' '.join(edit.text.split())}”", width, "  ")]


def _without(reading: Reading) -> str:
    if reading.tone in ("passive", "neutral") or (reading.tone != "assertive" and reading.certain):
        return _NONE[reading.tone]
    if reading.certain and not spoiled(reading):
        return "It stands firm: no small edit was found that makes it read otherwise."
    return "No small edit was found that makes it surer."


def _stands_on(reading: Reading, edit: "Edit", tone: str) -> str:
    """Which words an assertive reply would not be one without."""
    gone = [_said(reading, one) for one in edit.changes if one.first < one.last]
    dropped = [_said(reading, one) for one in edit.changes if not one.instead]
    if len(edit.changes) == 1:
        instead = edit.changes[0].instead
        other = f'with "{instead}" in their place' if instead else "without them"
        return f"It stands on the words {gone[0]}: {other} it reads {tone}."
    ways = [f"without {_listed(dropped)}"] if dropped else []
    ways += [f'with "{one.instead}" for {_said(reading, one)}'
             for one in edit.changes if one.instead]  # fmt: skip
    return f"It stands on the words {_listed(gone)}: {_listed(ways)} it reads {tone}."


def _steps(reading: Reading, edit: "Edit") -> str:
    """What to do, as one clause: leave out "just", say "I would like" for "Give me"."""
    text = reading.text
    if len(edit.changes) > 1 and all(
        one.instead and one.instead == text[slice(*one.span)].lower() for one in edit.changes
    ):
        return "write it in small letters"
    dropped = [_said(reading, one) for one in edit.changes if not one.instead]
    steps = [f"leave out {_listed(dropped)}"] if dropped else []
    for one in edit.changes:
        if one.first == one.last and not text[one.span[0] :].strip():
            steps.append(f'add "{one.instead.rstrip(".")}"')
        elif one.instead and one.first == one.last:
            before = text[one.span[0] :].split()[0].strip(".,!?;:")
            steps.append(f'put "{one.instead}" before "{printable(before)}"')
        elif one.instead:
            steps.append(f'say "{one.instead}" for {_said(reading, one)}')
    if text.isupper():
        steps.append("use small letters")
    return _listed(steps)


def _tone(reading: Reading) -> str:
    name = _NAMES.get(reading.tone, reading.tone)
    return name if reading.certain else f"{name}, though that is not certain"


def _said(reading: Reading, change: "Change") -> str:
    """The words a change is about, in quotes; the middle of many is left out."""
    words = printable(reading.text[slice(*change.span)]).split()
    if len(words) > _MOST_WORDS:
        words = [*words[:_FROM_START], "...", *words[_FROM_START - _MOST_WORDS + 1 :]]
    return f'"{" ".join(words)}"'


def _listed(parts: list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
