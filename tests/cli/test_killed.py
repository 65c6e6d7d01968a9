"""A talk whose program is killed is on disk up to the last answered reply, and can go on."""

import os
import subprocess
import sys

from rehearse.transcript import read_transcript

REPLIES = ("Thank you for the time.", "I want the team lead role by June.")


def test_a_killed_practice_can_be_read_and_gone_on_with(tmp_path, script):
    """After kill -9 both answered replies are in the transcript, and --resume adds the third."""
    env = {**os.environ, "REHEARSE_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "rehearse", "practice", str(script), "--plain", "--seed", "1"]
    process = subprocess.Popen(
        command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    for reply in REPLIES:
        process.stdin.write(reply + "\n")
        process.stdin.flush()
        _read_past(process.stdout, reply)
    process.kill()
    process.communicate()
    assert process.returncode == -9

    [path] = (tmp_path / "transcripts").iterdir()
    killed = read_transcript(path)
    assert [turn.reply for turn in killed.turns] == list(REPLIES)
    assert killed.end is None

    third = "I built the billing report and it saved us 40 hours a month."
    resumed = subprocess.run(
        [*command[:5], "--plain", "--resume"],
        env=env, input=third + "\n", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert resumed.returncode == 0, resumed.stderr
    whole = read_transcript(path)
    assert [turn.reply for turn in whole.turns] == [*REPLIES, third]
    assert whole.end.outcome == "agreed"
    assert list((tmp_path / "transcripts").iterdir()) == [path]


def _read_past(stream, reply):
    """Read until the manager has answered this reply."""
    for line in stream:
        if line.startswith("You: ") and reply in line:
            break
    for line in stream:
        if line.startswith("Mina: "):
            return
    raise AssertionError("the talk ended too soon")
