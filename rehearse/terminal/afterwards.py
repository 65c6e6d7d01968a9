"""After the talk: the debrief, where the talk is kept, and how to have it again."""

import shlex
from typing import TYPE_CHECKING

from rehearse.terminal import wording
from rehearse.terminal.program import program

if TYPE_CHECKING:
    from rehearse.terminal.session import Session

_PLACE_LINES = 13  # where the talk is, what can be done with it, and the choice after it


def show_debrief(session: "Session") -> None:
    """What went well, what cost, what to try; then where the talk is and what can be done."""
    console = session.console
    if not session.rehearsal.turns:
        console.gap()
        console.note("You did not say anything, so there is nothing to go through.")
        return
    from rehearse.scoring import debrief, render, score

    transcript = session.transcript()
    card = score(transcript)
    told = debrief(transcript, card, session.persona)
    for section in render(told, numbers=not session.options.calm):
        lines = section.lines
        console.make_room(2 + sum(len(line) // console.width() + 1 for line in lines))
        console.title(section.title)
        for line in lines:
            console.item(line)
    console.make_room(_PLACE_LINES)
    show_place(session)


def show_place(session: "Session") -> None:
    """Where the talk is kept, what can be done with it, and the seed to have it again."""
    console, path = session.console, session.keeping.path
    console.gap()
    if path is not None:
        console.note(_kept_in(session))
        console.lines([f"  {path}"])
        console.note("To go through it turn by turn:")
        found = wording.found_with(session.persona)
        console.lines([f"  {program()} replay {shlex.quote(str(path))}{found}"])
    else:
        console.note(_not_kept(session))
    console.note("To have the same manager with the same lines:")
    console.lines([f"  {_again_command(session)}"])
    if path is not None and _can_be_story(session):
        console.note("To make this talk a story of the script, which must go so from now on:")
        script = shlex.quote(session.persona.path)
        console.lines([f"  {program()} test {script} --bless {shlex.quote(str(path))}"])


def _not_kept(session: "Session") -> str:
    options = session.options
    if options.keep and options.trying:
        return "This talk was not kept, as it tries a script out; with --save FILE it is."
    return "This talk was not kept."


def _can_be_story(session: "Session") -> bool:
    """Whether to tell a coach of --bless: once, with a script given by its path.

    A story has neither a pitch nor phrases of one's own.
    """
    options, header = session.options, session.keeping.header
    by_path = wording.manager_argument(session.persona) != session.persona.id
    return by_path and not (options.once_more or header.pitch or header.phrases)


def _again_command(session: "Session") -> str:
    pitch = session.options.pitch
    with_pitch = f" --pitch {shlex.quote(str(pitch))}" if pitch is not None else ""
    manager = wording.manager_argument(session.persona)
    seed = f"--seed {session.rehearsal.seed}"
    return f"{program()} practice {manager} {seed}{with_pitch}{_begun(session)}"


def _begun(session: "Session") -> str:
    """The options with which this talk began elsewhere than the script says; "" if it did not."""
    header = session.keeping.header if session.options.resume is not None else None
    start = header.start if header is not None else session.options.start
    mood = header.mood if header is not None else session.options.mood
    meters = ",".join(f"{meter}={value}" for meter, value in mood.items())
    words = [f" --from {start}"] * bool(start) + [f" --mood {meters}"] * bool(meters)
    return "".join(words) + " --watch" * session.options.watch


def _kept_in(session: "Session") -> str:
    """What stands before the path of the talk."""
    what = "A part of the talk" if session.keeping.trouble else "The talk"
    return f"{what} is kept in"


def show_leaving(session: "Session") -> None:
    """What a learner is told who leaves before the end."""
    console, path = session.console, session.keeping.path
    console.gap()
    if path is None:
        kept = "The talk was not kept." if session.rehearsal.turns else "Nothing was said yet."
        console.note(f"You left. {kept}")
        return
    console.note(f"You left. {_kept_in(session)}")
    console.lines([f"  {path}"])
    console.note("To go on with it:")
    console.lines([f"  {_resume_command(session)}"])


def _resume_command(session: "Session") -> str:
    """Names the script and the file only where they would not be found without."""
    words, options = [program(), "practice"], session.options
    manager = wording.manager_argument(session.persona)
    if manager != session.persona.id:
        words.append(manager)
    words.append("--resume")
    if options.save is not None or options.resume:
        words.append(shlex.quote(str(session.keeping.path)))
    words += [f"--{name}" for name in ("plain", "calm") if getattr(options, name)]
    return " ".join(words)
