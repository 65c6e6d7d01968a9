"""What is wrong with a file, where, and how to mend it: the one form of every complaint."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]


class Place(NamedTuple):
    """A spot in a file. `line` and `column` count from 1, columns in characters.

    Every word of a script has one, so it is the lightest thing that is frozen and has an order.
    """

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


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
        if self.quoted.strip():
            parts += [f"    {self.quoted}", "    " + " " * (self.place.column - 1) + "^"]
        return "\n".join(parts)


class SourceError(ValueError):
    """A file that cannot be used. Carries every problem found in it; commands exit 2 on it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(problem.render() for problem in self.problems))
