"""A debrief in plain words, ready for any screen."""

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
_KIND = ("agreed", "partial")
_UNKIND = ("refused", "walked_out")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the lines under it; how they look is for the screen to say."""

    title: str
    lines: tuple[str, ...]


def render(debrief: Debrief, numbers: bool = True) -> tuple[Section, ...]:
    """The debrief as sections from outcome to phrases; one that has nothing to say is left out.

    The words carry no colour, no wrapping and no control characters; without `numbers` the score
    stays unsaid.
    """
    ended = (_OUTCOMES[debrief.outcome], debrief.ending)
    score = f"{debrief.overall:.0f} of 100. " if numbers else ""
    sections = [
        Section("How it ended", tuple(line for line in ended if line)),
        Section("How you handled it", (score + _handling(debrief),)),
    ]
    if debrief.best is not None:
        said = _said(debrief.best.turn, debrief.best.quote)
        sections.append(Section("Your best line", (said, debrief.best.why)))
    if debrief.costliest is not None:
        line = debrief.costliest
        better = f"You could say: “{line.better}”"
        said = _said(line.turn, line.quote)
        sections.append(Section("The line that cost you most", (said, line.why, better)))
    if debrief.secret:
        sections.append(Section("What you could not know", (debrief.secret,)))
    if debrief.next_time:
        sections.append(Section("Try this next time", (debrief.next_time,)))
    if debrief.phrases:
        phrases = tuple(f"“{phrase}”" for phrase in debrief.phrases)
        sections.append(Section("Your own words to take along", phrases))
    return tuple(sections)


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


def _said(turn: int, quote: str) -> str:
    return f"Turn {turn}: “{quote}”"
