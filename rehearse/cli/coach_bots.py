"""For the coach: many talks between bots and a manager, and what they show."""

import argparse
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rehearse.cli.arguments import Arguments, UsageError
from rehearse.cli.output import print_json, print_lines, say
from rehearse.terminal.program import program

if TYPE_CHECKING:
    from rehearse.coach.floors import Floor
    from rehearse.persona.model import Persona

_TALKS, _MOST_TALKS = 1000, 100_000


def run_simulate(argv: Sequence[str]) -> int:
    """`rehearse simulate PATH`: what bots of all habits come to; exits 1 if a floor is missed."""
    parser = _parser()
    given = parser.parse(argv)
    try:
        persona = _persona(given.path, given.personas)
        return _show_one(persona, given) if given.talk else _show_all(persona, given)
    except ValueError as error:
        from rehearse.source.problem import SourceError

        if isinstance(error, SourceError):
            raise
        raise UsageError(f"{parser.prog}: {error}") from None


def _parser() -> Arguments:
    from rehearse.coach.bots import BOTS
    from rehearse.coach.floors import COVERED, TALKS

    parser = Arguments(
        "simulate",
        "Let bots of different habits talk to a manager, and see what comes of it: outcomes,\n"
        "scores, and what of the script no talk ever reached.",
        "\n".join([
            "The same script, seed and number of talks always give the same report.", "",
            "The bots:", *(f"  {bot.name:<10} {bot.about}" for bot in BOTS.values()), "",
            "Exits 1 if a floor is missed. A floor can be set under these figures:",
            f"  {', '.join(COVERED)} (per cent of the script)",
            f"  {', '.join(TALKS)}",
            "  and, of the second row, for one bot alone: agreed.hostile",
        ]),
    )  # fmt: skip
    parser.add_argument("path", metavar="PATH", help="a script, or the id of a manager")
    parser.personas_option()
    parser.add_argument("--talks", metavar="N", type=_whole_number, default=_TALKS,
                        help=f"how many talks, shared among the bots ({_TALKS})")  # fmt: skip
    parser.add_argument("--seed", metavar="N", type=_whole_number, default=1,
                        help="another number gives other talks (1)")  # fmt: skip
    parser.add_argument("--bots", metavar="A,B", default="", help="these bots alone")
    parser.add_argument("--talk", metavar="BOT:N", help="show this one talk, turn by turn")
    for name, word in (("least", "less"), ("most", "more")):
        parser.add_argument(
            f"--at-{name}", metavar="NAME=N", action="append", default=[],
            help=f"exit 1 if the figure is {word}, for example"
                 f" {'reached=95' if name == 'least' else 'unended=0'}",
        )  # fmt: skip
    parser.json_option("the simulation")
    return parser


def _whole_number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 0 on")
    return int(text)


def _persona(path: str, folders: Sequence[Path]) -> "Persona":
    from rehearse.persona import find_persona
    from rehearse.transcript.store import persona_folders

    return find_persona(path, persona_folders(folders), say)


def _show_all(persona: "Persona", given: argparse.Namespace) -> int:
    from rehearse.coach.bots import BOTS
    from rehearse.coach.floors import floors_of
    from rehearse.coach.simulation import simulate
    from rehearse.coach.simulation_record import record
    from rehearse.terminal.progress_bar import ProgressBar
    from rehearse.terminal.show_simulation import show_simulation
    from rehearse.terminal.typeset import page_width

    if given.talks > _MOST_TALKS:
        raise ValueError(f"--talks {given.talks} is too many; {_MOST_TALKS} are the most.")
    bots = [name.strip() for name in given.bots.split(",") if name.strip()]
    floors = [*floors_of(persona, bots), *_floors(given, bots or list(BOTS))]
    bar = ProgressBar(given.talks, "talks")
    try:
        run = simulate(persona, given.talks, given.seed, bots, floors, progress=bar.add)
    finally:
        bar.clear()
    if given.json:
        print_json(record(run))
        for miss in run.misses:
            say(str(miss))
    else:
        print_lines(show_simulation(run, _command(given), page_width()))
    return 1 if run.misses else 0


def _floors(given: argparse.Namespace, bots: Sequence[str]) -> list["Floor"]:
    from rehearse.coach.floors import read_floor

    return [
        *(read_floor(text, True, bots) for text in given.at_least),
        *(read_floor(text, False, bots) for text in given.at_most),
    ]


def _command(given: argparse.Namespace) -> str:
    """How to ask for a talk of this run again."""
    seed = f" --seed {given.seed}" if given.seed != 1 else ""
    folders = "".join(f" --personas {shlex.quote(str(folder))}" for folder in given.personas)
    return f"{program()} simulate {shlex.quote(given.path)}{folders}{seed}"


def _show_one(persona: "Persona", given: argparse.Namespace) -> int:
    from rehearse.coach.holding import set_stage
    from rehearse.coach.simulation import see
    from rehearse.terminal.show_talk import show_talk
    from rehearse.terminal.typeset import dumb_terminal, page_width

    seen = see(set_stage(persona, given.seed), given.talk)
    if not given.json:
        print_lines(show_talk(seen, page_width(), dumb_terminal()))
        return 0
    from rehearse.transcript.lines import end_json, turn_json

    transcript = seen.transcript
    document: dict[str, Any] = {
        "talk": seen.note.label,
        "path": list(seen.path),
        "turns": [turn_json(turn) for turn in transcript.turns],
        "end": end_json(transcript.end)["end"] if transcript.end else None,
        "score": seen.card.to_json(),
    }
    print_json(document)
    return 0
