"""P101, P102, P502: a way that leads nowhere.

Every `goto`, `detour`, `moves_on`, `start`, `turn_limit.goto` and `visits` names a beat or an
ending that exists; so does every `from` and `expect: {beat: …}` of a story (P502). A detour, the
start, `from` and `visits` need a beat; the turn limit needs an ending. `back` is known to all.

Why: the talk would stop there, in front of the learner.

Fails: `goto: the_wal` where the beat is `the_wall`.
Passes: `goto: the_wall`.
"""

import re
from collections.abc import Iterable, Iterator

from rehearse.persona.model import BACK
from rehearse.persona.script import Script, Use
from rehearse.source import Problem, did_you_mean

_CODES = {"start": "P102", "story beat": "P502", "story goto": "P502"}


def check(script: Script) -> Iterator[Problem]:
    """Each name of a beat or an ending that does not exist."""
    beats, endings = script.persona.beats, script.persona.endings
    all_names = {*beats, *endings}
    misspelt = {_as_a_name(name) for name in all_names} - all_names  # told as P107 at the beat
    for use in script.named("goto", "beat", "start", "story beat", "ending", "story goto"):
        wanted, known = _wanted(use.kind, beats, endings)
        if use.name not in known and use.name not in misspelt:
            code = _CODES.get(use.kind, "P101")
            mend = did_you_mean(use.name, [name for name in known if name != BACK])
            yield script.document.problem(use.place, code, _message(use, wanted), mend)


def _as_a_name(key: str) -> str:
    """What a beat called "The reason" should have been called."""
    return re.sub(r"[\s-]+", "_", key.strip().lower())


def _wanted(kind: str, beats: Iterable[str], endings: Iterable[str]) -> tuple[str, list[str]]:
    if kind == "ending":
        return "ending", list(endings)
    if kind in ("beat", "start", "story beat"):
        return "beat", list(beats)
    back = [BACK] if kind == "goto" else []
    return "beat or ending", [*beats, *endings, *back]


def _message(use: Use, wanted: str) -> str:
    return f"There is no {wanted} '{use.name}'."
