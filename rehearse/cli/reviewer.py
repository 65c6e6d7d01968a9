"""For reviewing a talk: going through it, scoring it, taking one in from text."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rehearse.cli.arguments import Arguments
from rehearse.cli.output import print_json, print_lines, say
from rehearse.terminal.program import program

if TYPE_CHECKING:
    from rehearse.persona.model import Persona
    from rehearse.reading.own import OwnPhrases
    from rehearse.transcript.model import Transcript
    from rehearse.transcript.replaying import Moment

_STDIN = "<standard input>"


def run_replay(argv: Sequence[str]) -> int:
    """`rehearse replay TRANSCRIPT`: each turn with its reading, its mood and its rule."""
    parser = Arguments("replay", "Go through a talk turn by turn: what was said, how it read, why.")
    parser.add_argument("transcript", metavar="TRANSCRIPT", help="a talk on record; - is a pipe")
    parser.personas_option()
    parser.plain_option()
    parser.json_option("the talk")
    given = parser.parse(argv)

    from rehearse.transcript.replaying import moments, verify
    from rehearse.transcript.store import own_phrases

    transcript = _transcript(given.transcript)
    own = own_phrases()
    persona, trouble = _script_of(transcript, given.personas, own)
    differences = verify(transcript, persona, own=own) if persona else ()
    seen = moments(transcript, persona)
    if given.json:
        print_json(_replay_json(transcript, seen, differences if persona else None))
        return 0
    from rehearse.terminal.show_replay import show_replay
    from rehearse.terminal.typeset import dumb_terminal, page_width

    name = persona.name if persona else "Manager"
    plain = given.plain or dumb_terminal()
    print_lines(show_replay(transcript, seen, name, page_width(), plain))
    for sentence in [trouble, *differences]:
        if sentence:
            say(sentence)
    return 0


def _script_of(
    transcript: "Transcript", folders: Sequence[Path], own: "OwnPhrases"
) -> tuple["Persona | None", str]:
    """The script a talk was held with, if it is here and unchanged; else a sentence why not."""
    if transcript.header.persona is None:
        return None, ""
    from rehearse.persona.shelf import find_held
    from rehearse.source.problem import SourceError
    from rehearse.transcript.replaying import why_not_the_same
    from rehearse.transcript.store import persona_folders

    wanted, sha256 = transcript.header.persona["id"], transcript.header.persona["sha256"]
    try:
        persona = find_held(wanted, sha256, persona_folders(folders))
    except SourceError as error:
        place = error.problems[0].place
        return None, f"The script of {wanted} has a mistake in it ({place}); shown as recorded."
    except ValueError:
        return None, f"The script of {wanted} is not among the managers here; shown as recorded."
    reason = why_not_the_same(transcript, persona, own)
    return (None, f"{reason} Shown as recorded.") if reason else (persona, "")


def _replay_json(
    transcript: "Transcript", seen: Sequence["Moment"], differences: tuple[str, ...] | None
) -> dict[str, Any]:
    from rehearse.transcript.lines import end_json, header_json, turn_json

    return {
        "header": header_json(transcript.header, transcript.extra),
        "turns": [
            {**turn_json(moment.record),
             "mood_before": None if moment.mood_before is None else dict(moment.mood_before),
             "rule_line": moment.rule_line, "rule_file": moment.rule_file,
             "answer": list(moment.answer)}
            for moment in seen
        ],
        "undone": [turn_json(record) for record in transcript.undone],
        "end": end_json(transcript.end)["end"] if transcript.end else None,
        "same": None if differences is None else not differences,
        "differences": list(differences or ()),
    }  # fmt: skip


def run_score(argv: Sequence[str]) -> int:
    """`rehearse score TRANSCRIPT...`: a scorecard for each talk."""
    parser = Arguments(
        "score",
        "Score a talk: what it is worth on each criterion, and which words earned it.",
        "With --json, one talk gives one object and several give a list.",
    )
    parser.add_argument("transcripts", metavar="TRANSCRIPT", nargs="+",
                        help="a talk on record; - is a pipe")  # fmt: skip
    parser.json_option("the scorecards")
    given = parser.parse(argv)

    from rehearse.scoring import score

    cards = [score(transcript) for transcript in [_transcript(name) for name in given.transcripts]]
    if given.json:
        documents = [card.to_json() for card in cards]
        print_json(documents[0] if len(documents) == 1 else documents)
        return 0
    from rehearse.terminal.show_scorecard import show_scorecard
    from rehearse.terminal.typeset import page_width, printable

    for number, (name, card) in enumerate(zip(given.transcripts, cards, strict=True)):
        if len(cards) > 1:
            print_lines([*([""] if number else []), printable(name)])
        print_lines(show_scorecard(card, page_width()))
    return 0


def run_import(argv: Sequence[str]) -> int:
    """`rehearse import FILE`: a talk written down as text becomes a transcript."""
    parser = Arguments(
        "import",
        "Take in a talk held elsewhere, so that it can be scored. Each line starts with who\n"
        "speaks: Me: or You:, and Manager: or Boss:, or the two names.",
        f"Then: {program()} score OUT. Without -o the transcript goes to standard output.",
    )
    parser.add_argument("file", metavar="FILE", help="the talk as text; - is a pipe")
    parser.add_argument("-o", dest="out", metavar="OUT", type=Path, help="the file to make")
    given = parser.parse(argv)

    from rehearse.transcript.importing import import_talk, who_speaks
    from rehearse.transcript.lines import transcript_lines
    from rehearse.transcript.recorder import write_transcript
    from rehearse.transcript.store import own_phrases

    text, name = _text(given.file)
    lines = list(transcript_lines(import_talk(text, name, own_phrases())))
    you, they = who_speaks(text)
    say(f"Taken for you: {_names(you)}. Taken for the manager: {_names(they)}.")
    if given.out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write("".join(line + "\n" for line in lines).encode("utf-8"))
        return 0
    write_transcript(lines, given.out)
    count = len(lines) - 1
    say(f"{given.out}: a talk with {count} {'reply' if count == 1 else 'replies'} of yours.")
    return 0


def _names(names: Sequence[str]) -> str:
    from rehearse.terminal.typeset import printable

    return " and ".join(f"“{printable(name)}”" for name in names) or "nobody"


def _text(name: str) -> tuple[str, str]:
    """The text of a file or of standard input, and what complaints call it."""
    from rehearse.source.document import read_text

    if name != "-":
        return read_text(name)[0], name
    from rehearse.source.problem import Place, Problem, SourceError

    raw = sys.stdin.buffer.read()
    try:
        return raw.decode("utf-8-sig"), _STDIN
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        place = Place(_STDIN, before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise SourceError([Problem(place, "I100", "This is not UTF-8 text.")]) from None


def _transcript(name: str) -> "Transcript":
    """The transcript in a file or on standard input; a torn last line is said beside the answer."""
    from rehearse.transcript.opening import parse_transcript, read_transcript

    if name == "-":
        transcript = parse_transcript(sys.stdin.buffer.read(), _STDIN)
    else:
        transcript = read_transcript(name)
    if transcript.torn:
        say(f"{transcript.path}: {transcript.torn}")
    return transcript
