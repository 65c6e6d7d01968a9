"""`--watch`: looking whether a script was saved, and which talk to go back to if it was.

A script is looked after with all the files it takes in; where one of them is saved, it is news too.
"""

from pathlib import Path

from rehearse.dialogue import Rehearsal
from rehearse.persona.model import Persona
from rehearse.source.document import digest_of_all, read_text
from rehearse.source.problem import Problem, SourceError

Look = tuple[int, int, int] | None  # when a file was changed, its size, and which file it is


class Watch:
    """Looks after the script at `path`. `taken` is the sha256 of the script the talk is held with.

    `warned` are the findings already told, `saved_file` is which of its files was saved last.
    """

    def __init__(self, path: Path, taken: str) -> None:
        self.path = self.saved_file = path
        self.warned: set[tuple[str, str]] = set()
        self._seen = taken
        self._files = _files_of(path)
        self._last: list[Look] = []
        self._settled: list[Look] = []
        self._whole: Rehearsal | None = None
        self._stood: tuple[Rehearsal, int, int] | None = None

    def saved(self) -> bool:
        """Whether there is another text in the file than at the last yes.

        A file still being written, or gone for a moment, is waited for: only one that two looks in
        a row found alike is opened.
        """
        now, before = [_look(file) for file in self._files], self._last
        self._last = now
        if now[0] is None or now != before or now == self._settled:
            return False
        looks = zip(self._files, now, self._settled, strict=False)
        self.saved_file = next((file for file, new, old in looks if new != old), self.path)
        files = _files_of(self.path)  # it may take in others now
        if files != self._files:
            self._files, now = files, [now[0], *(_look(file) for file in files[1:])]
        self._last = self._settled = now  # looked at before they are read: no change goes unseen
        digest = digest_of(self.path)
        changed, self._seen = digest != self._seen, digest
        return changed

    def whole_talk(self, now: Rehearsal, taken_back: int) -> Rehearsal:
        """The talk to hold again: that before the last change, if nothing was said since.

        So a change that cut the talk short, once mended, gives all of it back.
        """
        untouched = (now, now.turn_number, taken_back) == self._stood
        return self._whole if untouched and self._whole is not None else now

    def went_on(self, whole: Rehearsal, now: Rehearsal, taken_back: int, cut: bool) -> None:
        """Note the talk that goes on `now`, held again from `whole` and perhaps cut short."""
        self._whole = whole if cut else None
        self._stood = (now, now.turn_number, taken_back)

    def news_of(self, persona: Persona) -> list[Problem]:
        """The warnings of a script that were not told before; from now on they are."""
        from rehearse.persona import check_persona

        found = [one for one in check_persona(persona.path) if one.severity == "warning"]
        fresh = [one for one in found if (one.code, one.message) not in self.warned]
        self.warned = {(one.code, one.message) for one in found}
        return fresh


def digest_of(path: Path) -> str:
    """What stands for the text of a script: other bytes in any of its files give another one.

    It is the script's own SHA-256 where that is sound. Raises nothing.
    """
    digests = [_digest(file) for file in _files_of(path)]
    return digests[0] if len(digests) == 1 else digest_of_all(digests)


def _files_of(path: Path) -> list[Path]:
    from rehearse.persona.fetching import files_of

    return [Path(file) for file in files_of(path)]


def _digest(path: Path) -> str:
    try:
        return read_text(path)[1]
    except SourceError as error:
        return str(error)  # not readable as text: becoming so is news too


def _look(path: Path) -> Look:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
