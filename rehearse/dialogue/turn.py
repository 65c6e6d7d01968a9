"""One exchange of a rehearsal, and how a rehearsal ends."""

from collections.abc import Mapping
from dataclasses import dataclass

from rehearse.pitch.model import PointUse
from rehearse.reading.model import Reading


@dataclass(frozen=True, slots=True)
class Turn:
    """The manager's lines, the reply to them, and what it did.

    `number` counts from 1; `manager` are the lines shown before the reply and `answer` those after
    it; `mood_before` and `mood` are the meters (0..100) before and after; `rule` is the id of the
    response that fired ("opening.hears.2") and `rule_line` its line in the script (0 if none);
    `answer` holds the closing lines too where the reply ended the talk; `reaction` is the id of
    the `reacts` rule that fired before it ("" if none); `rule_file` the file that the response was
    taken in from, "" where it is the script's own.
    """

    number: int
    state: str
    manager: tuple[str, ...]
    reply: str
    reading: Reading
    mood_before: Mapping[str, int]
    mood: Mapping[str, int]
    to: str
    rule: str
    rule_line: int
    answer: tuple[str, ...]
    points: tuple[PointUse, ...] = ()
    reaction: str = ""
    rule_file: str = ""


@dataclass(frozen=True, slots=True)
class End:
    """How the talk ended: the ending's name, its outcome, the closing lines, the coach's word.

    `manager` is all that was said after the last reply: the `answer` of the last turn. For a
    learner who left, `state` is the beat they left from, and nothing is said.
    """

    state: str
    outcome: str
    manager: tuple[str, ...]
    debrief: str = ""
