"""P205: the same phrase under two names (warning).

A phrase of the script's own stands under one tone, move or signal, and under one topic.

Why: a reply with it would be read as both, and which one wins is luck.

Mend: keep it in one place.

Fails:

    phrases:
      direct_ask: [the shift lead job]
      demand: [the shift lead job]

Passes:

    phrases:
      direct_ask: [the shift lead job]
      demand: [the shift lead job or nothing]

P207: the same phrase once more (hint).

A phrase stands twice under its name, perhaps with other capitals, stops, or `don't` for `do not`.

Why: small differences in spelling do not matter to the program; the second adds nothing.

Mend: keep one of them.

Fails:

    topics:
      rota: [the rota for May, The Rota for may]

Passes:

    topics:
      rota: [the rota for May, the plan for May]

P209: two tones that only a small word keeps apart (warning).

A phrase under one tone is a phrase under another but for a `not`, a `really` or the like.

Why: a slip of the finger, and the reply is read as its opposite.

Mend: use phrases that differ in more than that.

Fails:

    phrases:
      assertive: [the blue folder is full]
      aggressive: [the blue folder is not full]

Passes:

    phrases:
      assertive: [the green folder is full]
      aggressive: [the blue folder is not full]
"""

from collections.abc import Iterator

from rehearse.persona.script import Script, Use
from rehearse.reading.lexicon import FILLERS, NEGATORS
from rehearse.reading.model import TONES
from rehearse.reading.normalise import normalise
from rehearse.source import Problem


def check(script: Script) -> Iterator[Problem]:
    """Each phrase that stands a second time, or nearly, under `phrases` or under `topics`."""
    seen: dict[tuple[str, tuple[str, ...]], Use] = {}
    bare: dict[tuple[str, ...], Use] = {}
    for use in script.named("phrase"):
        section, _, name = use.site.partition(".")
        signs = any(sign in use.name for sign in "[]+{…") or "..." in use.name
        words = (use.name.lower(),) if signs else normalise(use.name).words
        twin = seen.setdefault((section, words), use)
        if twin is not use:
            yield _twice(script, use, twin)
        elif name in TONES and not signs:
            kept = tuple(word for word in words if word not in NEGATORS and word not in FILLERS)
            twin = bare.setdefault(kept, use)
            if twin.site != use.site:
                message = f"Only a small word keeps this apart from '{twin.name}',"
                message += f" which is {_name(twin)}."
                mend = "Use phrases that differ in more."
                yield script.document.problem(use.place, "P209", message, mend, "warning")


def _twice(script: Script, use: Use, twin: Use) -> Problem:
    mend = "Keep it in one place."
    if twin.site == use.site:
        message = f"This is '{twin.name}' once more, from {twin.place.in_words(use.place.file)}."
        return script.document.problem(use.place, "P207", message, mend, "hint")
    message = f"'{use.name}' is already a phrase of {_name(twin)}."
    return script.document.problem(use.place, "P205", message, mend, "warning")


def _name(use: Use) -> str:
    return use.site.partition(".")[2]
