"""P407: slips of the hand in a line (hint).

Two spaces within a line, a space before a comma or a stop, straight and curly quotes in one line.

Why: it looks careless on the learner's screen.

Mend: type it as it should be read.

Fails:

    endings:
      not_yet:
        says: Let us talk again , in spring.

Passes:

    endings:
      not_yet:
        says: Let us talk again, in spring.

P411: a bracket without its partner (warning).

What a manager does stands in (round brackets) that are opened and closed.

Why: the learner could not tell what is done from what is said.

Mend: close it.

Fails:

    endings:
      not_yet:
        says: (He shakes his head. Let us talk again.

Passes:

    endings:
      not_yet:
        says: (He shakes his head.) Let us talk again.
"""

import re
from collections.abc import Iterator

from rehearse.persona.script import Script
from rehearse.source import Problem

_SPACED = re.compile(r"\w [,.;!?](?:\s|$)")


def check(script: Script) -> Iterator[Problem]:
    """Each line with one of these slips."""
    for use in script.named("line"):
        slip = _slip(use.name)
        if slip:
            message = f"There is {slip} in this line."
            mend = "Type it as it should be read."
            yield script.document.problem(use.place, "P407", message, mend, "hint")
        if use.name.count("(") != use.name.count(")"):
            message = "A round bracket in this line has no partner."
            mend = "Put what the manager does into (brackets)."
            yield script.document.problem(use.place, "P411", message, mend, "warning")


def _slip(line: str) -> str:
    if _SPACED.search(line):
        return "a space before a punctuation mark"
    straight, curly = set(line) & set("\"'"), set(line) & set("“”‘’")
    if ("'" in straight and curly & set("‘’")) or ('"' in straight and curly & set("“”")):
        return "a mix of straight and curly quotes"
    return ""
