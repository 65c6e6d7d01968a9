"""One talk under way, as the machine moves it: where it stands and what is about to be said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rehearse.dialogue.conditions import Situation, evidence
from rehearse.dialogue.lines import Choice, pick_fresh, pick_oldest, sayable
from rehearse.dialogue.mood import moved
from rehearse.dialogue.wording import quoted
from rehearse.persona.model import Line, Persona, Response
from rehearse.pitch.model import PointUse
from rehearse.reading.model import Reading

KEEP_QUOTE = "quote"  # `remember: {offer: quote}` keeps the learner's own words


@dataclass(frozen=True, slots=True)
class Saying:
    """Lines of which one is to be said. `here` is the beat their conditions are asked in."""

    site: str
    lines: tuple[Line, ...]
    here: str
    quote: str = ""


class Talk:
    """The model a persona's machine moves: `state` is a beat or an ending of the script.

    `situation` is all that lasts from reply to reply, and frozen. The sayings and `rule` belong to
    the reply being answered: a reaction, the response's own line, and that of the state entered.
    """

    state: str
    trigger: Callable[[str, "Talk"], bool]  # the machine puts both here when it takes the talk on

    def __init__(self, persona: Persona, seed: int, situation: Situation) -> None:
        self.persona = persona
        self.seed = seed
        self.situation = situation
        self._fresh_reply()

    def _fresh_reply(self) -> None:
        self.rule: Response | None = None
        self.reaction: Saying | None = None
        self.own: Saying | None = None
        self.entry: Saying | None = None

    def hear(self, reading: Reading, points: tuple[PointUse, ...]) -> None:
        """Take in a reply: from here on conditions are asked of this reading."""
        self._fresh_reply()
        memory = self.situation.memory.hearing(reading, points)
        self.situation = replace(self.situation, memory=memory, reading=reading, points=points)

    def react(self, response: Response) -> None:
        """Let a `reacts` rule change the mood and say its short line."""
        quote = self.affect(response)
        self.reaction = self._saying(response.id, response.says, quote)

    def answer_with(self, response: Response) -> None:
        """Let this response answer the reply: its effects, and its line."""
        quote = self.affect(response)
        self.rule = response
        self.own = self._saying(response.id, response.says, quote)

    def affect(self, response: Response) -> str:
        """Let a response change mood and memory; gives the learner's words that called for it."""
        quote = quoted(self.situation.reading.text, evidence(response.when, self.situation))
        names = {n: quote if w == KEEP_QUOTE else w for n, w in response.remember.items()}
        memory = self.situation.memory.using(response.id).keeping(names, response.forget)
        mood = moved(self.situation.mood, response.mood)
        self.situation = replace(self.situation, mood=mood, memory=memory)
        return quote

    def enter(self) -> None:
        """Arrive in the beat or ending that `state` now names: its lines are to be said."""
        script = self.persona.beats.get(self.state) or self.persona.endings[self.state]
        memory = self.situation.memory.entering(self.state)
        self.situation = replace(self.situation, here=self.state, memory=memory)
        self.entry = self._saying(f"{self.state}.says", script.says, self._own_quote())

    def come_back(self) -> None:
        """Arrive in the beat a detour left from; it speaks only if the response did not."""
        memory = self.situation.memory.coming_back()
        self.situation = replace(self.situation, here=self.state, memory=memory)
        if self.own is None or not self.own.lines:
            beat = self.persona.beats[self.state]
            self.entry = self._saying(f"{self.state}.says", beat.says, self._own_quote())

    def leave_for_a_while(self) -> None:
        """Note the beat the talk is in as the one to come back to."""
        memory = self.situation.memory.leaving_for_a_while(self.situation.here)
        self.situation = replace(self.situation, memory=memory)

    def stay(self, stuck: bool) -> None:
        """Note that the reply was answered here; `stuck` is true where it got the talk nowhere."""
        memory = self.situation.memory.staying(stuck)
        self.situation = replace(self.situation, memory=memory)

    def has_fresh(self, site: str, lines: tuple[Line, ...], quote: str) -> bool:
        """Whether one of these lines could be said now and has not been. Changes nothing."""
        return self._pick(self._saying(site, lines, quote)) is not None

    def speak(self) -> tuple[str, ...]:
        """Choose and note what is said: reaction, the response's own line, the state's line.

        Only what was not said before is said. Where nothing new is left, one of the persona's
        `spent` lines stands in; where those are used up too, what was said longest ago.
        """
        texts = []
        for saying in (self.reaction, self.own, self.entry):
            choice = self._pick(saying) if saying else None
            if choice:
                texts.append(self._noted(choice))
        if texts:
            return tuple(texts)
        choice = self._repeat([saying for saying in (self.own, self.entry) if saying])
        return (self._noted(choice),) if choice else ()

    def _repeat(self, sayings: Sequence[Saying]) -> Choice | None:
        old = [choice for saying in sayings for choice in self._sayable(saying)]
        if not old:
            return None
        spent = self._saying("spent", self.persona.spent, self._own_quote())
        return self._pick(spent) or pick_oldest(
            [*old, *self._sayable(spent)], self.situation.memory
        )

    def _pick(self, saying: Saying) -> Choice | None:
        return pick_fresh(self._sayable(saying), self.situation.memory, self.seed, saying.site)

    def _sayable(self, saying: Saying) -> tuple[Choice, ...]:
        situation = self.situation
        if saying.here != situation.here:
            situation = replace(situation, here=saying.here)
        pitch, facts = situation.pitch, situation.memory.facts
        values = {
            **situation.memory.names,
            "role": pitch.role,
            "date": pitch.date,
            **facts,
            "name": pitch.name,
            "quote": saying.quote,
        }
        return sayable(saying.lines, situation, values)

    def _noted(self, choice: Choice) -> str:
        self.situation = replace(self.situation, memory=choice.noted_in(self.situation.memory))
        return choice.text

    def _saying(self, site: str, lines: tuple[Line, ...], quote: str) -> Saying:
        return Saying(site, lines, self.situation.here, quote)

    def _own_quote(self) -> str:
        return self.own.quote if self.own else ""
