"""What broke the YAML, said to someone who has never heard of YAML."""

import re

_ENTRY = re.compile(r"^\s*(?:-\s+)*(?:[A-Za-z_][\w ]*:\s+)?(?P<value>\S.*)$")
NEITHER = (
    "This line is neither `key: value` nor `- item`.",
    "If it goes on with the text above, indent it further than the line it belongs to.",
)
BROKEN_OFF = (
    "The file ends here, in the middle of something.",
    "Close the bracket or the quote, or write what is missing.",
)
_NO_SPACE_AFTER = {
    ":": ("There is no space after the colon.", "Write `key: value`."),
    "-": ("There is no space after the dash.", "Write `- item`."),
}
_LONE_WORD = re.compile(r"(?:- )*[a-z_]+")
OPEN_QUOTE = (
    "A quote is opened in this line and not closed.",
    'Close it with a second ", at the end of the text.',
)
NO_COLON = ("There is no colon after this word.", "Write `key:` above its list.")
_TIGHT_COLON = re.compile(r"^\s*(?:-\s+)*[a-z_]+:[A-Za-z{\[\"']")
_BARE_ITEM = re.compile(r"^\s*- [^:]+$")
_TIGHT_DASH = re.compile(r"^\s*-[A-Za-z{\[\"']")
_NAME_WITH_VALUE = re.compile(r"(?P<key>[a-z_]+):\s+(?P<name>[a-z_]+):\s+(?P<value>\S.{0,19})$")
_APOSTROPHE = re.compile(r"'[A-Za-z]+(?=[ .,!?;]|$)")
_SPECIAL_STARTS = "*&!%@`|>{[\"'"


def explain(
    message: str, context: str, lines: list[str], line: int, opened: int
) -> tuple[str, str]:
    """One sentence on what is wrong and one on the mend.

    `message` and `context` are the parser's words; `line` is where it stopped and `opened` where
    the thing it was reading began (both from 1).
    """
    here, start = _line(lines, line), _line(lines, opened)
    if "\t" in _indent(here) or "\\t" in message or "tab character" in message:
        return "A tab is used to indent.", "Indent with spaces: two for each level."
    if "quoted scalar" in context and "escape" not in message:
        return on_quote(start)
    if "escape" in message:
        return "A backslash stands inside double quotes.", "Use single quotes, or write it twice."
    if _brackets(context):
        return _on_brackets(start)
    if "mapping values are not allowed" in message:
        return _on_colon(here)
    if "sequence entries are not allowed" in message:
        return (
            "A list starts on the same line as its key.",
            "Start each '- item' on a line of its own.",
        )
    return _by_start(here) or _by_start(start) or _by_message(message, lines, line)


def lacks_space(lines: list[str], line: int) -> tuple[int, tuple[str, str]] | None:
    """Where `key:value` or `-item` is written without its space: in this line or just above.

    Gives the number of the line (from 1) with the sentence and the mend, None where it is not so.
    A `-item` swallows the items below it, so it is looked for above those too.
    """
    for number in range(line, max(0, line - 60), -1):
        words = _line(lines, number)
        for sign, pattern in ((":", _TIGHT_COLON), ("-", _TIGHT_DASH)):
            if pattern.match(words) and (sign == "-" or number >= line - 1):
                return number, _NO_SPACE_AFTER[sign]
        if number < line and not _BARE_ITEM.match(words):
            break
    return None


def bare_line_before(lines: list[str], line: int) -> int:
    """The number of the last line with words up to `line`, if it lacks a colon; else 0."""
    for number in range(min(line, len(lines)), 0, -1):
        words = lines[number - 1].partition(" #")[0].strip()
        if words and not words.startswith("#"):
            return 0 if ":" in words or words.startswith("-") else number
    return 0


def word_without_colon(lines: list[str], line: int) -> int:
    """The number of a line that is a lone word above the list items before `line`; 0 if none is.

    A key whose colon was forgotten swallows the items below it; YAML stumbles only after them.
    """
    for number in range(line, max(0, line - 60), -1):
        words = _line(lines, number).partition(" #")[0].strip()
        if _LONE_WORD.fullmatch(words) and _has_more_below(lines, number):
            return number
        if number < line and words and not words.startswith(("- ", "#")):
            break
    return 0


def _has_more_below(lines: list[str], number: int) -> bool:
    """Whether the next line with words is an item, or indented further than this one."""
    after = (line for line in lines[number:] if line.strip() and not line.lstrip().startswith("#"))
    below, here = next(after, ""), _line(lines, number)
    return below.lstrip().startswith("- ") or len(_indent(below)) > len(_indent(here))


def quote_left_open(lines: list[str], line: int) -> int:
    """The number of the line whose double quote was closed only by one in `line`; 0 if none was."""
    odd = [number for number, words in enumerate(lines[: line - 1], 1) if words.count('"') % 2]
    return odd[-1] if len(odd) % 2 and '"' in _line(lines, line) else 0


def apostrophe_before(lines: list[str], line: int) -> int:
    """The number of a line whose text begins with an apostrophe, closed by one in `line`; or 0."""
    for number in range(line - 1, max(0, line - 60), -1) if "'" in _line(lines, line) else ():
        found = _ENTRY.match(_line(lines, number))
        if found and _APOSTROPHE.match(found["value"]) and found["value"].count("'") == 1:
            return number
    return 0


def _line(lines: list[str], number: int) -> str:
    return lines[number - 1] if 1 <= number <= len(lines) else ""


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def on_quote(start: str) -> tuple[str, str]:
    """What to say of a line in which a quote is opened and not closed: the sentence, the mend."""
    message = "A quote is opened here and not closed."
    found = _ENTRY.match(start)
    if found and (word := _APOSTROPHE.match(found["value"])):
        return message, (
            f"Close it; or if it is an apostrophe, as in {word[0]}, put the whole text in"
            ' "double quotes".'
        )
    return message, "Close it, or leave the quotes out; a ' inside '…' is written twice."


def _on_colon(line: str) -> tuple[str, str]:
    message = "There is ': ' inside a text without quotes, which YAML takes for a key."
    mend = 'Put the whole text in double quotes, like - "Here is the thing: no."'
    found = _ENTRY.match(line)
    if found and found["value"][0] in "“”„‘":
        mend = 'These quotes are curly; YAML knows only straight ones: "Here is the thing: no."'
    elif pair := _NAME_WITH_VALUE.search(line):
        written = f"{pair['key']}: {{{pair['name']}: {pair['value'].strip()}}}"
        mend = f"A name with its value goes into braces, {written}; speech into double quotes."
    return message, mend


def _brackets(context: str) -> bool:
    return "flow sequence" in context or "flow mapping" in context


def _on_brackets(start: str) -> tuple[str, str]:
    found = _ENTRY.match(start)
    if found and found["value"][0] == "{" and re.match(r"\{\w+\}", found["value"]):
        return _starts_with("{")
    return (
        "A bracket is opened here and not closed as it should be.",
        "Close it with ] or }; inside brackets, texts with a comma, ': ' or quotes need quotes.",
    )


def _starts_with(char: str) -> tuple[str, str]:
    return (
        f"The text starts with {char} and goes on after it, which means something else in YAML.",
        f'Put the whole text in quotes, as in - "{char}…".'
        if char != '"'
        else "Put the whole text in single quotes, as in - '\"No,\" she says.'",
    )


def _by_start(line: str) -> tuple[str, str] | None:
    found = _ENTRY.match(line)
    if not found or found["value"][0] not in _SPECIAL_STARTS:
        return None
    value = found["value"]
    closed = {"[": "]", "{": "}", '"': '"', "'": "'"}.get(value[0])
    if closed and value.rstrip().endswith(closed):
        return None
    return _starts_with(value[0])


def _by_message(message: str, lines: list[str], line: int) -> tuple[str, str]:
    if "expected ':'" in message:
        return NEITHER
    if any(sign in message for sign in ("block end", "expected key", "'-' indicator")):
        return (
            "The indentation does not fit the lines above.",
            "Things of one level start in the same column, with two spaces for each level. Move"
            " this line, and the lines below that belong to it.",
        )
    if "expected node content" in message:
        return (
            "Something is missing here, before a comma or a bracket.",
            "Write it, or take the comma out; put speech in double quotes.",
        )
    if " #" in _line(lines, line):
        return (
            "' #' starts a comment, and what is left of the line does not read.",
            "Put the text in double quotes.",
        )
    return f"This is not YAML ({message}).", "Put speech in double quotes if in doubt."
