"""A reader that reads nothing twice: bots say the same replies in thousands of talks."""

from dataclasses import dataclass, field, fields

from rehearse.dialogue.rehearsal import ReadsReplies
from rehearse.reading.model import Reading
from rehearse.reading.vocabulary import refuses

_PARTS = tuple(part.name for part in fields(Reading))


@dataclass(frozen=True, slots=True)
class KnownReading(Reading):
    """A reading that is asked often: its moves are kept in sets as well."""

    made: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()

    def has(self, move: str) -> bool:
        """Whether the reply makes this move."""
        return move in self.made

    def counts(self, move: str) -> bool:
        """Whether the move is found surely enough to act on."""
        return move in self.counted


@dataclass(frozen=True, slots=True)
class KnowingReader:
    """Reads each text once for each kind of line it answers.

    All that a reading takes from the manager's line is whether there is one, whether it says no,
    and whether it ends with a question (tests/coach holds this against the reader itself).
    """

    reader: ReadsReplies
    known: dict[tuple[str, str], KnownReading] = field(default_factory=dict)
    _kinds: dict[str, str] = field(default_factory=dict)

    def read(self, text: str, in_reply_to: str = "") -> KnownReading:
        """How the reply reads, as an answer to what the manager said last."""
        kind = self._kinds.get(in_reply_to)
        if kind is None:
            kind = self._kinds[in_reply_to] = _kind(in_reply_to)
        key = (text, kind)
        if key not in self.known:
            reading = self.reader.read(text, in_reply_to)
            made = frozenset(hit.move for hit in reading.moves)
            counted = frozenset(filter(reading.counts, made))
            parts = {name: getattr(reading, name) for name in _PARTS}
            self.known[key] = KnownReading(**parts, made=made, counted=counted)
        return self.known[key]


def _kind(line: str) -> str:
    if not line.strip():
        return ""
    return f"{'no' if refuses(line) else 'line'}{'?' if line.rstrip().endswith('?') else ''}"
