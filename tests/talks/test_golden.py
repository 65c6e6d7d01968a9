"""Whole talks word by word, kept under golden/ to be read and compared."""

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest

from rehearse.persona.model import Persona
from rehearse.reading import load_phrase_book
from rehearse.scoring import score
from rehearse.transcript import Recorder, Transcript, new_header, read_transcript, stamp
from rehearse.transcript.replaying import resume, verify

GOLDEN = Path(__file__).parent / "golden"
IF_MEANT = "If that is meant, keep it: REHEARSE_BLESS=1 ./scripts/test tests/talks"
KINDS = ("prepared-1", "timid-1", "hostile-1")
TIMES = re.compile(rb'"(at|started)": "[^"]*"')


def told(persona: Persona, name: str, transcript: Transcript) -> str:
    """A talk as one can read it: the lines, the replies, and under each what it did."""
    seed = transcript.header.seed
    lines = [f"{name}: a talk with {persona.name}, {persona.role} ({persona.stance}), seed {seed}"]
    for record in transcript.turns:
        lines += ["", *spoken(persona, record.manager)]
        lines += ["", f"{record.number:>2}. You: {record.reply}"]
        lines += [f"    ({part})" for part in read_as(record)]
    end = transcript.end
    lines += ["", *spoken(persona, end.manager), "", f"The end: {end.outcome} ({end.state})"]
    card = score(transcript)
    lines += [f"The score: {card.overall:.2f}"]
    lines += [f"  {criterion.score:>3}  {criterion.name}" for criterion in card.criteria]
    return "\n".join(lines) + "\n"


def spoken(persona: Persona, lines: tuple[str, ...]) -> list[str]:
    """What the manager said, each line with the first name in front."""
    return [f"{persona.name.split()[0]}: {line}" for line in lines]


def read_as(record: Any) -> Iterator[str]:
    """How a reply was read, and what it changed."""
    reading = record.reading
    moves = ", ".join(dict.fromkeys(hit.move for hit in reading.moves)) or "no move"
    yield f"{reading.tone}{'' if reading.certain else ', not certain'}; {moves}"
    mood = ", ".join(f"{meter} {value}" for meter, value in record.mood.items())
    yield f"{record.rule} -> {record.to}; {mood}"


@pytest.mark.parametrize("name", KINDS)
def test_a_talk_goes_word_by_word_as_before(manager, name, play, talk_files):
    """The same replies and seed give the talk kept under golden/, every line and every point."""
    path = GOLDEN / f"{manager.id}-{name}.txt"
    now = told(manager, name, play(manager, talk_files(manager)[name]).transcript)
    if os.environ.get("REHEARSE_BLESS") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(now.encode("utf-8"))
    kept = path.read_bytes().decode("utf-8") if path.exists() else ""
    if now != kept:
        diff = unified_diff(kept.split("\n"), now.split("\n"), "kept", "now", lineterm="")
        changes = "\n".join(diff)
        pytest.fail(f"{path.name} is told otherwise now:\n{changes}\n{IF_MEANT}", pytrace=False)


def ticking(start: datetime):
    """A clock that is never twice the same."""
    minutes = iter(range(100))
    return lambda: start.replace(minute=next(minutes) % 60)


def begun(path: Path, begin: Any, persona: Persona, reader: Any, year: int):
    """A rehearsal about to start in some year, and its recorder."""
    clock = ticking(datetime(year, 5, 6, 7, tzinfo=UTC))
    rehearsal = begin(persona, seed=1, reader=reader)
    header = new_header(
        persona_id=persona.id,
        persona_sha256=persona.sha256,
        phrasebook=load_phrase_book().sha256,
        seed=1,
        started=stamp(clock()),
        pitch=None,
    )
    return rehearsal, Recorder(path, header, clock), clock


@pytest.mark.parametrize("name", KINDS)
def test_the_same_talk_gives_the_same_bytes(manager, name, begin, reader_for, talk_files, tmp_path):
    """Held twice, the second time stopped and continued after each reply, only times differ."""
    files = []
    for year in (2025, 2026):
        path = tmp_path / f"{year}.jsonl"
        reader = reader_for(manager)
        rehearsal, recorder, clock = begun(path, begin, manager, reader, year)
        for reply in talk_files(manager)[name]:
            if not rehearsal.over:
                recorder.turn(rehearsal.reply(reply))
            if year == 2026 and not rehearsal.over:
                recorder.close()
                kept = read_transcript(path)
                rehearsal, recorder = (
                    resume(kept, manager, reader),
                    Recorder.continuing(kept, clock),
                )
        recorder.end(rehearsal.end if rehearsal.over else rehearsal.leave())
        recorder.close()
        assert not verify(read_transcript(path), manager, reader)
        files.append(path.read_bytes())
    one, two = files
    assert one != two
    assert TIMES.sub(b"", one) == TIMES.sub(b"", two)
