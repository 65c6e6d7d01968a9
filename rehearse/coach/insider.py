"""The bot that knows the script: it says its stories, raises its topics and aims at its rules."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rehearse.coach.habits import Part
from rehearse.persona.model import Condition, Persona
from rehearse.pitch.model import Pitch
from rehearse.reading.model import HELPFUL_MOVES, MOVES, TONES

PITCH = Pitch(
    "Robin", "team lead", "by the end of June", ("cut the waiting list by 14 %",),
    ("one call less a day for you",), ("hand my rota to Ines in March",),
)  # fmt: skip
_POINTS = {
    "role": "The job I mean is team lead.",
    "date": "I'd like to be there by the end of June.",
    "achievements": "I cut the waiting list by 14 %.",
    "value": "It would be one call less a day for you.",
    "plan": "I will hand my rota to Ines in March.",
}
_SIGNALS = {
    "question": "What would that mean for me?",
    "repair": "I'm sorry, that came out wrong.",
    "agreement": "Yes, that works for me.",
    "refusal": "No, I don't think so.",
    "greeting": "Good morning.",
    "farewell": "Goodbye then.",
    "silence": "",
}
_MENTIONS = {
    "figure": "It went down by 14 %.",
    "date": "Let's say the end of June.",
    "role": "I mean the team lead role.",
}
_SMALL = ("self_minimise", "hedge", "give_up", "hint", "personal_need")
_FROM_STORIES = 0.3  # of its replies, where the script has a story for the beat
_FEW = 4  # labelled replies of a sort it puts together with others: each pair is read anew


def insider(part: Part) -> Iterator[str]:
    """Says what a story says in this beat, or what one of the beat's responses listens for."""
    stories = _replies_by_beat(part.persona)
    while True:
        here = [reply for reply in stories.get(part.beat, ()) if reply not in part.said]
        if here and part.chance.random() < _FROM_STORIES:
            yield part.chance.choice(here)
        else:
            yield _aimed(part)


def _replies_by_beat(persona: Persona) -> Mapping[str, list[str]]:
    """The replies of the stories by the beat they are said in, as far as the stories tell."""
    found: dict[str, list[str]] = {}
    for story in persona.stories:
        beat = story.start or persona.start
        for step in story.talk:
            found.setdefault(beat, []).append(step.you)
            beat = step.expect.beat if step.expect else ""
    return found


def _aimed(part: Part) -> str:
    """A reply made for one of the responses that may answer here."""
    hears = part.persona.beats[part.beat].hears
    rules = [*hears, *hears, *part.persona.always, *part.persona.reacts]
    wanted = _Wanted(part)
    if rules:
        wanted.add(part.chance.choice(rules).when)
    return wanted.spoken()


@dataclass(slots=True)
class _Wanted:
    """What a condition asks of a reply, as far as words can give it."""

    part: Part
    tone: str = ""
    moves: list[str] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    silence: bool = False

    def add(self, condition: Condition) -> None:
        """Take in a condition: one of its `any`, each of its `all`, and a fact it asks for."""
        chance = self.part.chance
        names = [chance.choice(condition.any_of)] if condition.any_of else []
        for name in (*names, *condition.all_of):
            if isinstance(name, Condition):
                self.add(name)
            else:
                self._name(name)
        if condition.topic:
            phrases = self.part.persona.topics.get(chance.choice(condition.topic), ("",))
            phrase = chance.choice(phrases[:_FEW])
            self.facts.append(f"{phrase[:1].upper()}{phrase[1:]}.")
        if condition.mentions:
            self.facts.append(_MENTIONS[chance.choice(condition.mentions)])
        if condition.pitch:
            self.facts.append(_POINTS[chance.choice(condition.pitch)])

    def _name(self, name: str) -> None:
        if name in TONES:
            self.tone = name
        elif name in MOVES:
            self.moves.append(name)
        else:
            self.silence = self.silence or name == "silence"
            self.facts.append(_SIGNALS[name])

    def spoken(self) -> str:
        """The facts, then a labelled reply for each move; with neither, one of the tone wanted."""
        if self.silence:
            return ""
        part, most = self.part, _FEW if len(self.facts) + len(self.moves) > 1 else 0
        said = [*self.facts]
        for move in self.moves:
            tone = self.tone or _at_home(move)
            said.append(part.say(tone, move, most=most) or part.say("", move, most=most))
        if not said:
            move = part.chance.choice(HELPFUL_MOVES) if not self.tone else ""
            said.append(part.say(self.tone or "assertive", move))
        return " ".join(sentence for sentence in said if sentence)


def _at_home(move: str) -> str:
    """The tone in which a move is mostly made."""
    if move in HELPFUL_MOVES:
        return "assertive"
    return "passive" if move in _SMALL else "aggressive"
