"""One line of a transcript: from a record to JSON text, as contract.md spells the keys."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from rehearse.dialogue.turn import End, Turn
from rehearse.pitch.model import Pitch, PointUse
from rehearse.reading.own import NO_PHRASES, OwnPhrases, phrasebook_hash
from rehearse.transcript.model import FORMAT, EndRecord, Header, Transcript, TurnRecord

# Line breaks to some readers, though not to JSON: escaped, so that a line stays a line everywhere.
_HIDDEN_BREAKS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def dump_line(data: Any) -> str:
    """One line of JSON without its newline, readable as typed; always encodable as UTF-8."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False)
    for character, escape in _HIDDEN_BREAKS.items():
        text = text.replace(character, escape)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # half a surrogate pair: only an escape can hold it
        return json.dumps(data, allow_nan=False)
    return text


def new_header(
    *,
    persona_id: str,
    persona_sha256: str,
    phrasebook: str,
    seed: int,
    started: str,
    pitch: Pitch | None,
    start: str = "",
    mood: Mapping[str, int] | None = None,
    own: OwnPhrases = NO_PHRASES,
) -> Header:
    """The header of a rehearsal about to start. `started` is an ISO time, the hashes are hex.

    `phrasebook` is the book's hash; with phrases of one's `own` the header has that of both.
    `start` and `mood` are those given to the rehearsal, where it begins otherwise than the script.
    """
    from rehearse import __version__

    return Header(
        rehearse=__version__,
        persona={"id": persona_id, "sha256": persona_sha256},
        phrasebook=phrasebook_hash(phrasebook, own.sha256),
        seed=seed,
        started=started,
        pitch=None if pitch is None else pitch.to_json(),
        start=start,
        mood=dict(mood or {}),
        phrases=own.sha256,
    )


def header_json(header: Header, extra: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The first line; `extra` are keys beyond the contract's."""
    begun = {"from": header.start, "mood": dict(header.mood), "phrases": header.phrases}
    return {
        "format": FORMAT,
        "rehearse": header.rehearse,
        "persona": None if header.persona is None else dict(header.persona),
        "phrasebook": header.phrasebook,
        "seed": header.seed,
        "started": header.started,
        "pitch": None if header.pitch is None else dict(header.pitch),
        **{key: value for key, value in begun.items() if value},
        **(extra or {}),
    }


def turn_json(record: TurnRecord) -> dict[str, Any]:
    """The line of a turn. An imported turn has neither state, mood, to nor rule."""
    line: dict[str, Any] = {"turn": record.number}
    if record.state is not None:
        line["state"] = record.state
    line["manager"] = list(record.manager)
    line["reply"] = record.reply
    line["reading"] = record.reading.to_json()
    if record.mood is not None:
        line["mood"] = dict(record.mood)
    if record.to is not None:
        line["to"] = record.to
    line["at"] = record.at
    if record.rule:
        line["rule"] = record.rule
    if record.points:
        line["points"] = [_point_json(use) for use in record.points]
    return line


def end_json(end: EndRecord) -> dict[str, Any]:
    """The last line of a finished talk."""
    return {"end": {"state": end.state, "outcome": end.outcome, "manager": list(end.manager)}}


def undo_json(number: int) -> dict[str, Any]:
    """The line that takes back the turn of this number."""
    return {"undo": number}


def record_turn(turn: Turn, at: str) -> TurnRecord:
    """What is kept of a turn; `at` is when the reply was given, as ISO time."""
    return TurnRecord(
        number=turn.number,
        state=turn.state,
        manager=tuple(turn.manager),
        reply=turn.reply,
        reading=turn.reading,
        mood=dict(turn.mood),
        to=turn.to,
        at=at,
        rule=turn.rule,
        points=tuple(turn.points),
    )


def record_end(end: End) -> EndRecord:
    """What is kept of an ending."""
    return EndRecord(end.state, end.outcome, tuple(end.manager))


def transcript_lines(transcript: Transcript) -> Iterator[str]:
    """The lines of a whole transcript, without newlines. Turns taken back are left out."""
    yield dump_line(header_json(transcript.header, transcript.extra))
    for record in transcript.turns:
        yield dump_line(turn_json(record))
    if transcript.end is not None:
        yield dump_line(end_json(transcript.end))


def _point_json(use: PointUse) -> dict[str, Any]:
    return {"kind": use.kind, "point": use.point, "span": list(use.span)}
