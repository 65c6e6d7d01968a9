"""Keeping a talk on disk while it goes on: where, from when, and what is said if that fails."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rehearse.dialogue.turn import End, Turn
from rehearse.source.problem import SourceError
from rehearse.terminal.options import PracticeOptions

if TYPE_CHECKING:
    from rehearse.dialogue.rehearsal import Rehearsal
    from rehearse.terminal.listening import LateReader
    from rehearse.transcript.model import Header, Transcript
    from rehearse.transcript.recorder import Recorder


def header_of(
    rehearsal: "Rehearsal", reader: "LateReader", options: PracticeOptions
) -> "Callable[[], Header]":
    """Makes the header of a talk that starts now; the phrase book is waited for only then."""
    started, persona = datetime.now(UTC), rehearsal.persona
    start = options.start if options.start in persona.beats else ""  # a script may lose one
    mood = {meter: value for meter, value in options.mood.items() if meter in persona.mood}

    def header() -> "Header":
        from rehearse.transcript import new_header, stamp

        pitch = rehearsal.pitch if options.pitch is not None else None
        return new_header(persona_id=persona.id, persona_sha256=persona.sha256,
                          phrasebook=reader.phrasebook, seed=rehearsal.seed,
                          started=stamp(started), pitch=pitch, start=start,
                          mood=mood, own=reader.own)  # fmt: skip

    return header


class Keeping:
    """The record of one talk. The file is made with the first turn: no reply, no file.

    `open_file` makes the recorder of a header (None: nothing is kept).
    """

    def __init__(
        self, make_header: "Callable[[], Header]", open_file: "Callable[[Header], Recorder] | None"
    ) -> None:
        self._make_header = make_header
        self._open_file = open_file
        self._header: Header | None = None
        self._recorder: Recorder | None = None
        self._trouble = ""
        self._told = ""

    @classmethod
    def going_on(cls, transcript: "Transcript", recorder: "Recorder | None") -> "Keeping":
        """The record of a talk that was interrupted, to be gone on with in its own file."""
        keeping = cls(lambda: transcript.header, None)
        keeping._header = transcript.header
        keeping._recorder = recorder
        return keeping

    def held_again(self, make_header: "Callable[[], Header]", turns: Sequence[Turn]) -> "Keeping":
        """The record of the talk as it is after its script was changed: these turns, in one file.

        The file made so far is written anew: the talk in it is one that the script of now gives.
        """
        if self._recorder is not None:
            self._recorder.close()
            self._recorder.path.unlink(missing_ok=True)
        keeping = Keeping(make_header, self._open_file)
        keeping._trouble, keeping._told = self.trouble, self._told
        for turn in turns:
            keeping.turn(turn)
        return keeping

    @property
    def header(self) -> "Header":
        """The header of this talk, made at the first call."""
        if self._header is None:
            self._header = self._make_header()
        return self._header

    @property
    def path(self) -> Path | None:
        """The file with the talk in it, or with a part of it; None where there is none."""
        if self._recorder is None or (self.trouble and not self._recorder.path.exists()):
            return None
        return self._recorder.path

    @property
    def trouble(self) -> str:
        """Why not all of the talk is on disk, in a sentence; "" where it is."""
        return self._trouble or (self._recorder.trouble if self._recorder is not None else "")

    def turn(self, turn: Turn) -> None:
        """Write a turn down; call it before the manager's answer is shown."""
        if self._recorder is None and self._open_file is not None and not self.trouble:
            self._recorder = self._opened(self._open_file)
        if self._recorder is not None:
            self._recorder.turn(turn)

    def _opened(self, open_file: "Callable[[Header], Recorder]") -> "Recorder | None":
        try:
            return open_file(self.header)
        except SourceError as error:
            self._trouble = f"{error.problems[0].message} The talk goes on unsaved."
            return None

    def undo(self, number: int) -> None:
        """Write that the turn of this number is taken back."""
        if self._recorder is not None:
            self._recorder.undo(number)

    def end(self, end: End) -> None:
        """Write how the talk ended."""
        if self._recorder is not None:
            self._recorder.end(end)

    def close(self) -> None:
        """Make sure that the disk has it all. May be called twice."""
        if self._recorder is not None:
            self._recorder.close()

    def new_trouble(self) -> str:
        """What went wrong with the disk since the last call, in a sentence; "" if nothing did."""
        news = self.trouble if self.trouble != self._told else ""
        self._told = self.trouble
        return news
