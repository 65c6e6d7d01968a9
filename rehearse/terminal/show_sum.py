"""The sum behind a tone, as lines of text: what mattered, what the rest came to, and the total."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rehearse.reading.model import Cue, Reading
from rehearse.reading.worth import ANY_REPLY, BUILD, SMALL_WORDS
from rehearse.terminal.typeset import columns, printable, table, wrap

_MOST_ROWS = 6  # stretches that get a row of their own
_TELLING = 0.25  # what a stretch must add, firmness and respect together, to get one
_LONGEST_NAME, _LONGEST_NARROW, _NARROW = 30, 22, 70
_NAMES = {
    ANY_REPLY: "where any reply starts",
    BUILD: "how it is built",
    SMALL_WORDS: "small words",
    "nothing_at_stake": "nothing at stake",
    "the_other_side": "what else it might be",
}

_ABOUT = {BUILD: "its length, what it answers, who is in it", SMALL_WORDS: "each adds little"}
_HOW_TO_READ = """\
How to read it: + makes a reply firmer or more respectful, - less so. The rows add up to \
“together”; “that is” says where this lies between 0 (none at all) and 1 (in full)."""


@dataclass(slots=True)
class _Stretch:
    """A phrase or a word that counted, with the words inside it that counted as well."""

    cue: Cue
    inner: list[Cue] = field(default_factory=list)

    @property
    def firmness(self) -> float:
        return sum(cue.firmness for cue in (self.cue, *self.inner))

    @property
    def respect(self) -> float:
        return sum(cue.respect for cue in (self.cue, *self.inner))

    @property
    def weight(self) -> float:
        return abs(self.firmness) + abs(self.respect)


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the sum; `briefly` stands for `because` where there is little room."""

    name: str
    firmness: float
    respect: float
    because: str = ""
    briefly: str = ""
    signed: bool = True

    def shares(self) -> tuple[str, str]:
        sign = "+" if self.signed else ""
        firmness, respect = (round(x, 2) + 0.0 for x in (self.firmness, self.respect))  # no -0.00
        return f"{firmness:{sign}.2f}", f"{respect:{sign}.2f}"


def show_sum(
    reading: Reading, width: int = 80, plain: bool = False, whole: bool = False
) -> list[str]:
    """What added to firmness and respect, the sums, and the places they come to.

    The weightiest stretches of the reply get a row each, the others one row together; with `whole`
    each cue gets its own. The rows add up to the row "together"; a last sentence says so.
    """
    if not reading.cues:
        return ["The sum: no cues, so firmness and respect stay in the middle (0.50)."]
    stretches = [_Stretch(cue) for cue in reading.cues] if whole else _stretches(reading.cues)
    stretches.sort(key=lambda one: (-one.weight, one.cue.span, one.cue.source))
    most = len(stretches) if whole else _MOST_ROWS
    shown = [one for one in stretches[:most] if whole or one.weight >= _TELLING]
    longest = _LONGEST_NARROW if width < _NARROW and not plain else _LONGEST_NAME
    rows = [
        _Row(_name(reading, one.cue, longest), one.firmness, one.respect, *_reasons(reading, one))
        for one in shown
    ]
    firmness = sum(cue.firmness for cue in reading.cues)
    respect = sum(cue.respect for cue in reading.cues)
    if left := stretches[len(shown) :]:
        rows.append(_rest(rows, len(left), firmness, respect))
    rows.append(_Row("together", firmness, respect, "a sum of 0 is the middle"))
    rows.append(_Row("that is", reading.firmness, reading.respect, "from 0 to 1", signed=False))
    lines = (_stacked if plain else _tabled)(rows, width)
    return lines + wrap(_HOW_TO_READ, width, "  ", first="")


def is_word(cue: Cue) -> bool:
    """Whether a cue is one of the single words and the like, not a phrase or a named feature."""
    return cue.source.partition(":")[0] == "word"


def said(reading: Reading, span: tuple[int, int]) -> str:
    """The words of the reply in this span, fit to be shown."""
    return " ".join(printable(reading.text[span[0] : span[1]]).split())


def _stretches(cues: Sequence[Cue]) -> list[_Stretch]:
    """The cues, with each single word inside the longest cue that holds it."""
    ordered = sorted(cues, key=lambda cue: (is_word(cue), cue.span[0] - cue.span[1], cue.span))
    found: list[_Stretch] = []
    for cue in ordered:
        outer = next((one for one in found if is_word(cue) and _holds(one.cue, cue)), None)
        if outer is None:
            found.append(_Stretch(cue))
        else:
            outer.inner.append(cue)
    return found


def _holds(outer: Cue, inner: Cue) -> bool:
    if _NAMES.keys() & {outer.phrase, inner.phrase}:  # about the reply as a whole
        return False
    return outer.span[0] <= inner.span[0] and inner.span[1] <= outer.span[1]


def _rest(rows: Sequence[_Row], count: int, firmness: float, respect: float) -> _Row:
    """The row for all that has none: what is wanting to the sums as they are shown."""
    firm = round(firmness, 2) - sum(round(row.firmness, 2) for row in rows)
    civil = round(respect, 2) - sum(round(row.respect, 2) for row in rows)
    return _Row("1 smaller one" if count == 1 else f"{count} smaller ones", firm, civil)


def _tabled(rows: Sequence[_Row], width: int) -> list[str]:
    """The rows as a table, with the reasons there is room for; stacked on a narrow page."""
    cells = [("  " + row.name, *row.shares()) for row in rows]
    lines = table([("The sum", "firmness", "respect"), *cells], numeric=[1, 2])
    widest = max(map(columns, lines))
    if widest > width:
        return _stacked(rows, width)
    room = width - widest - 2
    reasons = ["", *(_fitting(row, room) for row in rows)]
    return table(list(zip(lines, reasons, strict=True)))


def _fitting(row: _Row, room: int) -> str:
    if columns(row.because) <= room:
        return row.because
    return row.briefly if columns(row.briefly) <= room else ""


def _stacked(rows: Sequence[_Row], width: int) -> list[str]:
    """The rows of the sum one below the other, for a narrow page."""
    lines = ["The sum:"]
    for row in rows:
        firmness, respect = row.shares()
        text = f"{row.name}: firmness {firmness}, respect {respect}"
        text += f" ({row.because})" if row.because else ""
        lines += wrap(text, width, "    ", first="  ")
    return lines


def _name(reading: Reading, cue: Cue, longest: int) -> str:
    return _NAMES.get(cue.phrase) or f'"{_short(said(reading, cue.span), longest)}"'


def _reasons(reading: Reading, stretch: _Stretch) -> tuple[str, str]:
    """Where a stretch is from, at length and briefly: the phrase book's entry, or the feature."""
    cue = stretch.cue
    kind, _, name = cue.source.partition(":")
    if cue.phrase in _NAMES:
        return _ABOUT.get(cue.phrase, ""), ""
    if kind == "word":
        return "", ""
    name = name.replace("_", " ") if kind == "feature" else name
    inner = ", and words in it" if stretch.inner else ""
    like = ""
    if kind != "feature":
        phrase = _short(printable(cue.phrase), _LONGEST_NAME)
        if cue.similarity < 99.5:
            like = f', {cue.similarity:.0f} % like "{phrase}"'
        elif phrase.lower() != said(reading, cue.span).lower():
            like = f': "{phrase}"'
    return f"{name}{like}{inner}", f"{name}{inner}"


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 3].rstrip() + "..."
