"""A talk turn by turn, as lines of plain text: what was said, how it read, and what it did."""

from collections.abc import Mapping, Sequence

from rehearse.terminal import wording
from rehearse.terminal.program import program
from rehearse.terminal.show_reading import show_marked, show_own, show_scale
from rehearse.terminal.typeset import printable, wrap
from rehearse.transcript.model import Transcript
from rehearse.transcript.replaying import Moment


def show_replay(
    transcript: Transcript,
    moments: Sequence[Moment],
    manager: str = "Manager",
    width: int = 80,
    plain: bool = False,
) -> list[str]:
    """The whole talk for a person; `manager` is what the other side is called.

    `plain`: words are quoted, and nothing is drawn.
    """
    lines = _head(transcript)
    for moment in moments:
        lines += ["", *show_moment(moment, manager, width, plain)]
    lines += ["", *_close(transcript, moments, manager, width)]
    if transcript.undone:
        lines += ["", "Taken back:"]
        for record in transcript.undone:
            lines += wrap(f"turn {record.number}: {record.reply}", width, "    ", first="  ")
    return lines


def _head(transcript: Transcript) -> list[str]:
    header = transcript.header
    if header.persona is None:
        return ["A talk brought in by import: there is no script behind it."]
    meters = ", ".join(f"{meter} {value}" for meter, value in header.mood.items())
    begun = [f"Begun in {header.start}"] * bool(header.start) + [f"With {meters}"] * bool(meters)
    return [f"A talk with {printable(header.persona['id'])}, seed {header.seed},"
            f" started {printable(header.started)}", *map(printable, begun)]  # fmt: skip


def show_moment(moment: Moment, manager: str, width: int = 80, plain: bool = False) -> list[str]:
    """One turn: the manager's lines, the reply with its cues underlined, reading, mood, rule."""
    record = moment.record
    where = f" ({printable(record.state)})" if record.state else ""
    lines = [f"Turn {record.number}{where}"]
    for line in record.manager:
        lines += wrap(f"{manager}: {line}", width, "    ", first="  ")
    reading = record.reading
    lines += ["  You:", *show_marked(record.reply, reading, width, "    ", plain)]
    sure = "" if reading.certain else ", not certain"
    lines.append(f"  Tone: {reading.tone.replace('_', '-')}{sure}")
    lines += [f"  {line}" for line in show_scale(reading, width - 2, plain)]
    lines += wrap(wording.heard(reading), width, "    ", first="  ")
    lines += [f"  {line}" for line in show_own(reading, width - 2)]
    lines += [f"  {line}" for line in _what_it_did(moment)]
    return lines


def _what_it_did(moment: Moment) -> list[str]:
    record, lines = moment.record, []
    if record.mood is not None:
        lines.append(f"Mood: {_mood_change(moment.mood_before, record.mood)}")
    if record.rule:
        file = moment.rule_file or "the script"
        where = f", line {moment.rule_line} of {file}" if moment.rule_line else ""
        lines.append(f"Rule: {printable(record.rule)}{where}")
    elif record.state is not None:
        lines.append("Rule: none held")
    if record.to is not None and record.to != record.state:
        lines.append(f"Then: {printable(record.to)}")
    return lines


def _mood_change(before: Mapping[str, int] | None, after: Mapping[str, int]) -> str:
    parts = []
    for name, now in after.items():
        was = now if before is None else before.get(name, now)
        change = f"{was} to {now} ({now - was:+d})" if was != now else str(now)
        parts.append(f"{printable(name)} {change}")
    return ", ".join(parts) or "no meters"


def _close(
    transcript: Transcript, moments: Sequence[Moment], manager: str, width: int
) -> list[str]:
    lines = []
    for line in moments[-1].answer if moments else ():
        lines += wrap(f"{manager}: {line}", width, "    ", first="  ")
    if transcript.end is not None:
        end = transcript.end
        return [*lines, f"The end: {printable(end.state)}, {end.outcome.replace('_', ' ')}"]
    if transcript.header.persona is None:
        return lines
    return [
        *lines,
        f"The talk was interrupted here; {program()} practice --resume goes on with it.",
    ]
