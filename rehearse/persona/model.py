"""A manager and the script of the talk, as plain frozen data. The loader makes it from YAML."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from rehearse.source.problem import Place

Stance = Literal["receptive", "hesitant", "surly"]
STANCES: tuple[Stance, ...] = ("receptive", "hesitant", "surly")
OUTCOMES = ("agreed", "partial", "refused", "walked_out")  # "left" is for a learner who leaves
PHASES = ("opening", "check_in", "ask", "case", "objection", "turn", "closing")
PLACEHOLDERS = ("name", "role", "date", "figure", "point", "quote")
# The kinds of pitch point a condition may ask for: as pitch.POINT_KINDS, which lies a room above.
PITCH_KINDS = ("role", "date", "achievements", "value", "plan")
# What `floors` may be set under, as coach.floors counts it, and the bots, as coach.bots has them;
# the figures of talks may be those of one bot: "agreed.hostile".
SCRIPT_FIGURES = ("reached", "beats", "endings", "rules", "lines")
TALK_FIGURES = ("score", *OUTCOMES, "unended", "twice", "unsure", "asked_back")
BOT_NAMES = ("prepared", "timid", "hostile", "sarcastic", "flatterer", "parrot", "one-trick",
             "off-topic", "silent", "mix", "insider")  # fmt: skip
BACK = "back"  # `goto: back` returns from a detour


@dataclass(frozen=True, slots=True)
class Range:
    """A closed range of numbers, either end may be open: `at least 40` is Range(40, None)."""

    low: float | None = None
    high: float | None = None

    def holds(self, value: float) -> bool:
        """Whether the value lies in the range, both ends included."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


@dataclass(frozen=True, slots=True)
class Condition:
    """When a response or a line may be used. Every field that is set must hold.

    `any_of`, `all_of` and `none_of` hold names (a tone, a move or a signal) or nested conditions.
    """

    any_of: tuple["str | Condition", ...] = ()
    all_of: tuple["str | Condition", ...] = ()
    none_of: tuple["str | Condition", ...] = ()
    mood: Mapping[str, Range] = field(default_factory=dict)
    firmness: Range | None = None
    respect: Range | None = None
    visits: Mapping[str, Range] = field(default_factory=dict)  # beat -> how often entered
    turn: Range | None = None
    said: tuple[str, ...] = ()  # moves made in this reply or an earlier one, each of them
    remembers: tuple[str, ...] = ()  # names remembered, each of them
    forgets: tuple[str, ...] = ()  # names not remembered, each of them
    mentions: tuple[str, ...] = ()  # figure, date, role: any of them named in this reply
    topic: tuple[str, ...] = ()  # topics of this script: any of them raised in this reply
    pitch: tuple[str, ...] = ()  # kinds of pitch point: any of them used in this reply
    has_pitch: tuple[str, ...] = ()  # kinds of point the learner's pitch has, each of them
    certain: bool | None = None
    words: Range | None = None  # how many words the reply has
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing the manager may say. One with a placeholder nothing is known for is passed by."""

    text: str
    when: Condition | None = None
    weight: float = 1.0
    once: bool = False
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Response:
    """A rule: when the reply reads so and the mood is so, say, change mood, remember, go.

    `id` names the rule for people and transcripts ("opening.hears.2"); `remember` maps a name to
    the words to keep ("" for a bare mark; the text "quote" keeps the learner's own words);
    `detour` is true where the way taken comes back by `goto: back`.
    """

    id: str
    when: Condition = Condition()
    says: tuple[Line, ...] = ()
    mood: Mapping[str, int] = field(default_factory=dict)
    remember: Mapping[str, str] = field(default_factory=dict)
    forget: tuple[str, ...] = ()
    goto: str = ""
    detour: bool = False
    once: bool = False
    name: str = ""
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Hint:
    """What `/hint` shows in a beat: a principle id and a way in, never the answer itself."""

    principle: str
    says: str


@dataclass(frozen=True, slots=True)
class MovesOn:
    """Where the talk goes after `after` replies in a row got it no further in this beat."""

    goto: str
    after: int = 2
    says: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Beat:
    """A state of the talk."""

    name: str
    says: tuple[Line, ...]
    hears: tuple[Response, ...]
    otherwise: Response
    moves_on: MovesOn | None = None
    phase: str = ""
    hint: Hint | None = None
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Ending:
    """How a talk may end: an outcome, the closing lines, and a word for the debrief."""

    name: str
    outcome: str
    says: tuple[Line, ...]
    debrief: str = ""
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a story expects of one reply; only what is set is compared."""

    tone: str = ""
    moves: tuple[str, ...] = ()
    beat: str = ""
    says: str = ""
    outcome: str = ""
    mood: Mapping[str, Range] = field(default_factory=dict)
    certain: bool | None = None
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class StoryStep:
    """One reply of a story and what it should lead to."""

    you: str
    expect: Expectation | None = None
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Story:
    """A talk that a coach promises goes a certain way."""

    name: str
    talk: tuple[StoryStep, ...]
    seed: int = 1
    start: str = ""
    mood: Mapping[str, int] = field(default_factory=dict)
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Persona:
    """A manager the learner talks to. `mood` maps each meter (0..100) to where it starts.

    `sha256` is that of the file; of a script joined from several, one over those of `files`, which
    maps the path of each, its own first, to its SHA-256. Otherwise `files` is empty.
    """

    id: str
    name: str
    role: str
    stance: Stance
    difficulty: int
    brief: str
    secret: str
    mood: Mapping[str, int]
    start: str
    beats: Mapping[str, Beat]
    endings: Mapping[str, Ending]
    turn_limit: int
    out_of_time: str  # the ending the turn limit leads to
    always: tuple[Response, ...] = ()
    reacts: tuple[Response, ...] = ()
    asks_back: tuple[Line, ...] = ()
    spent: tuple[Line, ...] = ()
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stories: tuple[Story, ...] = ()
    floors: Mapping[str, Range] = field(default_factory=dict)
    path: str = ""
    sha256: str = ""
    files: Mapping[str, str] = field(default_factory=dict, compare=False)
