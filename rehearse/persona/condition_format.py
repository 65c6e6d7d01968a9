"""How names, ranges and conditions are written: the part of the format that all the rest uses."""

from rehearse.persona.model import PITCH_KINDS
from rehearse.persona.ranges import PATTERN
from rehearse.reading.model import MENTION_KINDS, MOVES, SIGNALS, TONES
from rehearse.source import Choice, Field, Fields, ListOf, MapOf, Named, OneOf, Shape, Text, YesNo

SIGNS = TONES + MOVES + SIGNALS
# The principles of the coaching articles: a letter for the article, a number within it.
PRINCIPLES = tuple(
    f"{letter}{number}"
    for letter, count in (("H", 9), ("P", 14), ("D", 4), ("M", 12), ("S", 8))
    for number in range(1, count + 1)
)

WORDS = Text(what="a text")
NOTE = Field(shape=WORDS, about="A note to other coaches; learners never see it.")
NAME = Text(
    what="a name of lower-case words joined by _",
    pattern=r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*",
    mend="Write it like small_thaw.",
    joined="_",
)
RANGE = Text(
    what="a range",
    pattern=PATTERN,
    mend="Write it like 'at least 40', 'at most 30', 'over 2', 'under 5', '2 to 4' or '3'.",
)
SIGN = Choice(
    SIGNS,
    "a tone, a move or a signal",
    several="For any of several write [plan, timeline]; for each of them {all: [plan, timeline]};"
    " for none of them {none: [plan, timeline]}.",
)
MOVE = Choice(MOVES, "a move", several="For several write a list: [plan, timeline].")
NAMES = OneOf(text=NAME, list=ListOf(item=NAME, least=1))
TEXTS = OneOf(text=WORDS, list=ListOf(item=WORDS, least=1))
EXAMPLES = {
    "examples": Field(
        shape=TEXTS,
        about="Replies that must be heard so; `rehearse check` tries them.",
        example="[I would like to lead.]",
    ),
    "not": Field(shape=TEXTS, about="Replies that must not.", example="[I follow your lead.]"),
}
PHRASES = OneOf(
    text=WORDS,
    list=TEXTS.list,
    map=Fields(
        what="own phrases",
        about="Phrases, and replies that show what they are for.",
        fields={
            "phrases": Field(
                shape=TEXTS, about="The phrases.", required=True, example="[lead the desk]"
            ),
            **EXAMPLES,
        },
    ),
)


def version(number: str) -> Field:
    """The key by which a file says in which version of its format it is written."""
    return Field(
        shape=Choice((number,), number),
        about="The version of this format.",
        required=True,
        example=number,
    )


def some_of(choice: Choice) -> OneOf:
    """One of these words, or a list of them."""
    return OneOf(text=choice, list=ListOf(item=choice, least=1))


def _condition() -> Shape:
    return CONDITION


_NESTED = Named("condition", _condition)
_SIGNS = OneOf(
    text=SIGN,
    list=ListOf(item=OneOf(text=SIGN, map=_NESTED), least=1),
    map=_NESTED,
)
_CONDITION_FIELDS: dict[str, Field] = {
    "any": Field(shape=_SIGNS, about="At least one of these holds.", example="[plan, timeline]"),
    "all": Field(shape=_SIGNS, about="Each of these holds.", example="[assertive, direct_ask]"),
    "none": Field(shape=_SIGNS, about="None of these holds.", example="[blame]"),
    "mood": Field(
        shape=MapOf(value=RANGE, key=NAME, least=1),
        about="Meters and the range each must be in.",
        example="{patience: at most 30}",
    ),
    "firmness": Field(shape=RANGE, about="How firm the reply is, 0 to 1.", example="over 0.5"),
    "respect": Field(shape=RANGE, about="How respectful the reply is, 0 to 1.", example="0.4 to 1"),
    "visits": Field(
        shape=OneOf(text=RANGE, map=MapOf(value=RANGE, key=NAME, least=1)),
        about="How often this beat was entered, or each of the beats named.",
        example="at least 2",
    ),
    "turn": Field(shape=RANGE, about="The number of the reply, from 1.", example="at least 9"),
    "said": Field(
        shape=some_of(MOVE),
        about="Moves made in this reply or an earlier one, each of them.",
        example="[evidence]",
    ),
    "remembers": Field(shape=NAMES, about="Names remembered, each of them.", example="[asked]"),
    "forgets": Field(shape=NAMES, about="Names not remembered, none of them.", example="[asked]"),
    "mentions": Field(
        shape=some_of(Choice(MENTION_KINDS)),
        about="The reply names one of these.",
        example="figure",
    ),
    "topic": Field(shape=NAMES, about="The reply raises one of these topics.", example="[report]"),
    "pitch": Field(
        shape=some_of(Choice(PITCH_KINDS)),
        about="The reply uses such a point of the learner's pitch.",
        example="[achievements, value]",
    ),
    "has_pitch": Field(
        shape=some_of(Choice(PITCH_KINDS)),
        about="The learner's pitch has such a point, each of them.",
        example="[role]",
    ),
    "certain": Field(shape=YesNo(), about="Whether the reading is certain.", example="no"),
    "words": Field(shape=RANGE, about="How many words the reply has.", example="at most 3"),
}
CONDITION = OneOf(
    text=SIGN,
    list=ListOf(item=OneOf(text=SIGN, map=_NESTED), least=1),
    map=Fields(
        what="a condition", fields=_CONDITION_FIELDS, about="Every key that is written must hold."
    ),
)
WHEN = Field(shape=CONDITION, about="When this holds.", example="assertive")
