"""How well a set of replies was read, as lines of text."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from fitting.figures import (
    accuracy,
    area_under_curve,
    f1,
    five_tone_f1,
    micro_f1,
    share,
    taken_for_attack,
    three_tone,
)
from rehearse.reading.model import TONES

_SHORT = dict(zip(TONES, ("pass", "asse", "aggr", "p-ag", "neut"), strict=True))
_LEAST, _SHARE = 5, 400  # replies that make a group worth a figure: so many, or one in so many
_LENGTHS = ((5, "up to 5 words"), (15, "6 to 15"), (30, "16 to 30"))


@dataclass(frozen=True)
class Row:
    """A labelled reply and how it was read. `moves` and `made` are None without labels for them."""

    text: str
    writer: str
    tone: str
    read: str
    certain: bool
    respect: float
    moves: frozenset[str] | None = None
    made: frozenset[str] | None = None
    source: str = ""
    trap: str = ""
    courtesy: int | None = None

    @property
    def pair(self) -> tuple[str, str]:
        """True tone and tone read."""
        return self.tone, self.read


def report(rows: Sequence[Row]) -> Iterator[str]:
    """All figures of a set."""
    pairs = [row.pair for row in rows]
    wrong, civil = taken_for_attack(pairs)
    sure = [row.pair for row in rows if row.certain]
    yield f"  three-tone macro-F1     {three_tone(pairs):.3f}"
    yield f"  five-tone accuracy      {accuracy(pairs):.3f}   (macro-F1 {five_tone_f1(pairs):.3f})"
    yield f"  civil taken for attack  {share(wrong, civil):.3f}   ({wrong}/{civil})"
    yield f"  certain                 on {share(len(sure), len(rows)):.2f}, then right {accuracy(sure):.3f}"
    yield from _courtesy(rows)
    yield from _confusion(pairs)
    for name, of in (("source", _source), ("length", _length), ("trap", _trap)):
        yield from _groups(rows, name, of)
    yield from _moves(rows)


def _courtesy(rows: Sequence[Row]) -> Iterator[str]:
    """How often a polite post has more respect than an impolite one."""
    polite = [row.respect for row in rows if (row.courtesy or 0) >= 4]
    impolite = [row.respect for row in rows if 1 <= (row.courtesy or 0) <= 2]
    if polite and impolite:
        yield f"  polite over impolite    {area_under_curve(polite, impolite):.3f}   ({len(polite)} and {len(impolite)} posts)"


def _confusion(pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    counts = Counter(pairs)
    yield "    true \\ read   " + "".join(f"{_SHORT[tone]:>6}" for tone in TONES)
    for true in TONES:
        yield f"    {true:<18}" + "".join(f"{counts[true, tone]:6}" for tone in TONES)


def _source(row: Row) -> str:
    return row.source


def _length(row: Row) -> str:
    words = len(row.text.split())
    return next((name for most, name in _LENGTHS if words <= most), "over 30")


def _trap(row: Row) -> str:
    return row.trap.partition(":")[0]


def _groups(rows: Sequence[Row], name: str, of: Callable[[Row], str]) -> Iterator[str]:
    """Five-tone accuracy of the groups that are large enough."""
    least = max(_LEAST, len(rows) // _SHARE)
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows:
        groups[of(row)].append(row.pair)
    cells = [f"{group or 'none'} {accuracy(pairs):.2f} ({len(pairs)})"
             for group, pairs in sorted(groups.items()) if len(pairs) >= least]  # fmt: skip
    if len(cells) > 1:
        yield f"  by {name}: " + ", ".join(cells)


def _moves(rows: Sequence[Row]) -> Iterator[str]:
    labelled = [
        (row.moves, row.made) for row in rows if row.moves is not None and row.made is not None
    ]
    if not labelled:
        return
    true, read = zip(*labelled, strict=True)
    micro, precision, recall = micro_f1(true, read)
    yield f"  moves micro-F1          {micro:.3f}   (precision {precision:.2f}, recall {recall:.2f})"
    hit, said, wanted = (Counter(move for one in sets for move in one)
                         for sets in ([t & r for t, r in labelled], read, true))  # fmt: skip
    names = sorted(wanted | said, key=lambda move: f1(hit[move], said[move], wanted[move]))
    cells = [f"{move} {f1(hit[move], said[move], wanted[move]):.2f} ({hit[move]}/{said[move]}/{wanted[move]})"
             for move in names]  # fmt: skip
    for at in range(0, len(cells), 4):
        yield "    " + "   ".join(f"{cell:<30}" for cell in cells[at : at + 4]).rstrip()


def baseline(name: str, pairs: Sequence[tuple[str, str]]) -> str:
    """The line of a baseline."""
    return (
        f"  baseline ({name}): three-tone {three_tone(pairs):.3f}, five-tone {accuracy(pairs):.3f}"
    )
