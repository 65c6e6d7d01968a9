"""The fitted tables, quick to load: sorted lines of text, found by halving, read when asked for.

A reply asks for some hundred of forty thousand keys; text loads many times quicker than numbers,
and sorted lines quicker than a map. A line is a key, a tab and its numbers.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from rehearse.reading.axes import Worth

Entry = TypeVar("Entry")


class Table(Mapping[str, Entry], Generic[Entry]):
    """Key -> entry; `read` makes an entry of the text of its line. Keys come in order."""

    __slots__ = ("_lines", "_made", "_read")

    def __init__(self, text: str, read: Callable[[str], Entry]) -> None:
        self._lines = text.split("\n") if text else []
        self._read = read
        self._made: dict[str, Entry] = {}

    @property
    def text(self) -> str:
        """What the table was made of."""
        return "\n".join(self._lines)

    def __getitem__(self, key: str) -> Entry:
        found: Entry | None = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def get(self, key: str, default: Any = None) -> Any:
        """The entry for `key`, or `default`."""
        made = self._made.get(key)
        if made is not None:
            return made
        start, at = key + "\t", self._place(key)
        if at == len(self._lines) or not self._lines[at].startswith(start):
            return default
        made = self._made[key] = self._read(self._lines[at][len(start) :])
        return made

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self.get(key) is not None

    def beginning_with(self, start: str) -> Iterator[str]:
        """The keys that begin so, in order."""
        at = bisect_left(self._lines, start)
        while at < len(self._lines) and self._lines[at].startswith(start):
            yield self._lines[at].partition("\t")[0]
            at += 1

    def __iter__(self) -> Iterator[str]:
        return (line.partition("\t")[0] for line in self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def _place(self, key: str) -> int:
        return bisect_left(self._lines, key + "\t")


def worth(text: str) -> Worth:
    """ "0.5 -1 0 0" as what a key is worth on each axis."""
    firmness, respect, veiled, idle = text.split(" ")
    return (float(firmness), float(respect), float(veiled), float(idle))


def worth_table(table: Mapping[str, Worth]) -> Table[Worth]:
    """A table of what keys are worth."""
    return Table(_lines((key, (a, b, c, d)) for key, (a, b, c, d) in table.items()), worth)


def weights(text: str) -> dict[str, float]:
    """ "blame 0.5 demand -1" as a map of names and numbers."""
    words = text.split(" ")
    return {name: float(number) for name, number in zip(words[::2], words[1::2], strict=True)}


def weights_table(table: Mapping[str, Mapping[str, float]]) -> Table[dict[str, float]]:
    """A table of named numbers a key."""
    flat = ((key, [x for pair in entry.items() for x in pair]) for key, entry in table.items())
    return Table(_lines(flat), weights)


def _lines(rows: Iterable[tuple[str, Iterable[object]]]) -> str:
    return "\n".join(sorted(f"{key}\t{' '.join(map(str, row))}" for key, row in rows))
