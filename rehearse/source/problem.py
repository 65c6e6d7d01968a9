"""What is wrong with a file, where, and how to mend it: the one form of every complaint."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple
from unicodedata import east_asian_width

Severity = Literal["error", "warning", "hint"]
_SHOWN = 120  # characters of a long line, around the place


class Place(NamedTuple):
    """A spot in a file. `line` and `column` count from 1, columns in characters.

    Every word of a script has one, so it is the lightest thing that is frozen and has an order.
    """

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    def in_words(self, file: str) -> str:
        """The line as it is told to a reader of `file`: "line 12", "line 12 of goodbyes.yaml"."""
        other = self.other_than(file)
        return f"line {self.line} of {other}" if other else f"line {self.line}"

    def other_than(self, file: str) -> str:
        """The file it is in, as one beside `file` would be called; "" where it is `file` itself.

        What lies below the folder of `file` is called by the way there, else by its name alone.
        """
        if self.file == file:
            return ""
        folder, whole = _folder(file), self.file[:1] in "/\\" or self.file[1:2] == ":"
        below = self.file.startswith(folder) if folder else not whole
        return self.file[len(folder if below else _folder(self.file)) :]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding about a file.

    `code` is stable (P101); `message` says what is wrong in one sentence with the author's own
    words in it; `mend` says what to write instead (may be empty); `quoted` is the source line.
    """

    place: Place
    code: str
    message: str
    mend: str = ""
    severity: Severity = "error"
    quoted: str = field(default="", compare=False)

    def render(self) -> str:
        """The finding as a person reads it: place, sentence, mend, then the line with a caret."""
        head = f"{self.place}: {self.severity} {self.code}: {self.message}"
        parts = [f"{head} {self.mend}".rstrip()]
        parts += [f"    {line}" for line in self.pointed()]
        return "\n".join(parts)

    def pointed(self) -> list[str]:
        """The source line and below it a caret under the place; [] where the line says nothing.

        Of a long line the part around the place is shown.
        """
        if not self.quoted.strip():
            return []
        line, at = self.quoted, self.place.column - 1
        if len(line) > _SHOWN:
            start = max(0, min(at - _SHOWN // 2, len(line) - _SHOWN))
            before, after = "…" * (start > 0), "…" * (start + _SHOWN < len(line))
            line = before + line[start : start + _SHOWN] + after
            at -= start - len(before)
        return [line, "".join("\u3000" if _is_wide(char) else " " for char in line[:at]) + "^"]


def _folder(file: str) -> str:
    """The part of a path before the last name, its stroke too; "" where there is none."""
    return file[: max(file.rfind("/"), file.rfind("\\")) + 1]


def _is_wide(char: str) -> bool:
    return not char.isascii() and east_asian_width(char) in "WF"


class SourceError(ValueError):
    """A file that cannot be used. Carries every problem found in it; commands exit 2 on it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(problem.render() for problem in self.problems))
