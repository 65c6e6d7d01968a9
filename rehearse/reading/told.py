"""What the fitted tables say of each key, for the tone and for the moves, taken apart once."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rehearse.reading.model import MOVES
from rehearse.reading.side_by_side import Columns
from rehearse.reading.words import Said

MOVE_COLUMNS = Columns(MOVES)

Worth = tuple[float, float, float]


class Told(NamedTuple):
    """What one key of a reply is worth.

    `tone` is None for a key that only speaks for moves; `packed` are the weights of `moves`.
    """

    said: Said
    tone: Worth | None
    moves: Mapping[str, float]
    packed: int


class TableKeys:
    """The keys of both tables. Answers are the same whatever was asked before."""

    def __init__(self, tone: Mapping[str, Worth], moves: Mapping[str, Mapping[str, float]]) -> None:
        self.known = frozenset(tone).union(moves)
        self._tone, self._moves = tone, moves
        self._opened: dict[str, tuple[Worth | None, Mapping[str, float], int]] = {}

    def told(self, said: Iterable[Said]) -> list[Told]:
        """What the tables say of those keys that they know."""
        opened, known = self._opened, self.known
        return [
            Told(one, *(opened.get(one.key) or self._open(one.key)))
            for one in said
            if one.key in known
        ]

    def _open(self, key: str) -> tuple[Worth | None, Mapping[str, float], int]:
        moves = self._moves.get(key, {})
        opened = self._opened[key] = (self._tone.get(key), moves, MOVE_COLUMNS.pack(moves))
        return opened
