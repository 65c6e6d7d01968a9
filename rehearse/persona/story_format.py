"""How stories are written: the part of the format that promises how a talk goes."""

from rehearse.persona.condition_format import MOVE, NAME, NOTE, RANGE, WORDS, some_of
from rehearse.persona.model import OUTCOMES
from rehearse.reading.model import TONES
from rehearse.source import Choice, Field, Fields, ListOf, MapOf, Number, OneOf, YesNo

METERS = MapOf(value=Number(low=0, high=100), key=NAME)
_EXPECT = Fields(
    what="an expectation",
    fields={
        "tone": Field(shape=Choice(TONES), about="The tone read.", example="assertive"),
        "moves": Field(shape=some_of(MOVE), about="Moves found, each.", example="[direct_ask]"),
        "beat": Field(shape=NAME, about="The beat or ending after the reply.", example="the_wall"),
        "says": Field(shape=WORDS, about="Words within the answer.", example="Go on"),
        "outcome": Field(shape=Choice(OUTCOMES), about="The talk ended so.", example="agreed"),
        "mood": Field(shape=MapOf(value=RANGE, key=NAME), about="Meters after the reply."),
        "certain": Field(shape=YesNo(), about="Whether the reading is certain."),
    },
)
STORY = Fields(
    what="a story",
    about="A talk that goes as promised; `rehearse test` plays it.",
    fields={
        "name": Field(shape=WORDS, about="What it promises.", required=True, example="a threat"),
        "seed": Field(shape=Number(low=0), about="The seed of the lines.", default="1"),
        "from": Field(shape=NAME, about="The beat it starts in.", default="the first"),
        "mood": Field(shape=METERS, about="Where meters start instead."),
        "note": NOTE,
        "talk": Field(
            shape=ListOf(
                item=OneOf(
                    text=WORDS,
                    map=Fields(
                        what="a reply",
                        fields={
                            "you": Field(
                                shape=WORDS, about="The reply.", required=True, example="Hello."
                            ),
                            "expect": Field(shape=_EXPECT, about="What it should lead to."),
                        },
                    ),
                ),
                least=1,
            ),
            about="The replies, in order.",
            required=True,
        ),
    },
)
