"""A debrief in plain words, ready for any screen."""

from collections.abc import Iterator
from dataclasses import dataclass

from rehearse.scoring.afterwards import Debrief

STRONG, WEAK = 75, 40  # from here the handling counts as good, and below here as not yet

_OUTCOMES = {
    "agreed": "They agreed.",
    "partial": "You got a part of what you came for.",
    "refused": "The answer was no this time.",
    "walked_out": "The manager ended the talk.",
    "left": "You left before the end.",
    None: "The talk was not finished.",
}
_KINDS = {"role": "the role, ", "date": "the time, ", "achievements": "", "value": "", "plan": ""}
_NOTHING_LEFT = "You have done a bit of everything; try it on a manager who is harder to win."
_KIND = ("agreed", "partial")
_UNKIND = ("refused", "walked_out")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the lines under it; how they look is for the screen to say."""

    title: str
    lines: tuple[str, ...]


def render(debrief: Debrief, numbers: bool = True) -> tuple[Section, ...]:
    """The debrief as sections from outcome to phrases; one that has nothing to say is left out.

    The words carry no colour, no wrapping and no control characters; without `numbers` the score,
    the turns and how many stay unsaid.
    """
    ended = (_OUTCOMES[debrief.outcome], debrief.ending)
    score = f"{debrief.overall:.0f} of 100. " if numbers else ""
    sections = [
        Section("How it ended", tuple(line for line in ended if line)),
        Section("How you handled it", (score + _handling(debrief),)),
    ]
    if debrief.best is not None:
        said = _said(debrief.best.turn, debrief.best.quote, numbers)
        sections.append(Section("Your best line", (said, debrief.best.why)))
    sections.append(Section("The line that cost you most", _costliest(debrief, numbers)))
    if debrief.pitch:
        sections.append(Section("Your pitch", tuple(_pitch(debrief, numbers))))
    if debrief.secret:
        sections.append(Section("What you could not know", (debrief.secret,)))
    sections.append(Section("Try this next time", (debrief.next_time or _NOTHING_LEFT,)))
    if debrief.phrases:
        phrases = tuple(f"“{phrase}”" for phrase in debrief.phrases)
        sections.append(Section("Your own words to take along", phrases))
    return tuple(sections)


def _costliest(debrief: Debrief, numbers: bool) -> tuple[str, ...]:
    line = debrief.costliest
    if line is None:
        return ("None: nothing you said cost you points.",)
    return _said(line.turn, line.quote, numbers), line.why, f"You could say: “{line.better}”"


def _pitch(debrief: Debrief, numbers: bool) -> Iterator[str]:
    """The points used, each with its turn, then those still unused."""
    used = [point for point in debrief.pitch if point.turn]
    unused = [point for point in debrief.pitch if not point.turn]
    if numbers:
        yield f"You used {len(used)} of the {len(debrief.pitch)} points you brought."
    for point in sorted(used, key=lambda point: point.turn):
        where = f" in turn {point.turn}" if numbers else ""
        yield f"Used{where}: {_KINDS[point.kind]}{_plain(point.words)}"
    for point in unused:
        yield f"Not used yet: {_KINDS[point.kind]}{_plain(point.words)}"


def _plain(words: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())


def _handling(debrief: Debrief) -> str:
    score, outcome = debrief.overall, debrief.outcome
    if score >= STRONG:
        if outcome in _UNKIND:
            return "You handled it well; the answer was theirs, the talk was yours."
        return "You handled it well."
    if score < WEAK:
        if outcome in _KIND:
            return "The answer was kinder than the talk; a tougher manager will ask for more."
        return "There is a lot to gain here, and the next try is free."
    return "A fair talk with room to grow."


def _said(turn: int, quote: str, numbers: bool) -> str:
    return f"Turn {turn}: “{quote}”" if numbers else f"You said: “{quote}”"
