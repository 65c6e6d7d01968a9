"""How bots talk: each habit is a generator of replies that sees what the manager just said."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from rehearse.coach.repertoire import AT_WORK, EVERYDAY, Repertoire, Sort
from rehearse.persona.model import Persona
from rehearse.reading.model import HELPFUL_MOVES
from rehearse.scoring.doubts import voices_doubt
from rehearse.scoring.questions import asked_for

# A good talk in its order; after that, what else there is to say, until the manager ends it.
GOOD_ORDER = ("open_agenda", "evidence", "direct_ask", "ask_criteria", "plan", "timeline",
              "next_steps", "gratitude")  # fmt: skip
_MORE = ("team_impact", "seek_feedback", "future_value", "offer_support", "skill_development",
         "partnership", "next_steps", "timeline")  # fmt: skip
_ANSWERS = {"wish": "direct_ask", "example": "evidence", "next": "timeline"}
_TIMID = ("hedge", "self_minimise", "hint", "hedge", "self_minimise", "personal_need", "")
_HOSTILE = ("demand", "blame", "ultimatum", "entitlement", "comparison", "badmouth", "")
_SARCASTIC = ("blame", "comparison", "hint", "badmouth", "entitlement", "", "")
_FLATTERY = ("gratitude", "acknowledge")
_SHORT = ("", "", "", "...", "", "Hm.", "…", "Ok.")


@dataclass(slots=True)
class Part:
    """What a bot goes by. `heard` are the lines just said to it and `beat` where the talk stands.

    `said` are its own replies so far; `number` is the talk's, from 0.
    """

    persona: Persona
    replies: Repertoire
    chance: Random
    number: int = 0
    heard: tuple[str, ...] = ()
    beat: str = ""
    said: set[str] = field(default_factory=set)

    def say(
        self, tone: str, move: str = "", about: str = AT_WORK, only: tuple[str, ...] = (),
        most: int = 0,
    ) -> str:  # fmt: skip
        """A reply with these labels, as in Sort, not said before while there is one left.

        `most` draws from so many of them only, 0 from all.
        """
        texts = self.replies.of(Sort(tone, move, about, only))[: most or None]
        fresh = [text for text in texts if text not in self.said]
        return self.chance.choice(fresh or texts) if texts else ""

    def one_of(self, tone: str, moves: tuple[str, ...]) -> str:
        """A reply of this tone with one of these moves ("" for whatever it does)."""
        return self.say(tone, self.chance.choice(moves))


def prepared(part: Part) -> Iterator[str]:
    """Answers a doubt and a question; else goes on in the order of a good talk."""
    left, took_point = list(GOOD_ORDER), False
    while True:
        answer = _ANSWERS.get(asked_for(part.heard), "") if part.said else ""
        if part.said and not took_point and any(voices_doubt(line) for line in part.heard):
            took_point = True
            yield part.say("assertive", "acknowledge")
            continue
        took_point = False
        move = answer if answer in left or not left else left[0]
        if move in left:
            left.remove(move)
        yield part.say("assertive", move or part.chance.choice(_MORE))


def timid(part: Part) -> Iterator[str]:
    """Hedges, hints, makes itself small, and sooner or later gives up."""
    while True:
        gives_up = len(part.said) > 2 and part.chance.random() < 0.3
        yield part.say("passive", "give_up") if gives_up else part.one_of("passive", _TIMID)


def hostile(part: Part) -> Iterator[str]:
    """Demands, blames and threatens."""
    while True:
        yield part.one_of("aggressive", _HOSTILE)


def sarcastic(part: Part) -> Iterator[str]:
    """Digs and sulks, in a way it could deny."""
    while True:
        yield part.one_of("passive_aggressive", _SARCASTIC)


def flatterer(part: Part) -> Iterator[str]:
    """Thanks and agrees, whatever is said, and never asks for anything."""
    while True:
        tone = part.chance.choice(("assertive", "neutral", "passive"))
        move = part.chance.choice(("gratitude", "gratitude", "acknowledge"))
        kind = part.say(tone, move, only=_FLATTERY)
        yield kind or part.say("", "gratitude", only=_FLATTERY)


def parrot(part: Part) -> Iterator[str]:
    """Says the manager's last line back."""
    while True:
        yield part.heard[-1] if part.heard else "Hello."


def one_trick(part: Part) -> Iterator[str]:
    """Makes one helpful move all through the talk, in ever new words: the next talk, another."""
    move = HELPFUL_MOVES[part.number % len(HELPFUL_MOVES)]
    while True:
        yield part.say("assertive", move, only=(move,))


def off_topic(part: Part) -> Iterator[str]:
    """Talks of neighbours, flats and dinners, in any tone but a hostile one."""
    while True:
        tone = part.chance.choice(("assertive", "neutral", "passive"))
        yield part.say(tone, about=EVERYDAY)


def silent(part: Part) -> Iterator[str]:
    """Says nothing, or next to nothing."""
    while True:
        yield part.chance.choice(_SHORT)


def mix(part: Part) -> Iterator[str]:
    """Anything anybody said at work, in any tone."""
    while True:
        tone, moves = part.chance.choice(
            (("assertive", HELPFUL_MOVES), ("assertive", HELPFUL_MOVES), ("passive", _TIMID),
             ("aggressive", _HOSTILE), ("passive_aggressive", _SARCASTIC), ("neutral", ("",)))
        )  # fmt: skip
        yield part.one_of(tone, moves)
