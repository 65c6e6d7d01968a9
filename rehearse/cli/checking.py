"""`rehearse check` and `rehearse explain`: what is wrong with a script, and what that means."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from rehearse.cli.arguments import Arguments, UsageError
from rehearse.cli.coach import script_files
from rehearse.cli.output import print_json, print_lines, problem_json
from rehearse.cli.severities import LEVELS, Severities
from rehearse.source.problem import Problem
from rehearse.terminal.program import as_called, program

_UNREADABLE = "P000"  # the code of a file that cannot be opened


def run_check(argv: Sequence[str]) -> int:
    """`rehearse check PATH...`: every finding of every script.

    Exits 1 if one is an error (with --strict: or a warning), 2 if a path cannot be read.
    """
    given = _check_arguments(argv)
    severities = _severities(given)
    scripts, bad = script_files(given.paths, given.personas)

    from rehearse.persona import check_personas

    problems = check_personas(scripts)
    bad = bad or any(problem.code == _UNREADABLE for problem in problems)
    problems = severities.applied(problems)
    counts = Counter[str](problem.severity for problem in problems)
    style = "json" if given.json else given.format
    if style == "json":
        print_json({"scripts": len(scripts), "errors": counts["error"],
                    "warnings": counts["warning"], "hints": counts["hint"],
                    "problems": [problem_json(problem) for problem in problems]})  # fmt: skip
    elif style == "github":
        print_lines(_annotation(problem) for problem in problems)
    else:
        print_lines(_as_text(problems, len(scripts), counts))
    failing = counts["error"] + (counts["warning"] if given.strict else 0)
    return 2 if bad else 1 if failing else 0


def run_explain(argv: Sequence[str]) -> int:
    """`rehearse explain [CODE]`: the page of a code, or the list of all codes."""
    parser = Arguments("explain", "Say what a finding of `check` means, and how to mend it.",
                       "Without a code it lists all there are.")  # fmt: skip
    parser.add_argument("code", metavar="CODE", nargs="?", help="as check shows it, such as P101")
    parser.json_option("the page, or all of them,")
    given = parser.parse(argv)

    from rehearse.persona.pages import all_pages

    pages = all_pages()
    if given.code is None:
        if given.json:
            print_json([_page_json(page) for page in pages.values()])
        else:
            print_lines(f"{page.code}  {page.severity:<9}{page.title}" for page in pages.values())
        return 0
    page = pages[_known_code(given.code, pages)]
    if given.json:
        print_json(_page_json(page))
    else:
        print(as_called(page.text))
    return 0


def _check_arguments(argv: Sequence[str]) -> Any:
    parser = Arguments("check", "Find what is wrong with a manager's script, and how to mend it.",
                       "Exits 1 if there are errors; warnings and hints alone exit 0. In a script,"
                       "\n`# rehearse: allow CODE because REASON` switches a finding off for its"
                       " line.")  # fmt: skip
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path,
                        help="a script, a folder of scripts, or a manager's id")  # fmt: skip
    parser.personas_option()
    parser.add_argument("--format", choices=("text", "json", "github"), default="text",
                        help="github: annotations of a workflow")  # fmt: skip
    parser.json_option("the problems")
    parser.add_argument("--strict", action="store_true", help="exit 1 for warnings too")
    parser.add_argument("--ignore", metavar="CODE", action="append", default=[],
                        help="leave a finding out; several: P402,P403")  # fmt: skip
    parser.add_argument("--severity", metavar="CODE=LEVEL", action="append", default=[],
                        help=f"count a finding as {', '.join(LEVELS)}")  # fmt: skip
    return parser.parse(argv)


def _severities(given: Any) -> Severities:
    if not given.ignore and not given.severity:
        return Severities()
    from rehearse.persona.pages import all_pages

    pages = all_pages()
    ignored = {_known_code(code, pages) for words in given.ignore for code in words.split(",")}
    levels = {}
    for words in given.severity:
        code, _, level = words.partition("=")
        if level not in LEVELS:
            raise UsageError(
                f"{program()} check: --severity {words!r} should be like P402=warning,"
                f" with one of {', '.join(LEVELS)}."
            )
        levels[_known_code(code, pages)] = level
    return Severities(frozenset(ignored), levels)


def _known_code(word: str, pages: Iterable[str]) -> str:
    code = word.strip().upper()
    known = list(pages)
    if code not in known:
        from rehearse.persona.pages import nearest_code

        raise UsageError(
            f"{program()}: there is no finding {word.strip()!r}. {nearest_code(code, known)}"
            f" {program()} explain lists them all.".replace("  ", " ")
        )
    return code


def _as_text(problems: Sequence[Problem], scripts: int, counts: Counter[str]) -> Iterable[str]:
    yield from (problem.render() for problem in problems)
    if problems:
        yield f"\n`{program()} explain {problems[0].code}` says more about {problems[0].code}."
    counted = (_count(scripts, "script"), _count(counts["error"], "error"),
               _count(counts["warning"], "warning"), _count(counts["hint"], "hint"))  # fmt: skip
    yield "{}: {}, {}, {}.".format(*counted)


def _annotation(problem: Problem) -> str:
    """A finding as a GitHub workflow shows it beside the line."""
    kind = "notice" if problem.severity == "hint" else problem.severity
    place = problem.place
    text = f"{problem.message} {problem.mend}".rstrip()
    return (
        f"::{kind} file={_property(place.file)},line={place.line},col={place.column},"
        f"title={problem.code}::{_escaped(text)}"
    )


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _page_json(page: Any) -> dict[str, str]:
    return {"code": page.code, "severity": page.severity, "title": page.title, "text": page.text,
            "fails": page.fails, "passes": page.passes}  # fmt: skip


def _count(number: int, one: str) -> str:
    return f"{number} {one if number == 1 else one + 's'}"
