"""Who speaks where in a talk written down as "Me: ..." and "Manager: ..."."""

import re
from collections import Counter
from dataclasses import dataclass

LEARNER, MANAGER = "learner", "manager"
_LEARNER_NAMES = {"me", "i", "you", "employee", "myself", "learner", "us", "candidate"}
_MANAGER_NAMES = {"manager", "boss", "my manager", "my boss", "supervisor", "the boss",
                  "the manager", "line manager", "director", "lead", "team lead"}  # fmt: skip

_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?(?:\s*[ap]\.?m\.?)?"
_DATE = r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
_STAMP = rf"(?:(?:{_DATE})[T,]?\s*)?(?:{_TIME})"
_LEADING = re.compile(
    rf"^\s*(?:(?:>|[-*+](?=\s)|\d+[.)](?=\s)|\#+(?=\s))\s*)*"  # markdown in front
    rf"(?:[\[(<]?{_STAMP}[\])>]?\s*(?:[-–|,]\s*)?)?",
    re.IGNORECASE,
)
_MARK = r"(?:\*\*|__|\*|_)?"
_LABEL = re.compile(
    rf"{_MARK}(?P<name>[^\W\d_][\w.'’-]*(?:[ ][\w.'’-]+){{0,3}}?){_MARK}"
    rf"\s*(?:[\[(]\s*{_STAMP}\s*[\])])?\s*[:：]{_MARK}(?!//|\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """A line with the name in front of it ("" where it goes on from the line before)."""

    line: int
    column: int
    name: str
    text: str


def split_line(number: int, line: str) -> Said:
    """A line of the file as what somebody might be saying."""
    start = _LEADING.match(line)
    rest_at = start.end() if start else 0
    label = _LABEL.match(line, rest_at)
    if label is None:
        return Said(number, rest_at + 1, "", line[rest_at:].strip())
    return Said(number, label.start("name") + 1, label["name"], line[label.end() :].strip())


def roles(lines: list[Said]) -> tuple[dict[str, str], list[str]]:
    """Which name speaks for whom (names casefolded), and the names nobody can place.

    Names everyone knows ("Me", "Boss") are placed at once. If one side has no such name, the
    other name that comes most often is that side. A capitalised name that comes twice or more
    beside them is a third speaker; one that comes once is taken for part of what is said.
    """
    counts = Counter(said.name.casefold() for said in lines if said.name)
    known = {name: LEARNER for name in counts if name in _LEARNER_NAMES}
    if "you" in known and known.keys() & {"me", "i"}:
        known["you"] = MANAGER  # written by the learner, to the manager
    known |= {name: MANAGER for name in counts if name in _MANAGER_NAMES}
    proper = {said.name.casefold() for said in lines if _looks_like_a_name(said.name)}
    others = sorted((n for n in counts if n in proper and n not in known), key=lambda n: -counts[n])
    missing = {LEARNER, MANAGER} - set(known.values())
    if len(missing) == 2:
        return {}, others
    if missing and others:
        tied = [name for name in others if counts[name] == counts[others[0]]]
        if len(tied) > 1:
            return known, tied
        known[others.pop(0)] = missing.pop()
    return known, [name for name in others if counts[name] > 1]


def _looks_like_a_name(name: str) -> bool:
    return bool(name) and all(word[0].isupper() for word in name.split())
