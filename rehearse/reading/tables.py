"""The fitted tables, quick to load: a line of text for each key, taken apart when it is asked for.

A reply asks for some hundred of twenty thousand keys; text loads many times quicker than numbers.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, TypeVar

Entry = TypeVar("Entry")


class Table(Mapping[str, Entry], Generic[Entry]):
    """Key -> entry; `read` makes an entry of its text."""

    __slots__ = ("_made", "_read", "_texts")

    def __init__(self, text: str, read: Callable[[str], Entry]) -> None:
        cells = text.replace("\n", "\t").split("\t")
        self._texts = dict(zip(cells[::2], cells[1::2], strict=False))  # "" has one cell
        self._read = read
        self._made: dict[str, Entry] = {}

    def __getitem__(self, key: str) -> Entry:
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._read(self._texts[key])
        return made

    def get(self, key: str, default: Any = None) -> Any:
        """The entry for `key`, or `default`. Asked some hundred times a reply, mostly in vain."""
        made = self._made.get(key)
        if made is not None:
            return made
        return self[key] if key in self._texts else default

    def __contains__(self, key: object) -> bool:
        return key in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def triple(text: str) -> tuple[float, float, float]:
    """ "0.5 -1 0" as three numbers."""
    first, second, third = text.split(" ")
    return (float(first), float(second), float(third))


def triples_text(table: Mapping[str, tuple[float, float, float]]) -> str:
    """The lines of a table of three numbers a key."""
    return "\n".join(f"{key}\t{a} {b} {c}" for key, (a, b, c) in table.items())


def weights(text: str) -> dict[str, float]:
    """ "blame 0.5 demand -1" as a map of names and numbers."""
    words = text.split(" ")
    return {name: float(number) for name, number in zip(words[::2], words[1::2], strict=True)}


def weights_text(table: Mapping[str, Mapping[str, float]]) -> str:
    """The lines of a table of named numbers a key."""
    return "\n".join(
        f"{key}\t" + " ".join(f"{name} {number}" for name, number in entry.items())
        for key, entry in table.items()
    )
