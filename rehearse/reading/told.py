"""What a reply says that the fitted tables know, and what it is worth there.

The keys are those of `words.all_said`; here they are not made and looked up one by one, but
followed from word to word: most runs of words are in no table.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rehearse.reading.axes import Worth
from rehearse.reading.clauses import Layout
from rehearse.reading.model import MOVES
from rehearse.reading.normalise import Words
from rehearse.reading.scope import Scope
from rehearse.reading.side_by_side import Columns
from rehearse.reading.tables import Table
from rehearse.reading.words import about_all, given_by

MOVE_COLUMNS = Columns(MOVES)
_REMEMBERED = 20_000  # words; a bound on memory, the answers are the same without it


@dataclass(slots=True, eq=False)
class Entry:
    """A key of the tables: its worth for the tone, if any, and for the moves, also `packed`."""

    key: str
    tone: Worth | None
    moves: Mapping[str, float]
    packed: int


# An entry, its first place in the reply as words [first, last), and whether it is `shared`:
# counts less in a long reply, as what is about the reply as a whole does not.
Told = tuple[Entry, int, int, bool]


@dataclass(slots=True, eq=False)
class _Run:
    """Where a run of words has led: the key, if it is one of the tables, and what may follow."""

    key: str = ""
    next: dict[str, "_Run"] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class _Word:
    """A plain word: its key, its entries by itself and at either edge, and runs that it begins."""

    key: str
    own: Entry | None
    first: Entry | None
    last: Entry | None
    pieces: tuple[Entry, ...]
    runs: dict[str, _Run]


class Tables:
    """Both fitted tables. Answers are the same whatever was asked before."""

    def __init__(self, tone: Table[Worth], moves: Table[dict[str, float]]) -> None:
        self._tone, self._moves = tone, moves
        self._entries: dict[str, Entry] = {}
        self._words: dict[str, _Word] = {}
        self._runs: dict[str, dict[str, _Run]] = {}

    def told(
        self, words: Words, layout: Layout, scope: Scope, line: str, sources: Iterable[str]
    ) -> list[Told]:
        """All that the tables know of a reply to `line`, each key once.

        `sources` are those of the cues and features found. What is only reported tells nothing.
        """
        met = [self._words.get(word) or self._word(word) for word in words.words]
        found: dict[str, Told] = {}
        for first, last in layout.sentences:
            self._sentence(met, first, last, found)
        for at, word in enumerate(met):
            for piece in word.pieces:
                if piece.key not in found:
                    found[piece.key] = (piece, at, at + 1, True)
        if True in scope.reported:
            found = {k: one for k, one in found.items() if not scope.reports(one[1], one[2])}
        for key in (*about_all(words, layout, line), *["@" + name for name in sources]):
            entry = self._entries.get(key) or self._entry(key)
            if entry is not None:
                found[key] = (entry, 0, len(met), False)
        return list(found.values())

    def _sentence(
        self, met: Sequence[_Word], first: int, last: int, found: dict[str, Told]
    ) -> None:
        for at, edge in ((first, met[first].first), (last - 1, met[last - 1].last)):
            if edge is not None and edge.key not in found:
                found[edge.key] = (edge, at, at + 1, True)
        for at in range(first, last):
            word = met[at]
            own = word.own
            if own is not None and own.key not in found:
                found[own.key] = (own, at, at + 1, True)
            runs, end = word.runs, at + 1
            while runs and end < last:
                run = runs.get(met[end].key)
                if run is None:
                    break
                end += 1
                if run.key and run.key not in found:
                    found[run.key] = (
                        self._entries.get(run.key) or self._open(run.key),
                        at,
                        end,
                        True,
                    )
                runs = run.next

    def _entry(self, key: str) -> Entry | None:
        """The entry of a key that may not be in the tables."""
        return self._open(key) if key in self._tone or key in self._moves else None

    def _open(self, key: str) -> Entry:
        entry = self._entries.get(key)
        if entry is None:
            moves = self._moves.get(key, {})
            entry = Entry(key, self._tone.get(key), moves, MOVE_COLUMNS.pack(moves))
            self._entries[key] = entry
        return entry

    def _word(self, plain: str) -> _Word:
        key, pieces = given_by(plain)
        known = (self._entry(piece) for piece in pieces)
        word = _Word(
            key, self._entry(key), self._entry("^" + key), self._entry(key + "$"),
            tuple(entry for entry in known if entry is not None), self._runs_from(key),
        )  # fmt: skip
        if len(self._words) < _REMEMBERED:
            self._words[plain] = word
        return word

    def _runs_from(self, first: str) -> dict[str, _Run]:
        """The runs of words in the tables that begin with this key, word by word."""
        if first not in self._runs:
            start = _Run()
            for table in (self._tone, self._moves):
                for key in table.beginning_with(first + " "):
                    _lay(start, key)
            if not start.next or len(self._runs) >= _REMEMBERED:
                return start.next
            self._runs[first] = start.next
        return self._runs[first]


def _lay(start: _Run, key: str) -> None:
    """Lay the way to a key of two or three words."""
    rest = key.split(" ")[1:]
    if len(rest) < 3:
        for word in rest:
            start = start.next.setdefault(word, _Run())
        start.key = key
