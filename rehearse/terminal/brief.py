"""What a learner reads before the talk: who, how hard, what it is about, and how this works."""

from pathlib import Path

from rehearse.persona.model import Persona
from rehearse.pitch.model import Pitch
from rehearse.terminal import wording
from rehearse.terminal.console import Console
from rehearse.terminal.options import PracticeOptions


def show_brief(
    console: Console, persona: Persona, options: PracticeOptions, pitch: Pitch | None, place: str
) -> None:
    """The whole brief; `place` says where the talk will be kept, "" for nowhere."""
    console.title(f"{persona.name}, {persona.role}")
    hard = wording.difficulty(persona, options.calm)
    console.note(f"{wording.stance(persona).capitalize()}. Difficulty: {hard}.")
    for paragraph in filter(None, map(str.strip, persona.brief.split("\n"))):
        console.gap()
        console.note(paragraph)
    if pitch is not None and pitch.points():
        console.gap()
        console.note(_pitch_in_short(pitch, options.calm))
    if options.trying:
        console.gap()
        console.note(_tried_out(persona, options))
    console.gap()
    console.note(_how(options, console))
    console.note(_keeping(place))


def _pitch_in_short(pitch: Pitch, calm: bool) -> str:
    wanted = f" {pitch.role}" if pitch.role else ""
    by = f", {pitch.date}" if pitch.role and pitch.date else pitch.date
    head = f"Your pitch:{wanted}{by}.".replace(":.", ".").replace(":,", ":")
    many = len(pitch.achievements) + len(pitch.value) + len(pitch.plan)
    if not many:
        return head
    points = "Your points are" if calm else wording.count(many, "point")
    them = "it" if many == 1 and not calm else "them"
    return f"{head} {points} ready; /pitch shows {them}."


def _how(options: PracticeOptions, console: Console) -> str:
    hint = "/hint gives a way in, " if options.hints else ""
    if not console.interactive:
        return f"One reply a line. {hint}/help lists the commands."
    rest = "the rest" if hint else "the commands"
    return f"Type your reply and press Enter. {hint}/help lists {rest}, Ctrl-D leaves."


def _tried_out(persona: Persona, options: PracticeOptions) -> str:
    """What a coach asked for: another beginning, another mood, a script that may change."""
    parts = []
    if options.start:
        parts.append(f"This talk begins in {options.start}.")
    if options.mood:
        mood = ", ".join(f"{meter} {value}" for meter, value in options.mood.items())
        parts.append(f"Set by hand: {mood}.")
    if options.watch:
        parts.append(f"Whenever you save {Path(persona.path).name}, the talk goes on with it.")
    return " ".join(parts)


def _keeping(place: str) -> str:
    kept = f"The talk is kept in {place}." if place else "This talk is not kept."
    return f"Nothing leaves this computer. {kept}"
