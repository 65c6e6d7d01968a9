"""Where the program keeps things: rehearsals, and what they are called; one's own."""

import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rehearse.source.problem import Place, Problem, SourceError

if TYPE_CHECKING:
    from rehearse.reading.own import OwnPhrases
    from rehearse.transcript.model import Header, Transcript
    from rehearse.transcript.recorder import Clock, Recorder


def home() -> Path:
    """The folder for everything the program keeps: REHEARSE_HOME or the platform's own place."""
    chosen = os.environ.get("REHEARSE_HOME", "")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("rehearse", appauthor=False)


def personas_folder() -> Path:
    """The folder for scripts of one's own, which are found like the managers that come along."""
    return home() / "personas"


def persona_folders(named: Iterable[Path] = ()) -> list[Path]:
    """Where managers are looked for beside the built-in ones: at home, then in these folders."""
    return [personas_folder(), *named]


def own_phrases() -> "OwnPhrases":
    """The phrases kept in phrases.yaml at home; none where there is no such file.

    Raises SourceError where it cannot be used.
    """
    from rehearse.reading.own import NO_PHRASES

    path = home() / "phrases.yaml"
    if not os.path.lexists(path):
        return NO_PHRASES
    from rehearse.persona.own_phrases import load_own_phrases

    return load_own_phrases(path)


def transcripts_folder() -> Path:
    """The folder that holds a file for each rehearsal."""
    return home() / "transcripts"


def transcript_names(persona_id: str, moment: datetime) -> Iterator[Path]:
    """The paths a rehearsal that starts at `moment` may have, the plainest first."""
    stem = f"{moment.astimezone():%Y-%m-%d-%H%M}-{persona_id}"
    yield transcripts_folder() / f"{stem}.jsonl"
    for number in range(2, 1000):
        yield transcripts_folder() / f"{stem}-{number}.jsonl"


def keep_new(header: "Header", clock: "Clock | None" = None) -> "Recorder":
    """A recorder for a new rehearsal in the store, under the first name that is free."""
    from rehearse.transcript.recorder import Recorder, now

    clock = clock or now
    persona_id = header.persona["id"] if header.persona else "talk"
    for path in transcript_names(persona_id, clock()):
        try:
            return Recorder(path, header, clock)
        except SourceError:  # taken, perhaps a moment ago by another window
            continue
    raise SourceError([Problem(Place(str(transcripts_folder()), 1, 1), "T111",
                               "A thousand rehearsals started in this minute.")])  # fmt: skip


def kept_paths() -> list[Path]:
    """The files of all kept rehearsals, the newest first; empty where there are none."""
    try:
        paths = [path for path in transcripts_folder().iterdir() if path.suffix == ".jsonl"]
    except OSError:
        return []
    return sorted(paths, key=_age, reverse=True)


def _age(path: Path) -> tuple[int, str]:
    try:
        return path.stat().st_mtime_ns, path.name
    except OSError:
        return 0, path.name


def kept_transcripts(persona_id: str = "") -> "Iterator[Transcript]":
    """The kept rehearsals, the newest first, of one persona or of all.

    Files that cannot be read are passed over: one bad file must not hide the others.
    """
    from rehearse.transcript.opening import read_transcript

    for path in kept_paths():
        if persona_id and persona_id not in path.name:
            continue
        try:
            transcript = read_transcript(path)
        except SourceError:
            continue
        header = transcript.header
        if not persona_id or (header.persona is not None and header.persona["id"] == persona_id):
            yield transcript


def latest_unfinished(persona_id: str = "") -> "Transcript | None":
    """The newest kept rehearsal that has no end, of one persona or of all; None if there is none.

    Talks that another window has open are passed over.
    """
    from rehearse.transcript.claim import is_claimed

    for transcript in kept_transcripts(persona_id):
        is_rehearsal = transcript.header.persona is not None
        if is_rehearsal and transcript.end is None and not is_claimed(Path(transcript.path)):
            return transcript
    return None
