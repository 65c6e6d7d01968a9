"""P308: a reaction that does nothing (warning).

It says nothing, moves no meter and remembers nothing, so the reply meets no reaction at all; and
the reactions below it are not tried.

Why: only the first reaction that holds is used.

Mend: give it a line or a mood, or take it out.

Fails:

    reacts:
      - when: aggressive
        note: he should mind this

Passes:

    reacts:
      - when: aggressive
        mood: {trust: -10}
"""

from collections.abc import Iterator

from rehearse.persona.script import Script
from rehearse.source import Problem


def check(script: Script) -> Iterator[Problem]:
    """Each reaction without lines and effects."""
    for response in script.persona.reacts:
        changes = any(response.mood.values()) or response.remember or response.forget
        if not response.says and not changes:
            message = f"{response.id} does nothing, and keeps those below it from being tried."
            place = response.place or script.document.root.place
            mend = "Give it a line or a mood, or take it out."
            yield script.document.problem(place, "P308", message, mend, "warning")
