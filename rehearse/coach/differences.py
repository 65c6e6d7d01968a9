"""What a story promised of a reply, held against what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from rehearse.coach.fitting import wanted_names
from rehearse.coach.floors import in_words
from rehearse.coach.unused import asides
from rehearse.dialogue.rehearsal import Rehearsal
from rehearse.dialogue.tried import Part, Trial
from rehearse.dialogue.turn import Turn
from rehearse.persona.model import Expectation, StoryStep

_MOST_WAYS = 3  # responses named that would have led where the talk should have gone


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that came otherwise: `what` ("the tone", …), what was expected, what came.

    `why` says what was in the way, a line each; () where nothing more is known.
    """

    what: str
    expected: str
    came: str
    why: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"expected {self.what} {self.expected}, got {self.came}"


def differences(step: StoryStep, rehearsal: Rehearsal) -> Iterator[Difference]:
    """Everything in which the last turn is not what its step of the story expects."""
    turn, end = rehearsal.turns[-1], rehearsal.end
    expect = step.expect or Expectation()
    yield from _in_reading(expect, turn)
    if expect.beat and turn.to != expect.beat:
        came = f"{turn.to} (by {turn.rule})" if turn.rule else turn.to
        yield Difference("the beat", expect.beat, came, _ways_to(expect.beat, rehearsal))
    outcome = end.outcome if end else "a talk that goes on"
    if expect.outcome and outcome != expect.outcome:
        yield Difference("the outcome", expect.outcome, outcome)
    if expect.says and _plain(expect.says) not in _plain(" ".join(turn.answer)):
        yield Difference("an answer with", f"'{expect.says}'", " ".join(turn.answer) or "none")
    for meter, wanted in expect.mood.items():
        if not wanted.holds(turn.mood.get(meter, 0)):
            yield Difference(meter, in_words(wanted), str(turn.mood.get(meter, 0)))


def _in_reading(expect: Expectation, turn: Turn) -> Iterator[Difference]:
    reading = turn.reading
    if expect.tone and reading.tone != expect.tone:
        heard = ", ".join(f"“{cue.phrase}”" for cue in reading.cues[:_MOST_WAYS])
        why = (f"heard: {heard}",) if heard else ()
        yield Difference("the tone", expect.tone, reading.tone, why)
    found = [hit.move for hit in reading.moves]
    for move in expect.moves:
        if move not in found:
            yield Difference("the move", move, ", ".join(found) or "no move")
    if expect.certain is not None and reading.certain != expect.certain:
        yield Difference("a reading that is", certainty(expect.certain), certainty(reading.certain))


def certainty(certain: bool) -> str:
    """How sure a reading is, in words."""
    return "certain" if certain else "not certain"


def _ways_to(target: str, rehearsal: Rehearsal) -> tuple[str, ...]:
    """The responses that would have led to the target, the nearest first, and what kept each."""
    state = rehearsal.turns[-1].state
    if target == state:
        return ()
    trials = [trial for trial in rehearsal.tried() if trial.response.goto == target]
    if not trials:
        return (f"no response of {state} leads to {target}",)
    trials.sort(key=lambda trial: -trial.nearness)
    ways = [_kept_from(trial, rehearsal) for trial in trials[:_MOST_WAYS]]
    more = len(trials) - len(ways)
    return (
        "what leads there:",
        *(f"  {way}" for way in ways),
        *([f"  and {more} more"] * (more > 0)),
    )


def _kept_from(trial: Trial, rehearsal: Rehearsal) -> str:
    """A response that did not answer, with its line, and why it did not."""
    response = trial.response
    own = rehearsal.persona.path
    line = f" ({response.place.in_words(own)})" if response.place else ""
    if trial.verdict == "came later":
        why = f"holds too, but {_first(trial, rehearsal.turns[-1].rule)}"
    elif trial.verdict == "used up":
        why = "was used before, and is for once"
    elif trial.verdict == "no way back":
        why = "leads back from a detour, and there was none"
    else:
        why = f"asks for {' and '.join(_asked(part) for part in trial.missed)}"
    return f"{response.id}{line} {why}"


def _first(trial: Trial, rule: str) -> str:
    """Which rule came first, and for one of `always` how to let this one have its replies."""
    if not rule.startswith("always."):
        return f"{rule} came first"
    asked = dict.fromkeys(wanted_names(trial.response.when))
    names = [name for name in asked if not name.startswith("topic:")]
    shield = f"none: [{', '.join(names)}]" if names else "none, with what this one listens for,"
    return f"{rule} came first, as always does; add {shield} to its when"


def _asked(part: Part) -> str:
    """One thing a response asks for that was not so."""
    condition = part.condition
    if names := list(dict.fromkeys(wanted_names(condition))):
        return " or ".join(name.replace("topic:", "the topic ") for name in names)
    if forbidden := [name for name in condition.none_of if isinstance(name, str)]:
        return f"no {' and no '.join(forbidden)}"
    came = "" if part.came is None else f" (it was {part.came:.2g})"
    ranges = {**condition.mood, **condition.visits}
    if ranges:
        return " and ".join(f"{name} {in_words(wanted)}{came}" for name, wanted in ranges.items())
    for name in ("firmness", "respect", "words", "turn"):
        if wanted := getattr(condition, name):
            return f"{name} {in_words(wanted)}{came}"
    return " and ".join(asides(condition))


def _plain(text: str) -> str:
    for curly, straight in (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"')):
        text = text.replace(curly, straight)
    return " ".join(text.lower().split())
