"""Where rehearsals are kept and how they are found again."""

from pathlib import Path

import pytest

from rehearse.source.problem import SourceError
from rehearse.transcript import Recorder, read_transcript, store


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home of our own."""
    monkeypatch.setenv("REHEARSE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_rehearse_home_moves_everything(home):
    """What is kept lies below REHEARSE_HOME when that is set."""
    assert store.home() == home
    assert store.transcripts_folder() == home / "transcripts"


def test_without_rehearse_home_the_platforms_folder_is_used(monkeypatch, tmp_path):
    """An empty REHEARSE_HOME counts as none, and the place then is absolute."""
    monkeypatch.setenv("REHEARSE_HOME", "")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert store.home().is_absolute()
    assert "rehearse" in str(store.home())


def test_two_talks_in_one_minute_get_names_of_their_own(home, header, clock):
    """The name says when and with whom; the second of a minute ends in -2."""
    paths = []
    for _ in range(3):
        with store.keep_new(header, clock) as recorder:
            paths.append(recorder.path.name)
    day = f"{clock().astimezone():%Y-%m-%d-%H%M}"
    assert paths == [f"{day}-some-one.jsonl", f"{day}-some-one-2.jsonl", f"{day}-some-one-3.jsonl"]


def test_the_latest_unfinished_talk_is_found(home, header, turns, end, clock):
    """Finished talks and broken files are passed over when looking for one to resume."""
    assert store.latest_unfinished() is None
    open_talk = store.keep_new(header, clock)
    open_talk.turn(turns[0])
    open_talk.close()
    finished = store.keep_new(header, clock)
    finished.end(end)
    finished.close()
    (home / "transcripts" / "broken-some-one.jsonl").write_text("no")
    for persona in ("", "some-one"):
        found = store.latest_unfinished(persona)
        assert found is not None
        assert Path(found.path) == open_talk.path
    assert store.latest_unfinished("someone-else") is None
    assert len(list(store.kept_transcripts("some-one"))) == 2


def test_a_talk_open_in_another_window_is_left_alone(home, header, turns, clock):
    """While one window has a talk open, it is neither offered for resuming nor written into."""
    with store.keep_new(header, clock) as recorder:
        recorder.turn(turns[0])
        assert store.latest_unfinished() is None
        with pytest.raises(SourceError, match="another window"):
            Recorder.continuing(read_transcript(recorder.path), clock)
    assert store.latest_unfinished() is not None
