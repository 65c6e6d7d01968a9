"""For the coach: playing the stories of scripts."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rehearse.cli.arguments import Arguments
from rehearse.cli.output import print_json, print_lines, problem_json, say
from rehearse.source.problem import Problem, SourceError

if TYPE_CHECKING:
    from rehearse.coach.stories import StoryResult

_ENDINGS = (".yaml", ".yml")
_UNREADABLE = "P000"  # the code of a file that cannot be opened


def run_test(argv: Sequence[str]) -> int:
    """`rehearse test PATH...`: every story of every script; exits 1 unless all go as promised."""
    parser = Arguments("test", "Play the stories of a manager's script: does each go as promised?",
                       "Exits 1 if a story fails, and if there is none.")  # fmt: skip
    _paths(parser)
    parser.json_option("the results")
    given = parser.parse(argv)
    scripts, bad = script_files(given.paths)

    results, broken = _play(scripts)
    bad = bad or any(problem.code == _UNREADABLE for problem in broken)
    failed = sum(not result.passed for _, result in results)
    if given.json:
        print_json({"scripts": len(scripts), "stories": len(results), "failed": failed,
                    "results": [_result_json(path, result) for path, result in results],
                    "problems": [problem_json(problem) for problem in broken]})  # fmt: skip
    else:
        print_lines(problem.render() for problem in broken)
        print_lines(result.render() for _, result in results if not result.passed)
        print_lines([_sum_up(len(results), failed)])
    return 2 if bad else 1 if failed or broken or not results else 0


def _sum_up(stories: int, failed: int) -> str:
    if not stories:
        return "There is no story to play here, so nothing was tested."
    passed = stories - failed
    return f"{_count(stories, 'story', 'stories')}: {passed} as promised, {failed} not."


def _play(scripts: Sequence[Path]) -> tuple[list[tuple[Path, "StoryResult"]], list[Problem]]:
    """The result of every story, and the errors of the scripts that could not be loaded."""
    from rehearse.coach import run_stories
    from rehearse.persona import load_persona

    results: list[tuple[Path, StoryResult]] = []
    broken: list[Problem] = []
    for path in scripts:
        try:
            results += [(path, result) for result in run_stories(load_persona(path))]
        except SourceError as error:
            broken += [problem for problem in error.problems if problem.severity == "error"]
    return results, broken


def _paths(parser: Arguments) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path,
                        help="a script, or a folder of scripts")  # fmt: skip


def script_files(paths: Sequence[Path]) -> tuple[list[Path], bool]:
    """The script files of all paths, each once; and whether a path led nowhere (said at once)."""
    found: dict[Path, None] = {}
    bad = False
    for path in paths:
        if _exists(path) and path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.suffix in _ENDINGS and p.is_file())
            if not inside:
                say(f"{path}: there is no script (.yaml) in this folder.")
            bad = bad or not inside
            found.update(dict.fromkeys(inside))
        elif _exists(path):
            found[path] = None
        else:
            say(f"{path}: there is no such file or folder.")
            bad = True
    return list(found), bad


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name no file can have
        return False


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _result_json(path: Path, result: "StoryResult") -> dict[str, Any]:
    return {
        "file": str(path),
        "line": result.place.line if result.place else 0,
        "name": result.name,
        "passed": result.passed,
        "differences": [
            {"what": one.what, "expected": one.expected, "came": one.came}
            for one in result.differences
        ],
        "talk": [list(said) for said in result.talk],
    }
