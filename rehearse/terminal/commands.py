"""What a learner can type beside a reply: one entry a command."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rehearse.source.suggest import nearest
from rehearse.terminal.principles import PRINCIPLES
from rehearse.terminal.program import program
from rehearse.terminal.typeset import printable

if TYPE_CHECKING:
    from rehearse.terminal.session import Session

GO_ON, LEAVE = "go on", "leave"


@dataclass(frozen=True, slots=True)
class SlashCommand:
    """A command: its line of help, and what it does with the words after it; may give LEAVE."""

    summary: str
    run: Callable[["Session", str], str | None]


def summaries() -> Mapping[str, str]:
    """Each command with its slash, and its line of help."""
    return {f"/{name}": command.summary for name, command in COMMANDS.items()}


def is_command(typed: str) -> bool:
    """Whether this is meant for the program: it begins with one slash."""
    return typed.startswith("/") and not typed.startswith("//")


def unslashed(typed: str) -> str:
    """A reply that was begun with two slashes to have it sent with one."""
    return typed[1:] if typed.startswith("//") else typed


def meant_as_command(session: "Session", typed: str) -> bool:
    """Whether a person typed a command without its slash; then they are told how to type it."""
    name = "quit" if typed.lower() == "exit" else typed.lower()
    if name not in COMMANDS or not session.console.interactive:
        return False
    session.console.gap()
    session.console.note(
        f"Commands begin with a slash: /{name}. To say “{typed}” to {session.manager}, put a full"
        " stop after it."
    )
    return True


def obey(session: "Session", typed: str) -> str:
    """Do what a line that starts with a slash asks for; gives GO_ON or LEAVE."""
    word, _, rest = typed.partition(" ")
    command = COMMANDS.get(_whole(word[1:].lower()))
    session.console.gap()
    if command is None:
        _explain_unknown(session, word)
        return GO_ON
    result = command.run(session, rest.strip()) or GO_ON
    session.console.flush()
    return result


def _whole(word: str) -> str:
    """The command that only this beginning can mean; the word itself where there is none."""
    meant = [name for name in COMMANDS if word and name.startswith(word)]
    return meant[0] if len(meant) == 1 else word


def _explain_unknown(session: "Session", typed: str) -> None:
    near = nearest(typed[1:], COMMANDS)
    guess = f"Did you mean /{near}?" if near else "/help lists the commands."
    session.console.note(
        f"There is no command {printable(typed)[:40]}. {guess}"
        " To say something that begins with a slash, begin it with two."
    )


def _hint(session: "Session", rest: str) -> None:
    console = session.console
    if not session.options.hints:
        console.note("Hints are off in this talk.")
        return
    hint = session.rehearsal.hint
    if hint is None:
        console.note("No hint here. Answer what was asked, in your own words.")
        return
    console.note(f"A way in: {hint.says.strip()}")
    idea = PRINCIPLES.get(hint.principle)
    if idea:
        console.note(f"The idea behind it: {idea} ({hint.principle})")


def _why(session: "Session", rest: str) -> None:
    from rehearse.terminal.why import show_why

    show_why(session, whole=rest.lower() == "all")


def _undo(session: "Session", rest: str) -> None:
    rehearsal, console = session.rehearsal, session.console
    if not rehearsal.turns:
        console.note("There is no reply to take back yet.")
        return
    turn = rehearsal.turns[-1]
    session.keeping.undo(rehearsal.undo())
    session.taken_back.append(turn)
    console.note(f"Taken back: “{turn.reply}”")
    session.show_manager()


def _pitch(session: "Session", rest: str) -> None:
    from rehearse.terminal.show_pitch import show_pitch

    pitch = session.rehearsal.pitch
    if not pitch.points():
        session.console.note(
            f"You brought no pitch to this talk. `{program()} pitch > mine.yaml` makes a form to"
            " fill in; start a talk with --pitch mine.yaml to bring it."
        )
        return
    session.console.lines(show_pitch(pitch, (), session.console.width()))


def _score(session: "Session", rest: str) -> None:
    from rehearse.terminal.so_far import show_score_so_far

    show_score_so_far(session)


def _help(session: "Session", rest: str) -> None:
    for name, command in COMMANDS.items():
        session.console.item(f"/{name}: {command.summary}")
    console = session.console
    if console.styled:
        console.note("Alt-Enter or Ctrl-J starts a new line. Enter sends.")
    if console.interactive:
        console.note("Ctrl-D leaves. Ctrl-C twice leaves too.")
    console.note("Letters and numbers such as (D2) are the coaching principles, listed in README.")


def _quit(session: "Session", rest: str) -> str:
    return LEAVE


COMMANDS: Mapping[str, SlashCommand] = {
    "hint": SlashCommand("a way in, if you are stuck", _hint),
    "why": SlashCommand("how your last reply was read (/why all: every word, every rule)", _why),
    "undo": SlashCommand("take your last reply back and try again", _undo),
    "pitch": SlashCommand("your own facts", _pitch),
    "score": SlashCommand("how the talk goes so far", _score),
    "help": SlashCommand("this list", _help),
    "quit": SlashCommand("leave; the talk is kept", _quit),
}
