"""For anyone: how a reply reads."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rehearse.cli.arguments import Arguments, UsageError
from rehearse.cli.output import print_json, print_json_line, print_lines, say
from rehearse.source.problem import Place, Problem, SourceError

if TYPE_CHECKING:
    from rehearse.persona.model import Persona
    from rehearse.reading.edits import Read
    from rehearse.reading.reader import Reader

_STDIN = "<standard input>"


def run_read(argv: Sequence[str]) -> int:
    """`rehearse read [TEXT]`: one reading of TEXT, or one for each line of standard input."""
    parser = Arguments(
        "read",
        "Show how a reply reads: its tone, the smallest edit that would change it, its moves, and\n"
        "the words that made them.",
        "Without TEXT, each line of standard input is a reply and gets its answer at once. A line\n"
        'may be a JSON object: {"text": "...", "in_reply_to": "..."}.\n'
        "--json gives the reading alone; the edit takes many readings and is for people.",
    )
    parser.add_argument("text", metavar="TEXT", nargs="?", help="the reply")
    parser.add_argument("--in-reply-to", metavar="LINE", default="", help="what it answers")
    parser.add_argument("--persona", metavar="PERSONA",
                        help="an id or a script: its phrases and topics count too")  # fmt: skip
    parser.personas_option()
    parser.add_argument("--all", action="store_true", help="the sum with every cue in its own row")
    parser.plain_option()
    parser.json_option("the reading")
    options = parser.parse(argv)

    persona = _persona(parser, options)
    read = _reader(persona).read
    if options.text is not None:
        _show(read, options, persona, options.text, options.in_reply_to)
        return 0
    if sys.stdin.isatty():
        say("Type a reply and press Enter; Ctrl-D on an empty line ends.")
    for text, in_reply_to in _replies(options.in_reply_to):
        _show(read, options, persona, text, in_reply_to, one_line=True)
    return 0


def _persona(parser: Arguments, options: Namespace) -> "Persona | None":
    if options.persona is None:
        if options.personas:
            parser.error("--personas goes with --persona, which says whose phrases count")
        return None
    from rehearse.persona import find_persona
    from rehearse.transcript.store import persona_folders

    try:
        return find_persona(options.persona, persona_folders(options.personas), say)
    except SourceError:
        raise
    except ValueError as error:
        raise UsageError(f"{parser.prog}: {error}") from None


def _reader(persona: "Persona | None") -> "Reader":
    """Reads by the book, by phrases of one's own, and by this manager's phrases and topics."""
    from rehearse.reading import reader_knowing
    from rehearse.reading.own import OwnPhrases
    from rehearse.transcript.store import own_phrases

    reader = reader_knowing(own_phrases())
    if persona is None:
        return reader
    return reader.with_own(OwnPhrases(persona.phrases)).with_phrases(topics=persona.topics)


def _show(
    read: "Read",
    options: Namespace,
    persona: "Persona | None",
    text: str,
    in_reply_to: str,
    *,
    one_line: bool = False,
) -> None:
    reading = read(text, in_reply_to)
    if options.json:
        (print_json_line if one_line else print_json)(reading.to_json())
        return
    from rehearse.reading import smallest_edit
    from rehearse.terminal.show_reading import show_reading
    from rehearse.terminal.typeset import dumb_terminal, page_width

    edit = smallest_edit(reading, in_reply_to, read)
    plain = options.plain or dumb_terminal()
    print_lines(show_reading(reading, page_width(), plain, edit, options.all, persona))
    if one_line:
        print()
        sys.stdout.flush()


def _replies(in_reply_to: str) -> Iterator[tuple[str, str]]:
    """Each line of standard input as (reply, what it answers), as soon as it is there."""
    for number, raw in enumerate(iter(sys.stdin.buffer.readline, b""), 1):
        try:
            line = raw.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            column = len(raw[: error.start].decode("utf-8", "replace")) + 1
            raise _bad_line(number, column, "This is not UTF-8 text.") from None
        given = _object(line)
        if given is None:
            yield line, in_reply_to
        else:
            yield (
                _field(number, line, given, "text"),
                (_field(number, line, given, "in_reply_to", in_reply_to)),
            )


def _object(line: str) -> dict[str, Any] | None:
    """The JSON object a line is, or None where it is a plain reply."""
    if not line.lstrip().startswith("{"):
        return None
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


def _field(
    number: int, line: str, given: dict[str, Any], key: str, default: str | None = None
) -> str:
    value = given.get(key)
    if value is None and default is not None:
        return default
    if isinstance(value, str):
        return value
    column = max(line.find(f'"{key}"') + 1, 1)
    wrong = f'"{key}" is not text.' if key in given else f'The object has no "{key}".'
    raise _bad_line(number, column, wrong, 'Write {"text": "...", "in_reply_to": "..."}.')


def _bad_line(number: int, column: int, message: str, mend: str = "") -> SourceError:
    return SourceError([Problem(Place(_STDIN, number, column), "R100", message, mend)])
