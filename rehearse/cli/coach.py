"""For the coach: playing the stories of scripts, and what of a script they reach."""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rehearse.cli.arguments import Arguments, UsageError
from rehearse.cli.output import print_json, print_lines, problem_json, say
from rehearse.persona.shelf import file_of
from rehearse.source.problem import Problem, SourceError
from rehearse.transcript.store import persona_folders

if TYPE_CHECKING:
    from rehearse.coach.coverage import Coverage
    from rehearse.coach.floors import Floor
    from rehearse.coach.stories import StoryResult
    from rehearse.persona.model import Persona

_ENDINGS = (".yaml", ".yml")
_UNREADABLE = "P000"  # the code of a file that cannot be opened


@dataclass(frozen=True, slots=True)
class _Played:
    """A script with the results of its stories; what they reach, where that was asked for."""

    path: Path
    persona: "Persona"
    results: "Sequence[StoryResult]"
    coverage: "Coverage | None" = None
    missed: Sequence[str] = ()


def run_test(argv: Sequence[str]) -> int:
    """`rehearse test PATH...`: every story of every script; exits 1 unless all go as promised."""
    parser = _parser()
    given = parser.parse(argv)
    if given.bless is not None:
        from rehearse.cli.blessing import run_bless

        return run_bless(parser, given)
    if given.name is not None:
        parser.error("--name names the story that --bless makes; without --bless there is none")
    from rehearse.persona.fetching import is_part

    floors = _floors(parser, given)
    scripts, bad = script_files(given.paths, given.personas)
    scripts = [path for path in scripts if path in given.paths or not is_part(path)]
    played, broken = _play(scripts, floors, given.coverage)
    bad = bad or any(problem.code == _UNREADABLE for problem in broken)
    results = [result for one in played for result in one.results]
    missed = [sentence for one in played for sentence in one.missed]
    failed = sum(not result.passed for result in results)
    if given.json:
        print_json({"scripts": len(scripts), "stories": len(results), "failed": failed,
                    "results": [_result_json(one.path, result)
                                for one in played for result in one.results],
                    "coverage": [_coverage_json(one) for one in played if one.coverage],
                    "missed": missed,
                    "problems": [problem_json(problem) for problem in broken]})  # fmt: skip
    else:
        print_lines(problem.render() for problem in broken)
        print_lines(result.render() for result in results if not result.passed)
        _show_coverage(played, given.coverage)
        print_lines(missed)
        print_lines(_without_stories(played))
        print_lines([_sum_up(len(results), failed)])
    return 2 if bad else 1 if failed or broken or missed or not results else 0


def _parser() -> Arguments:
    parser = Arguments("test", "Play the stories of a manager's script: does each go as promised?",
                       "Exits 1 if a story fails, if there is none, and if a floor is missed.\n"
                       "The same stories run under pytest: pytest --rehearse-personas")  # fmt: skip
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path,
                        help="a script, a folder of scripts, or a manager's id")  # fmt: skip
    parser.personas_option()
    parser.add_argument("--coverage", action="store_true",
                        help="list what of each script no story reaches, by line")  # fmt: skip
    parser.add_argument("--at-least", metavar="N", action="append", default=[],
                        help="exit 1 where the stories reach less than N per cent of a script;"
                             " beats=N, endings=N, rules=N or lines=N ask for one")  # fmt: skip
    parser.add_argument("--bless", metavar="TRANSCRIPT", type=Path,
                        help="make this rehearsal a story of the script")  # fmt: skip
    parser.add_argument("--name", metavar="NAME", help="what --bless calls the story")
    parser.json_option("the results")
    return parser


def _floors(parser: Arguments, given: argparse.Namespace) -> list["Floor"]:
    if not given.at_least:
        return []
    from rehearse.coach.story_coverage import read_share

    try:
        return [read_share(text) for text in given.at_least]
    except ValueError as error:
        raise UsageError(f"{parser.prog}: {error}") from None


def _play(
    scripts: Iterable[Path], floors: Sequence["Floor"], cover: bool
) -> tuple[list[_Played], list[Problem]]:
    """The result of every story, and the errors of the scripts that could not be loaded."""
    from rehearse.coach.stories import run_stories
    from rehearse.persona import load_persona

    played: list[_Played] = []
    broken: list[Problem] = []
    for path in scripts:
        try:
            persona = load_persona(path)
        except SourceError as error:
            broken += [problem for problem in error.problems if problem.severity == "error"]
            continue
        results = run_stories(persona)
        played.append(
            _covered(path, persona, results, floors)
            if cover or floors
            else _Played(path, persona, results)
        )
    return played, broken


def _covered(
    path: Path, persona: "Persona", results: "Sequence[StoryResult]", floors: Sequence["Floor"]
) -> _Played:
    from rehearse.coach.floors import misses
    from rehearse.coach.story_coverage import covered_by, shares

    coverage = covered_by(persona, results)
    missed = [f"{path}: {miss}" for miss in misses(floors, shares(coverage))]
    return _Played(path, persona, results, coverage, missed)


def _show_coverage(played: Iterable[_Played], asked: bool) -> None:
    if not asked:
        return
    from rehearse.terminal.show_stories import show_story_coverage
    from rehearse.terminal.typeset import page_width

    for one in played:
        if one.coverage:
            print_lines(show_story_coverage(str(one.path), len(one.results), one.coverage,
                                            page_width()))  # fmt: skip


def _without_stories(played: Sequence[_Played]) -> list[str]:
    """A sentence for each script that promises nothing, where others do."""
    silent = [one.path for one in played if not one.results]
    if len(silent) == len(played):
        return []
    return [f"{path}: there is no story in this script, so it was not tested." for path in silent]


def _sum_up(stories: int, failed: int) -> str:
    if not stories:
        return "There is no story to play here, so nothing was tested."
    passed = stories - failed
    return f"{_count(stories, 'story', 'stories')}: {passed} as promised, {failed} not."


def script_files(paths: Sequence[Path], folders: Sequence[Path] = ()) -> tuple[list[Path], bool]:
    """The script files of all paths, each once; and whether a path led nowhere (said at once).

    What is neither a file nor a folder may be the id of a manager, in `folders` too.
    """
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
        elif script := file_of(str(path), persona_folders(folders)):
            found[script] = None
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
        "reply": result.reply,
        "differences": [
            {"what": one.what, "expected": one.expected, "came": one.came, "why": list(one.why)}
            for one in result.differences
        ],
        "turn": _turn_json(result),
        "unplayed": result.unplayed,
        "talk": [list(said) for said in result.talk],
    }


def _turn_json(result: "StoryResult") -> dict[str, Any] | None:
    """What came of the reply at which the talk parted ways, as a transcript has it, and more."""
    turn = result.turn
    if turn is None:
        return None
    return {
        "turn": turn.number, "state": turn.state, "manager": list(turn.manager),
        "reply": turn.reply, "reading": turn.reading.to_json(),
        "mood_before": dict(turn.mood_before), "mood": dict(turn.mood), "to": turn.to,
        "rule": turn.rule, "rule_line": turn.rule_line,
        "rule_file": turn.rule_file, "reaction": turn.reaction,
        "answer": list(turn.answer),
    }  # fmt: skip


def _coverage_json(one: _Played) -> dict[str, Any]:
    from rehearse.coach.story_coverage import shares

    coverage = one.coverage
    assert coverage is not None  # the caller asks only for those that have one
    return {
        "file": str(one.path), "stories": len(one.results),
        "percent": shares(coverage), "reached": coverage.reached, "there": coverage.there,
        "never": [{"kind": never.kind, "name": never.name, "line": never.line,
                   "file": never.file, "beat": never.beat, "why": never.why}
                  for never in coverage.never],
    }  # fmt: skip
