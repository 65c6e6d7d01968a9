"""The first screen: who you can talk to, how you did with them last, and what is unfinished."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice

from rehearse.persona.model import Persona
from rehearse.persona.shelf import Shelf, list_personas
from rehearse.source.suggest import nearest
from rehearse.terminal import wording
from rehearse.terminal.console import Console, open_console
from rehearse.terminal.options import PracticeOptions
from rehearse.terminal.practice import DONE, INTERRUPTED, practise
from rehearse.terminal.program import program
from rehearse.terminal.starting import CannotStartError, tell_beside
from rehearse.transcript.model import Transcript
from rehearse.transcript.store import persona_folders

_LOOKED_AT = 200  # kept talks, the newest ones; reading more would be felt
_GO_ON, _PITCH, _LEAVE = "g", "p", "q"
_PITCH_HELP = """\
A pitch is a small file with what you want, by when, and what speaks for it. The manager may \
come back to your points, and /pitch shows them during the talk.
Leave this screen with q, then:"""
_PITCH_STEPS = (
    "  {program} pitch > mine.yaml",
    "  (fill in mine.yaml with any editor)",
    "  {program} pitch mine.yaml",
    "  {program} practice {manager} --pitch mine.yaml",
)


@dataclass(slots=True)
class _Past:
    """What is kept of earlier talks: the last score by manager, and one that is unfinished."""

    scores: dict[str, float] = field(default_factory=dict)
    unfinished: Transcript | None = None


def run(plain: bool = False) -> int:
    """Show the managers, hold talks until the learner leaves; gives the exit code."""
    return receive(open_console(plain), PracticeOptions(plain=plain))


def receive(console: Console, options: PracticeOptions) -> int:
    """The same at this console, each talk held with these options; gives the exit code."""
    console.title("Rehearse the talk about your next step, before you have it.")
    console.note("The managers here are scripts. Nothing you type leaves this computer.")
    told: set[str] = set()
    while True:
        shelf = list_personas(persona_folders(options.folders))
        _tell_broken(shelf, told)
        personas = shelf.personas
        past = _look_back(personas)
        _show(console, personas, past)
        try:
            choice = _pick(console, personas, past)
        except EOFError:
            return DONE
        except KeyboardInterrupt:
            console.lines([""])
            return INTERRUPTED
        if choice is None:
            return DONE
        if _talk(console, _merged(options, choice)) == INTERRUPTED:
            return INTERRUPTED


def _tell_broken(shelf: Shelf, told: set[str]) -> None:
    """Say once of each broken script that it was passed over."""
    for sentence in shelf.broken():
        if sentence not in told:
            tell_beside(sentence)
            told.add(sentence)


def _merged(options: PracticeOptions, choice: "Persona | Transcript") -> PracticeOptions:
    """The options with the manager, or the talk to go on with, that was picked."""
    if isinstance(choice, Persona):
        return replace(options, persona=choice.path or choice.id)
    return replace(options, resume=choice.path, seed=None, pitch=None, save=None)


def _talk(console: Console, options: PracticeOptions) -> int:
    from rehearse.source.problem import SourceError

    try:
        return practise(console, options, back="back to the managers")
    except (CannotStartError, SourceError) as reason:
        console.gap()
        console.note(str(reason))
        return DONE


def _look_back(personas: Sequence[Persona]) -> _Past:
    from rehearse.transcript.store import kept_transcripts

    past, wanted = _Past(), {persona.id for persona in personas}
    for transcript in islice(kept_transcripts(), _LOOKED_AT):
        held_with = (transcript.header.persona or {}).get("id", "")
        if held_with not in wanted or not transcript.turns:
            continue
        if transcript.end is None:
            past.unfinished = past.unfinished or transcript
        elif held_with not in past.scores:
            past.scores[held_with] = _score(transcript)
    return past


def _score(transcript: Transcript) -> float:
    from rehearse.scoring import score

    return score(transcript).overall


def _show(console: Console, personas: Sequence[Persona], past: _Past) -> None:
    for number, persona in enumerate(personas, 1):
        console.title(f"{number}. {persona.name}, {persona.role}")
        console.note(f"{persona.stance.capitalize()}, {wording.difficulty(persona)}.", "   ")
        console.note(_first_sentence(persona.brief), "   ")
        score = past.scores.get(persona.id)
        console.note("Not yet tried." if score is None else f"Last score: {score:.0f}.", "   ")
    console.gap()
    if not personas:
        console.note("There are no managers to talk to here.")
    if past.unfinished is not None:
        console.item(f"{_GO_ON}: go on with {_unfinished(personas, past.unfinished)}")
    console.lines([f"{_PITCH}: how to make a pitch", f"{_LEAVE}: leave"])


def _first_sentence(text: str) -> str:
    words = " ".join(text.split())
    end = words.find(". ")
    return words if end < 0 else words[: end + 1]


def _unfinished(personas: Sequence[Persona], transcript: Transcript) -> str:
    held_with = (transcript.header.persona or {}).get("id")
    name = next(persona.name for persona in personas if persona.id == held_with)
    replies = wording.count(len(transcript.turns), "reply", "replies")
    return f"{name}, {replies} so far{_when(transcript.header.started)}"


def _when(started: str) -> str:
    """The day of a time as transcripts keep it; "" where it is none."""
    try:
        day = datetime.fromisoformat(started).astimezone()
    except ValueError:
        return ""
    return f", begun on {day.day} {day:%B}"


def _pick(
    console: Console, personas: Sequence[Persona], past: _Past
) -> "Persona | Transcript | None":
    """Who to talk to or what to go on with, None to leave. Asks until the answer makes sense."""
    names = _names(personas)
    while True:
        typed = console.line("Who do you want to talk to? A number or a name:").lower()
        if typed in (_LEAVE, "quit", "exit", "/quit"):
            return None
        if typed == _GO_ON and past.unfinished is not None:
            return past.unfinished
        if typed in names:
            return names[typed]
        if typed == _PITCH:
            console.note(_PITCH_HELP)
            easiest = personas[0].id if personas else "receptive"
            console.lines(
                [step.format(program=program(), manager=easiest) for step in _PITCH_STEPS]
            )
        elif typed:
            console.note(_not_known(typed, names))


def _names(personas: Sequence[Persona]) -> Mapping[str, Persona]:
    """Everything that picks a manager: number, id, whole name, its parts, stance (the easiest)."""
    names: dict[str, Persona] = {}
    for number, persona in enumerate(personas, 1):
        names[str(number)] = persona
    for persona in personas:
        for word in (persona.id, persona.name, *persona.name.split(), persona.stance):
            names.setdefault(word.lower(), persona)
    return names


def _not_known(typed: str, names: Mapping[str, Persona]) -> str:
    near = nearest(typed, names)
    return f"Did you mean {near}?" if near else "Type one of the numbers above, or q to leave."
