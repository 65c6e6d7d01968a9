"""What a story promised of a reply, held against what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from rehearse.coach.fitting import names_read, wanted_names
from rehearse.dialogue.turn import End, Turn
from rehearse.persona.model import Expectation, Persona, Range, StoryStep
from rehearse.persona.ways import own_responses

_MOST_WAYS = 3  # responses named that would have led where the talk should have gone


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that came otherwise: `what` ("the tone", …), what was expected, what came.

    `why` is what the script would have needed for it, in a sentence without its full stop, or "".
    """

    what: str
    expected: str
    came: str
    why: str = ""

    def __str__(self) -> str:
        return f"expected {self.what} {self.expected}, got {self.came}"


def differences(
    step: StoryStep, turn: Turn, end: End | None, persona: Persona
) -> Iterator[Difference]:
    """Everything in which the turn is not what its step of the story expects."""
    expect = step.expect or Expectation()
    yield from _in_reading(expect, turn)
    if expect.beat and turn.to != expect.beat:
        came = f"{turn.to} (by {turn.rule})" if turn.rule else turn.to
        yield Difference("the beat", expect.beat, came, _ways_to(expect.beat, turn, persona))
    outcome = end.outcome if end else "a talk that goes on"
    if expect.outcome and outcome != expect.outcome:
        yield Difference("the outcome", expect.outcome, outcome)
    if expect.says and _plain(expect.says) not in _plain(" ".join(turn.answer)):
        yield Difference("an answer with", f"'{expect.says}'", " ".join(turn.answer) or "none")
    for meter, wanted in expect.mood.items():
        if not wanted.holds(turn.mood.get(meter, 0)):
            yield Difference(meter, _range(wanted), str(turn.mood.get(meter, 0)))


def _in_reading(expect: Expectation, turn: Turn) -> Iterator[Difference]:
    reading = turn.reading
    if expect.tone and reading.tone != expect.tone:
        heard = ", ".join(f"“{cue.phrase}”" for cue in reading.cues[:_MOST_WAYS])
        yield Difference("the tone", expect.tone, reading.tone, f"heard: {heard}" if heard else "")
    found = [hit.move for hit in reading.moves]
    for move in expect.moves:
        if move not in found:
            yield Difference("the move", move, ", ".join(found) or "no move")
    if expect.certain is not None and reading.certain != expect.certain:
        yield Difference("a reading that is", certainty(expect.certain), certainty(reading.certain))


def certainty(certain: bool) -> str:
    """How sure a reading is, in words."""
    return "certain" if certain else "not certain"


def _ways_to(target: str, turn: Turn, persona: Persona) -> str:
    """Which responses would have led to the target, and what they listen for that was not read."""
    beat = persona.beats.get(turn.state)
    if beat is None or target == turn.state:
        return ""
    read = names_read(turn.reading)
    ways = []
    for response in (*persona.always, *own_responses(beat)):
        if response.goto != target or response.id.endswith(".moves_on"):
            continue
        line = f", line {response.place.line}" if response.place else ""
        lacking = [name for name in dict.fromkeys(wanted_names(response.when)) if name not in read]
        asks = f", which listens for {', '.join(lacking)}" if lacking else ""
        ways.append(f"{response.id}{line}{asks}")
    if not ways:
        return f"no response of {turn.state} leads to {target}"
    return f"what leads there is {'; '.join(ways[:_MOST_WAYS])}"


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
