"""Printing answers: JSON for programs, lines for people. Always plain, always whole."""

import json
import sys
from collections.abc import Iterable
from typing import Any, TextIO

from rehearse.source.problem import Problem


def print_json(data: Any) -> None:
    """Print one JSON document, readable as typed where the output's encoding can hold it."""
    _print_fitting(json.dumps(data, ensure_ascii=False, indent=2), data)


def print_json_line(data: Any) -> None:
    """Print one JSON document on one line, and hand it over at once."""
    from rehearse.transcript.lines import dump_line

    _print_fitting(dump_line(data), data, compact=True)
    sys.stdout.flush()


def _print_fitting(text: str, data: Any, *, compact: bool = False) -> None:
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(data, indent=None if compact else 2)
    print(text)


def print_lines(lines: Iterable[str], stream: TextIO | None = None) -> None:
    """Print lines for a person."""
    for line in lines:
        print(line, file=stream or sys.stdout)


def problem_json(problem: Problem) -> dict[str, Any]:
    """A finding about a script, as every command prints it with --json."""
    place = problem.place
    return {"file": place.file, "line": place.line, "column": place.column, "code": problem.code,
            "severity": problem.severity, "message": problem.message, "mend": problem.mend,
            "quoted": problem.quoted}  # fmt: skip


def say(sentence: str) -> None:
    """Tell the person something beside the answer: standard error."""
    print(sentence, file=sys.stderr)
