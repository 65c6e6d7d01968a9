"""For the coach: the map of a talk, and the schema that lets an editor help with a script."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rehearse.cli.arguments import Arguments, UsageError
from rehearse.cli.output import print_json, print_lines, say

if TYPE_CHECKING:
    from rehearse.coach.graph import Chart

_FORMATS = ("outline", "mermaid", "dot", "html", "json")
_BY_SUFFIX = {".txt": "outline", ".mmd": "mermaid", ".mermaid": "mermaid", ".dot": "dot",
              ".gv": "dot", ".html": "html", ".htm": "html", ".json": "json"}  # fmt: skip
_SCRIPTS = (".yaml", ".yml")
_WIDTH_OF_A_FILE = 80


def run_graph(argv: Sequence[str]) -> int:
    """`rehearse graph PATH`: where a talk can go, as an outline, a drawing or data."""
    parser = _graph_parser()
    given = parser.parse(argv)
    form = _form(parser, given)

    from rehearse.coach.graph import chart_of, load_counts, with_counts
    from rehearse.persona import find_persona
    from rehearse.transcript.store import persona_folders

    try:
        chart = chart_of(find_persona(given.path, persona_folders(given.personas), say))
        if given.counts is not None:
            chart = with_counts(chart, load_counts(given.counts))
    except ValueError as error:
        from rehearse.source.problem import SourceError

        if isinstance(error, SourceError):
            raise
        raise UsageError(f"{parser.prog}: {error}") from None
    if given.output is None and form == "json":
        from rehearse.coach.graph import record

        print_json(record(chart))
    else:
        _hand_over(parser, given.output, _written(chart, form, given.output))
    return 0


def run_schema(argv: Sequence[str]) -> int:
    """`rehearse schema`: what an editor needs to complete and check scripts."""
    from rehearse.persona.schema import FILE_NAME, MODELINE, schema_text

    parser = Arguments(
        "schema",
        "Print the JSON Schema of scripts, with which an editor completes and checks them.",
        f"Write it beside your scripts with -o {FILE_NAME}, and let their first line be\n"
        f"  {MODELINE}",
    )
    parser.json_option("the schema (it is JSON anyway)")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write it to this file")
    _hand_over(parser, parser.parse(argv).output, schema_text())
    return 0


def _graph_parser() -> Arguments:
    parser = Arguments(
        "graph",
        "Show where a manager's talk can go: the beats, what leads where and on what, the endings.",
        "With --counts the map says how often each way was taken; FILE is what simulate --json"
        " printed.",
    )
    parser.add_argument("path", metavar="PATH", help="a script, or the id of a manager")
    parser.personas_option()
    parser.add_argument(
        "--format", choices=_FORMATS, metavar="FORMAT",
        help="outline (to read), html (a page with the drawing), mermaid, dot or json;"
             " left out: by the ending of the -o file, else outline",
    )  # fmt: skip
    parser.json_option("the map")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write it to this file")
    parser.add_argument("--counts", metavar="FILE", type=Path, help="how often ways were taken")
    return parser


def _form(parser: Arguments, given: argparse.Namespace) -> str:
    if given.json and given.format not in (None, "json"):
        parser.error(f"--json and --format {given.format} ask for two things; leave one out")
    if given.json:
        return "json"
    if given.format is None and given.output is not None:
        return _BY_SUFFIX.get(given.output.suffix.lower(), "outline")
    return given.format or "outline"


def _written(chart: "Chart", form: str, output: Path | None) -> str:
    """The map in this form, as one text."""
    if form == "html":
        from rehearse.coach.graph.page import page

        return page(chart)
    if form in ("mermaid", "dot"):
        from rehearse.coach.graph.sketch import as_dot, as_mermaid

        return as_mermaid(chart) if form == "mermaid" else as_dot(chart)
    if form == "json":
        import json

        from rehearse.coach.graph import record

        return json.dumps(record(chart), ensure_ascii=False, indent=2) + "\n"
    from rehearse.terminal.typeset import page_width

    return _outline(chart, page_width() if output is None else _WIDTH_OF_A_FILE)


def _outline(chart: "Chart", width: int) -> str:
    from rehearse.coach.graph import outline
    from rehearse.terminal.typeset import wrap

    lines = []
    for depth, words in outline(chart):
        indent = "  " * depth
        hanging = "  " if words.startswith("- ") else ""
        lines += wrap(words, width, indent + hanging, indent) if words else [""]
    return "\n".join(lines) + "\n"


def _hand_over(parser: Arguments, output: Path | None, text: str) -> None:
    """Print it, or write it to the file and say so."""
    if output is None:
        print_lines(text.splitlines())
        return
    if output.suffix.lower() in _SCRIPTS:
        parser.error(f"{output} looks like a script, which would be lost; give another name")
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "no file can be called so").lower()
        raise UsageError(f"{parser.prog}: {output} cannot be written: {reason}.") from None
    say(f"Written: {output}")
