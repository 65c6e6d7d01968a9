"""What the learner asked for on the command line, handed to the practice room."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PracticeOptions:
    """The options of `rehearse practice`, checked for shape but with nothing opened yet.

    `persona` is an id, a stance or a path (None: choose, or take it from the talk resumed);
    `seed` is None where any will do; `save` is a file that is not there yet (None: the store);
    `keep` is False for --no-save; `resume` is None for a new talk, "" for the latest unfinished
    one, else the path of a transcript. Without `hints` the talk offers no ways in.
    `start` is the beat to begin in ("" where the script begins), `mood` the meters set by hand,
    `watch` whether to take the script anew whenever it is saved. `folders` are those named with
    --personas, where managers are looked for too; `once_more` is for a talk after another.
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
    start: str = ""
    mood: Mapping[str, int] = field(default_factory=dict)
    watch: bool = False
    folders: tuple[Path, ...] = ()
    once_more: bool = False

    @property
    def trying(self) -> bool:
        """Whether the talk tries a script out: such a talk is kept only where asked to."""
        return bool(self.start or self.mood or self.watch)
