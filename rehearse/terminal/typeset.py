"""Text as any terminal can show it: cleaned, measured, wrapped and underlined."""

import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Sequence

_STAND_IN = "\N{REPLACEMENT CHARACTER}"
# What could steer the terminal or turn the line around: controls, format marks, half surrogates.
_UNSAFE = {"Cc", "Cf", "Cs", "Co"}
_HARMLESS = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # unseen, often pasted, part of some scripts


def printable(text: str) -> str:
    """The text with every character that could steer a terminal replaced; same length.

    Tabs and line breaks become spaces.
    """
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character.isspace():
        return " "
    if unicodedata.category(character) in _UNSAFE and character not in _HARMLESS:
        return _STAND_IN
    return character


def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii() and text.isprintable():  # most words: the table of widths need not be loaded
        return len(text)
    from wcwidth import wcwidth

    return sum(max(wcwidth(character), 0) for character in text)


def dumb_terminal() -> bool:
    """Whether the terminal says of itself that it can only show one line after the other."""
    return os.environ.get("TERM", "").lower() in ("dumb", "unknown")


def page_width() -> int:
    """How wide to set text: the terminal's width, but neither hard to read nor under 30."""
    wide = shutil.get_terminal_size().columns if sys.stdout.isatty() else 80
    return max(30, min(wide - 1, 88))


def wrap(text: str, width: int, indent: str = "", first: str | None = None) -> list[str]:
    """The text in lines of at most `width` columns, each behind `indent` (`first` the first).

    A word wider than a line is cut. Empty text gives one line.
    """
    shown = printable(text)
    room = max(width - columns(indent), 8)
    lines = [shown[start:end] for start, end in _line_ranges(shown, room)]
    heads = [indent if first is None else first] + [indent] * len(lines)
    return [(head + line).rstrip() for head, line in zip(heads, lines, strict=False)] or [heads[0]]


def underlined(
    text: str,
    spans: Iterable[Sequence[int]],
    width: int,
    indent: str = "",
    faint: Iterable[Sequence[int]] = (),
) -> list[str]:
    """The text in lines as `wrap` sets it, each with a line of ^ below it where a span touches it.

    `spans` are [start, end) offsets in `text`, in any order; they may overlap. What only `faint`
    spans touch gets a line of dots.
    """
    shown = printable(text)
    marks_at: dict[int, str] = {}
    for mark, group in ((".", faint), ("^", spans)):
        for start, end in group:
            marks_at.update(dict.fromkeys(range(start, end), mark))
    lines = []
    for start, end in _line_ranges(shown, max(width - columns(indent), 8)):
        lines.append(indent + shown[start:end])
        marks = "".join(
            marks_at.get(index, " ") * columns(shown[index]) for index in range(start, end)
        )
        if marks.strip():
            lines.append(indent + marks.rstrip())
    return lines


def _line_ranges(shown: str, room: int) -> list[tuple[int, int]]:
    """Where the lines of at most `room` columns start and end, spaces at the breaks left out."""
    ranges: list[tuple[int, int]] = []
    start = end = None
    for word in re.finditer(r"\S+", shown):
        for piece_start, piece_end in _pieces(shown, word.start(), word.end(), room):
            if start is None or columns(shown[start:piece_end]) > room:
                if start is not None and end is not None:
                    ranges.append((start, end))
                start = piece_start
            end = piece_end
    if start is not None and end is not None:
        ranges.append((start, end))
    return ranges


def _pieces(shown: str, start: int, end: int, room: int) -> list[tuple[int, int]]:
    """A word, or the pieces that a word wider than a line is cut into."""
    pieces, taken = [], 0
    for index in range(start, end):
        wide = columns(shown[index])
        if taken + wide > room:
            pieces.append((start, index))
            start, taken = index, 0
        taken += wide
    return [*pieces, (start, end)]


def table(rows: Sequence[Sequence[str]], numeric: Iterable[int] = ()) -> list[str]:
    """Rows of cells as aligned lines; the columns in `numeric` are set flush right."""
    if not rows:
        return []
    right = set(numeric)
    cells = [[printable(cell) for cell in row] for row in rows]
    widths = [max(columns(row[i]) for row in cells) for i in range(len(cells[0]))]
    lines = []
    for row in cells:
        padded = []
        for i, cell in enumerate(row):
            gap = " " * (widths[i] - columns(cell))
            padded.append(gap + cell if i in right else cell + gap)
        lines.append("  ".join(padded).rstrip())
    return lines
