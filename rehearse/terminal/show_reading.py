"""How a reply reads, as lines of plain text: its cues underlined, and the sum behind its tone."""

from rehearse.reading.model import Cue, Reading
from rehearse.terminal.typeset import printable, table, underlined, wrap

_SCALE = 31  # characters of the picture, its middle one being "just right"
_TONES = {
    "passive": "passive: too little, the point gets lost",
    "assertive": "assertive: plain and respectful",
    "aggressive": "aggressive: too much, at the other person's expense",
    "passive_aggressive": "passive-aggressive: hostile in a way that can be denied",
    "neutral": "neutral: takes no stance yet",
}


def show_reading(reading: Reading, width: int = 80) -> list[str]:
    """A reading for a person: the reply underlined, tone, certainty, picture, moves and the sum."""
    lines = underlined(reading.text, [cue.span for cue in reading.cues], width, "  ")
    lines = lines or ["  (nothing was said)"]
    lines += ["", *show_tone(reading, width)]
    lines += ["", *show_moves(reading, width)]
    return [*lines, "", *show_sum(reading)]


def show_tone(reading: Reading, width: int = 80) -> list[str]:
    """Tone, certainty, and the place on the continuum as a picture and as numbers."""
    doubt = "" if reading.certain else "  (not certain: the manager would rather ask back)"
    return [
        *wrap(f"Tone: {_TONES[reading.tone]}{doubt}", width, "      ", first=""),
        *show_scale(reading),
    ]


def show_scale(reading: Reading) -> list[str]:
    """Firmness and respect, each as a mark on a line, with the number for those who hear it."""
    firm, kind = reading.firmness, reading.respect
    rows = [
        ("Firmness", "too little", _picture(firm), "too much", f"{firm:.2f}"),
        ("Respect", "none", _picture(kind), "full", f"{kind:.2f}"),
    ]
    return table(rows)


def _picture(value: float) -> str:
    at = round(min(max(value, 0.0), 1.0) * (_SCALE - 1))
    marks = ["-"] * _SCALE
    marks[_SCALE // 2] = "|"
    marks[at] = "O"
    return "[" + "".join(marks) + "]"


def show_moves(reading: Reading, width: int = 80) -> list[str]:
    """The moves with the words that made them, and how sure each is."""
    if not reading.moves:
        return ["Moves: none"]
    lines = ["Moves:"]
    for hit in reading.moves:
        words = said(reading, hit.span)
        lines += wrap(f'{hit.move}: "{words}" ({hit.confidence:.0%} sure)', width, "      ", "  ")
    return lines


def show_sum(reading: Reading) -> list[str]:
    """What each cue added to firmness and respect, the sums, and the places they come to."""
    if not reading.cues:
        return ["The sum: no cues, so firmness and respect stay in the middle (0.50)."]
    sums = [sum(cue.firmness for cue in reading.cues), sum(cue.respect for cue in reading.cues)]
    rows = [("The sum", "firmness", "respect", "")]
    rows += [_cue_row(reading, cue) for cue in reading.cues]
    rows.append(("  together", f"{sums[0]:+.2f}", f"{sums[1]:+.2f}", "a sum of 0 is the middle"))
    rows.append(("  that is", f"{reading.firmness:.2f}", f"{reading.respect:.2f}", "from 0 to 1"))
    return table(rows, numeric=[1, 2])


def _cue_row(reading: Reading, cue: Cue) -> tuple[str, str, str, str]:
    return (
        f'  "{_short(said(reading, cue.span))}"',
        f"{cue.firmness:+.2f}",
        f"{cue.respect:+.2f}",
        _because(cue),
    )


def _because(cue: Cue) -> str:
    """Where a cue is from: the entry of the phrase book, or the feature's name."""
    kind, _, name = cue.source.partition(":")
    if kind == "feature":
        return name
    likeness = "" if cue.similarity >= 99.5 else f", {cue.similarity:.0f} % like it"
    return f'{name or "phrase book"}: "{_short(printable(cue.phrase))}"{likeness}'


def said(reading: Reading, span: tuple[int, int]) -> str:
    """The words of the reply in this span, fit to be shown."""
    return " ".join(printable(reading.text[span[0] : span[1]]).split())


def _short(words: str, most: int = 44) -> str:
    return words if len(words) <= most else words[: most - 3].rstrip() + "..."
