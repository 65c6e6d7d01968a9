"""P301, P302, P502: a meter, a topic or a remembered name that the script does not have.

A meter in a condition or an effect stands under `mood` at the top; a topic under `topics`; a name
in `remembers`, `forgets` or `forget` is remembered somewhere (P301). The meters of stories are held
to the same (P502). A topic that no condition asks for is noted (P302).

Why: a condition on a misspelt name never holds, and nobody notices.

Fails: `when: {mood: {patiense: at most 30}}`.
Passes: `when: {mood: {patience: at most 30}}` with `mood: {patience: 60}` at the top.
"""

from collections.abc import Iterator

from rehearse.persona.script import Script
from rehearse.source import Problem, did_you_mean


def check(script: Script) -> Iterator[Problem]:
    """Each name that is used and not declared, and each topic declared and not used."""
    persona = script.persona
    remembered = [use.name for use in script.named("memory made", "words kept")]
    known = {
        "meter": ("meter", list(persona.mood), "P301"),
        "story meter": ("meter", list(persona.mood), "P502"),
        "topic": ("topic", list(persona.topics), "P301"),
        "memory": ("remembered name", remembered, "P301"),
    }
    for use in script.named(*known):
        what, names, code = known[use.kind]
        if use.name not in names:
            mend = did_you_mean(use.name, names) or _declare(what, use.name)
            message = f"There is no {what} '{use.name}'."
            yield script.document.problem(use.place, code, message, mend)
    if script.sound:
        yield from _unused_topics(script)


def _declare(what: str, name: str) -> str:
    if what == "meter":
        return f"Write mood: {{{name}: 50}} at the top."
    if what == "topic":
        return f"Write its phrases under topics: {name}: […]."
    return f"Write remember: [{name}] where it is learnt."


def _unused_topics(script: Script) -> Iterator[Problem]:
    used = {use.name for use in script.named("topic")}
    topics = script.document.root.get("topics")
    for name, key in topics.keys.items() if topics else ():
        if name not in used:
            message = f"No condition asks for the topic '{name}'."
            mend = f"Use it as when: {{topic: {name}}}, or take it out."
            yield script.document.problem(key, "P302", message, mend, "hint")
