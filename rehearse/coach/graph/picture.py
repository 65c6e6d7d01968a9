"""The map of a talk as a drawing (SVG) to stand in a page. Colours come from the page's style."""

from collections.abc import Iterator
from html import escape
from math import sqrt

from rehearse.coach.graph.chart import ANYWHERE, Arrow, Chart, Stop
from rehearse.coach.graph.curves import Curve, curves_of
from rehearse.coach.graph.layers import Way, rows_of
from rehearse.coach.graph.layout import HIGH, WIDE, Layout, layout_of
from rehearse.persona.model import BACK

_THIN, _THICK = 1.4, 9.0  # widths of a way, in pixels
_TIP_FROM = (3.0, 6.0)  # ways wider than these have larger tips
_TIP_HIGH = (8, 12, 18)
_NUMBER_HIGH = 15
_LONGEST_NAME = 22  # characters that fit into a box


def picture(chart: Chart) -> str:
    """The drawing: each box a link to the part of the page that tells its ways."""
    drawn = {
        (arrow.origin, arrow.target): arrow
        for arrow in reversed(chart.arrows)
        if arrow.origin != ANYWHERE and arrow.target not in (BACK, arrow.origin)
    }
    rows = rows_of(chart, list(drawn))
    layout = layout_of(rows)
    curves = curves_of(rows, layout)
    most = max((arrow.count or 0 for arrow in chart.arrows), default=0)
    size = f"{layout.width:.0f} {layout.height:.0f}"
    parts = [
        f'<svg viewBox="0 0 {size}" width="{layout.width:.0f}" height="{layout.height:.0f}"'
        ' role="group" aria-label="The map of the talk" aria-describedby="how">',
        f"<defs>{''.join(_tip_marks())}</defs>",
        *(_way(drawn[way], curve, most) for way, curve in curves.items()),
        *(_from_anywhere(arrow, layout, most) for arrow in chart.leaving(ANYWHERE)),
        *(_box(stop, chart, layout) for stop in chart.stops),
        *_numbers(drawn, curves),
        "</svg>",
    ]
    return "\n".join(part for part in parts if part)


def _tip_marks() -> Iterator[str]:
    """The arrows' tips, for thin, middling and thick ways, taken or never taken."""
    for size, high in enumerate(_TIP_HIGH):
        for kind in ("", " never"):
            yield (
                f'<marker id="tip{size}{kind.strip()}" viewBox="0 0 10 {high}" refX="0"'
                f' refY="{high / 2:g}" markerWidth="10" markerHeight="{high}"'
                ' markerUnits="userSpaceOnUse" orient="auto-start-reverse">'
                f'<path class="tip{kind}" d="M0,0L10,{high / 2:g}L0,{high}Z"/></marker>'
            )


def _tip(arrow: Arrow, width: float) -> str:
    size = sum(width > bound for bound in _TIP_FROM)
    return f"url(#tip{size}{'never' if arrow.count == 0 else ''})"


def _way(arrow: Arrow, curve: Curve, most: int) -> str:
    width = _width(arrow, most)
    tip = _tip(arrow, width)
    ends = f'marker-end="{tip}"' + (f' marker-start="{tip}"' if arrow.detour else "")
    return (
        f'<path class="way{_kind(arrow)}" data-from="{escape(arrow.origin)}"'
        f' data-to="{escape(arrow.target)}" d="{curve.path}"'
        f' stroke-width="{width:.1f}" {ends}><title>{escape(_told(arrow))}</title></path>'
    )


def _kind(arrow: Arrow) -> str:
    return (" detour" if arrow.detour else "") + (" never" if arrow.count == 0 else "")


def _width(arrow: Arrow, most: int) -> float:
    """By how often it was taken: the area of the ways tells, so the root does not shout."""
    if not arrow.count or not most:
        return _THIN
    return _THIN + (_THICK - _THIN) * sqrt(arrow.count / most)


def _told(arrow: Arrow) -> str:
    taken = "" if arrow.count is None else f" (taken {arrow.count} times)"
    return f"{arrow.origin} to {arrow.target}{taken}: {arrow.label()}"


def _from_anywhere(arrow: Arrow, layout: Layout, most: int) -> str:
    """A short arrow into the box, for a way that every beat has."""
    if arrow.target not in layout.x:
        return ""
    x, y = layout.x[arrow.target] - WIDE / 2, layout.y[arrow.target] - HIGH / 2
    width = min(_width(arrow, most), _TIP_FROM[1])
    tip = _tip(arrow, width)
    tail = f'<circle class="tail{_kind(arrow)}" cx="{x - 17:.1f}" cy="{y - 19:.1f}" r="4"/>'
    start = f' marker-start="{tip}"' if arrow.detour else ""
    number = f'<text class="number" x="{x - 17:.1f}" y="{y - 27:.1f}">{arrow.count}</text>'
    return (
        f'<g class="stub" data-to="{escape(arrow.target)}">'
        f"<title>{escape(_told(arrow).replace(ANYWHERE, 'every beat', 1))}</title>"
        f'<path class="way{_kind(arrow)}" d="M{x - 17:.1f},{y - 19:.1f}L{x - 4:.1f},{y - 7:.1f}"'
        f' stroke-width="{width:.1f}" marker-end="{tip}"{start}/>'
        f"{'' if arrow.detour else tail}{number if arrow.count else ''}</g>"
    )


def _box(stop: Stop, chart: Chart, layout: Layout) -> str:
    x, y = layout.x[stop.name] - WIDE / 2, layout.y[stop.name] - HIGH / 2
    kinds = ["box", "ending" if stop.is_ending else "beat"]
    kinds += ["start"] if stop.name == chart.start else []
    kinds += [] if stop.reached else ["unreached"]
    kinds += [stop.outcome] if stop.is_ending else []
    name = stop.name if len(stop.name) <= _LONGEST_NAME else stop.name[: _LONGEST_NAME - 1] + "…"
    ways = len(chart.leaving(stop.name))
    leads = "" if stop.is_ending else f", {ways} {'way' if ways == 1 else 'ways'} on"
    spoken = f"{stop.name} {_about(stop, chart)}{leads}"  # begins with what is seen
    radius = 23 if stop.is_ending else 7
    return (
        f'<a class="{escape(" ".join(kinds))}" href="#at-{escape(stop.name)}"'
        f' data-name="{escape(stop.name)}" aria-label="{escape(spoken)}">'
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{WIDE}" height="{HIGH}" rx="{radius}"/>'
        f'<text class="name" x="{x + WIDE / 2:.1f}" y="{y + 20:.1f}">{escape(name)}</text>\n'
        f'<text class="about" x="{x + WIDE / 2:.1f}" y="{y + 36:.1f}">'
        f"{escape(_about(stop, chart))}</text></a>"
    )


def _about(stop: Stop, chart: Chart) -> str:
    """The small line in a box: what part of the talk, or what came of it and how often."""
    if stop.is_ending:
        words = stop.outcome.replace("_", " ")
        if not chart.talks:
            return words
        came = sum(one.count or 0 for one in chart.arrows if one.target == stop.name)
        return f"{words}, {100 * came / chart.talks:.0f} % of talks"
    words = stop.phase.replace("_", " ") or "beat"
    if stop.name == chart.start:
        words = "the talk starts here"
    if not stop.reached:
        return "nothing leads here"
    comes_back = any(arrow.target == BACK for arrow in chart.leaving(stop.name))
    return f"{words}, then back ↩" if comes_back else words


def _numbers(drawn: dict[Way, Arrow], curves: dict[Way, Curve]) -> Iterator[str]:
    """How often each way was taken, on top of everything, none over another where there is room."""
    taken: list[tuple[float, float, float]] = []
    for way, curve in curves.items():
        count = drawn[way].count
        if count:
            half = 4 * len(str(count)) + 3
            free = (
                (x, y) for x, y in curve.labels
                if all(abs(x - a) > half + b or abs(y - c) > _NUMBER_HIGH for a, c, b in taken)
            )  # fmt: skip
            x, y = next(free, curve.labels[0])
            taken.append((x, y, half))
            yield (
                f'<text class="number" data-from="{escape(way[0])}" data-to="{escape(way[1])}"'
                f' x="{x:.1f}" y="{y + 4:.1f}">{count}</text>'
            )
