"""How a reply reads, as lines of text: its cues underlined, its place, the sum behind its tone."""

from collections.abc import Sequence

from rehearse.reading.model import Cue, Reading
from rehearse.terminal.typeset import columns, printable, table, underlined, wrap

_SCALE = 31  # most characters of the picture
_SMALLEST_SCALE = 9  # where there is no room for so many, numbers do without it
_SMALLEST_REASON = 16
_MOST_QUOTED = 4  # single words, where no phrase counted and nothing is drawn
_FIRMNESS = ("gives way", "soft", "in the middle", "firm", "stands firm")
_RESPECT = ("none", "little", "some", "good", "full")
_PLACES = ("far too little", "a bit too little", "the middle", "a bit too much", "far too much")
_TONES = {
    "passive": "passive: too little, the point gets lost",
    "assertive": "assertive: plain and respectful",
    "aggressive": "aggressive: too much, at the other person's expense",
    "passive_aggressive": "passive-aggressive: hostile in a way that can be denied",
    "neutral": "neutral: takes no stance yet",
}


def show_reading(reading: Reading, width: int = 80, plain: bool = False) -> list[str]:
    """A reading for a person: the reply, what counted, tone, picture, moves and the sum.

    `plain` is for screen readers and the like: words are quoted, and nothing is drawn.
    """
    lines = show_marked(reading.text, reading, width, "  ", plain) or ["  (nothing was said)"]
    lines += ["", *show_tone(reading, width, plain)]
    lines += ["", *show_moves(reading, width)]
    return [*lines, "", *show_sum(reading, width, plain)]


def show_marked(
    reply: str, reading: Reading, width: int, indent: str = "", plain: bool = False
) -> list[str]:
    """The reply with ^ under the phrases that counted, and dots under single words.

    `plain`: the reply, then the phrases that counted in quotes (the weightiest words if none did).
    """
    phrases = [cue.span for cue in reading.cues if not _is_word(cue)]
    words = [cue.span for cue in reading.cues if _is_word(cue)]
    if not plain:
        return underlined(reply, phrases, width, indent, faint=words)
    lines = wrap(reply, width, indent) if reply.strip() else []
    weighty = [cue.span for cue in _by_weight(reading.cues)[:_MOST_QUOTED]]
    quotes = dict.fromkeys(f"“{said(reading, span)}”" for span in phrases or weighty)
    if quotes:
        lines += wrap(f"What counted: {', '.join(quotes)}", width, indent + "  ", first=indent)
    return lines


def show_tone(reading: Reading, width: int = 80, plain: bool = False) -> list[str]:
    """Tone, certainty, and the place on the continuum as a picture and as numbers."""
    return [*show_tone_in_words(reading, width), *show_scale(reading, width, plain)]


def show_tone_in_words(
    reading: Reading, width: int = 80, doubt: str = "not certain: the manager would rather ask back"
) -> list[str]:
    """Tone and certainty, without numbers; `doubt` says what an uncertain one means."""
    sure = "" if reading.certain else f"  ({doubt})"
    return wrap(f"Tone: {_TONES[reading.tone]}{sure}", width, "      ", first="")


def show_scale(reading: Reading, width: int = 80, plain: bool = False) -> list[str]:
    """The place between too little and too much, then firmness and respect in numbers and words."""
    firmness = f"Firmness {reading.firmness:.2f}: {_in_words(reading.firmness, _FIRMNESS)}"
    respect = f"Respect {reading.respect:.2f}: {_in_words(reading.respect, _RESPECT)}"
    return [*show_continuum(reading, width, plain), firmness, respect]


def show_continuum(reading: Reading, width: int = 80, plain: bool = False) -> list[str]:
    """Where the reply lies between too little and too much, as one small picture or in words.

    The middle is firm and respectful (M4); veiled hostility lies on no such line.
    """
    if reading.tone == "passive_aggressive":
        words = "hostile in disguise, off the line"
        return wrap(f"Between too little and too much: {words}", width, "  ", first="")
    place = min(max(reading.firmness * (1 - reading.respect / 2), 0.0), 1.0)
    room = min(width - len("too little || too much"), _SCALE)
    if plain or room < _SMALLEST_SCALE:
        words = _in_words(place, _PLACES)
        return wrap(f"Between too little and too much: {words}", width, "  ", first="")
    size = room - 1 + room % 2  # odd, for there must be a middle
    marks = ["-"] * size
    marks[size // 2] = "+"
    marks[round(place * (size - 1))] = "o"
    return [f"too little |{''.join(marks)}| too much"]


def _in_words(value: float, levels: Sequence[str]) -> str:
    """The word for a value from 0 to 1; the levels are of one size."""
    return levels[int(min(max(value, 0.0), 0.999) * len(levels))]


def show_moves(reading: Reading, width: int = 80) -> list[str]:
    """The moves with the words that made them, and how sure each is."""
    if not reading.moves:
        return ["Moves: none"]
    lines = ["Moves:"]
    for hit in reading.moves:
        words = said(reading, hit.span)
        lines += wrap(f'{hit.move}: "{words}" ({hit.confidence:.0%} sure)', width, "      ", "  ")
    return lines


def show_sum(reading: Reading, width: int = 80, plain: bool = False) -> list[str]:
    """What each cue added to firmness and respect, the sums, and the places they come to.

    Single words, of which there may be many, make one row and are listed below it.
    """
    if not reading.cues:
        return ["The sum: no cues, so firmness and respect stay in the middle (0.50)."]
    words = [cue for cue in reading.cues if _is_word(cue)]
    rows = [_row(f'"{_short(said(reading, cue.span))}"', [cue], _because(cue))
            for cue in reading.cues if not _is_word(cue)]  # fmt: skip
    if words:
        rows.append(_row("single words", words, "listed below"))
    rows.append(_row("together", reading.cues, "a sum of 0 is the middle"))
    rows.append(("that is", f"{reading.firmness:.2f}", f"{reading.respect:.2f}", "from 0 to 1"))
    return (_stacked if plain else _tabled)(rows, width) + _word_list(reading, words, width)


def _tabled(rows: Sequence[tuple[str, str, str, str]], width: int) -> list[str]:
    """The rows as a table, their reasons cut to the room there is; stacked on a narrow page."""
    cells = [("  " + name, *shares) for name, *shares, _ in rows]
    lines = table([("The sum", "firmness", "respect"), *cells], numeric=[1, 2])
    room = width - max(map(columns, lines)) - 2
    if room < _SMALLEST_REASON:
        return _stacked(rows, width)
    reasons = ["", *(_short(because, room) for *_, because in rows)]
    return table(list(zip(lines, reasons, strict=True)))


def _row(name: str, cues: Sequence[Cue], because: str) -> tuple[str, str, str, str]:
    firmness, respect = sum(cue.firmness for cue in cues), sum(cue.respect for cue in cues)
    return name, f"{firmness:+.2f}", f"{respect:+.2f}", because


def _stacked(rows: Sequence[tuple[str, str, str, str]], width: int) -> list[str]:
    """The rows of the sum one below the other, for a narrow page."""
    lines = ["The sum:"]
    for name, firmness, respect, because in rows:
        text = f"{name}: firmness {firmness}, respect {respect} ({because})"
        lines += wrap(text, width, "    ", first="  ")
    return lines


def _word_list(reading: Reading, words: Sequence[Cue], width: int) -> list[str]:
    """Each single word with its shares, the weightiest first."""
    if not words:
        return []
    weighty = _by_weight(words)
    each = (f'"{said(reading, cue.span)}" {cue.firmness:+.2f} {cue.respect:+.2f}'
            for cue in weighty)  # fmt: skip
    text = f"Single words (firmness, respect): {', '.join(each)}"
    return wrap(text, width, "    ", first="  ")


def _by_weight(cues: Sequence[Cue]) -> list[Cue]:
    return sorted(cues, key=lambda cue: -abs(cue.firmness) - abs(cue.respect))


def _is_word(cue: Cue) -> bool:
    return cue.source.partition(":")[0] == "word"


def _because(cue: Cue) -> str:
    """Where a cue is from: the entry of the phrase book, or the feature's name."""
    kind, _, name = cue.source.partition(":")
    if kind == "feature":
        return name
    phrase = _short(printable(cue.phrase))
    if cue.similarity >= 99.5:
        return f'{name}: "{phrase}"'
    return f'{name}, {cue.similarity:.0f} % like "{phrase}"'


def said(reading: Reading, span: tuple[int, int]) -> str:
    """The words of the reply in this span, fit to be shown."""
    return " ".join(printable(reading.text[span[0] : span[1]]).split())


def _short(words: str, most: int = 30) -> str:
    return words if len(words) <= most else words[: most - 3].rstrip() + "..."
