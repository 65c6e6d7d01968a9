"""The persona format, declared once. The check reads it; so do the schema and the reference."""

from rehearse.persona.beat_format import BEAT, ENDING, LINES, REACTION, RESPONSE, RESPONSES, USE
from rehearse.persona.condition_format import (
    NAME,
    NOTE,
    PHRASES,
    RANGE,
    SIGN,
    TEXTS,
    WORDS,
    version,
)
from rehearse.persona.model import BOT_NAMES, SCRIPT_FIGURES, STANCES, TALK_FIGURES
from rehearse.persona.story_format import METERS, STORY
from rehearse.source import ByKey, Choice, Field, Fields, ListOf, MapOf, Number, Text

FORMAT = "1"
FIGURE = Choice(
    (*SCRIPT_FIGURES, *TALK_FIGURES, *(f"{f}.{bot}" for f in TALK_FIGURES for bot in BOT_NAMES)),
    "a figure of `rehearse simulate`",
)
PERSONA = Fields(
    what="a persona",
    about="A manager and the script of the talk.",
    fields={
        "format": version(FORMAT),
        "id": Field(
            shape=Text(
                what="an id of lower-case words joined by -",
                pattern=r"[a-z0-9]+(?:-[a-z0-9]+)*",
                mend="Write it like dana-whitlock.",
                joined="-",
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
