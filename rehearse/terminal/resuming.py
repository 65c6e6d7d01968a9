"""`--resume`: taking up a talk that was interrupted, in its own file."""

import shlex

from rehearse.persona.model import Persona
from rehearse.persona.shelf import find_held
from rehearse.source.problem import SourceError
from rehearse.terminal import wording
from rehearse.terminal.console import Console
from rehearse.terminal.keeping import Keeping
from rehearse.terminal.listening import LateReader
from rehearse.terminal.options import PracticeOptions
from rehearse.terminal.program import program
from rehearse.terminal.session import Session
from rehearse.terminal.starting import CannotStartError, persona_named
from rehearse.transcript.model import Transcript
from rehearse.transcript.opening import read_transcript
from rehearse.transcript.recorder import Recorder
from rehearse.transcript.replaying import resume
from rehearse.transcript.store import own_phrases, persona_folders

_SHOWN = 2  # exchanges shown again


def resume_talk(console: Console, options: PracticeOptions) -> Session:
    """The talk to go on with, its last two exchanges shown.

    Raises CannotStartError where there is none to go on with, SourceError where the transcript or
    the script cannot be read.
    """
    chosen = _chosen_persona(options)
    transcript = _transcript(options, chosen)
    persona = chosen or _persona_of(transcript, options)
    reader = LateReader(persona, own_phrases())
    try:
        rehearsal = resume(transcript, persona, reader, reader.own)
        recorder = Recorder.continuing(transcript) if options.keep else None
    except SourceError as error:
        raise CannotStartError(_why_not(transcript, persona, error)) from None
    session = Session(
        console, persona, options, rehearsal, Keeping.going_on(transcript, recorder), reader
    )
    if rehearsal.end is not None:  # killed after the last answer, before its end was written
        session.keeping.end(rehearsal.end)
    _show_where(session, transcript)
    return session


def _chosen_persona(options: PracticeOptions) -> Persona | None:
    return None if options.persona is None else persona_named(options.persona, options.folders)


def _transcript(options: PracticeOptions, persona: Persona | None) -> Transcript:
    from rehearse.transcript.store import latest_unfinished

    if options.resume:
        return read_transcript(options.resume)
    found = latest_unfinished(persona.id if persona is not None else "")
    if found is None:
        who = f" with {persona.name}" if persona is not None else ""
        raise CannotStartError(f"there is no unfinished talk{who} to go on with.")
    return found


def _persona_of(transcript: Transcript, options: PracticeOptions) -> Persona:
    held_with = transcript.header.persona
    if held_with is None:
        raise CannotStartError(
            f"{transcript.path} was brought in by import and cannot be gone on with."
        )
    try:
        folders = persona_folders(options.folders)
        return find_held(held_with["id"], held_with["sha256"], folders)
    except SourceError:
        raise
    except ValueError:
        raise CannotStartError(
            f"this talk was held with {held_with['id']}, who is not among the managers here;"
            f" name the script's file too: {program()} practice FILE.yaml --resume."
        ) from None


def _why_not(transcript: Transcript, persona: Persona, error: SourceError) -> str:
    """Why the talk cannot be gone on with, that it is still there, and what can be done."""
    path, problem = shlex.quote(transcript.path), error.problems[0]
    if problem.code != "T120":  # not for what is in it: open elsewhere, or not to be written to
        return f"{problem.message} {problem.mend}".strip()
    return (
        f"{problem.message} The talk stays in {path} as it is: {program()} replay {path}"
        f" shows it. A new talk: {program()} practice {wording.manager_argument(persona)}"
    )


def _show_where(session: Session, transcript: Transcript) -> None:
    console, rehearsal = session.console, session.rehearsal
    console.title(f"Going on with {session.persona.name}, {session.persona.role}")
    if transcript.torn:
        console.note("The last thing written was cut off and could not be kept; the rest is here.")
    if len(rehearsal.turns) > _SHOWN:
        console.note("Before this there was more; here is where you were.")
    for turn in rehearsal.turns[-_SHOWN:]:
        session.say(turn.manager)
        console.gap()
        console.speech("You", turn.reply)
    session.show_manager()
    console.flush()
