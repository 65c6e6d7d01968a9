"""The interview before a new manager's script: a few questions, each with an answer by Enter."""

from dataclasses import replace

from rehearse.coach.scaffold import Answers, shown_name
from rehearse.persona.model import STANCES
from rehearse.source.suggest import nearest
from rehearse.terminal import wording
from rehearse.terminal.console import Console

_BEFORE = """\
A few questions, and you have a manager who talks. Enter alone takes what is suggested, and all of \
it can be changed in the file later. Ctrl-C leaves, and then nothing is written."""
_STANCE = "How do they meet somebody who asks for a promotion? A number or a word."
_SCENE = "What is the scene? When and where, and what would the learner like? The learner reads it."
_WANTS = "What do they want of their people? Answer in their words: they will say it like that."
_FEARS = """\
What are they afraid of, and say last of all? Their words again: who asks well gets to hear it."""
_OBJECTIONS = (
    "What do they say against it? They will say this, too, just as you write it.",
    "And what else do they say against it?",
)


def ask_name(console: Console) -> str:
    """The new manager's name as it is to be shown. Raises as Console.line does."""
    while True:
        console.title("Who is your new manager?")
        name = shown_name(console.line("Name:"))
        if name:
            return name
        console.note("A name is needed, such as Rita Moss.")


def ask_answers(console: Console, name: str, given: Answers) -> Answers:
    """The answers given, and those asked for now. Raises EOFError and KeyboardInterrupt."""
    console.title(f"A new manager: {name}")
    console.note(_BEFORE)
    found = given if given.stance else replace(given, stance=_stance(console))
    usual = found.complete()  # what was not given has the usual answer of the stance by now
    found = replace(
        found,
        scene=found.scene or _answer(console, _SCENE, "Scene:", usual.scene),
        wants=found.wants or _answer(console, _WANTS, "They want:", usual.wants),
        fears=found.fears or _answer(console, _FEARS, "They fear:", usual.fears),
    )
    objections = list(found.objections)
    for number in range(len(objections), len(_OBJECTIONS)):
        suggested = usual.objections[number]
        objections.append(_answer(console, _OBJECTIONS[number], "They say:", suggested))
    return replace(found, objections=tuple(objections))


def _stance(console: Console) -> str:
    usual = Answers().complete().stance
    console.gap()
    console.note(_STANCE)
    for number, stance in enumerate(STANCES, 1):
        console.item(f"  {number} {stance}: {wording.STANCES[stance]}")
    console.note(f"Enter alone: {usual}.")
    words: dict[str, str] = {"": usual}
    for number, stance in enumerate(STANCES, 1):
        words |= {str(number): stance, stance: stance}
    while True:
        typed = console.line("Stance:").lower()
        if typed in words:
            return words[typed]
        near = nearest(typed, STANCES)
        console.note(f"Did you mean {near}?" if near else "Type 1, 2 or 3, or Enter alone.")


def _answer(console: Console, question: str, short: str, suggested: str) -> str:
    console.gap()
    console.note(question)
    console.item(f"Enter alone: {suggested}")
    return console.line(short) or suggested
