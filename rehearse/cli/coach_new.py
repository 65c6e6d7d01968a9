"""`rehearse new`: a new manager's script, from an interview or from options."""

import shlex
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from rehearse.cli.arguments import Arguments, UsageError, guess_at
from rehearse.cli.output import print_lines, say
from rehearse.coach.scaffold import Answers, id_of_file, script_text, shown_name, slug, write_down
from rehearse.persona.model import STANCES
from rehearse.terminal.program import program, program_from

INTERRUPTED = 130
_NOTHING = "Nothing was written."
_ANSWERS = ("--role", "--scene", "--wants", "--fears", "--objection")
_OPTIONS = (*_ANSWERS, "--stance", "--output", "--plain", "--help", "-o", "-h")


def run_new(argv: Sequence[str]) -> int:
    """`rehearse new NAME`: asks in a terminal, else takes the options; writes a script."""
    parser = _parser()
    given = parser.parse(_with_dashes(argv))
    answers = _given_answers(parser, given)
    name = shown_name(" ".join(given.name))
    asking = sys.stdin.isatty() and sys.stdout.isatty()
    if not name and (given.name or not asking):
        parser.error('name your manager, as in "Rita Moss"')
    if name:
        _free_path(parser, given.output, name)  # before the questions rather than after
    if asking:
        try:
            name, answers = _interview(name, answers, given.plain)
        except (EOFError, KeyboardInterrupt):
            say(f"\n{_NOTHING}")
            return INTERRUPTED
    path = _free_path(parser, given.output, name)
    _write(parser, path, script_text(name, id_of_file(path), answers, program_from(path.parent)))
    _show_next(path, name)
    return 0


def _parser() -> Arguments:
    parser = Arguments(
        "new",
        "Write the script of a new manager, which talks at once and is yours to change.",
        "In a terminal it asks for what is not given. Elsewhere what is not given is the usual of\n"
        f"the stance: {program()} new rita-moss writes a whole script.",
    )
    parser.add_argument("name", metavar="NAME", nargs="*", help="the manager's, such as Rita Moss")
    parser.add_argument("--stance", metavar="STANCE", default="", help=", ".join(STANCES))
    parser.add_argument("--role", metavar="TEXT", default="",
                        help="their job as the learner sees it, such as Foreman")  # fmt: skip
    parser.add_argument("--scene", metavar="TEXT", default="",
                        help="what the learner reads before the talk")  # fmt: skip
    parser.add_argument("--wants", metavar="TEXT", default="",
                        help="what they want, in the manager's own words")  # fmt: skip
    parser.add_argument("--fears", metavar="TEXT", default="",
                        help="what they fear, in the manager's own words")  # fmt: skip
    parser.add_argument("--objection", metavar="TEXT", action="append", default=[],
                        help="what they say against it, in their own words; twice")  # fmt: skip
    parser.add_argument("-o", "--output", metavar="FILE", type=Path,
                        help="write it here, not to NAME.yaml in this folder")  # fmt: skip
    parser.add_argument("--plain", action="store_true", help="ask in plain lines, draw nothing")
    return parser


def _with_dashes(argv: Sequence[str]) -> list[str]:
    """The arguments, with answers such as "-x" tied to their option, which they would else be."""
    words: list[str] = []
    for word in argv:
        if words and words[-1] in _ANSWERS and word.startswith("-") and word not in _OPTIONS:
            words[-1] += f"={word}"
        else:
            words.append(word)
    return words


def _given_answers(parser: Arguments, given: Namespace) -> Answers:
    stance = given.stance.strip().lower()
    if stance and stance not in STANCES:
        raise UsageError(
            f"{parser.prog}: there is no stance {given.stance!r}.{guess_at(stance, STANCES)}"
            f" Write {', '.join(STANCES[:-1])} or {STANCES[-1]}."
        )
    if len(given.objection) > 2:
        parser.error("--objection can be given twice; write more of them into the script")
    return Answers(stance, given.scene, given.wants, given.fears, tuple(given.objection),
                   given.role)  # fmt: skip


def _interview(name: str, answers: Answers, plain: bool) -> tuple[str, Answers]:
    from rehearse.terminal.console import open_console
    from rehearse.terminal.interview import ask_answers, ask_name

    console = open_console(plain)
    with console.held():
        name = name or ask_name(console)
        answers = ask_answers(console, name, answers)
    console.gap()
    console.flush()
    return name, answers


def _free_path(parser: Arguments, output: Path | None, name: str) -> Path:
    """Where the script goes; refuses a place where it cannot stand."""
    path = Path(f"{slug(name)}.yaml") if output is None else output
    if not id_of_file(path):
        better = path.with_name(f"{slug(path.stem)}.yaml")
        parser.error(f"a script's file is called like {better}, in small letters; not {path}")
    try:
        taken, folder = path.exists() or path.is_symlink(), path.parent.is_dir()
    except OSError:
        taken, folder = False, False
    if taken:
        parser.error(f"{path} is there already, and nothing is written over; choose another name")
    if not folder:
        parser.error(f"there is no folder {path.parent} to write the script to")
    return path


def _write(parser: Arguments, path: Path, text: str) -> None:
    try:
        written = write_down(path, text)
    except FileExistsError:
        parser.error(f"{path} is there already, and nothing is written over; choose another name")
    except OSError as error:
        parser.error(f"{path} cannot be written: {(error.strerror or 'no reason given').lower()}")
    for one, about in zip(written, ("", ", for editors that complete and check"), strict=False):
        say(f"Written: {one}{about}")


def _show_next(path: Path, name: str) -> None:
    file = shlex.quote(str(path))
    commands = (
        (f"{program()} practice {file}", f"talk to {name}"),
        (f"{program()} check {file}", "after each change: is anything wrong?"),
        (f"{program()} test {file}", "do its stories still go as promised?"),
    )
    wide = max(len(command) for command, _ in commands)
    print_lines(["Type next:"])
    print_lines(f"  {command:<{wide}}   # {about}" for command, about in commands)
    print_lines([f"Then open {path} in an editor and change a line; its remarks say how."])
    print_lines(_how_found(path))


def _how_found(path: Path) -> list[str]:
    """What makes this script one of the managers that are found by their names."""
    from rehearse.persona.shelf import file_of
    from rehearse.transcript.store import persona_folders, personas_folder

    name, folder = id_of_file(path), personas_folder()
    there = file_of(name, persona_folders())
    by_name = f"{program()} practice {name}"
    if there is not None and there.resolve() == path.resolve():
        return [f"It is among the managers now: {by_name}"]
    here = shlex.quote(str(path.parent))
    return [f"To have it among the managers, move it to {folder};",
            f"or name its folder: {by_name} --personas {here}"]  # fmt: skip
