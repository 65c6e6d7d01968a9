"""What is written while a talk goes on, and what a disk can do to it."""

import errno
import json
import os
import stat
import subprocess
import sys

import pytest

from rehearse.source.problem import SourceError
from rehearse.transcript import Recorder, read_transcript
from rehearse.transcript.lines import record_end, record_turn, transcript_lines


def test_a_talk_comes_back_as_it_was_written(recorded, header, turns, end):
    """Every field of every turn, the one taken back and the ending survive the file."""
    transcript = read_transcript(recorded)
    kept = tuple(record_turn(turn, "2026-03-04T09:30:00Z") for turn in turns)
    assert transcript.header == header
    assert transcript.turns == kept
    assert transcript.undone == (kept[1],)
    assert transcript.end == record_end(end)
    assert transcript.torn == ""
    assert transcript.path == str(recorded)
    assert transcript.sound == recorded.stat().st_size


def test_lines_carry_the_keys_of_the_contract(recorded):
    """The header, a turn, an undo and the end are spelled as contract.md spells them."""
    lines = [json.loads(line) for line in recorded.read_text("utf-8").splitlines()]
    assert set(lines[0]) == {
        "format",
        "rehearse",
        "persona",
        "phrasebook",
        "seed",
        "started",
        "pitch",
    }
    assert lines[0]["format"] == "rehearse-transcript/1"
    assert set(lines[0]["persona"]) == {"id", "sha256"}
    assert list(lines[1])[:8] == [
        "turn",
        "state",
        "manager",
        "reply",
        "reading",
        "mood",
        "to",
        "at",
    ]
    assert lines[1]["rule"] == "opening.hears.1"
    assert lines[3] == {"undo": 2}
    assert lines[-1] == {"end": {"state": "granted", "outcome": "agreed", "manager": ["Done."]}}


def test_each_line_is_in_the_file_as_soon_as_it_is_written(tmp_path, header, turns, clock):
    """Nothing waits in a buffer: after each call the file holds one whole line more."""
    recorder = Recorder(tmp_path / "t.jsonl", header, clock)
    counts = [recorder.path.read_bytes().count(b"\n")]
    for turn in turns:
        recorder.turn(turn)
        counts.append(recorder.path.read_bytes().count(b"\n"))
    recorder.close()
    assert counts == [1, 2, 3, 4]


def test_the_file_is_for_its_owner_alone(tmp_path, header, clock):
    """A transcript is 0600 and the folders made for it 0700, whatever the umask says."""
    old = os.umask(0)
    try:
        Recorder(tmp_path / "a" / "b" / "t.jsonl", header, clock).close()
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "a" / "b" / "t.jsonl").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700


def test_a_file_that_is_there_is_never_written_over(tmp_path, header, clock):
    """A recorder refuses a name that is taken, and leaves the file as it was."""
    path = tmp_path / "t.jsonl"
    path.write_text("mine")
    with pytest.raises(SourceError, match="already"):
        Recorder(path, header, clock)
    assert path.read_text() == "mine"


def test_a_place_that_cannot_be_written_is_said_and_the_talk_goes_on(
    header, turns, tmp_path, clock
):
    """A path below a file gives one sentence of trouble; later turns raise nothing."""
    (tmp_path / "file").write_text("")
    recorder = Recorder(tmp_path / "file" / "t.jsonl", header, clock)
    assert recorder.trouble.endswith("It goes on unsaved.")
    assert "\n" not in recorder.trouble
    recorder.turn(turns[0])
    recorder.close()


def test_a_full_disk_leaves_whole_lines_only(tmp_path, header, turns, clock, monkeypatch):
    """Where a line only half fits, the half is cut off, the learner is told, the talk goes on."""
    recorder = Recorder(tmp_path / "t.jsonl", header, clock)
    recorder.turn(turns[0])
    write = os.write
    room = [40]

    def write_until_full(file, content):
        if not room[0]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        done = write(file, bytes(content)[: room[0]])
        room[0] -= done
        return done

    monkeypatch.setattr(os, "write", write_until_full)
    recorder.turn(turns[1])
    recorder.turn(turns[2])
    monkeypatch.undo()
    recorder.close()
    assert "no space left" in recorder.trouble
    transcript = read_transcript(recorder.path)
    assert (len(transcript.turns), transcript.torn) == (1, "")


def test_half_a_surrogate_pair_can_be_kept(tmp_path, header, turns, clock):
    """A reply no encoding can hold as it is comes back the same all the same."""
    from dataclasses import replace

    odd = replace(turns[0], reply="a\udc80b")
    with Recorder(tmp_path / "t.jsonl", header, clock) as recorder:
        recorder.turn(odd)
    assert read_transcript(recorder.path).turns[0].reply == "a\udc80b"


def test_going_on_cuts_the_torn_line_off_first(tmp_path, recorded, turns, clock):
    """A resumed talk's file is whole again: the torn line is gone and the next turn follows."""
    lines = recorded.read_bytes().splitlines(keepends=True)
    recorded.write_bytes(b"".join(lines[:3]) + lines[3][:5])
    before = read_transcript(recorded)
    assert before.torn
    with Recorder.continuing(before, clock) as recorder:
        recorder.turn(turns[2])
    after = read_transcript(recorded)
    assert (len(after.turns), after.torn, recorder.trouble) == (3, "", "")


def test_going_on_after_a_missing_newline_starts_a_new_line(recorded, turns, clock):
    """A last line that is whole but for its newline stays, and the next gets its own line."""
    lines = recorded.read_bytes().splitlines(keepends=True)
    recorded.write_bytes(b"".join(lines[:2]).rstrip(b"\n"))
    before = read_transcript(recorded)
    assert (len(before.turns), before.torn) == (1, "")
    with Recorder.continuing(before, clock) as recorder:
        recorder.turn(turns[1])
    assert len(read_transcript(recorded).turns) == 2


def test_a_transcript_written_from_its_records_reads_the_same(recorded):
    """Writing what was read gives a file that reads the same, but for what was taken back."""
    from rehearse.transcript import parse_transcript

    first = read_transcript(recorded)
    content = "".join(line + "\n" for line in transcript_lines(first)).encode()
    second = parse_transcript(content, "again")
    assert (second.header, second.turns, second.end) == (first.header, first.turns, first.end)


KILLED = """
import os, signal, sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from conftest import make_turn
from rehearse.transcript import Header, Recorder
header = Header("0", {{"id": "x", "sha256": "y"}}, "z", 1, "", None)
recorder = Recorder(Path({path!r}), header)
recorder.turn(make_turn(1, "first"))
recorder.turn(make_turn(2, "second"))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_talk_is_on_disk_up_to_its_last_reply(tmp_path):
    """After kill -9 in the middle of a talk, every reply given so far can be read."""
    path = tmp_path / "t.jsonl"
    code = KILLED.format(tests=os.path.dirname(__file__), path=str(path))
    done = subprocess.run([sys.executable, "-c", code], check=False)
    assert done.returncode == -9
    transcript = read_transcript(path)
    assert [turn.reply for turn in transcript.turns] == ["first", "second"]
    assert (transcript.end, transcript.torn) == (None, "")
