"""A map of the talk as Mermaid or DOT, drawn up by the diagram support of `transitions`.

The library writes Mermaid by itself. Its DOT engine gathers nodes and edges but hands them to the
`graphviz` package, which we do without: here they are taken down by a container of our own.
No word of a script goes in as it stands: what Mermaid or DOT could take for a command is escaped.
"""

import json
import re
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from transitions import State
from transitions.extensions.diagrams import GraphMachine
from transitions.extensions.diagrams_graphviz import Graph as GraphvizGraph

# Names that Mermaid 11 reads as something else in a state diagram (each of these was tried).
_TAKEN = {
    "accdescr", "acctitle", "class", "classdef", "click", "constructor", "default", "href", "note",
    "root", "scale", "state", "statediagram", "style",
}  # fmt: skip
_LINE_OF_A_LABEL = 44
_COLOURS = {  # of a box and of its edge
    "default": ("#f4f4f1", "#55606b"),
    "start": ("#d9e8fb", "#1f5fa8"),
    "ending": ("#e9e2f5", "#6a4a9c"),
    "anywhere": ("#fdf1d3", "#8a6413"),
}
_MERMAID = {
    name: {"fillcolor": fill, "stroke": edge, "color": "#1d2329"}
    for name, (fill, edge) in _COLOURS.items()
}
_DOT = {name: {"fillcolor": fill, "color": edge} for name, (fill, edge) in _COLOURS.items()}
_DOT_DEFAULTS = {
    "node": {"shape": "rectangle", "style": "rounded,filled", "fontname": "Helvetica"},
    "edge": {"color": "#55606b", "fontname": "Helvetica", "fontsize": "10"},
}


@dataclass(frozen=True, slots=True)
class Box:
    """A state of the diagram: its name, what stands in it, and its style.

    `style` is "default", "start", "ending" or "anywhere".
    """

    name: str
    label: str
    style: str = "default"


@dataclass(frozen=True, slots=True)
class Line:
    """An arrow of the diagram, from box to box, with what stands at it."""

    origin: str
    target: str
    label: str


def mermaid(title: str, boxes: Sequence[Box], lines: Sequence[Line]) -> str:
    """The diagram as Mermaid's stateDiagram-v2, with a line break at the end."""
    machine = _Diagram(f"title: {_mermaid_title(title)}", boxes, lines, _mermaid_text)
    machine.style_attributes = {"node": {**_MERMAID}, "edge": {}}
    return _without_blanks(machine.drawn(boxes).source)


def dot(title: str, boxes: Sequence[Box], lines: Sequence[Line]) -> str:
    """The diagram in Graphviz's DOT language, with a line break at the end."""
    machine = _DotDiagram(title, boxes, lines, _dot_text)
    machine.style_attributes = {"node": {**_DOT}, "edge": {}}
    return str(machine.drawn(boxes).source)


class _Drawing:
    """The model of a machine that is only drawn."""

    state: str
    get_graph: Callable[[], Any]  # the machine puts it here


class _Labelled(State):
    """A state with the words that stand in its box, where the library looks for them."""

    def __init__(self, name: str, label: str = "", **settings: Any) -> None:
        super().__init__(name, **settings)
        self.label = label


class _Diagram(GraphMachine):
    """A machine of these boxes and lines, made to be drawn: by the library's Mermaid engine."""

    state_cls = _Labelled
    machine_attributes = {"rankdir": "TB"}  # noqa: RUF012 - read so by the library

    def __init__(
        self,
        title: str,
        boxes: Sequence[Box],
        lines: Sequence[Line],
        escaped: Callable[[str], str],
    ) -> None:
        names = {box.name: _state_name(box.name) for box in boxes}
        states = [{"name": names[box.name], "label": escaped(box.label)} for box in boxes]
        ways = [
            {
                "trigger": "hears",
                "source": names[line.origin],
                "dest": names[line.target],
                "label": escaped(line.label),
            }
            for line in lines
        ]
        start = next((box.name for box in boxes if box.style == "start"), boxes[0].name)
        super().__init__(
            model=None, states=states, transitions=ways, initial=names[start],
            auto_transitions=False, graph_engine="mermaid", title=title,
        )  # fmt: skip

    def drawn(self, boxes: Sequence[Box]) -> Any:
        """The library's graph, each box in its style; it has the text in `source`."""
        drawing = _Drawing()
        self.add_model(drawing)
        for box in boxes:
            self.model_graphs[id(drawing)].set_node_style(_state_name(box.name), box.style)
        return drawing.get_graph()


class _DotDiagram(_Diagram):
    """The same machine with our DOT engine in the place of the library's."""

    def _init_graphviz_engine(self, graph_engine: str) -> Any:
        return _DotGraph


class _DotGraph(GraphvizGraph):
    """The library's DOT engine, without the package that it would write with."""

    def generate(self) -> None:
        """Nothing to make beforehand; the library's own would ask for the package."""

    def get_graph(self, title: str | None = None, roi_state: object = None) -> Any:
        """The whole graph, written by the library's own methods into our container."""
        container = _Digraph(title or self.machine.title)
        states, transitions = self._get_elements()
        self._add_nodes(states, container)
        self._add_edges(transitions, container)
        return container

    def _convert_state_attributes(self, state: dict[str, str]) -> str:
        return state["label"]


class _Digraph:
    """What the library's DOT engine writes its nodes and edges into."""

    def __init__(self, title: str) -> None:
        graph = {"label": _dot_text(title), "rankdir": "TB", "fontname": "Helvetica"}
        self._lines = [
            f"  {of} [{_dot_list(attributes)}]"
            for of, attributes in {"graph": graph, **_DOT_DEFAULTS}.items()
        ]

    def node(self, name: str, label: str, **style: str) -> None:
        """Take down a node."""
        self._lines.append(f"  {_dot_id(name)} [{_dot_list({'label': label, **style})}]")

    def edge(self, tail: str, head: str, label: str, **style: str) -> None:
        """Take down an edge."""
        ends = f"{_dot_id(tail)} -> {_dot_id(head)}"
        self._lines.append(f"  {ends} [{_dot_list({'label': label, **style})}]")

    @property
    def source(self) -> str:
        """All that was taken down, as DOT."""
        return "\n".join(["digraph talk {", *self._lines, "}", ""])


def _state_name(name: str) -> str:
    """A name that is nothing else in Mermaid: those it has a use for get an underscore."""
    return f"{name}_" if name in _TAKEN else name


def _without_blanks(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def _folded(text: str) -> list[str]:
    """A label in lines of some forty characters."""
    shown = "".join(char if char.isprintable() else " " for char in text)
    return textwrap.wrap(shown, _LINE_OF_A_LABEL) or [""]


def _mermaid_text(text: str) -> str:
    """A label for Mermaid: all but letters, digits and a few marks as `#number;`."""
    return "<br/>".join(
        re.sub(r"[^\w ,.()'-]", lambda found: f"#{ord(found[0])};", line) for line in _folded(text)
    )


def _mermaid_title(text: str) -> str:
    """A title for the head that Mermaid reads as YAML: quoted."""
    return json.dumps(" ".join(_folded(text)), ensure_ascii=False)


def _dot_text(text: str) -> str:
    return "\\n".join(line.replace("\\", "\\\\") for line in _folded(text))


def _dot_id(text: str) -> str:
    """Text in the quotes of DOT; its backslashes are meant."""
    return '"' + text.replace('"', '\\"') + '"'


def _dot_list(attributes: dict[str, str]) -> str:
    return ", ".join(f"{name}={_dot_id(value)}" for name, value in attributes.items())
