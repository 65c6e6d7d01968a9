"""Writing a rehearsal down while it goes on: each line is on disk before the manager answers."""

import contextlib
import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rehearse.dialogue.turn import End, Turn
from rehearse.source.problem import Place, Problem, SourceError
from rehearse.transcript.claim import claim
from rehearse.transcript.lines import (
    dump_line,
    end_json,
    header_json,
    record_end,
    record_turn,
    turn_json,
    undo_json,
)
from rehearse.transcript.model import Header, Transcript

Clock = Callable[[], datetime]


def now() -> datetime:
    """The time as the clock on the wall has it, with its zone."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """A time as transcripts keep it: UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Recorder:
    """Writes one transcript, a whole line at a time.

    The file is new, for its owner alone (0600, in folders made 0700), and never written over.
    After a disk error `trouble` holds one sentence to show the learner; nothing more is written
    and the talk goes on. A line that only half fitted is cut off again.
    """

    _file: int | None

    def __init__(self, path: Path, header: Header, clock: Clock = now) -> None:
        """Start a new transcript. Raises SourceError if something is at `path` already."""
        self._set_up(path, clock)
        try:
            _make_private_folders(path.parent)
            flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
            self._file = os.open(path, flags, 0o600)
            claim(self._file)
        except FileExistsError:
            raise _taken(path) from None
        except OSError as error:
            self._give_up(error)
        self._write(header_json(header))

    @classmethod
    def continuing(cls, transcript: Transcript, clock: Clock = now) -> "Recorder":
        """A recorder that goes on writing where an interrupted talk stopped.

        The torn line at the end of its file, if any, is cut off first. Raises SourceError if
        another window has the talk open.
        """
        recorder = cls.__new__(cls)
        recorder._set_up(Path(transcript.path), clock)
        try:
            recorder._file = os.open(transcript.path, os.O_RDWR | getattr(os, "O_BINARY", 0))
            if not claim(recorder._file):
                recorder._let_go()
                raise _refusal(recorder.path, "This talk is going on in another window.",
                               "Go on there, or close it first.")  # fmt: skip
            recorder._cut_to(transcript.sound)
        except OSError as error:
            recorder._give_up(error)
        return recorder

    def _set_up(self, path: Path, clock: Clock) -> None:
        self.path = path
        self.trouble = ""
        self._clock = clock
        self._file = None
        self._length = 0

    def turn(self, turn: Turn) -> None:
        """Write a turn; call it before the manager's answer is shown."""
        self._write(turn_json(record_turn(turn, stamp(self._clock()))))

    def undo(self, number: int) -> None:
        """Write that the turn of this number is taken back."""
        self._write(undo_json(number))

    def end(self, end: End) -> None:
        """Write how the talk ended, and make sure that the disk has it all."""
        self._write(end_json(record_end(end)))
        self._sync()

    def close(self) -> None:
        """Make sure that the disk has it all, and let go of the file. May be called twice."""
        self._sync()
        self._let_go()

    def __enter__(self) -> "Recorder":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _write(self, data: Mapping[str, Any]) -> None:
        if self._file is None:
            return
        line = (dump_line(data) + "\n").encode("utf-8")
        try:
            _write_all(self._file, line)
        except OSError as error:
            with contextlib.suppress(OSError):
                self._cut_to(self._length)
            self._give_up(error)
        else:
            self._length += len(line)

    def _cut_to(self, length: int) -> None:
        """Keep the first `length` bytes, see that they end in a newline, and go on from there."""
        assert self._file is not None
        os.ftruncate(self._file, length)
        os.lseek(self._file, max(length - 1, 0), os.SEEK_SET)
        if length and os.read(self._file, 1) != b"\n":
            _write_all(self._file, b"\n")
            length += 1
        os.lseek(self._file, length, os.SEEK_SET)
        self._length = length

    def _sync(self) -> None:
        if self._file is not None:
            try:
                os.fsync(self._file)
            except OSError as error:
                self._give_up(error)

    def _give_up(self, error: OSError) -> None:
        reason = (error.strerror or "the disk does not answer").lower()
        self.trouble = (
            f"From here on this talk cannot be saved in {self.path}: {reason}. It goes on unsaved."
        )
        self._let_go()

    def _let_go(self) -> None:
        if self._file is not None:
            with contextlib.suppress(OSError):
                os.close(self._file)
            self._file = None


def write_transcript(lines: list[str], path: Path) -> None:
    """Write a whole transcript as a new private file; raises SourceError where that fails."""
    try:
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
        file = os.open(path, flags, 0o600)
    except FileExistsError:
        raise _taken(path) from None
    except OSError as error:
        raise _unwritable(path, error) from None
    try:
        _write_all(file, "".join(line + "\n" for line in lines).encode("utf-8"))
        os.fsync(file)
    except OSError as error:
        raise _unwritable(path, error) from None
    finally:
        os.close(file)


def _write_all(file: int, content: bytes) -> None:
    while content:
        content = content[os.write(file, content) :]


def _make_private_folders(folder: Path) -> None:
    """Make the folder and those above it that are missing, each for its owner alone."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for each in reversed(missing):
        with contextlib.suppress(FileExistsError):
            each.mkdir(mode=0o700)


def _taken(path: Path) -> SourceError:
    return _refusal(path, "There is a file of this name already, and it stays as it is.",
                    "Choose another name, or move that file away.")  # fmt: skip


def _unwritable(path: Path, error: OSError) -> SourceError:
    return _refusal(path, f"Nothing can be written here: {(error.strerror or 'unknown').lower()}.",
                    "Choose another place.")  # fmt: skip


def _refusal(path: Path, message: str, mend: str) -> SourceError:
    return SourceError([Problem(Place(str(path), 1, 1), "T110", message, mend)])
