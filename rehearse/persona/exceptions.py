"""Findings switched off by a remark in the script: `# rehearse: allow P403 because …`.

It speaks for its own line; on a line of its own, for the next line that has words. In a file that
is taken in it counts as well; whether it is needed there, only a check of that file can say.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from rehearse.persona.pages.page import nearest_code
from rehearse.source import Document, Place, Problem

_REMARK = re.compile(r"(?:^|\s)#\s*rehearse:\s*(.*)$")
_ALLOW = re.compile(r"allow\s+(P\d+(?:\s*,\s*P\d+)*)(?:\s+because\s+(\S.*))?$", re.IGNORECASE)
# Errors that leave a script fit to be played; the other errors would break the talk.
_HARMLESS = frozenset({"P104", "P105", "P201", "P202", "P210", "P303", "P304"})
_HOW = "Write # rehearse: allow P403 because …, with your reason."


@dataclass(frozen=True, slots=True)
class Exemption:
    """One code allowed on one line; `place` is where the remark stands."""

    code: str
    line: int
    place: Place


def exempted(
    document: Document, problems: Sequence[Problem], known: Collection[str]
) -> tuple[list[Problem], list[Problem]]:
    """The problems left, and what is wrong with the remarks themselves (P014, P015).

    `known` are all codes there are. P015 is right only where `problems` are all there are; of a
    part, which is checked without its scripts, it is never told.
    """
    is_part = "part" in document.root.keys
    remarks: list[Problem] = []
    allowed: list[Exemption] = []
    for place, words, line in _remarks(document):
        found = _ALLOW.match(words)
        if found is None or not found[2]:
            what = "gives no reason" if found else "is not one the program knows"
            remarks.append(_odd(document, place, f"This exception {what}.", _HOW))
            continue
        for code in re.split(r"\s*,\s*", found[1].upper()):
            if code in known:
                allowed.append(Exemption(code, line, place))
            else:
                mend = nearest_code(code, known)
                remarks.append(_odd(document, place, f"There is no finding {code}.", mend))
    left = [problem for problem in problems if not _is_allowed(problem, allowed)]
    there = {(one.code, one.place.file, one.place.line): one for one in problems}
    for one in allowed:
        spoken_for = there.get((one.code, one.place.file, one.line))
        if spoken_for is not None or (one.place.file == document.file and not is_part):
            remarks += _not_counting(document, one, spoken_for)
    return left, remarks


def _remarks(document: Document) -> Iterator[tuple[Place, str, int]]:
    """Each remark to the program: its place, its words, and the line it speaks for."""
    for file, lines in ((document.file, document.lines), *document.others.items()):
        for number, line in enumerate(lines, 1):
            if "rehearse:" not in line or (found := _REMARK.search(line)) is None:
                continue
            place = Place(file, number, line.index("#", found.start()) + 1)
            alone = not line[: place.column - 1].strip()
            yield place, found[1].strip(), _next_line(lines, number) if alone else number


def _next_line(lines: Sequence[str], number: int) -> int:
    following = enumerate(lines[number:], number + 1)
    return next((at for at, line in following if line.strip() and line.strip()[0] != "#"), 0)


def _can_be(problem: Problem) -> bool:
    return problem.severity != "error" or problem.code in _HARMLESS


def _is_allowed(problem: Problem, allowed: Sequence[Exemption]) -> bool:
    return _can_be(problem) and any(
        (one.code, one.line, one.place.file)
        == (problem.code, problem.place.line, problem.place.file)
        for one in allowed
    )


def _not_counting(document: Document, one: Exemption, problem: Problem | None) -> Iterator[Problem]:
    if problem is None:
        message = f"There is no finding {one.code} on line {one.line} to be allowed."
        mend = "Take the exception out."
        yield document.problem(one.place, "P015", message, mend, "warning")
    elif not _can_be(problem):
        message = f"{one.code} would break the talk and cannot be switched off."
        yield _odd(document, one.place, message, "Mend it, and take the exception out.")


def _odd(document: Document, place: Place, message: str, mend: str) -> Problem:
    return document.problem(place, "P014", message, mend, "warning")
