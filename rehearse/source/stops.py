"""Where the reading of a file stops, and what is said of it."""

from rehearse.source.bare import Told, below_a_text, lacks_colon
from rehearse.source.characters import source_line
from rehearse.source.problem import Place, Problem, SourceError
from rehearse.source.syntax import (
    BROKEN_OFF,
    NEITHER,
    NO_COLON,
    OPEN_QUOTE,
    apostrophe_before,
    bare_line_before,
    explain,
    lacks_space,
    on_quote,
    quote_left_open,
    word_without_colon,
)

# What the parser says where it comes upon a key that has no place.
_AFTER_A_TEXT = ("mapping values", "block end", "'-' indicator", "expected key")


def stop(
    file: str, lines: list[str], at: tuple[int, int], code: str, message: str, mend: str
) -> SourceError:
    """The one problem that ends the reading, at a line and a column (from 1)."""
    place = Place(file, *at)
    return SourceError([Problem(place, code, message, mend, "error", source_line(lines, at[0]))])


def _earlier(lines: list[str], line: int, problem: str) -> Told | None:
    """Where a slip lies that YAML stumbled over only further down: line, column, what to say."""
    number = quote_left_open(lines, line)
    if number:
        return number, lines[number - 1].rindex('"') + 1, OPEN_QUOTE
    number = apostrophe_before(lines, line)
    if number:
        words = lines[number - 1]
        return number, words.index("'") + 1, on_quote(words)
    if any(
        sign in problem for sign in ("mapping values", "block end", "'-' indicator", "expected key")
    ):
        told = below_a_text(lines, line)
        if told:
            return told
    if "expected ':'" in problem and (told_of := lacks_colon(lines, line)):
        words = lines[line - 1]
        return line, len(words) - len(words.lstrip(" -")) + 1, told_of
    if "mapping values" in problem or "expected ':'" in problem:
        number = word_without_colon(lines, line)
        if number:
            words = lines[number - 1]
            return number, len(words) - len(words.lstrip(" -")) + 1, NO_COLON
    return None


def broken(error: Exception, file: str, lines: list[str]) -> SourceError:
    """What the parser stumbled over, where the slip lies and how to mend it (P002)."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return stop(file, lines, (1, 1), "P002", "This is not YAML.", "Is it the right file?")
    opening = getattr(error, "context_mark", None) or mark
    context = getattr(error, "context", None) or ""
    at = mark
    began = any(sign in context for sign in ("quoted scalar", "flow", "simple key"))
    if began or mark.line >= len(lines):
        at = opening  # where the quote or the bracket was opened says more than where it broke
    if at.line >= len(lines):
        last = next((n for n in range(len(lines), 0, -1) if lines[n - 1].strip()), 1)
        return stop(file, lines, (last, len(lines[last - 1].rstrip()) + 1), "P002", *BROKEN_OFF)
    tight = None if "quoted" in context or "flow" in context else lacks_space(lines, at.line + 1)
    if tight:
        number, told = tight
        column = len(lines[number - 1]) - len(lines[number - 1].lstrip()) + 1
        return stop(file, lines, (number, column), "P002", *told)
    if "quoted" not in context:
        told_at = _earlier(lines, at.line + 1, getattr(error, "problem", None) or "")
        if told_at:
            number, column, told = told_at
            return stop(file, lines, (number, column), "P002", *told)
    if "expected key" in (getattr(error, "problem", None) or ""):
        bare = bare_line_before(lines, at.line)
        if bare:
            column = len(lines[bare - 1]) - len(lines[bare - 1].lstrip()) + 1
            told_of = lacks_colon(lines, bare) if column == at.column + 1 else None
            return stop(file, lines, (bare, column), "P002", *(told_of or NEITHER))
    message, mend = explain(
        getattr(error, "problem", None) or "", context, lines, at.line + 1, opening.line + 1
    )
    return stop(file, lines, (at.line + 1, at.column + 1), "P002", message, mend)
