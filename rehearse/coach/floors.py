"""The figures of a simulation by name, and the floors a coach sets under them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rehearse.coach.counts import TalkNote
from rehearse.coach.coverage import KINDS, Coverage
from rehearse.persona.model import OUTCOMES, Persona, Range

# What each figure is, as the help and the guide say it; with ".BOT" those of TALKS are one bot's.
COVERED = {
    "reached": "% of beats, endings, rules and lines",
    "beats": "% of beats", "endings": "% of endings", "rules": "% of rules", "lines": "% of lines",
}  # fmt: skip
TALKS = {
    "score": "mean score", "agreed": "% of talks", "partial": "% of talks",
    "refused": "% of talks", "walked_out": "% of talks", "unended": "% of talks cut off",
    "twice": "% of talks with a line heard twice", "unsure": "% of replies",
    "asked_back": "% of replies",
}  # fmt: skip
_FLOOR = re.compile(r"([a-z_]+(?:\.[a-z-]+)?)=([0-9]{1,3}(?:\.[0-9]{1,4})?)")


@dataclass(frozen=True, slots=True)
class Floor:
    """What a figure must keep to. `source` is where it was asked for: an option, or the script."""

    figure: str
    wanted: Range
    source: str


@dataclass(frozen=True, slots=True)
class Miss:
    """A floor and the figure that missed it."""

    floor: Floor
    value: float

    def __str__(self) -> str:
        """The miss in a sentence."""
        name, _, bot = self.floor.figure.partition(".")
        what = {**COVERED, **TALKS}[name]
        of = f" of the {bot} bot" if bot else ""
        return (f"The floor {self.floor.source} is missed: {name}{of} is {self.value:g}"
                f" ({what}), and should be {in_words(self.floor.wanted)}.")  # fmt: skip


def in_words(wanted: Range) -> str:
    """A range as a script has it: "at least 95"."""
    if wanted.low is None:
        return f"at most {wanted.high:g}" if wanted.high is not None else "anything"
    if wanted.high is None:
        return f"at least {wanted.low:g}"
    return f"{wanted.low:g} to {wanted.high:g}"


def read_floor(text: str, at_least: bool, bots: Iterable[str]) -> Floor:
    """The floor that "reached=95" spells. Raises ValueError, in one sentence, for anything else."""
    option = f"--at-{'least' if at_least else 'most'} {text}"
    found = _FLOOR.fullmatch(text.strip())
    if not found:
        raise ValueError(f"{option}: write a name, = and a number, like reached=95.")
    if wrong := what_is_wrong(found[1], bots):
        raise ValueError(f"{option}: {wrong}")
    number = float(found[2])
    return Floor(found[1], Range(low=number) if at_least else Range(high=number), option)


def floors_of(persona: Persona, bots: Iterable[str] = ()) -> list[Floor]:
    """The floors in a script. Where only some `bots` talk, those for each of them alone."""
    only = set(bots)
    return [
        Floor(figure, wanted, f"'{figure}: {in_words(wanted)}' of the script")
        for figure, wanted in persona.floors.items()
        if not only or figure.partition(".")[2] in only
    ]


def what_is_wrong(figure: str, bots: Iterable[str]) -> str:
    """Why a name is no figure of a run with these bots, in a sentence; "" where it is one."""
    name, dot, bot = figure.partition(".")
    known = list(bots)
    if name not in (TALKS if dot else {**COVERED, **TALKS}):
        names = ", ".join(TALKS if dot else [*COVERED, *TALKS])
        return f"there is no figure {name!r}{' of one bot' if dot else ''}; there are: {names}."
    if dot and bot not in known:
        return f"no bot {bot!r} is in this run; there are: {', '.join(known)}."
    return ""


def figures(coverage: Coverage, notes: Iterable[TalkNote]) -> dict[str, float]:
    """Every figure by name, rounded to two decimals; those of one bot as "score.timid"."""
    notes = list(notes)
    found = {
        "reached": coverage.percent(*KINDS),
        **{kind: coverage.percent(kind) for kind in KINDS},
    }
    found |= _of_talks(notes)
    for bot in dict.fromkeys(note.bot for note in notes):
        own = _of_talks([note for note in notes if note.bot == bot])
        found |= {f"{name}.{bot}": value for name, value in own.items()}
    return {name: round(value, 2) for name, value in found.items()}


def _of_talks(notes: list[TalkNote]) -> dict[str, float]:
    replies = sum(note.turns for note in notes)
    found = {"score": sum(note.score for note in notes) / len(notes) if notes else 0.0}
    for outcome in OUTCOMES:
        found[outcome] = _percent(sum(note.outcome == outcome for note in notes), len(notes))
    found["unended"] = _percent(sum(note.unended for note in notes), len(notes))
    found["twice"] = _percent(sum(note.twice > 0 for note in notes), len(notes))
    found["unsure"] = _percent(sum(note.unsure for note in notes), replies)
    found["asked_back"] = _percent(sum(note.asked_back for note in notes), replies)
    return found


def _percent(some: int, of: int) -> float:
    return 100 * some / of if of else 0.0


def misses(floors: Iterable[Floor], values: Mapping[str, float]) -> tuple[Miss, ...]:
    """The floors that the figures miss, in the order asked for."""
    return tuple(
        Miss(floor, values[floor.figure])
        for floor in floors
        if not floor.wanted.holds(values[floor.figure])
    )
