"""What a manager keeps in mind during one talk. Frozen: every change gives a new memory."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from rehearse.pitch.model import PointUse
from rehearse.reading.model import Reading


@dataclass(frozen=True, slots=True)
class Memory:
    """Everything the talk so far left behind, beside the beat and the mood.

    `turn` is the number of the last reply heard, from 1; `visits` counts how often each beat was
    entered; `moves` are all moves made so far; `names` maps a remembered name to the words kept
    with it ("" for a bare mark); `facts` maps figure, date, role and point to what the learner
    last said; `fired` holds the ids of the responses used; `said` maps a text to when it was last
    said, 1 for the first line of the talk; `stayed` counts the replies in a row that got nowhere;
    `ways` are the beats to come back to, the latest last.
    """

    turn: int = 0
    visits: Mapping[str, int] = field(default_factory=dict)
    moves: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    fired: frozenset[str] = frozenset()
    said: Mapping[str, int] = field(default_factory=dict)
    stayed: int = 0
    ways: tuple[str, ...] = ()

    def hearing(self, reading: Reading, points: tuple[PointUse, ...]) -> "Memory":
        """The memory with one more reply in it: its moves, the facts it names, its points."""
        facts = dict(self.facts)
        for mention in sorted(reading.mentions, key=lambda m: m.span):
            facts[mention.kind] = mention.text
        figures = [m.text for m in reading.mentions if m.kind == "figure"]
        if figures:
            from rehearse.reading.figures import telling  # not needed before the first reply

            facts["figure"] = max(figures, key=telling)  # the first among equals
        if points:
            facts["point"] = max(points, key=lambda use: use.span).point
        moves = self.moves | {hit.move for hit in reading.moves}
        return replace(self, turn=self.turn + 1, moves=moves, facts=facts)

    def entering(self, beat: str) -> "Memory":
        """The memory with one more visit to this beat, and the talk no longer stuck."""
        visits = {**self.visits, beat: self.visits.get(beat, 0) + 1}
        return replace(self, visits=visits, stayed=0)

    def keeping(self, names: Mapping[str, str], forget: Collection[str]) -> "Memory":
        """The memory with these names and their words in it, and without those to forget."""
        if not names and not forget:
            return self
        kept = {**self.names, **names}
        for name in forget:
            kept.pop(name, None)
        return replace(self, names=kept)

    def using(self, response_id: str) -> "Memory":
        """The memory with this response noted as used."""
        if response_id in self.fired:
            return self
        return replace(self, fired=self.fired | {response_id})

    def saying(self, *texts: str) -> "Memory":
        """The memory with these texts as the last ones said."""
        count = max(self.said.values(), default=0) + 1
        return replace(self, said={**self.said, **dict.fromkeys(texts, count)})

    def staying(self, stuck: bool) -> "Memory":
        """The memory after a reply answered in the same beat; `stuck` if it got nowhere."""
        return replace(self, stayed=self.stayed + 1 if stuck else 0)

    def leaving_for_a_while(self, beat: str) -> "Memory":
        """The memory with this beat as the one to come back to."""
        return replace(self, ways=(*self.ways, beat))

    def coming_back(self) -> "Memory":
        """The memory after the way back was taken; the talk is no longer stuck."""
        return replace(self, ways=self.ways[:-1], stayed=0)
