"""What of a script its stories reach, and whether that is as much as was asked for."""

import re
from collections.abc import Iterable

from rehearse.coach.counting import Counting
from rehearse.coach.counts import Counts
from rehearse.coach.coverage import KINDS, Coverage, Never, cover
from rehearse.coach.floors import COVERED, Floor
from rehearse.coach.stories import StoryResult
from rehearse.persona.model import Persona, Range

_FLOOR = re.compile(r"(?:([a-z_]+)=)?([0-9]{1,3}(?:\.[0-9]{1,4})?)")


def covered_by(persona: Persona, results: Iterable[StoryResult]) -> Coverage:
    """What the stories came to, of all there is in the script; a failed one until it failed."""
    counting, counts = Counting(persona), Counts()
    for result in results:
        counts.add(counting.reached(result.held))
    return cover(persona, counts)


def shares(coverage: Coverage) -> dict[str, float]:
    """The share reached, 0..100, under each name a floor may have, rounded to two decimals."""
    found = {"reached": coverage.percent(*KINDS), **{k: coverage.percent(k) for k in KINDS}}
    return {name: round(found[name], 2) for name in COVERED}


def read_share(text: str) -> Floor:
    """The floor that "80" (of all) or "rules=80" spells.

    Raises ValueError, in one sentence, for anything else.
    """
    option = f"--at-least {text}"
    found = _FLOOR.fullmatch(text.strip())
    if not found or float(found[2]) > 100:
        raise ValueError(
            f"{option}: write a number up to 100, like 80, or rules=80 for rules alone."
        )
    name = found[1] or "reached"
    if name not in COVERED:
        raise ValueError(
            f"{option}: there is no {name!r} to cover; there are: {', '.join(COVERED)}."
        )
    return Floor(name, Range(low=float(found[2])), option)


def lines_in_words(missed: Iterable[Never]) -> str:
    """Where they stand, in few words: "lines 12, 15 to 18; line 3 of goodbyes.yaml"."""
    files: dict[str, list[int]] = {}
    for one in missed:
        files.setdefault(one.file, []).append(one.line)
    told = []
    for file, numbers in sorted(files.items()):
        word = "line" if len(numbers) == 1 else "lines"
        told.append(f"{word} {line_numbers(numbers)}" + (f" of {file}" if file else ""))
    return "; ".join(told)


def line_numbers(numbers: Iterable[int]) -> str:
    """Line numbers in few words: "12, 15 to 18"."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(_run(first, last) for first, last in runs)


def _run(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}{',' if last == first + 1 else ' to'} {last}"
