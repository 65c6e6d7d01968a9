"""How the talk itself is written: lines, responses, beats and endings."""

from rehearse.persona.condition_format import EXAMPLES, NAME, NAMES, NOTE, PRINCIPLES, WHEN, WORDS
from rehearse.persona.model import OUTCOMES, PHASES
from rehearse.source import ByKey, Choice, Field, Fields, ListOf, MapOf, Number, OneOf, YesNo

ONCE = Field(shape=YesNo(), about="Used at most once in a talk.", default="no")

_LINE = Fields(
    what="a line",
    about="One variant. A set of variants is shuffled; one of them is said.",
    fields={
        "line": Field(shape=WORDS, about="The words.", required=True, example="Go on."),
        "when": WHEN,
        "weight": Field(
            shape=Number(low=0.01, high=100, whole=False),
            about="How much more often it is chosen.",
            default="1",
        ),
        "once": ONCE,
    },
)
LINES = OneOf(text=WORDS, list=ListOf(item=OneOf(text=WORDS, map=_LINE), least=1), map=_LINE)
SAYS = Field(shape=LINES, about="What the manager says: one line, or variants.", example="Go on.")

_EFFECTS = {
    "mood": Field(
        shape=MapOf(value=Number(low=-100, high=100), key=NAME, least=1),
        about="What it does to the meters.",
        example="{trust: +5}",
    ),
    "says": SAYS,
    "remember": Field(
        shape=OneOf(
            text=NAME, list=ListOf(item=NAME, least=1), map=MapOf(value=WORDS, key=NAME, least=1)
        ),
        about="Names to remember; with words, or with 'quote' for the learner's own words.",
        example="{offer: quote}",
    ),
    "forget": Field(shape=NAMES, about="Names to forget again.", example="[asked]"),
    "once": ONCE,
    "note": NOTE,
}
_WAYS = {
    "goto": Field(shape=NAME, about="The beat or ending that follows.", example="the_wall"),
    "detour": Field(
        shape=NAME, about="A beat that comes back here by `goto: back`.", example="small_talk"
    ),
}
_LABEL = {"name": Field(shape=WORDS, about="A label shown by /why.", example="clear ask")}
RESPONSE = Fields(
    what="a response",
    about="Responses are tried from top to bottom; the first that holds wins.",
    fields={**_LABEL, "when": WHEN, **EXAMPLES, **_EFFECTS, **_WAYS},
)
REACTION = Fields(
    what="a reaction",
    about="Tried for every reply before the beat's own answer; goes nowhere.",
    fields={**_LABEL, "when": WHEN, **EXAMPLES, **_EFFECTS},
)
USE = Fields(
    what="a set put here",
    about="All the responses of a set of `rules`, in their order, in the place of this item.",
    fields={
        "use": Field(shape=NAME, about="The name of the set.", required=True, example="goodbyes"),
        "note": NOTE,
    },
)
RESPONSES = ListOf(item=ByKey(key="use", there=USE, absent=RESPONSE), most=100)
_OTHERWISE = Fields(what="a response", fields={**_LABEL, **_EFFECTS, **_WAYS})
_MOVES_ON = Fields(
    what="moves_on",
    fields={
        "goto": Field(shape=NAME, about="Where it goes.", required=True, example="the_wall"),
        "after": Field(
            shape=Number(low=1, high=20),
            about="After so many replies in a row that fitted nothing, or only what came before.",
            default="2",
        ),
        "says": SAYS,
    },
)
BEAT = Fields(
    what="a beat",
    about="A state of the talk.",
    fields={
        "phase": Field(shape=Choice(PHASES), about="The part of the talk.", example="ask"),
        "hint": Field(
            shape=Fields(
                what="a hint",
                fields={
                    "principle": Field(
                        shape=Choice(PRINCIPLES, "the id of a principle"),
                        about="The principle it rests on.",
                        required=True,
                        example="D2",
                    ),
                    "says": Field(shape=WORDS, about="A way in, not the answer.", required=True),
                },
            ),
            about="What /hint shows.",
        ),
        "note": NOTE,
        "says": SAYS,
        "hears": Field(shape=RESPONSES, about="Responses to the learner's reply."),
        "otherwise": Field(
            shape=OneOf(text=WORDS, list=LINES.list, map=_OTHERWISE),
            about="When no response held: lines, or a whole response without `when`.",
            example="I'm listening.",
        ),
        "moves_on": Field(
            shape=OneOf(text=NAME, map=_MOVES_ON),
            about="Where the talk goes after replies that got no further.",
            example="{after: 2, goto: the_wall}",
        ),
    },
)
ENDING = Fields(
    what="an ending",
    fields={
        "outcome": Field(
            shape=Choice(OUTCOMES), about="What came of it.", required=True, example="partial"
        ),
        "says": SAYS,
        "debrief": Field(shape=WORDS, about="The coach's word on this ending."),
        "note": NOTE,
    },
)
