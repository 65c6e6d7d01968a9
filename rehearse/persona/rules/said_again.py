"""P405: a weight that changes nothing (hint).

The line stands alone, or all lines of the set have the same weight.

Why: a weight says how much more often one line is chosen than the others.

Mend: take it out, or add lines.

Fails:

    endings:
      not_yet:
        says: {line: Let us talk again., weight: 2}

Passes:

    endings:
      not_yet:
        says: [{line: Let us talk again., weight: 2}, Another time.]

P409: a line that was said before (warning).

The same words stand in what the beat says when the talk comes to it.

Why: no line is said twice as long as another is left: in one of the two places it is missing.

Mend: write another way to say it.

Fails:

    beats:
      the_case:
        otherwise: [Why you?, And more?, What did it change?]

Passes:

    beats:
      the_case:
        otherwise: [What else?, And more?, What did it change?]

P412: lines that are used up (hint).

Every line of a set that can come up again is marked `once`.

Why: when all have been said, there is nothing left to say.

Mend: leave one of them without `once`.

Fails:

    beats:
      the_case:
        otherwise:
          - {line: What else?, once: yes}
          - {line: And more?, once: yes}
          - {line: What did it change?, once: yes}

Passes:

    beats:
      the_case:
        otherwise:
          - {line: What else?, once: yes}
          - {line: And more?, once: yes}
          - What did it change?
"""

from collections.abc import Iterator

from rehearse.persona.linesets import LineSet, line_sets
from rehearse.persona.script import Script
from rehearse.source import Place, Problem


def check(script: Script) -> Iterator[Problem]:
    """Each line said elsewhere in its beat, idle weight, and set that runs dry."""
    spoken: dict[tuple[str, str], Place] = {}
    for found in line_sets(script.persona):
        yield from _weights(script, found)
        if found.kind in ("otherwise", "asks_back") and all(line.once for line in found.lines):
            message = f"Every line of {found.site} can be said once only."
            mend = "Leave one of them without once."
            yield script.document.problem(_place(script, found), "P412", message, mend, "hint")
        for line in found.lines:
            if line.place is None:
                continue
            if found.kind == "beat":
                spoken[found.owner, line.text] = line.place
            elif (found.owner, line.text) in spoken:
                where = spoken[found.owner, line.text].in_words(line.place.file)
                message = f"'{found.owner}' has said this on the way in, in {where}."
                mend = "Write another way to say it."
                yield script.document.problem(line.place, "P409", message, mend, "warning")


def _weights(script: Script, found: LineSet) -> Iterator[Problem]:
    weights = {line.weight for line in found.lines}
    if len(weights) == 1 and weights != {1.0}:
        message = "This weight changes nothing: no other line of the set has another."
        mend = "Take it out, or add lines."
        yield script.document.problem(_place(script, found), "P405", message, mend, "hint")


def _place(script: Script, found: LineSet) -> Place:
    return found.lines[0].place or script.document.root.place
