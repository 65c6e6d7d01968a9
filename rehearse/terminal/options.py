"""What the learner asked for on the command line, handed to the practice room."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PracticeOptions:
    """The options of `rehearse practice`, checked for shape but with nothing opened yet.

    `persona` is an id, a stance or a path (None: choose, or take it from the talk resumed);
    `seed` is None where any will do; `save` is a file that is not there yet (None: the store);
    `keep` is False for --no-save; `resume` is None for a new talk, "" for the latest unfinished
    one, else the path of a transcript. Without `hints` the talk offers no ways in.
    """

    persona: str | None = None
    seed: int | None = None
    pitch: Path | None = None
    save: Path | None = None
    keep: bool = True
    plain: bool = False
    hints: bool = True
    calm: bool = False
    resume: str | None = None
