"""How a reply reads, as lines of text: its cues underlined, its place, the sum behind its tone."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rehearse.reading.model import Cue, Reading
from rehearse.reading.worth import ABOUT_ALL, AT_REST, OTHER_SIDE
from rehearse.terminal.show_edit import show_edit
from rehearse.terminal.show_sum import is_word, said, show_sum
from rehearse.terminal.typeset import underlined, wrap
from rehearse.terminal.wording import MOVES, SIGNALS, of_signal

if TYPE_CHECKING:
    from rehearse.persona.model import Persona
    from rehearse.reading.edits import Edit

_SCALE = 31  # most characters of the picture
_SMALLEST_SCALE = 9  # where there is no room for so many, numbers do without it
_MOST_QUOTED = 4  # single words, where no phrase counted and nothing is drawn
_FAINT = 0.25  # what a single word must add, firmness and respect together, to get dots
_FIRMNESS = ("gives way", "soft", "in the middle", "firm", "stands firm")
_RESPECT = ("none", "little", "some", "good", "full")
_LEFT, _RIGHT = 1 / 3, 2 / 3  # where the middle of the continuum begins and ends
_HOSTILE = 0.31  # respect under which a reply is at the other's expense
_PLACES = (
    "far too little", "too little", "a bit too little",
    "the middle, on the soft side", "the middle", "the middle, on the hard side",
    "a bit too much", "too much", "far too much",
)  # fmt: skip
_OFF_THE_LINE = {
    "passive_aggressive": "hostile in disguise, off the line",
    "neutral": "takes no stance, so it has no place yet",
}
_DOUBT = "Not certain: the manager would rather ask back."
_TONES = {
    "passive": "passive (too little: the point gets lost)",
    "assertive": "assertive (plain and respectful)",
    "aggressive": "aggressive (too much: at the other person's expense)",
    "passive_aggressive": "passive-aggressive (hostile in a way that can be denied)",
    "neutral": "neutral (takes no stance yet)",
}


def show_reading(
    reading: Reading,
    width: int = 80,
    plain: bool = False,
    edit: "Edit | None" = None,
    whole: bool = False,
    persona: "Persona | None" = None,
) -> list[str]:
    """A reading for a person: the reply, tone, picture, smallest edit, moves and the sum.

    `plain` is for screen readers and the like: words are quoted, and nothing is drawn. `whole`
    gives each cue its own row in the sum. `persona` is that of a script whose phrases count.
    """
    lines = show_marked(reading.text, reading, width, "  ", plain) or ["  (nothing was said)"]
    lines += ["", *show_tone(reading, width, plain)]
    lines += ["", *show_edit(reading, edit, width)]
    lines += ["", *show_moves(reading, width), *show_beside(reading, width)]
    lines += show_own(reading, width, persona)
    return [*lines, "", *show_sum(reading, width, plain, whole)]


def show_marked(
    reply: str, reading: Reading, width: int, indent: str = "", plain: bool = False
) -> list[str]:
    """The reply with ^ under the phrases that counted, and dots under weighty single words.

    `plain`: the reply, then the phrases that counted in quotes (the weightiest words if none did).
    """
    whole = (AT_REST, OTHER_SIDE)
    placed = [c for c in reading.cues if c.source not in whole and c.phrase not in ABOUT_ALL]
    phrases = [cue.span for cue in placed if not is_word(cue)]
    words = [cue.span for cue in placed if is_word(cue) and _weight(cue) >= _FAINT]
    if not plain:
        return underlined(reply, phrases, width, indent, faint=words)
    lines = wrap(reply, width, indent) if reply.strip() else []
    weighty = [cue.span for cue in _by_weight(placed)[:_MOST_QUOTED]]
    quotes = dict.fromkeys(f"“{said(reading, span)}”" for span in phrases or weighty)
    if quotes:
        lines += wrap(f"What counted: {', '.join(quotes)}", width, indent + "  ", first=indent)
    return lines


def show_tone(reading: Reading, width: int = 80, plain: bool = False) -> list[str]:
    """Tone, certainty, and the place on the continuum as a picture and as numbers."""
    return [*show_tone_in_words(reading, width), *show_scale(reading, width, plain)]


def show_tone_in_words(
    reading: Reading,
    width: int = 80,
    doubt: str = _DOUBT,
) -> list[str]:
    """Tone and certainty, without numbers; `doubt` says what an uncertain one means."""
    perhaps = "" if reading.certain else "perhaps "
    lines = wrap(f"Tone: {perhaps}{_TONES[reading.tone]}", width, "      ", first="")
    return lines if reading.certain else lines + wrap(doubt, width, "  ", first="")


def show_scale(reading: Reading, width: int = 80, plain: bool = False) -> list[str]:
    """The place between too little and too much, then firmness and respect in numbers and words."""
    firmness = f"Firmness {reading.firmness:.2f}: {_in_words(reading.firmness, _FIRMNESS)}"
    respect = f"Respect {reading.respect:.2f}: {_in_words(reading.respect, _RESPECT)}"
    return [*show_continuum(reading, width, plain), firmness, respect]


def show_continuum(reading: Reading, width: int = 80, plain: bool = False) -> list[str]:
    """Where the reply lies between too little and too much, as one small picture or in words.

    The middle, between the brackets, is firm and respectful (M4); veiled hostility lies on no such
    line, and neither does what takes no stance.
    """
    room = min(width - len("too little || too much"), _SCALE)
    words = _OFF_THE_LINE.get(reading.tone)
    if words or plain or room < _SMALLEST_SCALE:
        words = words or _in_words(_place(reading), _PLACES)
        return wrap(f"Between too little and too much: {words}", width, "  ", first="")
    size = room - 1 + room % 2  # odd, for there must be a middle
    marks = ["-"] * size
    marks[round(_LEFT * (size - 1))], marks[round(_RIGHT * (size - 1))] = "[", "]"
    marks[_mark(_place(reading), size)] = "o"
    return [f"too little |{''.join(marks)}| too much"]


def _place(reading: Reading) -> float:
    """Where on the line from 0 (too little) to 1 (too much): each tone has a third of it.

    Too little is a lack of firmness, too much a lack of respect. In the middle, the less respect
    and the more firmness there is, the farther right it lies.
    """
    firmness, respect = reading.firmness, reading.respect
    if reading.tone == "passive":
        return _LEFT * min(2 * firmness, 0.999)
    if reading.tone == "aggressive":
        return _RIGHT + _LEFT * min(max(1 - respect / _HOSTILE, 0.001), 1.0)
    near = min(max((1 - respect) / (1 - _HOSTILE), 0.0), 1.0)
    return _LEFT + _LEFT * min(max((2 * firmness - 1 + near) / 2, 0.001), 0.999)


def _mark(place: float, size: int) -> int:
    """The cell for a place; what lies in a third never covers the bracket beside it."""
    left, right = round(_LEFT * (size - 1)), round(_RIGHT * (size - 1))
    at = round(place * (size - 1))
    if place < _LEFT:
        return min(at, left - 1)
    return max(at, right + 1) if place > _RIGHT else min(max(at, left + 1), right - 1)


def _in_words(value: float, levels: Sequence[str]) -> str:
    """The word for a value from 0 to 1; the levels are of one size."""
    return levels[int(min(max(value, 0.0), 0.999) * len(levels))]


def show_moves(reading: Reading, width: int = 80) -> list[str]:
    """The moves with the words that made them, and how sure each is."""
    lines = ["Moves:"] if reading.moves else ["Moves: none"]
    for hit in reading.moves:
        name = MOVES.get(hit.move, hit.move)
        text = f'{name}: "{said(reading, hit.span)}" ({hit.move}, {hit.confidence:.0%} sure)'
        lines += wrap(text, width, "      ", "  ")
    return lines


def show_beside(reading: Reading, width: int = 80) -> list[str]:
    """What rules can listen for beside tone and moves: signals, topics, mentions; [] for none."""
    found = [
        f"{SIGNALS[name]}{of_signal(reading, name)} ({name})" for name in sorted(reading.signals)
    ]
    found += [
        f'the topic {name}: "{said(reading, span)}" (topic)'
        for name, span in sorted(reading.topics.items())
    ]
    found += [f'a {one.kind}: "{said(reading, one.span)}" (mentions)' for one in reading.mentions]
    lines = [line for text in found for line in wrap(text, width, "      ", "  ")]
    return ["Also heard:", *lines] if lines else []


def show_own(reading: Reading, width: int = 80, persona: "Persona | None" = None) -> list[str]:
    """The phrases of the learner's own that were found, and what they stand for; [] for none.

    Those that `persona` has are named as phrases of its script.
    """
    lines = []
    for own in reading.own:
        sign = own.source.partition(":")[2]
        theirs = persona is not None and own.phrase in persona.phrases.get(sign, ())
        whose = f"Phrase of {persona.name}'s script" if persona and theirs else "Your own phrase"
        lines += wrap(f'{whose}: "{said(reading, own.span)}" ({sign})', width, "      ", first="")
    return lines


def _by_weight(cues: Sequence[Cue]) -> list[Cue]:
    return sorted(cues, key=lambda cue: -_weight(cue))


def _weight(cue: Cue) -> float:
    return abs(cue.firmness) + abs(cue.respect)
