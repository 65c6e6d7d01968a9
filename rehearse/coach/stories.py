"""Plays the stories of a script and says where a talk went otherwise than promised."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rehearse.coach.differences import Difference, certainty, differences
from rehearse.dialogue.rehearsal import ReadsReplies, Rehearsal
from rehearse.dialogue.turn import Turn
from rehearse.persona.model import Persona, Story
from rehearse.source.problem import Place

_LINES_BEFORE = 2  # of the talk, shown before the reply at which it parted ways


@dataclass(frozen=True, slots=True)
class StoryResult:
    """How a story went. `talk` is what was said, (speaker, words), up to where it parted ways.

    `place` is the reply where it did, or the story itself where all went as promised; `reply` is
    that reply's number, from 1 (0 where there is none), `turn` what came of it (None where the
    talk was over before), `unplayed` how many replies were left. `held` is the talk itself.
    """

    name: str
    place: Place | None
    talk: tuple[tuple[str, str], ...]
    held: Rehearsal = field(repr=False, compare=False)
    differences: tuple[Difference, ...] = ()
    reply: int = 0
    turn: Turn | None = None
    unplayed: int = 0

    @property
    def passed(self) -> bool:
        """Whether the talk went as promised."""
        return not self.differences

    def render(self) -> str:
        """The result as a person reads it: one line if it passed, else the talk where it parted."""
        where = f"{self.place}: " if self.place else ""
        if self.passed:
            return f"{where}passed: {self.name}"
        return "\n".join([f"{where}failed: {self.name}", *self.parting()])

    def parting(self) -> list[str]:
        """Where it parted ways: the reply, how it was taken, what differs, and the lines before."""
        after = len(self.turn.answer) if self.turn else 0
        at = len(self.talk) - after - 1  # the reply
        lines = [_spoken(said) for said in self.talk[max(at - _LINES_BEFORE, 0) : at + 1]]
        lines += [f"        {line}" for line in (_taken(self.turn) if self.turn else ())]
        lines += [_spoken(said) for said in self.talk[at + 1 :]]
        for number, one in enumerate(self.differences):
            which = f"reply {self.reply}: " if not number else ""
            lines.append(f"    -> {which}{one}")
            lines += [f"       {why}" for why in one.why]
        if self.unplayed:
            rest = "reply after it was" if self.unplayed == 1 else "replies after it were"
            lines.append(f"    The {self.unplayed} {rest} not played.")
        return lines


def _spoken(said: tuple[str, str]) -> str:
    speaker, words = said
    return f"    {speaker}: {words}"


def _taken(turn: Turn) -> Iterator[str]:
    """How the reply was read, what answered it and what it did to the mood."""
    reading = turn.reading
    moves = ", ".join(hit.move for hit in reading.moves) or "no move"
    yield f"read as {reading.tone}, {certainty(reading.certain)}: {moves}"
    if turn.rule:
        line = f", line {turn.rule_line}" if turn.rule_line else ""
        line += f" of {turn.rule_file}" if turn.rule_file else ""
        reaction = f", after the reaction {turn.reaction}" if turn.reaction else ""
        yield f"answered by {turn.rule}{line}{reaction}"
    changes = [
        f"{meter} {was} to {turn.mood[meter]}"
        for meter, was in turn.mood_before.items()
        if turn.mood.get(meter, was) != was
    ]
    yield f"mood: {', '.join(changes) or 'as before'}"


def run_stories(persona: Persona, reader: ReadsReplies | None = None) -> list[StoryResult]:
    """Each story of the persona, played with its own seed; none where the script has none.

    `reader` reads the replies; without one, the phrase book with the persona's own phrases does.
    """
    return [play_story(persona, story, reader) for story in persona.stories]


def play_story(persona: Persona, story: Story, reader: ReadsReplies | None = None) -> StoryResult:
    """One story, played to its end or to the first reply that does not keep a promise."""
    rehearsal = Rehearsal(
        persona, seed=story.seed, reader=reader, start=story.start, mood=story.mood or None
    )
    talk = [(persona.name, line) for line in rehearsal.opening]
    for number, step in enumerate(story.talk, 1):
        talk.append(("You", step.you))
        left = len(story.talk) - number
        if rehearsal.end is not None:
            ended = Difference("the talk", "to go on", f"the ending {rehearsal.end.state}")
            return StoryResult(
                story.name, step.place, tuple(talk), rehearsal, (ended,), number, None, left
            )
        turn = rehearsal.reply(step.you)
        talk += [(persona.name, line) for line in turn.answer]
        if found := tuple(differences(step, rehearsal)):
            return StoryResult(
                story.name, step.place, tuple(talk), rehearsal, found, number, turn, left
            )
    return StoryResult(story.name, story.place, tuple(talk), rehearsal)
