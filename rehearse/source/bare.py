"""A key below a text: what YAML says of it is about quotes, and quotes do not mend it."""

import re
from collections.abc import Iterator

# What an item of a list is called, and the key it begins with where it has more than its text.
ITEMS = {
    "talk": ("reply", "you"),
    "stories": ("story", "name"),
    "hears": ("response", "when"),
    "always": ("response", "when"),
    "reacts": ("reaction", "when"),
    "says": ("line", "line"),
    "otherwise": ("line", "line"),
    "asks_back": ("line", "line"),
    "spent": ("line", "line"),
}
# Keys that may be the first of their kind in a file; all others are known by being written twice.
_KNOWN = frozenset(
    ("brief", "debrief", "detour", "examples", "expect", "forget", "from", "goto", "hint", "mood",
     "moves_on", "note", "once", "outcome", "phase", "remember", "says", "secret", "talk",
     "topics", "weight", *(key for _, key in ITEMS.values()), *ITEMS)
)  # fmt: skip
_KEY = re.compile(r"^(?P<before>[ ]*(?:- +)*)(?P<key>[a-z_]+):(?P<value>\s.*)?$")
_ITEM = re.compile(r"^(?P<indent> *)(?P<dashes>(?:- +)+)(?P<text>\S.*)$")
_BRACED = re.compile(r"^[ ]*(?:- +)*(?P<bare>[a-z_]+ +[\[{].*)$")  # `when {any: …`, no colon
_LONGEST = 48

Told = tuple[int, int, tuple[str, str]]  # line and column from 1, then the sentence and the mend


def below_a_text(lines: list[str], line: int) -> Told | None:
    """What is wrong where line `line` is a `key: value` that YAML did not expect; None if unknown.

    Either the text above lacks the key it should begin with, or it has a key that lacks its colon,
    or this line is indented too far.
    """
    braced = _BRACED.match(_line(lines, line))
    if braced and braced["bare"].partition(" ")[0] in _known(lines, line):
        return line, braced.start("bare") + 1, _no_colon(braced["bare"].partition(" #")[0])
    below = _KEY.match(_line(lines, line))
    if below is None or "-" in below["before"]:
        return None
    column = len(below["before"])
    for number in _above(lines, line):
        words = _line(lines, number).partition(" #")[0].rstrip()
        item, start = _ITEM.match(words), len(words) - len(words.lstrip(" -"))
        bare = item["text"] if item else words.strip()
        if _KEY.match(words):
            return _too_far(words, below, line, number)
        if start == column and (_BRACED.match(words) or _begins_with_a_key(bare, lines, line)):
            return number, start + 1, _no_colon(bare)
        if item:
            within = len(item["indent"]) < column
            told = _below_item(lines, number, item, below["key"], line) if within else None
            return (number, start + 1, told) if told else None
    return None


def lacks_colon(lines: list[str], line: int) -> tuple[str, str] | None:
    """The sentence and the mend where line `line` begins with a known key and has no colon."""
    bare = _line(lines, line).partition(" #")[0].strip(" -")
    return _no_colon(bare) if _begins_with_a_key(bare, lines, line) else None


def _begins_with_a_key(bare: str, lines: list[str], line: int) -> bool:
    return ":" not in bare and " " in bare and bare.partition(" ")[0] in _known(lines, line)


def owner(lines: list[str], number: int) -> str:
    """The key of the list that the item in line `number` belongs to; "" where it is not seen."""
    dash = _ITEM.match(_line(lines, number))
    for above in _above(lines, number) if dash else ():
        key = _KEY.match(_line(lines, above))
        if key and key["value"] is not None and key["value"].partition(" #")[0].strip():
            key = None
        if key and len(key["before"]) <= len(dash["indent"] if dash else ""):
            return key["key"]
    return ""


def _below_item(
    lines: list[str], number: int, item: re.Match[str], key: str, line: int
) -> tuple[str, str] | None:
    text = item["text"].partition(" #")[0].strip()
    if lead := ITEMS.get(owner(lines, number)):
        name, first = lead
        if key in _known(lines, line):
            message = f"A {name} with `{key}` below it begins with `{first}:`."
            return message, f"Write `- {first}: {cut(text)}`"
    if text[0] in "[{":
        return None
    return (
        f"This line is a text without a key, so it can have nothing like `{key}:` below it.",
        "If the lower line goes on with the text, put the whole text in double quotes.",
    )


def _too_far(above: str, below: re.Match[str], line: int, number: int) -> Told | None:
    """A key indented further than the key with a text above it, in line `number`."""
    key, column = _KEY.match(above), len(below["before"])
    value = (key["value"] or "").strip() if key else ""
    if key is None or not value or value[0] in "|>" or column <= len(key["before"]):
        return None
    if below["key"] not in _KNOWN:
        return None
    return (
        line, column + 1,
        (f"`{below['key']}:` starts further right than `{key['key']}:` in line {number}, which has"
         " its text already.",
         "Let both start in the same column, and move the lines below that belong to it along."),
    )  # fmt: skip


def _no_colon(bare: str) -> tuple[str, str]:
    key, _, rest = bare.partition(" ")
    return f"There is no colon after '{key}'.", f"Write `{key}: {cut(rest.strip())}`"


def cut(text: str) -> str:
    """The text, or its first words and an ellipsis where it is long."""
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rpartition(" ")[0] + " …"


def _known(lines: list[str], line: int) -> frozenset[str]:
    """The keys known here: those of our own and those used in other lines of this file."""
    keys = (_KEY.match(words) for number, words in enumerate(lines, 1) if number != line)
    return _KNOWN | {key["key"] for key in keys if key}


def _above(lines: list[str], line: int) -> Iterator[int]:
    """The numbers of the lines with words before this one, from the nearest up."""
    for number in range(line - 1, max(0, line - 400), -1):
        words = _line(lines, number).strip()
        if words and not words.startswith("#"):
            yield number


def _line(lines: list[str], number: int) -> str:
    return lines[number - 1] if 1 <= number <= len(lines) else ""
