"""`rehearse practice`: from the options to a talk, from the talk to the debrief."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rehearse.persona.model import Persona
from rehearse.terminal.brief import show_brief
from rehearse.terminal.console import Choice, Console, open_console
from rehearse.terminal.listening import LateReader
from rehearse.terminal.options import PracticeOptions
from rehearse.terminal.program import program
from rehearse.terminal.starting import (
    CannotStartError,
    check_beginning,
    is_kept,
    persona_named,
)
from rehearse.transcript.store import own_phrases

if TYPE_CHECKING:
    from rehearse.pitch.model import Pitch
    from rehearse.terminal.session import Outcome, Session
    from rehearse.transcript.model import Header
    from rehearse.transcript.recorder import Recorder

DONE, BAD, INTERRUPTED = 0, 2, 130
_AGAIN, _TAKE_BACK, _BACK = "again", "take back", "back"


def run(options: PracticeOptions) -> int:
    """Hold the talk the options ask for; gives the exit code: 0, 2 (said why), 130 (Ctrl-C twice).

    Raises SourceError for a script, pitch or transcript that cannot be used.
    """
    console = open_console(options.plain)
    try:
        if options.persona is None and options.resume is None and console.interactive:
            from rehearse.terminal.home import receive

            return receive(console, options)
        return practise(console, options)
    except CannotStartError as reason:
        console.flush()
        print(f"{program()} practice: {reason}", file=sys.stderr)
        return BAD


def practise(console: Console, options: PracticeOptions, back: str = "leave") -> int:
    """Hold talks with one manager until the learner has had enough; gives the exit code.

    `back` says where Enter leads after a talk.
    """
    from rehearse.terminal.interrupting import kept_on_signals

    while True:
        with console.held():
            session = start(console, options)
            try:
                with kept_on_signals(session):
                    outcome, wish = _hold_through(session, back)
            finally:
                session.keeping.close()
        if wish != _AGAIN:
            return INTERRUPTED if outcome == "interrupted" else DONE
        options = replace(options, persona=session.persona.path or session.persona.id,
                          resume=None, save=None, once_more=True)  # fmt: skip


def start(console: Console, options: PracticeOptions) -> "Session":
    """Everything up to the manager's first line, which is shown. Raises CannotStartError."""
    if options.resume is not None:
        from rehearse.terminal.resuming import resume_talk

        return resume_talk(console, options)
    if options.watch and not console.interactive:
        raise CannotStartError(
            "--watch needs a terminal, as it takes the script up while you type; without one,"
            " start the talk again after each change."
        )
    reader = LateReader(_persona(console, options), own_phrases())
    persona = reader.persona
    check_beginning(persona, options)
    pitch = _pitch(options.pitch)
    _check_free(options.save)
    show_brief(console, persona, options, pitch, _place(options))
    console.flush()
    session = _sit_down(console, options, reader, pitch)
    session.show_manager()
    console.flush()
    return session


def _persona(console: Console, options: PracticeOptions) -> Persona:
    if not options.watch:
        return persona_named(options.persona, options.folders)
    from rehearse.terminal.taking_up import sound_persona

    return sound_persona(console, options)


def _pitch(path: Path | None) -> "Pitch | None":
    if path is None:
        return None
    from rehearse.pitch import load_pitch

    return load_pitch(path)


def _check_free(path: Path | None) -> None:
    if path is not None and (path.exists() or path.is_symlink()):
        raise CannotStartError(f"{path} is there already, and nothing is written over.")


def _place(options: PracticeOptions) -> str:
    if not is_kept(options):
        return ""
    if options.save is not None:
        return str(options.save)
    from rehearse.transcript.store import transcripts_folder

    return str(transcripts_folder())


def any_seed() -> int:
    """A seed nobody chose: four digits, easy to type again."""
    return 1000 + int.from_bytes(os.urandom(4), "big") % 9000


def _sit_down(
    console: Console, options: PracticeOptions, reader: LateReader, pitch: "Pitch | None"
) -> "Session":
    from rehearse.dialogue import Rehearsal
    from rehearse.terminal.keeping import Keeping, header_of
    from rehearse.terminal.session import Session

    persona = reader.persona
    seed = any_seed() if options.seed is None else options.seed
    rehearsal = Rehearsal(persona, seed, pitch, reader, options.start, options.mood or None)
    keeping = Keeping(header_of(rehearsal, reader, options), _opener(options))
    session = Session(console, persona, options, rehearsal, keeping, reader)
    if options.watch:
        from rehearse.terminal.watching import Watch

        session.watch = Watch(Path(persona.path), persona.sha256)
    return session


def _opener(options: PracticeOptions) -> "Callable[[Header], Recorder] | None":
    if not is_kept(options):
        return None
    if options.save is not None:
        path = options.save

        def save(header: "Header") -> "Recorder":
            from rehearse.transcript import Recorder

            return Recorder(path, header)

        return save
    from rehearse.transcript.store import keep_new

    return keep_new


def _hold_through(session: "Session", back: str) -> "tuple[Outcome, str]":
    """Hold the talk to its end and through the debrief; gives what the learner wants then."""
    from rehearse.terminal import commands

    while True:
        outcome = _hold(session)
        wish = _finish(session, outcome, back)
        if wish != _TAKE_BACK:
            return outcome, wish
        commands.obey(session, "/undo")


def _hold(session: "Session") -> "Outcome":
    from rehearse.terminal.session import hold

    try:
        return hold(session)
    except KeyboardInterrupt:
        return "interrupted"


def _finish(session: "Session", outcome: "Outcome", back: str) -> str:
    """Say what there is to say after a talk, and ask what is next."""
    from rehearse.terminal.afterwards import show_debrief, show_leaving

    console = session.console
    if outcome == "interrupted" or (outcome == "left" and console.interactive):
        session.keeping.close()
        show_leaving(session)
        return _BACK
    if not session.rehearsal.over:  # the pipe ran dry: nobody will come back to go on
        session.keeping.end(session.rehearsal.leave())
    show_debrief(session)
    console.flush()
    return console.choose([
        Choice("r", f"again with {session.manager}", _AGAIN),
        Choice("u", "take your last reply back and go on from there", _TAKE_BACK),
        Choice("", back, _BACK),
    ])  # fmt: skip
