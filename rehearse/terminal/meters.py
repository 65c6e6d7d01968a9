"""The bottom toolbar: the manager's mood and how far the talk is, as wide as there is room."""

import sys
from collections.abc import Mapping

from rehearse.dialogue import Rehearsal
from rehearse.terminal.typeset import columns, printable

_CELLS = 5


def status(rehearsal: Rehearsal, width: int, calm: bool = False) -> str:
    """The toolbar's text, at most `width` columns; "" where it is calm or nothing fits."""
    if calm:
        return ""
    turn = f"turn {rehearsal.turn_number + 1} of {rehearsal.persona.turn_limit}"
    mood = rehearsal.mood
    choices = [
        "   ".join([*(_with_bar(name, value) for name, value in mood.items()), turn]),
        "  ".join([*(f"{_name(name)} {value}" for name, value in mood.items()), turn]),
        " ".join(f"{_name(name)} {value}" for name, value in mood.items()),
        _short(mood),
        turn,
    ]
    return next((text for text in choices if text and columns(text) <= width), "")


def bar(value: int) -> str:
    """A meter (0 to 100) as five cells, in signs the output can show."""
    full = round(min(max(value, 0), 100) / 100 * _CELLS)
    on, off = "▮▯" if _shows("▮▯") else "#-"
    return on * full + off * (_CELLS - full)


def _with_bar(name: str, value: int) -> str:
    return f"{_name(name)} {bar(value)} {value}"


def _short(mood: Mapping[str, int]) -> str:
    return " ".join(f"{_name(name)[:3]} {value}" for name, value in mood.items())


def _name(name: str) -> str:
    return printable(name.replace("_", " "))


def _shows(signs: str) -> bool:
    try:
        signs.encode(sys.stdout.encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return False
    return True
