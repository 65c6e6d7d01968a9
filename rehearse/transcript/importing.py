"""Taking in a talk held elsewhere, written down as text: "Me: ..." and "Manager: ..."."""

import re
from dataclasses import dataclass, field

from rehearse.reading.own import NO_PHRASES, OwnPhrases, phrasebook_hash
from rehearse.source.problem import Place, Problem, SourceError
from rehearse.transcript.model import Header, Transcript, TurnRecord
from rehearse.transcript.speakers import LEARNER, MANAGER, Said, roles, split_line

_RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$")  # a line across the page
_HEADING = re.compile(r"^\s*#")
_HOW = 'Put "Me:" in front of what you said and "Manager:" in front of what they said.'


@dataclass(slots=True)
class _Speech:
    """What one side said without being interrupted."""

    role: str
    parts: list[str] = field(default_factory=list)

    def text(self) -> str:
        return " ".join(part for part in self.parts if part)


def import_talk(text: str, file: str, own: OwnPhrases = NO_PHRASES) -> Transcript:
    """A transcript of a talk written down as text; it has readings but no script behind it.

    It is read by the phrase book and by phrases of the learner's `own`.

    Each line may start with a name and a colon, markdown and a time; lines without a name go on
    with what was being said. Raises SourceError with the line of everything that is not clear.
    """
    lines = [split_line(number, line) for number, line in enumerate(_plain_lines(text), 1)]
    placed, strangers = roles(lines)
    if strangers or not placed:
        raise SourceError(_nobody_knows(lines, placed, strangers, file))
    speeches = _speeches(lines, placed, _plain_lines(text), file)
    turns, closing = _turns(speeches, own)
    if not turns:
        silent = Problem(Place(file, 1, 1), "I103", "You say nothing in this talk.", _HOW)
        raise SourceError([silent])
    return Transcript(_header(own), turns, extra={"closing": closing} if closing else {})


def who_speaks(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names taken for the learner and for the manager, each as first written in the text."""
    lines = [split_line(number, line) for number, line in enumerate(_plain_lines(text), 1)]
    placed, _ = roles(lines)
    written = {said.name.casefold(): said.name for said in reversed(lines) if said.name}
    names: dict[str, list[str]] = {LEARNER: [], MANAGER: []}
    for name, shown in reversed(written.items()):
        if name in placed:
            names[placed[name]].append(shown)
    return tuple(names[LEARNER]), tuple(names[MANAGER])


def _plain_lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _nobody_knows(
    lines: list[Said], placed: dict[str, str], strangers: list[str], file: str
) -> list[Problem]:
    """A complaint for each name that could be anybody's, where it first speaks."""
    first = {said.name.casefold(): said for said in reversed(lines) if said.name}
    if not strangers:
        return [Problem(Place(file, 1, 1), "I101", "No line says who speaks.", _HOW)]
    third = len(set(placed.values())) == 2
    message = "is a third speaker" if third else "could be you or the manager"
    return [
        Problem(Place(file, first[name].line, first[name].column), "I102",
                f'"{first[name].name}" {message}.', _HOW)
        for name in strangers
    ]  # fmt: skip


def _speeches(
    lines: list[Said], placed: dict[str, str], plain: list[str], file: str
) -> list[_Speech]:
    """What was said in order, neighbouring lines of one side put together."""
    speeches: list[_Speech] = []
    problems = []
    for said in lines:
        line = plain[said.line - 1]
        role = placed.get(said.name.casefold()) if said.name else None
        if role is not None:
            if not speeches or speeches[-1].role != role:
                speeches.append(_Speech(role))
            speeches[-1].parts.append(said.text)
        elif not line.strip() or _RULE.match(line) or _HEADING.match(line):
            continue
        elif speeches:
            speeches[-1].parts.append(line.strip().lstrip("> "))
        else:
            problems.append(Problem(Place(file, said.line, 1), "I104",
                                    "Nobody is named for these words.", _HOW))  # fmt: skip
    if problems:
        raise SourceError(problems)
    return speeches


def _turns(speeches: list[_Speech], own: OwnPhrases) -> tuple[tuple[TurnRecord, ...], list[str]]:
    """The learner's speeches as turns, and what the manager said after the last of them."""
    from rehearse.reading import reader_knowing

    reader = reader_knowing(own)
    turns: list[TurnRecord] = []
    waiting: list[str] = []
    for speech in speeches:
        text = speech.text()
        if speech.role != LEARNER:
            waiting += [text] if text else []
        elif text:
            reading = reader.read(text, waiting[-1] if waiting else "")
            turns.append(
                TurnRecord(len(turns) + 1, None, tuple(waiting), text, reading, None, None, "")
            )
            waiting = []
    return tuple(turns), waiting


def _header(own: OwnPhrases) -> Header:
    """A header that says: no script, and no clock, so that the same text gives the same bytes."""
    from rehearse import __version__
    from rehearse.reading import load_phrase_book

    phrasebook = phrasebook_hash(load_phrase_book().sha256, own.sha256)
    return Header(__version__, None, phrasebook, 0, "", None, phrases=own.sha256)
