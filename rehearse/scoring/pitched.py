"""Which points of the learner's pitch a talk used, and which are still unused."""

from dataclasses import dataclass

from rehearse.pitch.model import Pitch
from rehearse.scoring.words import words_of
from rehearse.transcript.model import Transcript, TurnRecord

_SMALL = frozenset(
    ("a", "an", "the", "of", "on", "in", "at", "by", "to", "for", "and", "role", "job", "position",
     "before", "until", "within", "end", "next", "this")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PitchPoint:
    """A point of the pitch: its kind (of POINT_KINDS), its words, the turn it was first used in.

    `turn` is 0 where it has not been used yet.
    """

    kind: str
    words: str
    turn: int


def pitch_points(transcript: Transcript) -> tuple[PitchPoint, ...]:
    """Every point of the talk's pitch, in the order of the pitch; () where there was none.

    What was recorded with the turns counts; the role and the date count whenever they were said.
    """
    pitch = Pitch.from_json(transcript.header.pitch or {})
    return tuple(
        PitchPoint(kind, words, _first_turn(transcript, kind, words))
        for kind, words in pitch.points()
    )


def _first_turn(transcript: Transcript, kind: str, words: str) -> int:
    used = (record.number for record in transcript.turns if _used(record, kind, words))
    return next(used, 0)


def _used(record: TurnRecord, kind: str, words: str) -> bool:
    if any(use.kind == kind and use.point == words for use in record.points):
        return True
    return kind in ("role", "date") and _said(record, kind, words)


def _said(record: TurnRecord, kind: str, words: str) -> bool:
    """Whether the reply has all words that matter, or names a part of them as a role or a date."""
    wanted = _content(words)
    if not wanted:
        return False
    named = (_content(m.text) for m in record.reading.mentions if m.kind == kind)
    return wanted <= words_of(record.reply) or any(part and part <= wanted for part in named)


def _content(words: str) -> frozenset[str]:
    return words_of(words) - _SMALL
