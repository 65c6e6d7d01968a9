"""Playing a transcript's replies again: to look at the talk, to check it, or to go on with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from rehearse.dialogue.turn import End, Turn
from rehearse.persona.model import Persona
from rehearse.pitch.model import Pitch
from rehearse.reading.own import NO_PHRASES, OwnPhrases, phrasebook_hash
from rehearse.source.problem import Place, Problem, SourceError
from rehearse.transcript.model import EndRecord, Transcript, TurnRecord

if TYPE_CHECKING:
    from rehearse.dialogue.rehearsal import ReadsReplies, Rehearsal


@dataclass(frozen=True, slots=True)
class Moment:
    """A turn to look at: `mood_before` is None where nobody knows it, `answer` what came next.

    `rule_line` is the line of the rule in the script, 0 where there is none or no script, and
    `rule_file` the file it was taken in from, "" where it is the script's own.
    """

    record: TurnRecord
    mood_before: Mapping[str, int] | None
    answer: tuple[str, ...]
    rule_line: int = 0
    rule_file: str = ""


def why_not_the_same(transcript: Transcript, persona: Persona, own: OwnPhrases = NO_PHRASES) -> str:
    """Why this talk cannot be played again with this script, in a sentence; "" if it can.

    `own` are the phrases of the learner's own that replies are read by now.
    """
    from rehearse.reading import load_phrase_book

    held_with = transcript.header.persona
    if held_with is None:
        return "This talk was brought in by import, so there is no script to play it with."
    if held_with["id"] != persona.id:
        return f"This talk was held with {held_with['id']}, not with {persona.id}."
    if held_with["sha256"] != persona.sha256:
        return f"The script of {persona.name} has changed since this talk was held."
    book, header = load_phrase_book().sha256, transcript.header
    if header.phrasebook == phrasebook_hash(book, own.sha256):
        return ""
    if header.phrasebook == phrasebook_hash(book, header.phrases):
        return (
            "The phrases of your own (phrases.yaml) are not those this talk was held with, so"
            " replies read differently."
        )
    return "The phrase book has changed since this talk was held, so replies read differently."


def moments(transcript: Transcript, persona: Persona | None = None) -> tuple[Moment, ...]:
    """Each turn that stands, with the mood before it and the manager's answer.

    With the `persona` it was held with, the first mood and the rules' lines are known too.
    """
    turns = transcript.turns
    lines = _rule_lines(persona) if persona else {}
    before: Mapping[str, int] | None = None
    if persona:
        before = {**persona.mood, **transcript.header.mood}
    found = []
    for record, following in zip(turns, [*turns[1:], None], strict=False):
        answer = following.manager if following else _last_words(transcript)
        found.append(Moment(record, before, answer, *lines.get(record.rule, (0, ""))))
        before = record.mood
    return tuple(found)


def _last_words(transcript: Transcript) -> tuple[str, ...]:
    """What the manager said after the last reply, as far as it was written down."""
    if transcript.end is not None:
        return transcript.end.manager
    closing = transcript.extra.get("closing")  # an imported talk
    return tuple(str(line) for line in closing) if isinstance(closing, list) else ()


def _rule_lines(persona: Persona) -> dict[str, tuple[int, str]]:
    rules = [*persona.reacts, *persona.always]
    for beat in persona.beats.values():
        rules += [*beat.hears, beat.otherwise]
    own = persona.path
    return {rule.id: (rule.place.line, rule.place.other_than(own)) for rule in rules if rule.place}


def verify(
    transcript: Transcript,
    persona: Persona,
    reader: "ReadsReplies | None" = None,
    own: OwnPhrases = NO_PHRASES,
) -> tuple[str, ...]:
    """Play the replies again and say, a sentence each, what comes out differently; () if nothing.

    `own` are phrases of the learner's own; a `reader` given knows them already. Times are not
    compared.
    """
    reason = why_not_the_same(transcript, persona, own)
    if reason:
        return (reason,)
    return tuple(_differences(transcript, _start_again(transcript, persona, reader, own)))


def resume(
    transcript: Transcript,
    persona: Persona,
    reader: "ReadsReplies | None" = None,
    own: OwnPhrases = NO_PHRASES,
) -> "Rehearsal":
    """The talk as it stood when it was interrupted, ready for the next reply.

    It uses the seed and the pitch of the transcript, and phrases as `verify` does. Raises
    SourceError, in one sentence, where the talk has ended, is no rehearsal, or the script or the
    phrases are no longer the same.
    """
    if transcript.end is not None:
        _refuse(transcript, "This talk has ended, so there is nothing to go on with.")
    reason = why_not_the_same(transcript, persona, own)
    if reason:
        _refuse(transcript, reason, "Start a new talk, or bring the old file back.")
    rehearsal = _start_again(transcript, persona, reader, own)
    for difference in _differences(transcript, rehearsal):
        _refuse(transcript, f"This talk cannot be taken up again: {difference}",
                "Start a new talk.")  # fmt: skip
    return rehearsal


def _start_again(
    transcript: Transcript, persona: Persona, reader: "ReadsReplies | None", own: OwnPhrases
) -> "Rehearsal":
    from rehearse.dialogue import Rehearsal
    from rehearse.reading import reader_knowing

    if reader is None and own.phrases:
        reader = reader_knowing(own).with_phrases(persona.phrases, persona.topics)

    header = transcript.header
    pitch = None if header.pitch is None else Pitch.from_json(header.pitch)
    try:
        return Rehearsal(persona, header.seed, pitch, reader, header.start, header.mood or None)
    except ValueError as error:  # a beat or a meter that the script does not have
        _refuse(transcript, str(error))


def _differences(transcript: Transcript, rehearsal: "Rehearsal") -> Iterator[str]:
    """Play on turn by turn; a sentence for each thing that is not as recorded."""
    for record in transcript.turns:
        if rehearsal.over:
            yield f"The talk now ends before turn {record.number}."
            return
        yield from _turn_differences(record, rehearsal.reply(record.reply))
    kept = transcript.end
    if kept is None:  # interrupted, perhaps after the last answer and before its end was written
        return
    if kept.outcome == "left" and not rehearsal.over:
        rehearsal.leave()
    if kept != _end_record(rehearsal.end):
        yield f"The ending was {_ending(kept)} and now is {_ending(_end_record(rehearsal.end))}."


def _turn_differences(record: TurnRecord, turn: Turn) -> Iterator[str]:
    pairs = {
        "beat": (record.state, turn.state),
        "manager's lines": (record.manager, tuple(turn.manager)),
        "reading": (record.reading.to_json(), turn.reading.to_json()),
        "mood": (record.mood, dict(turn.mood)),
        "next beat": (record.to, turn.to),
        "rule": (record.rule, turn.rule),
        "points of the pitch": (record.points, tuple(turn.points)),
    }
    for name, (was, now) in pairs.items():
        if was != now:
            shown = "" if name == "reading" else f": was {was}, now {now}"
            yield f"In turn {record.number} the {name} differs{shown}."


def _end_record(end: End | None) -> EndRecord | None:
    return None if end is None else EndRecord(end.state, end.outcome, tuple(end.manager))


def _ending(end: EndRecord | None) -> str:
    return "none" if end is None else f"{end.state} ({end.outcome})"


def _refuse(transcript: Transcript, message: str, mend: str = "") -> NoReturn:
    place = Place(transcript.path or "<transcript>", 1, 1)
    raise SourceError([Problem(place, "T120", message, mend)])
