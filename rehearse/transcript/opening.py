"""Opening a transcript file: every line checked, a torn last one reported and skipped."""

import json
from pathlib import Path
from typing import Any

from rehearse.source.problem import SourceError
from rehearse.transcript.fields import Fields, complain, end_from, header_from, turn_from
from rehearse.transcript.model import EndRecord, Header, Transcript, TurnRecord

LARGEST = 64_000_000  # bytes; a thousand talks would not fill it


def read_transcript(path: str | Path) -> Transcript:
    """The transcript in a file.

    Raises SourceError with file, line and column where the file is missing, is no transcript, is
    from a newer version, is not UTF-8, or has a broken line before its last.
    """
    name = str(path)
    try:
        with open(path, "rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        complain(name, 1, 1, "T100", f"This transcript cannot be opened: {reason}.")
    except ValueError:  # a NUL byte in the name
        complain(name, 1, 1, "T100", "This is not the name of a file.")
    return parse_transcript(content, name)


def parse_transcript(content: bytes, name: str) -> Transcript:
    """The transcript in these bytes; `name` is what complaints call them. Raises SourceError."""
    if len(content) > LARGEST:
        complain(name, 1, 1, "T100", "This file is too big to be a transcript.")
    if not content.strip():
        complain(name, 1, 1, "T101", "This file is empty, so there is no talk in it.")
    return _Builder(name).build(content)


class _Builder:
    """Takes the lines one after the other and keeps what stands."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.header: Header | None = None
        self.extra: dict[str, Any] = {}
        self.turns: list[TurnRecord] = []
        self.undone: list[TurnRecord] = []
        self.end: EndRecord | None = None
        self.torn = ""
        self.sound = 0

    def build(self, content: bytes) -> Transcript:
        lines = content.split(b"\n")
        last = max(i for i, line in enumerate(lines) if line.strip())
        offset = 0
        for index, raw in enumerate(lines[: last + 1]):
            fields = self._fields(index + 1, raw, is_last=index == last)
            offset += len(raw) + 1
            if fields is not None:
                self._take(fields)
                self.sound = min(offset, len(content))
        assert self.header is not None  # a torn first line is a SourceError
        return Transcript(
            self.header, tuple(self.turns), tuple(self.undone), self.end, self.torn,
            self.name, self.extra, self.sound,
        )  # fmt: skip

    def _fields(self, number: int, raw: bytes, *, is_last: bool) -> Fields | None:
        """The object of a line; None for a blank line and for a torn last one."""
        if not raw.strip():
            return None
        try:
            return self._parse(number, raw)
        except SourceError as error:
            if not is_last or number == 1:
                raise
            self.torn = f"line {number} is torn and was skipped: {error.problems[0].message}"
            return None

    def _parse(self, number: int, raw: bytes) -> Fields:
        try:
            text = raw.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r")
        except UnicodeDecodeError as error:
            column = len(raw[: error.start].decode("utf-8", "replace")) + 1
            complain(self.name, number, column, "T103", "This is not UTF-8 text.")
        try:
            data = json.loads(text, parse_constant=_no_constant)
        except json.JSONDecodeError as error:
            if number == 1:
                complain(self.name, 1, 1, "T101", "This is no transcript of a rehearsal.",
                         "One starts with a line of JSON that names its format.")  # fmt: skip
            complain(self.name, number, error.colno, "T104", "This line is not whole JSON.")
        except (ValueError, RecursionError):
            complain(self.name, number, 1, "T104", "This line is not JSON a transcript can hold.")
        if not isinstance(data, dict):
            complain(self.name, number, 1, "T104", "A line of a transcript is a JSON object.")
        return Fields(self.name, number, text, data)

    def _take(self, fields: Fields) -> None:
        if self.header is None:
            self.header, self.extra = header_from(fields)
        elif "turn" in fields.data:
            self._take_turn(fields)
        elif "undo" in fields.data:
            self._take_undo(fields)
        elif "end" in fields.data:
            self._refuse_after_end(fields, "end")
            self.end = end_from(fields)
        else:
            fields.fail("", 'This line is neither a "turn", an "undo" nor an "end".')

    def _take_turn(self, fields: Fields) -> None:
        self._refuse_after_end(fields, "turn")
        record = turn_from(fields)
        wanted = len(self.turns) + 1
        if record.number != wanted:
            fields.fail("turn", f"Turn {record.number} stands where turn {wanted} should.")
        self.turns.append(record)

    def _take_undo(self, fields: Fields) -> None:
        number = fields.take("undo", int)
        if not 1 <= number <= len(self.turns):
            fields.fail("undo", f"There is no turn {number} to take back.")
        self.undone += self.turns[number - 1 :]
        del self.turns[number - 1 :]
        self.end = None  # the last reply taken back opens a finished talk again

    def _refuse_after_end(self, fields: Fields, key: str) -> None:
        if self.end is not None:
            fields.fail(key, "The talk had ended before this line.", "Nothing may follow an end.")


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not a number")
