"""What happened in talks, counted so that the counts of many talks can be added up."""

from collections import Counter
from dataclasses import dataclass, field

ASKED_BACK = "asks_back"  # the rule of a turn in which the manager asked back
LineKey = tuple[str, int]  # the set it stands in ("opening.says") and its place there, from 0


@dataclass(frozen=True, slots=True)
class TalkNote:
    """One talk in figures. `score` is 0..100; `unended` is true where the turn limit cut it off.

    `unsure` counts the replies read without certainty, `asked_back` those the manager asked back
    at, `twice` the lines heard again.
    """

    bot: str
    number: int
    score: float
    outcome: str
    ending: str
    turns: int
    unsure: int
    asked_back: int
    twice: int
    unended: bool

    @property
    def label(self) -> str:
        """How this talk is asked for: "timid:17"."""
        return f"{self.bot}:{self.number}"


@dataclass(slots=True)
class BeatCount:
    """What came of the replies in one beat.

    `unheard` are those nothing listened for: they got `otherwise`, a question back, or moved on.
    """

    replies: int = 0
    unsure: int = 0
    asked_back: int = 0
    unheard: int = 0

    def add(self, other: "BeatCount") -> None:
        """Take in the replies of other talks."""
        self.replies += other.replies
        self.unsure += other.unsure
        self.asked_back += other.asked_back
        self.unheard += other.unheard


@dataclass(slots=True)
class Counts:
    """Everything counted in some talks.

    `came` counts the talks that came to a beat or ending, `rules` how often each was used, `lines`
    how often each was said, `ways` how often the talk went from one to the other. `beats` are the
    replies by beat, `well` those of the bots that talk well. `fits` tells for each rule which rules
    answered the replies that it listens for by name. `twice` are the lines said again in a talk,
    with how often and one such talk.
    """

    notes: list[TalkNote] = field(default_factory=list)
    came: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    lines: Counter[LineKey] = field(default_factory=Counter)
    ways: Counter[tuple[str, str]] = field(default_factory=Counter)
    beats: dict[str, BeatCount] = field(default_factory=dict)
    well: dict[str, BeatCount] = field(default_factory=dict)
    fits: dict[str, Counter[str]] = field(default_factory=dict)
    twice: dict[str, tuple[int, str]] = field(default_factory=dict)

    def add(self, other: "Counts") -> None:
        """Take in the counts of other talks."""
        self.notes += other.notes
        for mine, theirs in ((self.came, other.came), (self.rules, other.rules)):
            mine.update(theirs)
        self.lines.update(other.lines)
        self.ways.update(other.ways)
        for own, others in ((self.beats, other.beats), (self.well, other.well)):
            for beat, count in others.items():
                own.setdefault(beat, BeatCount()).add(count)
        for rule, answered in other.fits.items():
            self.fits.setdefault(rule, Counter()).update(answered)
        for line, (times, talk) in other.twice.items():
            before = self.twice.get(line, (0, talk))
            self.twice[line] = (before[0] + times, min(before[1], talk, key=_order))


def _order(label: str) -> tuple[str, int]:
    bot, _, number = label.partition(":")
    return bot, int(number)
