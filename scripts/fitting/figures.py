"""Accuracy, F1 and the like of what was read, beside what is true."""

from collections import Counter
from collections.abc import Iterable, Sequence

HOSTILE = ("aggressive", "passive_aggressive")
CIVIL = ("assertive", "neutral")
THREE = {"aggressive": "hostile", "passive_aggressive": "hostile",
         "passive": "passive", "assertive": "assertive"}  # fmt: skip

Pairs = Sequence[tuple[str, str]]  # (true tone, tone read)


def share(part: float, whole: float) -> float:
    """Part of the whole, nought of nothing."""
    return part / whole if whole else 0.0


def f1(hit: int, said: int, true: int) -> float:
    """The F1 of so many hits among what was said and what is true."""
    return share(2 * hit, said + true)


def three_tone(pairs: Pairs) -> float:
    """Macro-F1 over passive, assertive and hostile, on those whose true tone is one of them."""
    mapped = [(THREE[true], THREE.get(read, "neutral")) for true, read in pairs if true in THREE]
    scores = []
    for name in ("passive", "assertive", "hostile"):
        hit = sum(true == read == name for true, read in mapped)
        said, true = sum(r == name for _, r in mapped), sum(t == name for t, _ in mapped)
        scores.append(f1(hit, said, true))
    return sum(scores) / 3


def accuracy(pairs: Pairs) -> float:
    """The share read right, of all five tones."""
    return share(sum(true == read for true, read in pairs), len(pairs))


def five_tone_f1(pairs: Pairs) -> float:
    """Macro-F1 over the tones that occur."""
    hit = Counter(true for true, read in pairs if true == read)
    true, read = Counter(t for t, _ in pairs), Counter(r for _, r in pairs)
    return share(sum(f1(hit[name], read[name], true[name]) for name in true), len(true))


def taken_for_attack(pairs: Pairs) -> tuple[int, int]:
    """How many civil replies were read as hostile, and how many civil ones there are."""
    civil = [read for true, read in pairs if true in CIVIL]
    return sum(read in HOSTILE for read in civil), len(civil)


def micro_f1(true: Iterable[set[str]], read: Iterable[set[str]]) -> tuple[float, float, float]:
    """(F1, precision, recall) over all labels of all rows."""
    hit = said = wanted = 0
    for one, other in zip(true, read, strict=True):
        hit, said, wanted = hit + len(one & other), said + len(other), wanted + len(one)
    return f1(hit, said, wanted), share(hit, said), share(hit, wanted)


def area_under_curve(high: Sequence[float], low: Sequence[float]) -> float:
    """How often one of `high` is above one of `low`: 0.5 is chance. Ties count half."""
    ordered = sorted([(value, 1) for value in high] + [(value, 0) for value in low])
    at = below = 0
    total = 0.0
    while at < len(ordered):
        end = at
        while end < len(ordered) and ordered[end][0] == ordered[at][0]:
            end += 1
        ups = sum(kind for _, kind in ordered[at:end])
        downs = end - at - ups
        total += ups * (below + downs / 2)
        below, at = below + downs, end
    return share(total, len(high) * len(low)) if high and low else 0.5
