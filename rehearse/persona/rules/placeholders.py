"""P401: a {placeholder} that nothing fills (error).

Known are {name} {role} {date} {figure} {point} {quote} and every name remembered with words; braces
come in pairs.

Why: the manager would not say the line, or would say braces.

Mend: take the name that is suggested, or keep the words: `remember: {offer: quote}`.

Fails:

    beats:
      the_case:
        says: ["Why you, {nmae}?", Why you?]

Passes:

    beats:
      the_case:
        says: ["Why you, {name}?", Why you?]

P410: lines that may all fall away (warning).

A line whose placeholder has no value is passed by. A set of lines should hold one without a
placeholder, unless its condition makes sure of the value.

Why: else there is nothing to say to those who never gave their name.

Mend: add one line without a placeholder.

Fails:

    beats:
      the_case:
        says: "Why you, {name}?"

Passes:

    beats:
      the_case:
        says: ["Why you, {name}?", Why you?]
"""

import re
from collections.abc import Iterator

from rehearse.persona.linesets import LineSet, line_sets
from rehearse.persona.model import PLACEHOLDERS, Condition, Line
from rehearse.persona.script import Script
from rehearse.source import Problem, did_you_mean

_BRACED = re.compile(r"\{([^{}]*)\}")


def check(script: Script) -> Iterator[Problem]:
    """Each unknown or unbalanced placeholder, and each set of lines that may all fall away."""
    kept = [use.name for use in script.named("words kept")]
    marks = [use.name for use in script.named("memory made")]
    known = [*PLACEHOLDERS, *kept]
    fillable = set(known)
    for use in script.named("line"):
        for name in _BRACED.findall(use.name):
            if name in fillable:
                continue
            mend = did_you_mean(name, known)
            if name in marks:
                mend = f"Remember it with words: remember: {{{name}: quote}}"
            message = f"Nothing fills the placeholder {{{name}}}."
            yield script.document.problem(use.place, "P401", message, mend)
        if re.search(r"[{}]", _BRACED.sub("", use.name)):
            message = "A brace in this line has no partner."
            mend = "Placeholders are written like {name}."
            yield script.document.problem(use.place, "P401", message, mend)
    for found in line_sets(script.persona):
        names = {name for line in found.lines for name in _BRACED.findall(line.text)}
        if found.kind == "reaction" or not names <= fillable:  # what nothing fills was told
            continue
        if not any(_is_safe(line, found) for line in found.lines):
            message = f"Every line of {found.site} has a placeholder that may have no value."
            place = found.lines[0].place or script.document.root.place
            yield script.document.problem(
                place, "P410", message, "Add one line without a placeholder.", "warning"
            )


def _is_safe(line: Line, found: LineSet) -> bool:
    if line.when is not None and not _BRACED.search(line.text):
        return True  # its condition is the coach's affair
    sure = _sure(found.when) | (_sure(line.when) if line.when else set())
    return all(name in sure for name in _BRACED.findall(line.text))


def _sure(when: Condition) -> set[str]:
    """The placeholders that have a value whenever the condition holds."""
    sure = set(when.remembers)
    sure |= {name for name in when.has_pitch if name in ("role", "date")}
    if len(when.mentions) == 1:
        sure |= set(when.mentions)
    if when.pitch:
        sure.add("point")
    if when.any_of or when.all_of or when.topic or when.mentions or when.pitch:
        sure.add("quote")
    return sure
