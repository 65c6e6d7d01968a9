"""A story written into a script, with every byte of the rest kept as it is."""

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from rehearse.coach.blessing import NotBlessedError
from rehearse.coach.stories import play_story
from rehearse.persona import load_persona, parse_persona
from rehearse.persona.model import Expectation, Persona, Story
from rehearse.source import Document, Node, SourceError, parse_document

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_PLAIN = re.compile(r"[A-Za-z](?:[\w '.!?;()%’-]|,(?= )|:(?=\w))*(?<! )")
_WORDS_OF_YAML = {"yes", "no", "on", "off", "true", "false", "null", "y", "n"}
_EMPTY_LIST = re.compile(r"(stories[ \t]*:)[ \t]*\[[ \t]*\]")
_DASH = re.compile(r"( *)-(?=\s|$)")
_END_OF_YAML = re.compile(r"\.\.\.(?=\s|$)")
_HIDDEN = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


@dataclass(frozen=True, slots=True)
class Added:
    """What was added to a script: the lines from `line` on, as they stand in the file."""

    line: int
    text: str


def add_story(path: str | Path, story: Story) -> Added:
    """Write a story at the end of the stories of the script in a file.

    The file is replaced in one step, and only by one that loads, that says the same but for the
    story, and with which the story goes as promised. Raises NotBlessedError, or SourceError where
    the file cannot be read.
    """
    real = Path(os.path.realpath(path))  # a link stays a link
    before = load_persona(path)
    if not os.access(real, os.W_OK):  # replacing would get round the coach's own lock
        raise NotBlessedError(f"{path} may not be written to, so nothing was.")
    data = real.read_bytes()
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    text = data[len(mark) :].decode("utf-8")
    changed, added = with_story(text, story, str(path))
    _prove(before, changed, story, str(path))
    if real.read_bytes() != data:
        raise NotBlessedError(f"{path} was changed just now, so nothing was written; try again.")
    _replace(real, mark + changed.encode("utf-8"))
    return added


def with_story(text: str, story: Story, file: str = "<text>") -> tuple[str, Added]:
    """The text of a script with the story added, and what was added. Raises NotBlessedError."""
    document = parse_document(text, file)
    root = document.root
    lines = _LINE.findall(text)
    broken = lines[0][len(lines[0].rstrip("\r\n")) :] if lines else "\n"
    end = broken or "\n"
    if root.kind != "map" or root.flow:
        raise _by_hand(story, f"{file} is written in braces")
    left = min(key.place.column for key in root.keys.values()) - 1
    node = root.get("stories")
    if node is None:
        at, column, head = _foot(lines), left + 2, [" " * left + "stories:"]
    else:
        at, column = _after_stories(document, node, lines, story)
        head = []
    spaced = [""] if _wants_gap(document, node, lines, at) else []
    added = [*spaced, *head, *story_lines(story, column)]
    if at and not lines[at - 1].endswith(("\n", "\r")):
        lines[at - 1] += end
    lines[at:at] = [line + end for line in added]
    shown = "\n".join(added[len(spaced) :])
    return "".join(lines), Added(at + len(spaced) + 1, shown)


def _foot(lines: list[str]) -> int:
    """Where a new key may follow the last line: before the sign that ends the YAML, if any."""
    return next((n for n, line in enumerate(lines) if _END_OF_YAML.match(line)), len(lines))


def _after_stories(
    document: Document, node: Node, lines: list[str], story: Story
) -> tuple[int, int]:
    """How many lines stand before the new story, and the column of its dash, from 0."""
    key = document.root.keys["stories"]
    first = key.place.line  # the line after the key's, counted from 0
    if node.kind != "list" or node.flow:
        plain, times = _EMPTY_LIST.subn(r"\1", lines[first - 1])
        if node.kind != "list" or node.items or not times:
            raise _by_hand(story, f"{document.file} has its stories in brackets")
        lines[first - 1] = plain
        return first, key.place.column + 1
    following = [one.place.line - 1 for one in document.root.keys.values()
                 if one.place.line > first]  # fmt: skip
    stop = min([*following, _foot(lines)])
    dash = next((found for line in lines[first:stop] if (found := _DASH.match(line))), None)
    if dash is None:
        raise _by_hand(story, f"the stories of {document.file} could not be told apart")
    column = len(dash[1])
    while stop > first and not _belongs(lines[stop - 1], column):
        stop -= 1
    return stop, column


def _belongs(line: str, column: int) -> bool:
    """Whether a line is part of the last story, and not a remark or a gap after it."""
    words = line.strip()
    return bool(words) and not (words[0] == "#" and len(line) - len(line.lstrip()) <= column)


def _wants_gap(document: Document, node: Node | None, lines: list[str], at: int) -> bool:
    """Whether an empty line should go before: always before a new key, else as stories have it."""
    if node is None:
        return bool(at) and bool(lines[at - 1].strip())
    first = [item.place.line for item in node.items]
    return len(first) > 1 and not lines[first[1] - 2].strip()


def story_lines(story: Story, column: int) -> list[str]:
    """The story as lines of YAML, its dash in this column, from 0."""
    left = " " * column
    lines = [f"{left}- name: {_scalar(story.name)}"]
    if story.seed != 1:
        lines.append(f"{left}  seed: {story.seed}")
    if story.start:
        lines.append(f"{left}  from: {story.start}")
    if story.mood:
        lines.append(f"{left}  mood: {_map(story.mood)}")
    lines.append(f"{left}  talk:")
    for step in story.talk:
        lines.append(f"{left}    - you: {_scalar(step.you)}")
        promised = _map(dict(_promised(step.expect or Expectation())))
        lines += [f"{left}      expect: {promised}"] if promised != "{}" else []
    return lines


def _promised(expect: Expectation) -> Iterator[tuple[str, str]]:
    if expect.tone:
        yield "tone", expect.tone
    if expect.moves:
        yield "moves", f"[{', '.join(expect.moves)}]"
    if expect.beat:
        yield "beat", expect.beat
    if expect.outcome:
        yield "outcome", expect.outcome


def _map(values: Mapping[str, object]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in values.items()) + "}"


def _scalar(words: str) -> str:
    """Words as YAML reads them back: as they are where that is safe, else in quotes."""
    if _PLAIN.fullmatch(words) and words.lower() not in _WORDS_OF_YAML:
        return words
    if '"' in words and "'" not in words and words.isprintable():
        return f"'{words}'"
    quoted = json.dumps(words, ensure_ascii=False)
    return _HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _prove(before: Persona, changed: str, story: Story, file: str) -> None:
    """See that the changed script is the old one with the story, and that the story goes well."""
    try:
        after = parse_persona(changed, file)
    except SourceError as error:
        raise _by_hand(story, f"it cannot be written: {error.problems[0].message}") from None
    kept = replace(after, stories=before.stories, path=before.path, sha256=before.sha256)
    if kept != before or after.stories != (*before.stories, story):
        raise _by_hand(story, f"it could not be put into {file} without changing something else")
    result = play_story(after, after.stories[-1])
    if not result.passed:
        raise NotBlessedError(f"The story would not go as promised.\n{result.render()}")


def _by_hand(story: Story, why: str) -> NotBlessedError:
    shown = "\n".join(story_lines(story, 2))
    return NotBlessedError(f"Nothing was written, for {why}. This is the story:\n{shown}")


def _replace(path: Path, data: bytes) -> None:
    """Put the file's new content in its place in one step: it is the old one or the new one."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(path, name)
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
