"""Characters a script may hold. Those that could drive a terminal or hide text are refused."""

import re
from collections.abc import Iterator

# Control characters (but for tab and line feed), line separators that editors don't show as such,
# marks that turn the reading direction, stray byte order marks, and code points that are no text.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_KNOWN = {"\x00": "a NUL", "\x1b": "an escape character", "\ufeff": "a byte order mark"}
_LONGEST_SHOWN = 60
_LONGEST_LINE = 5000


def forbidden(text: str) -> Iterator[re.Match[str]]:
    """Each character of the text that no script may hold, as a match (with its position)."""
    return FORBIDDEN.finditer(text)


def described(char: str) -> str:
    """A forbidden character in words: "an escape character (U+001B)"."""
    code = f"U+{ord(char):04X}"
    if char in _KNOWN:
        return f"{_KNOWN[char]} ({code})"
    turning = char in "\u061c\u200e\u200f" or "\u202a" <= char <= "\u202e"
    if turning or "\u2066" <= char <= "\u2069":
        return f"a character that turns the reading direction ({code})"
    if char in "\u2028\u2029\x85":
        return f"a hidden line break ({code})"
    return f"a control character ({code})"


def harmless(text: str) -> str:
    """The text with each forbidden character as U+FFFD and each tab as one space; same length."""
    return FORBIDDEN.sub("\ufffd", text).replace("\t", " ")


def shown(text: str) -> str:
    """An author's words fit for a sentence of ours: quoted, on one line, at most 60 characters."""
    flat = " ".join(harmless(text).split())
    if len(flat) > _LONGEST_SHOWN:
        flat = flat[: _LONGEST_SHOWN - 1].rstrip() + "…"
    return f"'{flat}'"


def source_line(lines: list[str], number: int) -> str:
    """Line `number` (from 1) as it may be shown; empty where it is too long to help."""
    if not 1 <= number <= len(lines):
        return ""
    line = lines[number - 1]
    return harmless(line) if len(line) <= _LONGEST_LINE else ""
