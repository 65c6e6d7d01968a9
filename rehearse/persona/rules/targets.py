"""P101: a way to nowhere (error).

Every `goto`, `detour`, `moves_on`, `turn_limit.goto` and `visits` names a beat or an ending that
exists. A detour and `visits` need a beat, the turn limit needs an ending.

Why: the talk would stop there, in front of the learner.

Mend: take the name that is suggested, or write a beat of that name.

Fails:

    beats:
      the_case:
        moves_on: not_jet

Passes:

    beats:
      the_case:
        moves_on: not_yet

P102: a start that does not exist (error).

`start` names the beat the talk begins in. Left out, it is the first one written.

Why: without it there is no talk.

Mend: name a beat, or leave the key out.

Fails:

    start: the_opening

Passes:

    start: opening

P502: a story about something that is not in the script (error).

`from`, `expect: {beat: …}` and the meters of a story name what the script has.

Why: the story could not be played, or could never hold.

Mend: take the name that is suggested.

Fails:

    stories:
      - name: a plain ask is heard
        talk:
          - you: I want to be shift lead.
            expect: {beat: the_cases}

Passes:

    stories:
      - name: a plain ask is heard
        talk:
          - you: I want to be shift lead.
            expect: {beat: the_case}
"""

import re
from collections.abc import Iterator

from rehearse.persona.model import BACK
from rehearse.persona.script import Script
from rehearse.source import Problem, did_you_mean

_CODES = {"start": "P102", "story beat": "P502", "story goto": "P502"}


def check(script: Script) -> Iterator[Problem]:
    """Each name of a beat or an ending that does not exist."""
    beats, endings = [*script.persona.beats], [*script.persona.endings]
    wanted = {
        "ending": ("ending", endings),
        **dict.fromkeys(("beat", "detour", "start", "story beat"), ("beat", beats)),
        **dict.fromkeys(("goto", "story goto"), ("beat or ending", beats + endings)),
    }
    all_names = {*beats, *endings}
    misspelt = {_as_a_name(name) for name in all_names} - all_names  # told as P107 at the beat
    known = {kind: {*names, *misspelt} for kind, (_, names) in wanted.items()}
    known["goto"].add(BACK)
    for use in script.named(*wanted):
        if use.name not in known[use.kind]:
            what, names = wanted[use.kind]
            mend = did_you_mean(use.name, names)
            if use.kind in ("goto", "detour") and mend.startswith("Known:"):
                mend += f" Or write a beat '{use.name}'."
            code = _CODES.get(use.kind, "P101")
            message = f"There is no {what} '{use.name}'."
            yield script.document.problem(use.place, code, message, mend)


def _as_a_name(key: str) -> str:
    """What a beat called "The reason" should have been called."""
    return re.sub(r"[\s-]+", "_", key.strip().lower())
