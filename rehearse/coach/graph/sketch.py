"""The map of a talk as Mermaid or DOT, for pages and tools that draw these."""

from collections.abc import Iterator

from rehearse.coach.graph.chart import ANYWHERE, Arrow, Chart, Stop
from rehearse.dialogue.diagram import Box, Line, dot, mermaid
from rehearse.persona.model import BACK


def as_mermaid(chart: Chart) -> str:
    """The map as a Mermaid state diagram."""
    return mermaid(_title(chart), list(_boxes(chart)), list(_lines(chart)))


def as_dot(chart: Chart) -> str:
    """The map in Graphviz's DOT language."""
    return dot(_title(chart), list(_boxes(chart)), list(_lines(chart)))


def _title(chart: Chart) -> str:
    counted = f", ways taken in {chart.talks} talks" if chart.talks else ""
    return f"{chart.name}{counted}"


def _boxes(chart: Chart) -> Iterator[Box]:
    for stop in chart.stops:
        yield Box(stop.name, _label(stop, chart), _style(stop, chart))
    yield Box(_every_beat(chart), "from every beat", "anywhere")


def _label(stop: Stop, chart: Chart) -> str:
    if stop.is_ending:
        return f"{stop.name}: {stop.outcome.replace('_', ' ')}"
    comes_back = any(arrow.target == BACK for arrow in chart.leaving(stop.name))
    return f"{stop.name} (comes back)" if comes_back else stop.name


def _style(stop: Stop, chart: Chart) -> str:
    if stop.is_ending:
        return "ending"
    return "start" if stop.name == chart.start else "default"


def _lines(chart: Chart) -> Iterator[Line]:
    for arrow in chart.arrows:
        if arrow.target != BACK:
            origin = _every_beat(chart) if arrow.origin == ANYWHERE else arrow.origin
            yield Line(origin, arrow.target, _at(arrow))


def _at(arrow: Arrow) -> str:
    counted = "" if arrow.count is None else f"{arrow.count} times: "
    return f"{counted}{'detour: ' if arrow.detour else ''}{arrow.label()}"


def _every_beat(chart: Chart) -> str:
    """A name for the box that no stop has."""
    name = "every_beat"
    while any(stop.name == name for stop in chart.stops):
        name += "_too"
    return name
