"""The rules that did not answer, for coaches: which came close, and what was not as they ask."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rehearse.coach.graph.reasons import in_words
from rehearse.dialogue.turn import Turn
from rehearse.persona.model import Condition
from rehearse.reading.model import TONES, Reading

if TYPE_CHECKING:
    from rehearse.dialogue.tried import Part, Trial
    from rehearse.terminal.session import Session

_NEAR = 0.6  # of what a rule asks for, from which on it came close
_MOST, _MOST_OF_BEAT = 3, 4


def show_why_not(session: "Session", turn: Turn, whole: bool = False) -> None:
    """The rules that came close to answering this, the latest, turn, each with its line and why.

    Where no rule answered, the nearest of the beat are shown, close or not; `whole`: every rule
    tried, in the order they are tried.
    """
    console, trials = session.console, session.rehearsal.tried()
    others = [trial for trial in trials if trial.verdict != "answered"]
    if whole:
        shown, head = list(trials), "Every rule tried, from the first:"
    elif any(trial.response.id == turn.rule for trial in trials):
        shown, head = _close(others)[:_MOST], "Came close:"
    else:
        own = [trial for trial in others if trial.response.id.startswith(f"{turn.state}.")]
        near = [trial for trial in _close(others) if trial not in own]
        shown = _nearest([*near, *own])[:_MOST_OF_BEAT]
        head = f"No rule of {turn.state} holds for this. The nearest:" if own else "Came close:"
    if shown:
        console.note(head)
    elif others:
        console.note("No other rule came close (/why all shows every rule tried).")
    for trial in shown:
        where = _where(trial, session.persona.path)
        console.item(f"- {where}: {_why(trial, turn, trials)}.")


def _close(trials: Sequence["Trial"]) -> list["Trial"]:
    return _nearest([trial for trial in trials if trial.nearness >= _NEAR])


def _nearest(trials: Sequence["Trial"]) -> list["Trial"]:
    """Those that hold first, then by how near they came; the rest as in the script."""
    return sorted(trials, key=lambda trial: -trial.nearness)


def _where(trial: "Trial", script: str) -> str:
    response = trial.response
    name = f"“{response.name}” ({response.id})" if response.name else response.id
    return f"{response.place.in_words(script)}, {name}" if response.place else name


def _why(trial: "Trial", turn: Turn, trials: Sequence["Trial"]) -> str:
    """Why the rule did not answer, or that it did, in words without a full stop."""
    if trial.verdict == "answered":
        if trial.response.id.startswith("reacts."):
            return "reacted"
        return "answered"
    if trial.verdict == "used up":
        return "is for once, and was used"
    if trial.verdict == "no way back":
        return "leads back, and the talk is on no detour"
    if trial.verdict == "came later":
        return f"fits too, but {_first(trial, turn, trials)} stands above it"
    found = [in_words(part.condition) for part in trial.found]
    beside = f"; this was so: {'; '.join(found)}" if found else ""
    missed = "; ".join(_missed(part, trial.situation.reading) for part in trial.missed)
    return f"only when {missed}{beside}"


def _first(trial: "Trial", turn: Turn, trials: Sequence["Trial"]) -> str:
    """The rule that answered before this one was asked: its line, or its id."""
    rule = turn.reaction if trial.response.id.startswith("reacts.") else turn.rule
    response = next((one.response for one in trials if one.response.id == rule), None)
    if response is None or response.place is None:
        return rule
    own = trial.response.place
    return response.place.in_words(own.file if own else response.place.file)


def _missed(part: "Part", reading: Reading) -> str:
    """What a part asks for, and what came instead."""
    asked = part.condition
    if asked.none_of:
        return f"{_without(asked.none_of[0])} (there was)"
    words = in_words(asked)
    if part.came is not None:
        return f"{words} (it was {_number(part.came, asked)})"
    signs = (*asked.any_of, *asked.all_of)
    if signs:
        return f"{words} ({_heard_instead(signs, reading)})"
    return f"{words} ({_otherwise(asked, reading)})"


def _without(sign: "str | Condition") -> str:
    return f"no {sign.replace('_', ' ')}" if isinstance(sign, str) else f"not: {in_words(sign)}"


def _number(came: float, asked: Condition) -> str:
    if asked.firmness is None and asked.respect is None:
        return f"{came:g}"
    return f"{came:.3f}".rstrip("0").rstrip(".")


def _heard_instead(signs: Sequence["str | Condition"], reading: Reading) -> str:
    tone = reading.tone.replace("_", " ")
    tones = [sign for sign in signs if sign in TONES]
    if reading.tone in tones:
        return f"it sounded {tone}, but that is not certain"
    if tones and len(tones) == len(signs):
        return f"it sounded {tone}"
    if any(isinstance(sign, Condition) for sign in signs):
        return "not so"
    return "not surely" if any(reading.has(str(sign)) for sign in signs) else "not heard"


def _otherwise(asked: Condition, reading: Reading) -> str:
    if asked.certain is not None:
        return "it was certain" if reading.certain else "it was not certain"
    if asked.said:
        return "not yet"
    if asked.remembers:
        return "it is not"
    return "it is" if asked.forgets else "it was not so"
