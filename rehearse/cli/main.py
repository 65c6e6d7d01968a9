"""The `rehearse` command: finds the command asked for and imports its rooms only then."""

import errno
import gc
import io
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple

from rehearse.cli.arguments import UsageError, guess_at
from rehearse.terminal.program import as_called, program

DONE, FOUND, BAD, INTERRUPTED = 0, 1, 2, 130
_SELDOM = 100_000  # objects between two rounds of collecting: a start makes many and drops few


class Command(NamedTuple):
    """A command: whom it is for, and what the help says of it.

    `module` is the module of `rehearse.cli` that has it, where that is not the group's own.
    """

    group: str
    usage: str
    summary: str
    module: str = ""


LEARNER, ANYONE, REVIEWER, COACH = "learner", "anyone", "reviewer", "coach"
COMMANDS = {
    "practice": Command(LEARNER, "practice [PERSONA]", "talk to a manager"),
    "personas": Command(LEARNER, "personas", "list the managers"),
    "pitch": Command(LEARNER, "pitch [FILE]", "check your own facts, or get a form for them"),
    "read": Command(ANYONE, "read [TEXT]", "show how a reply reads, and why"),
    "replay": Command(REVIEWER, "replay TRANSCRIPT", "go through a talk turn by turn"),
    "score": Command(REVIEWER, "score TRANSCRIPT...", "score a talk, with the words that count"),
    "import": Command(REVIEWER, "import FILE", "take in a talk written down as Me: / Manager:"),
    "new": Command(COACH, "new NAME", "write a manager of your own, ready to talk", "coach_new"),
    "check": Command(
        COACH, "check PATH...", "find what is wrong with a manager's script", "checking"
    ),
    "explain": Command(COACH, "explain [CODE]", "say what a finding means", "checking"),
    "test": Command(COACH, "test PATH...", "play the stories of a manager's script"),
    "simulate": Command(COACH, "simulate PATH", "let bots talk to a manager a lot", "coach_bots"),
    "graph": Command(COACH, "graph PATH", "show where a manager's talk can go", "coach_maps"),
    "schema": Command(COACH, "schema", "let your editor complete and check scripts", "coach_maps"),
}
GROUPS = {LEARNER: "For the learner", ANYONE: "For anyone", REVIEWER: "For reviewing a talk",
          COACH: "For the coach"}  # fmt: skip


def run(argv: Sequence[str] | None = None) -> int:
    """Run the command that `argv` (without the program's name) asks for; gives the exit code.

    0 done, 1 the check or test found something, 2 bad usage or input, 130 interrupted. Nothing
    but the exit code comes out: every error is said in a sentence on standard error.
    """
    gc.set_threshold(_SELDOM)
    words = list(sys.argv[1:] if argv is None else argv)
    _make_streams_sound()
    try:
        code = _run_guarded(words)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of our output has seen enough
        _close_output()
        return DONE
    except OSError as error:
        _close_output()
        _complain(
            f"{program()}: the answer could not be written: {(error.strerror or '').lower()}."
        )
        return BAD
    return code


def _make_streams_sound() -> None:
    """See that all three streams are there, and that no character can break the output."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _run_guarded(words: list[str]) -> int:
    try:
        return _dispatch(words)
    except SystemExit as leaving:  # argparse after --help
        return leaving.code if isinstance(leaving.code, int) else DONE
    except UsageError as error:
        _complain(as_called(str(error)))
        return BAD
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        if error.errno in (errno.EPIPE, errno.ENOSPC):  # of our output: `run` knows what to do
            raise
        return _told(error)
    except Exception as error:
        return _told(error)


def _dispatch(words: list[str]) -> int:
    if not words:
        return _no_arguments()
    word, rest = words[0], words[1:]
    if word in ("-h", "--help", "help"):
        print(help_text())
        return DONE
    if word in ("-V", "--version"):
        from rehearse import __version__

        print(f"rehearse {__version__}")
        return DONE
    if word.partition("=")[0] == "--personas":  # the first screen, with more managers on it
        return _entry("practice")(words)
    if word not in COMMANDS:
        guess = guess_at(word, COMMANDS)
        kind = "an option of the program" if word.startswith("-") else "a command"
        raise UsageError(f"{program()}: {word!r} is not {kind}.{guess} See {program()} --help.")
    return _entry(word)(rest)


def _entry(word: str) -> Callable[[list[str]], int]:
    command = COMMANDS[word]
    module = import_module(f"rehearse.cli.{command.module or command.group}")
    entry: Callable[[list[str]], int] = getattr(module, f"run_{word}")
    return entry


def _no_arguments() -> int:
    if sys.stdin.isatty() and sys.stdout.isatty():
        from rehearse.terminal.home import run as run_home

        return run_home()
    print(help_text())
    return DONE


def help_text() -> str:
    """What `rehearse --help` prints: every command there is, and nothing else."""
    starts = {
        program(): "pick a manager and start (in a terminal)",
        f"{program()} COMMAND": "--help after any command says more",
        f"{program()} --personas DIR": "the same, with the managers in this folder too",
    }
    widest = max(24, *(len(start) + 2 for start in starts))
    lines = [
        "Rehearse the talk you dread: ask a scripted manager for a promotion, offline.",
        "",
        *(f"{start:<{widest}}{what}" for start, what in starts.items()),
    ]
    for group, title in GROUPS.items():
        lines += ["", f"{title}:"]
        for command in COMMANDS.values():
            if command.group == group:
                lines.append(f"  {command.usage:<22}{command.summary}")
    lines += ["", f"{program()} --version says which version this is.",
              "REHEARSE_HOME moves everything the program keeps."]  # fmt: skip
    return "\n".join(lines)


def _told(error: Exception) -> int:
    """Say what went wrong: all of a file's complaint, one sentence of a fault of ours."""
    from rehearse.source.problem import SourceError  # brings yaml along: not for --help

    if isinstance(error, SourceError):
        _complain(str(error))
        return BAD
    if os.environ.get("REHEARSE_DEBUG"):
        import traceback

        traceback.print_exc()
        return BAD
    what = " ".join(f"{type(error).__name__}: {error}".split())[:200].rstrip(": ")
    _complain(
        f"{program()}: something went wrong inside the program ({what})."
        " Set REHEARSE_DEBUG=1 and run it again to see where."
    )
    return BAD


def _complain(text: str) -> None:
    """Say it on standard error, without anything that could steer the terminal."""
    shown = (c if c.isprintable() or c in "\n\t" else "\N{REPLACEMENT CHARACTER}" for c in text)
    print("".join(shown), file=sys.stderr)


def _close_output() -> None:
    """Point standard output at nothing, so that Python's last flush is quiet too."""
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)
    except (OSError, ValueError):
        return
