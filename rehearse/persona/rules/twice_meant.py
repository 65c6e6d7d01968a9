"""P205: the same phrase under two names.

A phrase of the script's own stands under one tone, move, signal or topic.

Why: a reply with it would be read as both, and which one wins is luck.

Fails: `phrases: {direct_ask: [the lead job], demand: [the lead job]}`.
Passes: `phrases: {direct_ask: [the lead job], demand: [the lead job or nothing]}`.
"""

from collections.abc import Iterator

from rehearse.persona.script import Script
from rehearse.persona.values import flat, members, pairs
from rehearse.source import Problem


def check(script: Script) -> Iterator[Problem]:
    """Each phrase that stands a second time, under `phrases` or under `topics`."""
    for section in ("phrases", "topics"):
        seen: dict[str, str] = {}
        for name, _, value in pairs(script.document.root.get(section)):
            for phrase in members(value):
                text = flat(phrase).lower()
                if text and text in seen:
                    message = f"'{flat(phrase)}' is already a phrase of {seen[text]}."
                    yield script.document.problem(
                        phrase, "P205", message, "Keep it in one place.", "warning"
                    )
                seen.setdefault(text, name)
