"""For the learner: practising, the list of managers, and their own facts."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from rehearse.cli.arguments import Arguments, UsageError
from rehearse.cli.output import print_json, print_lines, say
from rehearse.terminal.program import as_called, program


def run_practice(argv: Sequence[str]) -> int:
    """`rehearse practice [PERSONA]`: a talk, in the terminal or from a pipe."""
    parser = _practice_parser()
    given = parser.parse(argv)
    if given.resume is not None:
        for option in ("seed", "pitch", "save"):
            if getattr(given, option) is not None:
                parser.error(f"--{option} cannot go with --resume, which keeps what the talk had")
    _check_trying(parser, given)
    if given.save is not None:
        _check_free(parser, given.save)

    from rehearse.terminal.options import PracticeOptions
    from rehearse.terminal.practice import run

    return run(
        PracticeOptions(
            persona=given.persona,
            seed=given.seed,
            pitch=given.pitch,
            save=given.save,
            keep=given.keep,
            plain=given.plain,
            hints=given.hints,
            calm=given.calm,
            resume=given.resume,
            start=given.start or "",
            mood=dict(pair for pairs in given.mood or [] for pair in pairs),
            watch=given.watch,
            folders=tuple(given.personas),
        )
    )


def _check_trying(parser: Arguments, given: argparse.Namespace) -> None:
    """What cannot go with the options for trying a script out."""
    asked = {"from": given.start is not None, "mood": given.mood is not None,
             "watch": given.watch}  # fmt: skip
    for option in (name for name, wanted in asked.items() if wanted):
        if given.resume is not None:
            parser.error(f"--{option} cannot go with --resume: a talk goes on as it began")
        if given.persona is None:
            parser.error(f"--{option} needs a script to try, as in {parser.prog} my-manager.yaml")


def _practice_parser() -> Arguments:
    parser = Arguments(
        "practice",
        "Talk to a manager. Every reply is kept on your disk as you give it.",
        "When standard input is no terminal, each of its lines is a reply; the talk ends with it.",
    )
    parser.add_argument(
        "persona",
        metavar="PERSONA",
        nargs="?",
        help="an id, a stance (receptive, hesitant, surly) or a script's path",
    )
    parser.add_argument(
        "--seed", metavar="N", type=_whole_number, help="the same number gives the same lines"
    )
    parser.add_argument(
        "--pitch", metavar="FILE", type=Path, help=f"your own facts; see {program()} pitch"
    )
    parser.personas_option()
    keeping = parser.add_mutually_exclusive_group()
    keeping.add_argument("--save", metavar="FILE", type=Path, help="keep the talk in this file")
    keeping.add_argument("--no-save", dest="keep", action="store_false", help="keep nothing")
    parser.add_argument("--plain", action="store_true", help="plain lines, nothing redrawn")
    parser.add_argument(
        "--hints",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="whether /hint offers a way in",
    )
    parser.add_argument("--calm", action="store_true", help="show no numbers")
    parser.add_argument(
        "--resume",
        metavar="TRANSCRIPT",
        nargs="?",
        const="",
        help="go on with an interrupted talk (the latest, if none is named)",
    )
    trying = parser.add_argument_group(
        "for coaches", "A talk tried out so is kept only where --save says where."
    )
    trying.add_argument("--from", dest="start", metavar="BEAT", help="begin in this beat")
    trying.add_argument(
        "--mood",
        metavar="METER=N",
        type=_meters,
        action="append",
        help="set a meter, 0 to 100; several: --mood patience=20,trust=70",
    )
    trying.add_argument(
        "--watch",
        action="store_true",
        help="take the script anew whenever it is saved; --save then keeps the talk as the script"
        " of the end gives it",
    )
    return parser  # fmt: skip


def _meters(text: str) -> list[tuple[str, int]]:
    """Each meter and its number in "patience=20,trust=70"."""
    found = []
    for words in text.split(","):
        name, sign, number = map(str.strip, words.partition("="))
        if not (name and sign):
            raise argparse.ArgumentTypeError(f"{words!r} should be like patience=20")
        try:
            value = int(number)
        except ValueError:
            raise argparse.ArgumentTypeError(
                f"{number!r} is not a whole number; write it like {name}=20"
            ) from None
        if not 0 <= value <= 100:
            raise argparse.ArgumentTypeError(f"{name}={value} is out of range: 0 to 100")
        found.append((name, value))
    return found


def _whole_number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number") from None


def _check_free(parser: Arguments, path: Path) -> None:
    """Refuse a place the talk cannot be kept in, before the talk rather than after."""
    if path.exists() or path.is_symlink():
        parser.error(f"{path} is there already, and nothing is written over; choose another name")
    if not path.parent.is_dir():
        parser.error(f"there is no folder {path.parent} to keep the talk in")


def run_personas(argv: Sequence[str]) -> int:
    """`rehearse personas`: the managers there are, the easiest first."""
    parser = Arguments(
        "personas",
        "List the managers you can talk to, the easiest first, and where each comes from.",
        "Scripts of your own are found in the folder personas of REHEARSE_HOME.",
    )
    parser.personas_option()
    parser.json_option("the list")
    given = parser.parse(argv)

    from rehearse.persona.shelf import list_personas
    from rehearse.transcript.store import persona_folders

    shelf = list_personas(persona_folders(given.personas))
    for sentence in shelf.broken():
        say(sentence)
    if given.json:
        print_json([
            {"id": one.id, "name": one.name, "role": one.role, "stance": one.stance,
             "difficulty": one.difficulty, "path": one.path}
            for one in shelf.personas
        ])  # fmt: skip
        return 0
    from rehearse.terminal.show_personas import show_personas
    from rehearse.terminal.typeset import page_width

    print_lines(show_personas(shelf.personas, page_width()))
    return 0


def run_pitch(argv: Sequence[str]) -> int:
    """`rehearse pitch [FILE]`: a form to fill in, or a filled-in one checked and shown."""
    parser = Arguments(
        "pitch",
        "Without FILE, print a form for your own facts. With FILE, check and show them.",
        f"To start: {program()} pitch > mine.yaml, fill it in, then {program()} pitch mine.yaml.",
    )
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path, help="your facts, filled in")
    parser.json_option("the facts and the advice")
    given = parser.parse(argv)

    from rehearse.pitch import advice, load_pitch, template

    if given.file is None:
        if given.json:
            raise UsageError(f"{parser.prog}: --json needs a FILE to show.")
        print(as_called(template()).rstrip("\n"))
        return 0
    pitch = load_pitch(given.file)
    counsel = advice(pitch)
    if given.json:
        print_json({"pitch": pitch.to_json(), "advice": counsel})
        return 0
    from rehearse.terminal.show_pitch import show_pitch
    from rehearse.terminal.typeset import page_width

    print_lines(show_pitch(pitch, counsel, page_width()))
    return 0
