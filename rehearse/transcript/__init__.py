"""Rehearsals on record. Read in this order:

1. `model`: the records, as plain data.
2. `lines`: from a record to a line of JSON, as contract.md spells it.
3. `claim`, `recorder`: writing while the talk goes on, one window at a time.
4. `fields`, `opening`: reading a file back, with every line checked.
5. `store`: where files are kept and what they are called.
6. `replaying`: playing a transcript's replies again, to look at it, to check it, to resume it.
7. `importing`: a talk held elsewhere, as text.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rehearse.transcript.lines import dump_line, new_header, transcript_lines
    from rehearse.transcript.model import EndRecord, Header, Transcript, TurnRecord
    from rehearse.transcript.opening import parse_transcript, read_transcript
    from rehearse.transcript.recorder import Recorder, now, stamp, write_transcript

__all__ = [
    "EndRecord",
    "Header",
    "Recorder",
    "Transcript",
    "TurnRecord",
    "dump_line",
    "new_header",
    "now",
    "parse_transcript",
    "read_transcript",
    "stamp",
    "transcript_lines",
    "write_transcript",
]

_HOMES = {
    "lines": ("dump_line", "new_header", "transcript_lines"),
    "model": ("EndRecord", "Header", "Transcript", "TurnRecord"),
    "opening": ("parse_transcript", "read_transcript"),
    "recorder": ("Recorder", "now", "stamp", "write_transcript"),
}


def __getattr__(name: str) -> Any:
    """Import a part when it is asked for: a talk's brief only says where talks are kept."""
    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module 'rehearse.transcript' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"rehearse.transcript.{home}"), name)
