"""The fields of one transcript line, taken out with their types checked and their place known."""

from collections.abc import Mapping
from typing import Any, NoReturn

from rehearse.pitch.model import PointUse
from rehearse.reading.model import TONES, Reading
from rehearse.source.problem import Place, Problem, SourceError
from rehearse.transcript.model import FORMAT, EndRecord, Header, TurnRecord

OUTCOMES = ("agreed", "partial", "refused", "walked_out", "left")
_FORMAT_NAME, _FORMAT_NUMBER = FORMAT.split("/")
_HEADER_KEYS = {"format", "rehearse", "persona", "phrasebook", "seed", "started", "pitch",
                "from", "mood", "phrases"}  # fmt: skip
_NAMES = {str: "text", int: "a whole number", float: "a number", bool: "true or false",
          list: "a list", dict: "an object"}  # fmt: skip


def complain(
    file: str, line: int, column: int, code: str, message: str, mend: str = ""
) -> NoReturn:
    """Raise the one SourceError this spot deserves."""
    raise SourceError([Problem(Place(file, line, column), code, message, mend)])


class Fields:
    """One JSON object of a transcript, asked for its fields by name and type.

    Every method raises SourceError naming the file, the line and the column of the key at fault.
    """

    def __init__(self, file: str, line: int, text: str, data: Mapping[str, Any]) -> None:
        self.file, self.line, self.text, self.data = file, line, text, data

    def fail(self, key: str, message: str, mend: str = "", code: str = "T105") -> NoReturn:
        """Raise a complaint that points at `key`, or at the line's start if it is missing."""
        column = self.text.find(f'"{key}"') + 1
        complain(self.file, self.line, max(column, 1), code, message, mend)

    def take(self, key: str, kind: type, default: Any = ...) -> Any:
        """The value of `key`, which must be of `kind`; `default` where the key is missing."""
        if key not in self.data and default is not ...:
            return default
        if key not in self.data:
            self.fail(key, f'This line has no "{key}".', f"Give it {_NAMES[kind]}.")
        value = self.data[key]
        if not _is(value, kind):
            self.fail(key, f'"{key}" must be {_NAMES[kind]}.')
        return value

    def take_or_null(self, key: str, kind: type) -> Any:
        """Like `take`, but null or no key at all gives None."""
        return None if self.data.get(key) is None else self.take(key, kind)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        values = self.take(key, list, [])
        if not all(isinstance(value, str) for value in values):
            self.fail(key, f'"{key}" must be a list of texts.')
        return tuple(values)


def _is(value: Any, kind: type) -> bool:
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, kind)


def header_from(fields: Fields) -> tuple[Header, dict[str, Any]]:
    """The header and the keys beyond the contract's."""
    check_format(fields)
    persona = fields.take_or_null("persona", dict)
    if persona is not None and not all(isinstance(persona.get(k), str) for k in ("id", "sha256")):
        fields.fail("persona", 'The persona needs an "id" and a "sha256", both text.')
    pitch = fields.take_or_null("pitch", dict)
    if pitch is not None:
        _check_pitch(fields, pitch)
    mood = fields.take("mood", dict, {})
    if not all(_is(value, int) for value in mood.values()):
        fields.fail("mood", '"mood" must give each meter a whole number.')
    header = Header(
        rehearse=fields.take("rehearse", str),
        persona=persona,
        phrasebook=fields.take("phrasebook", str),
        seed=fields.take("seed", int),
        started=fields.take("started", str),
        pitch=pitch,
        start=fields.take("from", str, ""),
        mood=mood,
        phrases=fields.take("phrases", str, ""),
    )
    return header, {k: v for k, v in fields.data.items() if k not in _HEADER_KEYS}


def check_format(fields: Fields) -> None:
    """Raise SourceError unless the line says it heads a transcript this version can read."""
    said = fields.data.get("format")
    name, _, number = said.partition("/") if isinstance(said, str) else ("", "", "")
    if name != _FORMAT_NAME:
        fields.fail(
            "format", "This is no transcript of a rehearsal.",
            f'The first line of one says "format": "{FORMAT}".', code="T101",
        )  # fmt: skip
    if number != _FORMAT_NUMBER:
        fields.fail(
            "format", f'This version of rehearse reads "{FORMAT}", and the file says "{said}".',
            "Use the version of rehearse that wrote it.", code="T102",
        )  # fmt: skip


def _check_pitch(fields: Fields, pitch: Mapping[str, Any]) -> None:
    for key, value in pitch.items():
        is_texts = isinstance(value, list) and all(isinstance(item, str) for item in value)
        wants_list = key in ("achievements", "value", "plan")
        if not (is_texts if wants_list else isinstance(value, str)):
            fields.fail("pitch", f'The pitch\'s "{key}" must be '
                        f"{'a list of texts' if wants_list else 'text'}.")  # fmt: skip


def turn_from(fields: Fields) -> TurnRecord:
    """The turn a line holds; in an imported talk state, mood, to and rule are missing."""
    mood = fields.take_or_null("mood", dict)
    if mood is not None and not all(_is(value, int) for value in mood.values()):
        fields.fail("mood", "Every meter of the mood must be a whole number.")
    return TurnRecord(
        number=fields.take("turn", int),
        state=fields.take_or_null("state", str),
        manager=fields.texts("manager"),
        reply=fields.take("reply", str),
        reading=_reading(fields),
        mood=mood,
        to=fields.take_or_null("to", str),
        at=fields.take("at", str, ""),
        rule=fields.take("rule", str, ""),
        points=_points(fields),
    )


def _reading(fields: Fields) -> Reading:
    data = fields.take("reading", dict)
    try:
        reading = Reading.from_json(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        wanting = f" (it has no {error})" if isinstance(error, KeyError) else ""
        fields.fail("reading", f"The reading is not complete{wanting}.")
    flaw = _flaw(reading)
    if flaw:
        fields.fail("reading", f"The reading does not hold together: {flaw}.")
    return reading


def _flaw(reading: Reading) -> str:
    """What is wrong with the values of a reading, or nothing."""
    if not isinstance(reading.text, str):
        return "its text is no text"
    if reading.tone not in TONES:
        return f"{reading.tone!r} is no tone"
    if not isinstance(reading.certain, bool):
        return "certain is neither true nor false"
    numbers = [reading.firmness, reading.respect, *(hit.confidence for hit in reading.moves)]
    numbers += [n for c in reading.cues for n in (c.similarity, c.firmness, c.respect)]
    if not all(_is(number, float) for number in numbers):
        return "a number is missing"
    spans = [hit.span for hit in reading.moves] + [cue.span for cue in reading.cues]
    spans += [mention.span for mention in reading.mentions] + list(reading.topics.values())
    spans += [own.span for own in reading.own]
    if not all(_is(s, int) and _is(e, int) and 0 <= s <= e <= len(reading.text) for s, e in spans):
        return "a span lies outside the text"
    words = [hit.move for hit in reading.moves] + [hit.phrase for hit in reading.moves]
    words += [cue.phrase for cue in reading.cues] + [cue.source for cue in reading.cues]
    words += [m.kind for m in reading.mentions] + [m.text for m in reading.mentions]
    words += [*reading.signals, *(word for own in reading.own for word in (own.source, own.phrase))]
    return "" if all(isinstance(word, str) for word in words) else "a name is no text"


def _points(fields: Fields) -> tuple[PointUse, ...]:
    uses = []
    for item in fields.take("points", list, []):
        try:
            start, end = item["span"]
            uses.append(PointUse(str(item["kind"]), str(item["point"]), (int(start), int(end))))
        except (KeyError, TypeError, ValueError):
            fields.fail("points", "A point of the pitch needs a kind, its words and a span.")
    return tuple(uses)


def end_from(fields: Fields) -> EndRecord:
    """The ending a line holds."""
    inner = Fields(fields.file, fields.line, fields.text, fields.take("end", dict))
    outcome = inner.take("outcome", str)
    if outcome not in OUTCOMES:
        inner.fail("outcome", f'"{outcome}" is no outcome.', f"Use one of {', '.join(OUTCOMES)}.")
    return EndRecord(inner.take("state", str), outcome, inner.texts("manager"))
