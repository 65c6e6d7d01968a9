"""A script was saved during the talk: its mistakes are shown, or the talk goes on with it."""

from collections.abc import Sequence
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

from rehearse.source.problem import Problem, SourceError
from rehearse.terminal import wording
from rehearse.terminal.console import LOOKS, Console, Draft
from rehearse.terminal.keeping import header_of
from rehearse.terminal.listening import LateReader
from rehearse.terminal.options import PracticeOptions
from rehearse.terminal.program import program
from rehearse.terminal.starting import persona_named
from rehearse.terminal.watching import Watch, digest_of

if TYPE_CHECKING:
    from rehearse.dialogue.again import HeldAgain
    from rehearse.persona.model import Persona
    from rehearse.terminal.session import Session

_UNREADABLE = "P000"  # the code of a file that cannot be opened
_SHOWN = 5  # findings; the rest is counted


def sound_persona(console: Console, options: PracticeOptions) -> "Persona":
    """The manager asked for; a script with mistakes is shown, and waited for until it is mended.

    Raises CannotStartError, and SourceError where there is no such file.
    """
    while True:
        path = Path(options.persona or "")
        before = digest_of(path)
        try:
            return persona_named(options.persona, options.folders)
        except SourceError as error:
            problems = error.problems
            if problems[0].code == _UNREADABLE:
                raise
        file = path if path.is_file() else Path(problems[0].place.file)
        watch = Watch(file, before if file == path else digest_of(file))
        console.gap()
        console.note(f"{watch.path.name} has {wording.count(len(problems), 'mistake')} in it.")
        _show(console, problems, str(watch.path))
        console.note("The talk begins when you have saved it mended. Ctrl-C leaves.")
        console.flush()
        while not watch.saved():
            sleep(LOOKS)


def take_up(session: "Session", draft: Draft) -> Draft:
    """Go on with the script as it was saved, from where the talk is; gives the reply begun.

    With a mistake in it the talk goes on with the old one.
    """
    from rehearse.persona import load_persona

    assert session.watch is not None
    session.console.gap()
    try:
        persona = load_persona(session.watch.path)
    except SourceError as error:
        _show_mistakes(session, error.problems)
    else:
        if persona.sha256 == session.persona.sha256:
            session.console.note("The script is again as it was; the talk goes on with it.")
        else:
            draft = _change_to(session, persona, draft)
    session.console.flush()
    return draft


def _show_mistakes(session: "Session", problems: Sequence[Problem]) -> None:
    assert session.watch is not None
    name, many = session.watch.saved_file.name, wording.count(len(problems), "mistake")
    session.console.note(
        f"{name} was saved with {many} in it. The talk goes on with the script as it was before."
    )
    _show(session.console, problems, str(session.watch.path))
    session.console.note("Save it again when that is mended. Nothing you said is lost.")


def _show(console: Console, problems: Sequence[Problem], script: str, quoted: bool = True) -> None:
    """Findings in plain words, each with its line of the script (`quoted`: and what it says)."""
    for problem in problems[:_SHOWN]:
        where = problem.place.in_words(script)
        words = f"L{where[1:]}: {problem.message} {problem.mend}".rstrip()
        console.item(f"{words} ({problem.code})")
        pointed = problem.pointed() if quoted else []
        console.lines(f"    {line}" for line in (pointed if console.styled else pointed[:1]))
    if len(problems) > _SHOWN:
        rest = len(problems) - _SHOWN
        console.note(f"And {rest} more: {program()} check {script}")


def _change_to(session: "Session", persona: "Persona", draft: Draft) -> Draft:
    from rehearse.dialogue.again import hold_again

    watch, options, taken_back = session.watch, session.options, len(session.taken_back)
    assert watch is not None
    shown, mood = _last_lines(session), session.rehearsal.mood
    whole = watch.whole_talk(session.rehearsal, taken_back)
    reader = LateReader(persona, session.reader.own)
    held = hold_again(persona, whole, reader, options.start, options.mood)
    watch.went_on(whole, held.rehearsal, taken_back, bool(held.unsaid))
    session.persona, session.reader, session.rehearsal = persona, reader, held.rehearsal
    header = header_of(held.rehearsal, reader, options)
    session.keeping = session.keeping.held_again(header, held.rehearsal.turns)

    session.console.note(f"{watch.saved_file.name} was saved. The talk goes on with it.")
    for sentence in (*_way(held), *_gone(session), *_particulars(session, held, mood)):
        session.console.note(sentence)
    _show_unsaid(session, held)
    _show_warnings(session, watch.news_of(persona))
    if held.parted or _last_lines(session) != shown:
        session.show_manager()
    if held.ends and not draft.text:
        return Draft(held.unsaid[0], len(held.unsaid[0]))
    return draft


def _last_lines(session: "Session") -> tuple[str, ...]:
    answers = [turn.answer for turn in session.rehearsal.turns if turn.answer]
    return answers[-1] if answers else session.rehearsal.opening


def _way(held: "HeldAgain") -> list[str]:
    """Where the replies so far lead now, in sentences."""
    if held.ends:
        return [f"Reply {held.parted} led to {held.was} and now ends the talk ({held.now}).",
                "You are back before it."]  # fmt: skip
    if held.parted:
        return [f"Reply {held.parted} led to {held.was} and now leads to {held.now}.",
                "You are there now."]  # fmt: skip
    replies = held.rehearsal.turn_number
    if replies > 1:
        return [f"Your {replies} replies lead where they led before."]
    return ["Your reply leads where it led before."] if replies else []


def _gone(session: "Session") -> list[str]:
    """What the talk was to begin with and the script no longer has."""
    persona, options = session.persona, session.options
    said = [f"There is no meter {meter} any more." for meter in options.mood
            if meter not in persona.mood]  # fmt: skip
    if options.start and options.start not in persona.beats:
        said.append(f"There is no beat {options.start} any more: the talk begins at its start.")
    return said


def _particulars(session: "Session", held: "HeldAgain", mood: dict[str, int]) -> list[str]:
    """New names of beats, replies answered otherwise, and what it did to the mood."""
    said = [f"{was} is called {now} now." for was, now in (held.renamed or {}).items()]
    if held.reworded:
        numbers = [str(number) for number in held.reworded]
        some = " and ".join(filter(None, (", ".join(numbers[:-1]), numbers[-1])))
        replies = "Reply" if len(numbers) == 1 else "Replies"
        said.append(f"{replies} {some} got another answer.")
    now = held.rehearsal.mood
    if not held.parted and now != mood:
        said.append(f"The mood: {wording.mood_change(mood, now, session.options.calm)}.")
    return said


def _show_unsaid(session: "Session", held: "HeldAgain") -> None:
    """Replies that were not said again: they are still there."""
    unsaid, console = held.unsaid[held.ends :], session.console
    if not unsaid:
        return
    them = "it answered" if len(unsaid) == 1 else "they answered"
    console.note(f"Not said again, as {them} other lines:")
    for reply in unsaid:
        console.note(f"“{' '.join(reply.split())}”", "  ")
    if console.styled:
        console.note("The up-arrow key brings back what you typed.")


def _show_warnings(session: "Session", problems: Sequence[Problem]) -> None:
    if problems:
        session.console.note("Worth a look, though the script works:")
        _show(session.console, problems, session.persona.path, quoted=False)
