"""Rehearsals for the tests of every room, held in one go or saved and reloaded after each reply."""

import itertools
import os
import shutil
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from rehearse.dialogue import End, Rehearsal, Turn
from rehearse.pitch import Pitch
from rehearse.reading import load_phrase_book
from rehearse.transcript import Recorder, Transcript, new_header, read_transcript
from rehearse.transcript.lines import record_end, record_turn
from rehearse.transcript.replaying import resume

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


def header_of(rehearsal: Any, started: str = "2026-03-04T12:00:00Z") -> Any:
    """The header of a rehearsal's transcript; a talk without a pitch has none in its header."""
    persona, pitch = rehearsal.persona, rehearsal.pitch
    return new_header(
        persona_id=persona.id,
        persona_sha256=persona.sha256,
        phrasebook=load_phrase_book().sha256,
        seed=rehearsal.seed,
        started=started,
        pitch=None if pitch == Pitch() else pitch,
    )


class Reloaded:
    """A rehearsal that after every reply is dropped and taken up again from its transcript.

    It is driven like a `Rehearsal`. What it was before the reply lives on only in the file.
    """

    def __init__(self, rehearsal: Rehearsal, reader: Any, path: Path) -> None:
        self._rehearsal = rehearsal
        self._reader = reader
        self._recorder = Recorder(path, header_of(rehearsal), lambda: NOON)
        weakref.finalize(self, self._recorder.close)
        self._reload()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._rehearsal, name)

    @property
    def path(self) -> Path:
        """The file of its transcript."""
        return self._recorder.path

    def reply(self, text: str) -> Turn:
        """Reply, write the turn down, and give the turn as the reloaded talk has it."""
        turn = self._rehearsal.reply(text)
        self._recorder.turn(turn)
        if self._rehearsal.end is not None:
            self._recorder.end(self._rehearsal.end)
        self._reload()
        again = self._rehearsal.turns[-1]
        assert again == turn, "the turn came back from disk otherwise than it was"
        return again

    def undo(self) -> int:
        """Take the last reply back, in the file too."""
        number = self._rehearsal.undo()
        self._recorder.undo(number)
        self._reload()
        return number

    def leave(self) -> End:
        """Walk out, in the file too."""
        end = self._rehearsal.leave()
        self._recorder.end(end)
        self._reload()
        return end

    def _reload(self) -> None:
        """Forget the talk and take it up from its file, also one that came to its end."""
        kept = read_transcript(self.path)
        assert not kept.torn
        persona, end = self._rehearsal.persona, self._rehearsal.end
        self._rehearsal = resume(replace(kept, end=None), persona, self._reader)
        if kept.end is not None and kept.end.outcome == "left":
            self._rehearsal.leave()
        assert self._rehearsal.end == end, "the end came back from disk otherwise than it was"


@pytest.fixture(scope="session", autouse=True)
def no_waiting_for_the_disk() -> Iterator[None]:
    """What tests write is read in this same run and need not outlive a power cut.

    A file that is not open is an error as ever. Programs started by a test do wait for the disk.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", os.fstat)
        yield


@pytest.fixture(scope="session", params=["straight", "reloaded"])
def way(request: pytest.FixtureRequest) -> str:
    """How the rehearsals of a test are held: each test that begins one runs both ways."""
    return str(request.param)


@pytest.fixture(scope="session")
def begin(way: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Any]]:
    """Begins a rehearsal: takes what `Rehearsal` takes, gives what can be driven like one.

    A talk begun in the middle (`start`, `mood`) is held in one go: no transcript tells of those.
    """
    folder = tmp_path_factory.mktemp("talks")
    numbers = itertools.count(1)

    def start(persona: Any, *, reader: Any = None, **options: Any) -> Any:
        rehearsal = Rehearsal(persona, reader=reader, **options)
        if way == "straight" or "start" in options or "mood" in options:
            return rehearsal
        return Reloaded(rehearsal, reader, folder / f"{next(numbers)}.jsonl")

    yield start
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def record() -> Callable[[Any], Transcript]:
    """Makes the transcript of a rehearsal: from its file, where it has one."""

    def make(rehearsal: Any) -> Transcript:
        if isinstance(rehearsal, Reloaded):
            return read_transcript(rehearsal.path)
        header = header_of(rehearsal)
        turns = tuple(record_turn(turn, header.started) for turn in rehearsal.turns)
        end = record_end(rehearsal.end) if rehearsal.end else None
        return Transcript(header, turns, end=end)

    return make
