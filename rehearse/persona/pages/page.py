"""A page, and how it is read from the docstring of a rule.

A docstring may hold several pages. Each begins with a line like "P101: a way that leads nowhere
(error)." After "Fails:" and "Passes:" an example follows, indented: a part of a script, a command,
or words in (brackets) that say what a script lacks.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import dedent

from rehearse.source.suggest import nearest

_HEAD = re.compile(r"^(P\d{3}): (.+) \((error|warning|hint)\)\.$", re.MULTILINE)
_EXAMPLE = re.compile(r"^(Fails|Passes):\n\n((?:(?: {4}.*)?\n)+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """What `rehearse explain` shows of a code.

    `title` is what it finds, in a few words; `text` the whole page, title line too; `fails` and
    `passes` are parts of a script, one with just this finding and one without any.
    """

    code: str
    title: str
    severity: str
    text: str
    fails: str
    passes: str


def nearest_code(word: str, known: Iterable[str]) -> str:
    """The sentence "Did you mean P101?" for the code most like a word; "" if none is like it."""
    near = nearest(word, [code.lower() for code in known]).upper()
    return f"Did you mean {near}?" if near else ""


def read_pages(doc: str) -> list[Page]:
    """Every page in a docstring; a docstring without one gives none."""
    heads = list(_HEAD.finditer(doc))
    ends = [head.start() for head in heads[1:]] + [len(doc)]
    return [_page(head, doc[head.start() : end]) for head, end in zip(heads, ends, strict=True)]


def _page(head: re.Match[str], text: str) -> Page:
    examples = {found[1]: dedent(found[2]).strip("\n") for found in _EXAMPLE.finditer(text + "\n")}
    return Page(
        code=head[1],
        title=head[2],
        severity=head[3],
        text=text.strip(),
        fails=examples.get("Fails", ""),
        passes=examples.get("Passes", ""),
    )
