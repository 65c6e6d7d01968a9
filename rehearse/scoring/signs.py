"""What a learner has done by any sign at all, so that nobody is advised to do what they did."""

import re
from collections.abc import Iterator, Mapping

from rehearse.reading.model import Reading
from rehearse.scoring.pitched import pitch_points
from rehearse.transcript.model import Transcript, TurnRecord

# The moves that, made anywhere in the talk, are a sign of an event of the rubric.
_BY_MOVE: Mapping[str, tuple[str, ...]] = {
    "direct_ask": ("asked",),
    "timeline": ("horizon", "next_step"),
    "next_steps": ("next_step", "horizon"),
    "evidence": ("example",),
    "team_impact": ("effect_on_others", "gain_for_others", "example"),
    "future_value": ("future_value", "gain_for_others", "effect_on_others"),
    "plan": ("future_value",),
    "offer_support": ("saw_their_side",),
    "partnership": ("saw_their_side", "took_it_in"),
    "acknowledge": ("heard_them", "took_it_in"),
    "ask_criteria": ("asked_what_it_needs", "asked_for_feedback"),
    "seek_feedback": ("asked_for_feedback", "asked_what_it_needs", "checked_in"),
    "check_in": ("checked_in",),
}
_BY_MENTION = {"role": "named_the_role", "figure": "figure"}
_BY_POINT: Mapping[str, tuple[str, ...]] = {
    "role": ("named_the_role",),
    "date": (),
    "achievements": ("example",),
    "value": ("gain_for_others", "future_value", "effect_on_others"),
    "plan": ("future_value",),
}
_WISH = re.compile(
    r"\b(?:i(?:'d| would| do)? (?:like|love|want|wish|hope|ask)|i'm (?:asking|after|aiming)|"
    r"i am (?:asking|after|aiming)|i'd be|i see myself|my (?:wish|goal|aim) is)\b"
)
_STEP_UP = re.compile(r"\b(?:promot\w+|step up|move up|next level|next step)\b")
_BAR = re.compile(
    r"\b(?:what|which|how|anything)\b.*\b(?:needs?|takes?|missing|improve|lack|require\w*|expect|"
    r"see from me|better|differently|true)\b"
)
_SIDE = re.compile(
    r"\b(?:make it easy|easier for you|help you|on your desk|your position|for you)\b"
)


def signs(transcript: Transcript) -> frozenset[str]:
    """The names of the rubric's events that something in the talk points to, scored or not."""
    found = {name for record in transcript.turns for name in _of_turn(record)}
    for point in pitch_points(transcript):
        if point.turn:
            found.update(_BY_POINT[point.kind])
        if point.kind == "role" and _wished_in(transcript, point.turn):
            found.add("asked")
    return frozenset(found | set(_closing(transcript)))


def _wished_in(transcript: Transcript, turn: int) -> bool:
    replies = (record.reply for record in transcript.turns if record.number == turn)
    return any(_WISH.search(_plain(reply)) for reply in replies)


def _plain(reply: str) -> str:
    return reply.lower().replace("’", "'")


def _of_turn(record: TurnRecord) -> Iterator[str]:
    reading, said = record.reading, _plain(record.reply)
    for hit in reading.moves:
        yield from _BY_MOVE.get(hit.move, ())
    for mention in reading.mentions:
        if mention.kind in _BY_MENTION:
            yield _BY_MENTION[mention.kind]
    if reading.tone == "assertive":
        yield "firm_and_civil"
    if _WISH.search(said) and (_names(reading, "role") or _STEP_UP.search(said)):
        yield "asked"
    if "?" in said and _BAR.search(said):
        yield from ("asked_what_it_needs", "asked_for_feedback")
    if _SIDE.search(said):
        yield "saw_their_side"


def _closing(transcript: Transcript) -> Iterator[str]:
    """A date in the second half of the talk is a sign of closing with one."""
    half = len(transcript.turns) // 2
    if any(_names(record.reading, "date") for record in transcript.turns[half:]):
        yield from ("horizon", "next_step")


def _names(reading: Reading, kind: str) -> bool:
    return any(mention.kind == kind for mention in reading.mentions)
