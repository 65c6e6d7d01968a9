"""Running commands inside the test, with a home of their own and a pipe to read from."""

import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from rehearse.cli.main import run

SCRIPTS = Path(__file__).parent.parent / "transcript" / "scripts"
REPLIES = ("Thank you for the time.", "I want the team lead role by June.",
           "I built the billing report and it saved us 40 hours a month.")  # fmt: skip


@dataclass
class Answer:
    """What a command gave: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


@pytest.fixture
def rehearse(monkeypatch, capsysbinary, tmp_path):
    """Call it with arguments, and `stdin=` bytes where the command reads a pipe."""
    monkeypatch.setenv("REHEARSE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("REHEARSE_DEBUG", "REHEARSE_COMMAND"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments, stdin=b""):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        code = run([str(word) for word in arguments])
        out, err = capsysbinary.readouterr()
        return Answer(code, out.decode("utf-8"), err.decode("utf-8"))

    return call


@pytest.fixture
def script():
    """A sound script with one story."""
    return SCRIPTS / "mina-test.yaml"


@pytest.fixture
def talk(tmp_path, script):
    """A finished talk with that script's manager, on record."""
    from rehearse.dialogue import Rehearsal
    from rehearse.persona import load_persona
    from rehearse.reading import load_phrase_book
    from rehearse.transcript import Recorder, new_header

    persona = load_persona(script)
    header = new_header(
        persona_id=persona.id, persona_sha256=persona.sha256,
        phrasebook=load_phrase_book().sha256, seed=1, started="2026-03-04T09:30:00Z", pitch=None,
    )  # fmt: skip
    rehearsal = Rehearsal(persona, 1)
    with Recorder(tmp_path / "talk.jsonl", header) as recorder:
        for reply in REPLIES:
            recorder.turn(rehearsal.reply(reply))
        recorder.end(rehearsal.end)
    return tmp_path / "talk.jsonl"
