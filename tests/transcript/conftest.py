"""A small talk to write down, without any script behind it."""

from datetime import UTC, datetime

import pytest

from rehearse.dialogue.turn import End, Turn
from rehearse.pitch.model import PointUse
from rehearse.reading.model import Cue, Mention, MoveHit, Reading
from rehearse.transcript import Header, Recorder

REPLIES = (
    "Thanks for the time. I want to talk about the lead role.",
    "I cut the queue by 14 % — “alone”, at the café.\u2028Really.",
    "Fine 😀\nwhatever you think.",
)


@pytest.fixture
def clock():
    """A clock that stands still."""
    return lambda: datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


@pytest.fixture
def header():
    """The header of a talk with a made-up manager."""
    return Header(
        rehearse="0.1.0",
        persona={"id": "some-one", "sha256": "ab" * 32},
        phrasebook="cd" * 32,
        seed=7,
        started="2026-03-04T09:30:00Z",
        pitch={"name": "Kim", "role": "lead", "date": "", "achievements": ["the queue"],
               "value": [], "plan": []},
    )  # fmt: skip


def make_turn(number: int, reply: str) -> Turn:
    """A turn with something in every field."""
    reading = Reading(
        text=reply,
        tone="assertive",
        certain=True,
        firmness=0.625,
        respect=0.5,
        moves=(MoveHit("evidence", 0.875, (0, 4), "i cut"),),
        cues=(Cue((0, 4), "i cut", 97.5, 0.125, 0.0, "move:evidence"),),
        signals=frozenset({"question"}),
        mentions=(Mention("figure", reply[:3], (0, 3)),),
        topics={"queue": (0, 2)},
    )
    return Turn(
        number=number,
        state="opening",
        manager=("Well?", "Go on."),
        reply=reply,
        reading=reading,
        mood_before={"patience": 50},
        mood={"patience": 50 - number},
        to="the_case",
        rule="opening.hears.1",
        rule_line=12,
        answer=("I see.",),
        points=(PointUse("achievements", "the queue", (0, 2)),),
    )


@pytest.fixture
def turns():
    """Three turns with characters that trip careless writers."""
    return [make_turn(number, reply) for number, reply in enumerate(REPLIES, 1)]


@pytest.fixture
def end():
    """How the small talk ends."""
    return End("granted", "agreed", ("Done.",), "Well held.")


@pytest.fixture
def recorded(tmp_path, header, turns, end, clock):
    """The small talk in a file, with its second reply taken back and said again."""
    path = tmp_path / "talk.jsonl"
    with Recorder(path, header, clock) as recorder:
        recorder.turn(turns[0])
        recorder.turn(turns[1])
        recorder.undo(2)
        recorder.turn(turns[1])
        recorder.turn(turns[2])
        recorder.end(end)
    return path
