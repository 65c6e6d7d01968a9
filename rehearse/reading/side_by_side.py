"""Many sums at once: fixed-point numbers side by side in one integer.

A reply adds up the weights of some fifty keys for some thirty moves. Packed, that is fifty sums of
whole numbers instead of a thousand, and they are exact.
"""

import struct
from collections.abc import Mapping, Sequence

_BITS = 32
_UNIT = 10_000  # four decimal places
_HALF = 1 << (_BITS - 1)  # sums stay between -_HALF and _HALF, that is, 200,000


class Columns:
    """Names for the numbers that stand side by side."""

    def __init__(self, names: Sequence[str]) -> None:
        self._place = {name: _BITS * at for at, name in enumerate(names)}
        self._lift = sum(_HALF << place for place in self._place.values())
        self._layout = struct.Struct(f"<{len(names)}I")

    def pack(self, numbers: Mapping[str, float]) -> int:
        """The named numbers in one; packed numbers can be added. KeyError for an unknown name."""
        return sum(round(number * _UNIT) << self._place[name] for name, number in numbers.items())

    def unpack(self, packed: int) -> list[float]:
        """The numbers, in the order of the names."""
        raw = (packed + self._lift).to_bytes(self._layout.size, "little")
        return [(number - _HALF) / _UNIT for number in self._layout.unpack(raw)]
