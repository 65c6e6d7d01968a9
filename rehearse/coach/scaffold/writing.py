"""A new manager's script, written from the template, the words of the stance and the answers."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import wrap

from rehearse.coach.scaffold.answers import Answers, words_of
from rehearse.persona import check_persona_text
from rehearse.persona.schema import MODELINE

_TEMPLATE = Path(__file__).with_name("script.template")
_GAP = re.compile(r"<<(\w+)>>")
_ITEM = re.compile(r"(?P<before> *- (?:line: )?)<<(?P<gap>\w+)>>")  # a line for each that is said
_STORY = "threats"
_WIDTH = 96
# A sentence that YAML reads as it stands; all else goes into quotes.
_SENTENCE = re.compile(r"[A-Za-z(][A-Za-z0-9 ,.;?!'’“”()–-]* [A-Za-z0-9 ,.;?!'’“”()–-]*[.?!)”]")
_PLAIN_NAME = re.compile(r"[A-Za-z][A-Za-z.'-]*(?: [A-Za-z.'-]+)+")
_PLAIN_WORD = re.compile(r"[A-Za-z]{6,}")
_PLAIN_ID = re.compile(
    r"[a-z]+(?:-[a-z0-9]+)+|[a-z]{6,}"
)  # both too long for `no`, `null`, `false`
_ALLOWED = "# rehearse: allow {codes} because I want it in these words"


def script_text(name: str, script_id: str, answers: Answers, program: str = "rehearse") -> str:
    """The whole script: commented, without findings, its stories as promised.

    `name` is the manager's as shown, `script_id` that of the file without its ending, and
    `program` what its remarks call the program. Where the check has something to say against the
    words of an answer, a remark allows it: they are the coach's own.
    """
    answers = answers.complete()
    said = {
        **words_of(answers.stance),
        "wants": (answers.wants,),
        "fears": (answers.fears,),
        "objection_1": answers.objections[:1],
        "objection_2": answers.objections[1:],
    }
    single = {key: values[0] for key, values in said.items()} | {
        "modeline": MODELINE,
        "file": f"{script_id}.yaml",
        "program": program,
        "id": script_id if _PLAIN_ID.fullmatch(script_id) else f'"{script_id}"',
        "name": _named(name),
        "role": _named(answers.role),
        "stance": answers.stance,
        "scene": answers.scene,
    }
    text = "\n".join(_filled(_TEMPLATE.read_text(encoding="utf-8"), single, said)) + "\n"
    return _allowed(text, f"{script_id}.yaml")


def quoted(text: str) -> str:
    """A text on one line, in quotes, as YAML reads it back unchanged."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _filled(
    template: str, single: Mapping[str, str], said: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    """The lines of the template with the gaps filled."""
    folded = False
    for line in template.splitlines():
        item = _ITEM.fullmatch(line)
        if folded:
            yield from _in_paragraph(_GAP.sub(lambda found: single[found[1]], line))
        elif item and item["gap"] == _STORY:
            yield from _threats(item["before"], said[_STORY])
        elif item:
            yield from (item["before"] + _spoken(text) for text in said[item["gap"]])
        else:
            yield _GAP.sub(lambda found: single[found[1]], line)
        folded = line.endswith(": >")


def _in_paragraph(line: str) -> list[str]:
    """A line of a folded text, broken at spaces alone: only there YAML puts it together again."""
    indent = line[: len(line) - len(line.lstrip())]
    return wrap(
        line.strip(), _WIDTH, initial_indent=indent, subsequent_indent=indent,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _named(text: str) -> str:
    plain = _PLAIN_NAME.fullmatch(text) or _PLAIN_WORD.fullmatch(text)
    return text if plain else quoted(text)


def _spoken(text: str) -> str:
    return text if _SENTENCE.fullmatch(text) else quoted(text)


def _threats(before: str, replies: Sequence[str]) -> Iterator[str]:
    """The replies of a story, the last of which ends it."""
    for reply in replies[:-1]:
        yield before + _spoken(reply)
    yield f"{before}you: {_spoken(replies[-1])}"
    yield f"{' ' * len(before)}expect: {{outcome: walked_out}}"


def _allowed(text: str, file: str) -> str:
    """The script with a remark above each line on which the check has something to say."""
    codes: dict[int, set[str]] = defaultdict(set)
    for problem in check_persona_text(text, file):
        codes[problem.place.line].add(problem.code)
    lines = []
    for number, line in enumerate(text.splitlines(), 1):
        if number in codes:
            indent = line[: len(line) - len(line.lstrip())]
            lines.append(indent + _ALLOWED.format(codes=", ".join(sorted(codes[number]))))
        lines.append(line)
    return "\n".join(lines) + "\n"
