"""Plays the stories of a script and says where a talk went otherwise than promised."""

from collections.abc import Iterator
from dataclasses import dataclass

from rehearse.dialogue.rehearsal import ReadsReplies, Rehearsal
from rehearse.dialogue.turn import Turn
from rehearse.persona.model import Expectation, Persona, Range, Story, StoryStep
from rehearse.source import Place


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that came otherwise: `what` ("tone", "beat", …), what was expected, what came."""

    what: str
    expected: str
    came: str

    def __str__(self) -> str:
        return f"expected {self.what} {self.expected}, got {self.came}"


@dataclass(frozen=True, slots=True)
class StoryResult:
    """How a story went. `talk` is what was said, (speaker, words), up to where it parted ways.

    `place` is the reply where it did, or the story itself where all went as promised.
    """

    name: str
    place: Place | None
    talk: tuple[tuple[str, str], ...]
    differences: tuple[Difference, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the talk went as promised."""
        return not self.differences

    def render(self) -> str:
        """The result as a person reads it: one line if it passed, else the talk's last lines."""
        where = f"{self.place}: " if self.place else ""
        if self.passed:
            return f"{where}passed: {self.name}"
        lines = [f"{where}failed: {self.name}"]
        lines += [f"    {speaker}: {words}" for speaker, words in self.talk[-4:]]
        return "\n".join([*lines, *(f"    -> {difference}" for difference in self.differences)])


def run_stories(persona: Persona, reader: ReadsReplies | None = None) -> list[StoryResult]:
    """Each story of the persona, played with its own seed; none where the script has none.

    `reader` reads the replies; without one, the phrase book with the persona's own phrases does.
    """
    return [_play(persona, story, reader) for story in persona.stories]


def _play(persona: Persona, story: Story, reader: ReadsReplies | None) -> StoryResult:
    rehearsal = Rehearsal(
        persona, seed=story.seed, reader=reader, start=story.start, mood=story.mood or None
    )
    talk = [(persona.name, line) for line in rehearsal.opening]
    for step in story.talk:
        talk.append(("You", step.you))
        if rehearsal.end is not None:
            ended = Difference("the talk", "to go on", f"the ending {rehearsal.end.state}")
            return StoryResult(story.name, step.place, tuple(talk), (ended,))
        turn = rehearsal.reply(step.you)
        talk += [(persona.name, line) for line in turn.answer]
        if differences := tuple(_differences(step, turn, rehearsal)):
            return StoryResult(story.name, step.place, tuple(talk), differences)
    return StoryResult(story.name, story.place, tuple(talk))


def _differences(step: StoryStep, turn: Turn, rehearsal: Rehearsal) -> Iterator[Difference]:
    expect = step.expect or Expectation()
    reading = turn.reading
    if expect.tone and reading.tone != expect.tone:
        yield Difference("the tone", expect.tone, reading.tone)
    found = [hit.move for hit in reading.moves]
    for move in expect.moves:
        if move not in found:
            yield Difference("the move", move, ", ".join(found) or "no move")
    if expect.certain is not None and reading.certain != expect.certain:
        yield Difference(
            "a reading that is", _certainty(expect.certain), _certainty(reading.certain)
        )
    if expect.beat and turn.to != expect.beat:
        yield Difference("the beat", expect.beat, f"{turn.to} (by {turn.rule})")
    outcome = rehearsal.end.outcome if rehearsal.end else "a talk that goes on"
    if expect.outcome and outcome != expect.outcome:
        yield Difference("the outcome", expect.outcome, outcome)
    if expect.says and _plain(expect.says) not in _plain(" ".join(turn.answer)):
        yield Difference("an answer with", f"'{expect.says}'", " ".join(turn.answer) or "none")
    for meter, wanted in expect.mood.items():
        if not wanted.holds(turn.mood.get(meter, 0)):
            yield Difference(meter, _range(wanted), str(turn.mood.get(meter, 0)))


def _certainty(certain: bool) -> str:
    return "certain" if certain else "not certain"


def _plain(text: str) -> str:
    for curly, straight in (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"')):
        text = text.replace(curly, straight)
    return " ".join(text.lower().split())


def _range(wanted: Range) -> str:
    if wanted.low is None:
        return f"at most {wanted.high:g}" if wanted.high is not None else "anything"
    if wanted.high is None:
        return f"at least {wanted.low:g}"
    return f"{wanted.low:g}" if wanted.low == wanted.high else f"{wanted.low:g} to {wanted.high:g}"
