"""A rehearsal on record."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rehearse.pitch.model import PointUse
from rehearse.reading.model import Reading

FORMAT = "rehearse-transcript/1"


@dataclass(frozen=True, slots=True)
class Header:
    """The first line of a transcript. `persona` is None for a talk brought in by import.

    `start` is the beat a coach began in and `mood` the meters set by hand; "" and {} for a talk
    that began as its script says. `phrasebook` is the hash of all phrases replies were read by;
    `phrases` is that of the learner's own among them ("" for none).
    """

    rehearse: str
    persona: Mapping[str, str] | None  # {"id", "sha256"}
    phrasebook: str
    seed: int
    started: str
    pitch: Mapping[str, Any] | None
    start: str = ""
    mood: Mapping[str, int] = field(default_factory=dict)
    phrases: str = ""


@dataclass(frozen=True, slots=True)
class TurnRecord:
    """A turn as recorded. An imported talk has no state, mood, to and rule (None or "")."""

    number: int
    state: str | None
    manager: tuple[str, ...]
    reply: str
    reading: Reading
    mood: Mapping[str, int] | None
    to: str | None
    at: str
    rule: str = ""
    points: tuple[PointUse, ...] = ()


@dataclass(frozen=True, slots=True)
class EndRecord:
    """The last line of a finished talk."""

    state: str
    outcome: str
    manager: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Transcript:
    """A whole record: `turns` are those that stand, `undone` those taken back, in order.

    `end` is None for an interrupted rehearsal; `torn` says what was skipped while reading
    ("line 14 is torn: ...") and is empty for a sound file. `extra` are header keys beyond the
    contract's; `sound` is how many bytes of the file hold whole lines (0 where it has no file).
    """

    header: Header
    turns: tuple[TurnRecord, ...]
    undone: tuple[TurnRecord, ...] = ()
    end: EndRecord | None = None
    torn: str = ""
    path: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)
    sound: int = 0
