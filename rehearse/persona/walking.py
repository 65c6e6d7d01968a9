"""A talk in which every reply is the same made-up one: where does a script lead such a learner?

It goes by the rules of the dialogue as far as they matter here: reactions, then `always`, `hears`,
`moves_on` and `otherwise`. No lines are chosen, and nothing is read.
"""

from collections import Counter
from dataclasses import dataclass, field

from rehearse.persona.judging import Heard, Standing, judged
from rehearse.persona.model import BACK, Beat, Persona, Response
from rehearse.reading.model import MOVES


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where a talk ended: the ending, what led there ("opening.hears.2"), after how many turns."""

    ending: str
    by: str
    turns: int


def walk(persona: Persona, replies: tuple[Heard, ...]) -> Arrival:
    """The end of a talk in which these replies come again and again, in this order."""
    walker = _Walker(persona)
    for turn in range(1, persona.turn_limit + 1):
        by = walker.hear(replies[(turn - 1) % len(replies)], turn)
        if walker.here in persona.endings:
            return Arrival(walker.here, by, turn)
    return Arrival(persona.out_of_time, "turn_limit", persona.turn_limit)


@dataclass(slots=True)
class _Walker:
    persona: Persona
    here: str = ""
    mood: dict[str, int] = field(default_factory=dict)
    visits: Counter[str] = field(default_factory=Counter)
    said: frozenset[str] = frozenset()
    names: set[str] = field(default_factory=set)
    fired: set[str] = field(default_factory=set)
    ways: list[str] = field(default_factory=list)
    stayed: int = 0

    def __post_init__(self) -> None:
        self.mood = dict(self.persona.mood)
        self._enter(self.persona.start)

    def hear(self, heard: Heard, turn: int) -> str:
        """Answer one reply; gives the id of the response that did."""
        beat = self.persona.beats[self.here]
        self.said |= heard.names & set(MOVES)
        for response in self.persona.reacts:
            if self._holds(response, heard, turn):
                self._affect(response)
                break
        for response in (*self.persona.always, *beat.hears):
            if (response.goto != BACK or self.ways) and self._holds(response, heard, turn):
                return self._answer(response, beat)
        return self._answer_otherwise(beat)

    def _holds(self, response: Response, heard: Heard, turn: int) -> bool:
        if response.once and response.id in self.fired:
            return False
        standing = Standing(self.mood, turn, self.visits, self.said, frozenset(self.names))
        return bool(judged(response.when, heard, standing))

    def _answer(self, response: Response, beat: Beat) -> str:
        again = response.id in self.fired
        going = beat.moves_on
        self._affect(response)
        if response.goto:
            self._go(response)
        elif again and going is not None and self.stayed + 1 >= going.after:
            self._enter(going.goto)
            return f"{beat.name}.moves_on"
        else:
            self.stayed = self.stayed + 1 if again else 0
        return response.id

    def _answer_otherwise(self, beat: Beat) -> str:
        going, otherwise = beat.moves_on, beat.otherwise
        if going is not None and not otherwise.goto and self.stayed + 1 >= going.after:
            if not going.says:
                self._affect(otherwise)
            self._enter(going.goto)
            return f"{beat.name}.moves_on"
        self._affect(otherwise)
        if otherwise.goto and (otherwise.goto != BACK or self.ways):
            self._go(otherwise)
        else:
            self.stayed += 1
        return otherwise.id

    def _affect(self, response: Response) -> None:
        for meter, change in response.mood.items():
            self.mood[meter] = max(0, min(100, self.mood.get(meter, 0) + change))
        self.names |= response.remember.keys()
        self.names -= set(response.forget)
        self.fired.add(response.id)

    def _go(self, response: Response) -> None:
        if response.goto == BACK:
            self.here = self.ways.pop()
            self.stayed = 0
            return
        if response.detour:
            self.ways.append(self.here)
        self._enter(response.goto)

    def _enter(self, name: str) -> None:
        if name == BACK:
            name = self.ways.pop() if self.ways else self.here
        self.here = name
        self.visits[name] += 1
        self.stayed = 0
