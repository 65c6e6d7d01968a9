"""The persona format, declared once. The check reads it; so do the schema and the reference."""

from rehearse.persona.condition_format import (
    EXAMPLES,
    NAME,
    NAMES,
    NOTE,
    PHRASES,
    PRINCIPLES,
    RANGE,
    SIGN,
    TEXTS,
    WHEN,
    WORDS,
)
from rehearse.persona.model import (
    BOT_NAMES,
    OUTCOMES,
    PHASES,
    SCRIPT_FIGURES,
    STANCES,
    TALK_FIGURES,
)
from rehearse.persona.story_format import METERS, STORY
from rehearse.source import ByKey, Choice, Field, Fields, ListOf, MapOf, Number, OneOf, Text, YesNo

FORMAT = "1"
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
FIGURE = Choice(
    (*SCRIPT_FIGURES, *TALK_FIGURES, *(f"{f}.{bot}" for f in TALK_FIGURES for bot in BOT_NAMES)),
    "a figure of `rehearse simulate`",
)
PERSONA = Fields(
    what="a persona",
    about="A manager and the script of the talk.",
    fields={
        "format": Field(
            shape=Choice((FORMAT,), FORMAT),
            about="The version of this format.",
            required=True,
            example=FORMAT,
        ),
        "id": Field(
            shape=Text(
                what="an id of lower-case words joined by -",
                pattern=r"[a-z0-9]+(?:-[a-z0-9]+)*",
                mend="Write it like dana-whitlock.",
            ),
            about="Its name in commands; the same as the file's.",
            required=True,
            example="dana-whitlock",
        ),
        "extends": Field(
            shape=Text(what="the id of a built-in manager, or a file of this folder"),
            about="The manager this one builds on: what is not written here is taken from there.",
            example="helen-ferris",
        ),
        "include": Field(
            shape=TEXTS,
            about="Parts that several scripts share: files of this folder or below it, or the bare"
            " name of one that comes with the program.",
            example="[parts/goodbyes.yaml]",
        ),
        "leaves_out": Field(
            shape=TEXTS,
            about="What not to take of what comes in: a thing as `beats.small_talk`, or a response"
            " by its name.",
            example="[beats.small_talk, names a figure]",
        ),
        "name": Field(shape=WORDS, about="As shown.", required=True, example="Dana Whitlock"),
        "role": Field(
            shape=WORDS, about="Their job.", required=True, example="Director of Operations"
        ),
        "stance": Field(
            shape=Choice(STANCES), about="How they meet you.", required=True, example="hesitant"
        ),
        "difficulty": Field(
            shape=Number(low=1, high=5), about="1 is easy.", required=True, example="3"
        ),
        "brief": Field(
            shape=WORDS, about="Shown before the talk.", required=True, example="Your yearly talk."
        ),
        "secret": Field(shape=WORDS, about="Shown in the debrief alone."),
        "note": NOTE,
        "mood": Field(shape=METERS, about="Meters, 0 to 100.", example="{trust: 25}"),
        "start": Field(shape=NAME, about="The first beat.", default="the first written"),
        "turn_limit": Field(
            shape=Fields(
                what="the turn limit",
                fields={
                    "turns": Field(
                        shape=Number(low=1, high=100),
                        about="Replies at most.",
                        required=True,
                        example="16",
                    ),
                    "goto": Field(
                        shape=NAME, about="An ending.", required=True, example="out_of_time"
                    ),
                },
            ),
            about="When the talk ends of itself.",
            required=True,
            example="{turns: 16, goto: out_of_time}",
        ),
        "phrases": Field(
            shape=MapOf(value=PHRASES, key=SIGN),
            about="This manager's own phrases for a tone, a move or a signal.",
        ),
        "topics": Field(shape=MapOf(value=PHRASES, key=NAME), about="Things that may come up."),
        "rules": Field(
            shape=MapOf(value=ListOf(item=RESPONSE, least=1, most=100), key=NAME),
            about="Sets of responses, each put with `- use: its_name` into `hears`, `always` or"
            " `reacts`.",
        ),
        "reacts": Field(
            shape=ListOf(item=ByKey(key="use", there=USE, absent=REACTION), most=100),
            about="Reactions to every reply.",
        ),
        "always": Field(shape=RESPONSES, about="Responses tried in every beat."),
        "asks_back": Field(shape=LINES, about="Said when the reply was not understood."),
        "spent": Field(shape=LINES, about="Said where a line would be repeated."),
        "beats": Field(
            shape=MapOf(value=BEAT, key=NAME, least=1, most=2000),
            about="The states.",
            required=True,
        ),
        "endings": Field(
            shape=MapOf(value=ENDING, key=NAME, least=1, most=1000),
            about="The ways out.",
            required=True,
        ),
        "stories": Field(shape=ListOf(item=STORY), about="Talks that must go as promised."),
        "floors": Field(
            shape=MapOf(value=RANGE, key=FIGURE),
            about="Figures of `rehearse simulate`, and what each must keep to.",
            example="{rules: at least 90, agreed.hostile: 0}",
        ),
    },
)
