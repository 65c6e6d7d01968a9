"""P009: something left to be written (warning).

TODO, FIXME, TBD, XXX, "Lorem ipsum", or "Name here", in any text of the script.

Why: the learner would read it.

Mend: write it, or keep the note to yourself in a remark after `#`.

Fails:

    endings:
      not_yet:
        says: TODO a friendly no

Passes:

    endings:
      not_yet:
        says: Let us talk again.

P402: a line that is too long (hint).

More than 240 characters.

Why: it is read in a small window, with a beating heart; people talk in shorter turns.

Mend: say the half of it, or let another beat say the rest.

Fails:

    endings:
      not_yet:
        says: >
          I have been in this trade for a very long time, and I have seen a good many people come
          and go, and some of them were like you and some of them were not, and I always told
          them that a year is a long time and that we will see, and so I say to you that we will.

Passes:

    endings:
      not_yet:
        says: A year is a long time. Let us talk again.

P404: the same line twice in one set (warning).

Why: no line is said twice as long as another is left, so the second is never said.

Mend: write another way to say it.

Fails:

    beats:
      the_case:
        otherwise: [What else?, And more?, What did it change?, What else?]

Passes:

    beats:
      the_case:
        otherwise: [What else?, And more?, What did it change?]

P408: a line that a comma has cut in two (warning).

Inside [square brackets] a comma begins the next line.

Why: the manager would say only half of it.

Mend: put a line with a comma in double quotes.

Fails:

    beats:
      the_case:
        otherwise: [Well, go on., And more?, What did it change?]

Passes:

    beats:
      the_case:
        otherwise: ["Well, go on.", And more?, What did it change?]
"""

import re
from collections.abc import Iterator

from rehearse.persona.linesets import LineSet, line_sets
from rehearse.persona.script import Script
from rehearse.source import Node, Place, Problem

_MARKS = r"\b(?:TODO|FIXME|TBD|XXX|Lorem ipsum)\b"
_STAND_INS = r"\A\W*(?:[Yy]our )?(?:[Nn]ame|[Tt]ext|[Ll]ine)s? here\W*\Z"
_LEFT_OVER = re.compile(f"{_MARKS}|{_STAND_INS}")
_LONGEST = 240
_SHOWN = 30
_FINISHED = (".", "!", "?", "…", ")", '"', "'", "”", "’", ":", "—", "}")


def check(script: Script) -> Iterator[Problem]:
    """Each line with one of these faults."""
    yield from _left_over(script)
    for use in script.named("line"):
        if len(use.name) > _LONGEST:
            message = f"This line has {len(use.name)} characters; people talk in shorter turns."
            yield script.document.problem(
                use.place, "P402", message, f"Keep it under {_LONGEST}.", "hint"
            )
    in_brackets = {item.place for item in _in_brackets(script.document.root)}
    for lines in line_sets(script.persona):
        yield from _twice(script, lines)
        yield from _cut(script, lines, in_brackets)


def _left_over(script: Script) -> Iterator[Problem]:
    for node in _texts(script.document.root):
        if found := _LEFT_OVER.search(node.value):
            message = f"'{found[0]}' is left over in this text."
            yield script.document.problem(node, "P009", message, "Write it.", "warning")


def _texts(node: Node) -> Iterator[Node]:
    """Every text but the notes, which are for coaches."""
    if node.kind == "text":
        yield node
    for item in node.items:
        yield from _texts(item)
    for key, value in node.entries.items():
        if key != "note":
            yield from _texts(value)


def _twice(script: Script, found: LineSet) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for line in found.lines:
        if line.place is None:
            continue
        if line.text in seen:
            message = f"This line is already in the set, in line {seen[line.text]}."
            yield script.document.problem(
                line.place, "P404", message, "Write another way to say it.", "warning"
            )
        seen.setdefault(line.text, line.place.line)


def _cut(script: Script, found: LineSet, in_brackets: set[Place]) -> Iterator[Problem]:
    for line, following in zip(found.lines, found.lines[1:], strict=False):
        if line.place not in in_brackets or following.place not in in_brackets:
            continue
        if not line.text.endswith(_FINISHED) and following.text[:1].islower():
            message = f"A comma cuts this line off after '{_last_words(line.text)}'."
            mend = "Inside [brackets], put a line with a comma in double quotes."
            yield script.document.problem(following.place or found.lines[0].place or
                script.document.root.place, "P408", message, mend, "warning")  # fmt: skip


def _last_words(text: str) -> str:
    """The end of a line, whole words of it, with an ellipsis for what is before them."""
    return text if len(text) <= _SHOWN else "… " + text[-_SHOWN:].partition(" ")[2]


def _in_brackets(node: Node) -> Iterator[Node]:
    if node.kind == "list" and node.flow:
        yield from (item for item in node.items if item.plain)
    for child in [*node.items, *node.entries.values()]:
        if child.kind != "text":
            yield from _in_brackets(child)
