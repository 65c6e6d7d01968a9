"""The map of a talk: what leads where and on what, to read, to draw, and with counts on it.

In reading order: `reasons` (a condition in words), `chart` (the map), `counts` (how often each way
was taken), `outline` (to read), `record` (for programs), `sketch` (Mermaid and DOT), `layers` and
`layout` (where the boxes stand), `curves` (how the ways run), `picture` (the drawing), `page` (the
HTML page).
"""

from rehearse.coach.graph.chart import ANYWHERE, Arrow, Chart, Reason, Stop, chart_of
from rehearse.coach.graph.counts import Counts, load_counts, read_counts, with_counts
from rehearse.coach.graph.outline import outline
from rehearse.coach.graph.record import record

__all__ = [
    "ANYWHERE", "Arrow", "Chart", "Counts", "Reason", "Stop", "chart_of", "load_counts", "outline",
    "read_counts", "record", "with_counts",
]  # fmt: skip
