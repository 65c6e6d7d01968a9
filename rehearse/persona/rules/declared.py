"""P301: a name that the script does not have (error).

A meter stands under `mood` at the top, a topic under `topics`; a name in `remembers`, `forgets` or
`forget` is remembered somewhere.

Why: a condition on a misspelt name never holds, and nobody notices.

Mend: take the name that is suggested, or declare it as the finding shows.

Fails:

    always:
      - when: {mood: {trsut: at most 0}}
        goto: not_yet

Passes:

    always:
      - when: {mood: {trust: at most 0}}
        goto: not_yet
    beats:
      the_case:
        hears:
          - when: blame
            mood: {trust: -20}
            goto: not_yet
          - when: evidence
            goto: yes_then

P302: a name that nothing uses (hint).

A topic that no condition asks for; a meter that no response moves and no condition asks for. Of
what parts bring it is not told: they serve several scripts.

Why: most often the place that should use it was forgotten, or spelt otherwise.

Mend: use it, or take it out.

Fails:

    topics:
      rota: [the rota, shift plan]
      holidays: [your holidays]

Passes:

    topics:
      rota: [the rota, shift plan]
"""

from collections.abc import Iterator

from rehearse.persona.script import Script
from rehearse.source import Problem, did_you_mean


def check(script: Script) -> Iterator[Problem]:
    """Each name that is used and not declared, and each that is declared and not used."""
    persona = script.persona
    remembered = [use.name for use in script.named("memory made", "words kept")]
    known = {
        "meter": ("meter", set(persona.mood), "P301"),
        "meter moved": ("meter", set(persona.mood), "P301"),
        "story meter": ("meter", set(persona.mood), "P502"),
        "topic": ("topic", set(persona.topics), "P301"),
        "memory": ("remembered name", set(remembered), "P301"),
        "memory forgotten": ("remembered name", set(remembered), "P301"),
    }
    for use in script.named(*known):
        what, names, code = known[use.kind]
        if use.name not in names:
            mend = did_you_mean(use.name, sorted(names)) or _declare(what, use.name)
            message = f"There is no {what} '{use.name}'."
            yield script.document.problem(use.place, code, message, mend)
    if script.sound:
        yield from _unused(script)


def _declare(what: str, name: str) -> str:
    if what == "meter":
        return f"Write mood: {{{name}: 50}} at the top."
    if what == "topic":
        return f"Write its phrases under topics: {name}: […]."
    return f"Write remember: [{name}] where it is learnt."


def _unused(script: Script) -> Iterator[Problem]:
    root = script.document.root
    topics = {use.name for use in script.named("topic")}
    meters = {use.name for use in script.named("meter", "meter moved")}
    persona = script.persona
    for section, used, message, mend in (
        ("topics", topics, "No condition asks for the topic '{}'.", "when: {{topic: {}}}"),
        ("mood", meters, "Nothing moves or asks for the meter '{}'.", "mood: {{{}: +5}}"),
    ):
        if used - getattr(persona, section).keys():  # a misspelt one may be meant for this
            continue
        node = root.get(section)
        for name, key in node.keys.items() if node else ():
            if name not in used and key.place.file == script.document.file:  # parts bring more
                how = f"Use it as {mend.format(name)}, or take it out."
                yield script.document.problem(key, "P302", message.format(name), how, "hint")
