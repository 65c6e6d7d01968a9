"""The interview before a new manager's script: a few questions, each with an answer by Enter."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rehearse.coach.scaffold import Answers, shown_name, words_of
from rehearse.persona.model import STANCES
from rehearse.source.suggest import nearest
from rehearse.terminal import wording
from rehearse.terminal.console import Console

BACK = "/back"
_BEFORE = f"""\
A few questions, and you have a manager who talks. Enter alone takes what is suggested; {BACK} \
goes to the question before. All of it can be changed in the file later. Ctrl-C leaves, and then \
nothing is written."""
_STANCE = "How do they meet somebody who asks for a promotion? A number or a word."
_FIRST = "This is the first question."
_SAID = ("wants", "fears", "objection_1", "objection_2")  # the manager says these as they stand
_NO_LINE = re.compile(
    r"(?:y|yes|n|no|none|nothing|nope|yep|ok|okay|dunno|n/a|\W+)\W*", re.IGNORECASE
)
_ABOUT_THEM = re.compile(
    r"(?:(?:he|she)(?:'s|’s|'d|’d)?|they(?: are|'re|’re)? (?:afraid|scared|worried|fear|want|worry)"
    r"|that (?:he|she)) .*", re.IGNORECASE | re.DOTALL,
)  # fmt: skip
_AGAIN = "This is what they will say, in their own words. Type it so, or keep yours by Enter."


@dataclass(frozen=True, slots=True)
class _Question:
    """A question in words, and what stands before the answer.

    `key` is the answer's, `after` the name of the lines that the manager says just before it.
    """

    key: str
    words: str
    short: str
    after: str = ""


_QUESTIONS = (
    _Question("stance", _STANCE, "Stance:"),
    _Question("role", "What is their job, as the learner sees it? Ward Manager, Foreman, Head of"
              " Reception?", "Their job:"),
    _Question("scene", "What is the scene? When and where, and what would the learner like? The"
              " learner reads it.", "Scene:"),
    _Question("wants", "What do they want of their people? Answer in their words, in a whole"
              " sentence: they will say it like that.", "They want:", "asked"),
    _Question("fears", "What are they afraid of, and say last of all? Their words again: who asks"
              " well gets to hear it.", "They fear:", "opens_up"),
    _Question("objection_1", "What do they say against it? They will say this, too, just as you"
              " write it.", "They say:", "proved"),
    _Question("objection_2", "And what else do they say against it?", "They say:", "planned"),
)  # fmt: skip


def ask_name(console: Console) -> str:
    """The new manager's name as it is to be shown. Raises as Console.line does."""
    while True:
        console.title("Who is your new manager?")
        name = shown_name(console.line("Name:"))
        if name:
            return name
        console.note("A name is needed, such as Rita Moss.")


def ask_answers(console: Console, name: str, given: Answers) -> Answers:
    """The answers given, and those asked for now; "" is Enter alone, the usual of the stance.

    Raises EOFError and KeyboardInterrupt.
    """
    console.title(f"A new manager: {name}")
    console.note(_BEFORE)
    found = _by_key(given)
    asked = [question for question in _QUESTIONS if not found[question.key]]
    at = 0
    while at < len(asked):
        key = asked[at].key
        typed = _ask(console, asked[at], found)
        if typed == BACK:
            if not at:
                console.note(_FIRST)
            at = max(at - 1, 0)
            continue
        found[key] = typed
        at += 1
    return _answers(found)


def _by_key(answers: Answers) -> dict[str, str]:
    first, second = (*answers.objections, "", "")[:2]
    return {
        "stance": answers.stance, "role": answers.role, "scene": answers.scene,
        "wants": answers.wants, "fears": answers.fears,
        "objection_1": first, "objection_2": second,
    }  # fmt: skip


def _answers(found: Mapping[str, str]) -> Answers:
    return Answers(
        stance=found["stance"], role=found["role"], scene=found["scene"], wants=found["wants"],
        fears=found["fears"], objections=(found["objection_1"], found["objection_2"]),
    )  # fmt: skip


def _ask(console: Console, question: _Question, found: Mapping[str, str]) -> str:
    """What is answered now; Enter alone keeps an answer given before. BACK goes back."""
    console.gap()
    console.note(question.words)
    before, usual = found[question.key], _answers(found).complete()
    if question.key == "stance":
        return _stance(console, before or usual.stance)
    if question.after:
        console.item(
            f"Said right after, for example: “{words_of(usual.stance)[question.after][0]}”"
        )
    console.item(f"Enter alone: {before or _by_key(usual)[question.key]}")
    typed = console.line(question.short)
    if question.key in _SAID and (_NO_LINE.fullmatch(typed) or _ABOUT_THEM.fullmatch(typed)):
        console.note(_AGAIN)
        console.item(f"For example: “{_by_key(usual)[question.key]}”")
        typed = console.line(question.short) or typed
    return typed or before


def _stance(console: Console, usual: str) -> str:
    for number, stance in enumerate(STANCES, 1):
        console.item(f"  {number} {stance}: {wording.STANCES[stance]}")
    console.note(f"Enter alone: {usual}.")
    words: dict[str, str] = {"": usual, BACK: BACK}
    for number, stance in enumerate(STANCES, 1):
        words |= {str(number): stance, stance: stance}
    while True:
        typed = console.line("Stance:").lower()
        if typed in words:
            return words[typed]
        first = (re.findall(r"\w+", typed) or [""])[0]
        if first in words and first:
            console.note(f"Taken: {words[first]}.")
            return words[first]
        near = nearest(typed, STANCES)
        console.note(f"Did you mean {near}?" if near else "Type 1, 2 or 3, or Enter alone.")
