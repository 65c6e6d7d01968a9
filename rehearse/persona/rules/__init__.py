"""The rules a script is held to, beyond its format. One module each; its docstring is its page.

`RULES` lists them all. A rule that follows the talk through the script needs a sound script: where
a part could not be read, what it says would be noise.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rehearse.persona.rules import (
    declared,
    fallbacks,
    impossible,
    placeholders,
    reserved,
    returns,
    shadowed,
    stories_there,
    targets,
    twice_meant,
    unreached,
    variety,
    ways_out,
    wording,
)
from rehearse.persona.script import Script
from rehearse.source import Problem


@dataclass(frozen=True, slots=True)
class Rule:
    """A check, the codes it gives, and when it is run.

    `refuses` is true where it finds errors: those rules run whenever a script is loaded, the
    others only when it is checked.
    """

    check: Callable[[Script], Iterator[Problem]]
    codes: tuple[str, ...]
    refuses: bool = True
    needs_sound: bool = False


RULES: dict[str, Rule] = {
    "targets": Rule(targets.check, ("P101", "P102", "P502")),
    "reserved": Rule(reserved.check, ("P107",)),
    "declared": Rule(declared.check, ("P301", "P302", "P502")),
    "placeholders": Rule(placeholders.check, ("P401", "P410")),
    "returns": Rule(returns.check, ("P106", "P111"), needs_sound=True),
    "ways_out": Rule(ways_out.check, ("P104", "P105"), needs_sound=True),
    "unreached": Rule(unreached.check, ("P103", "P108"), refuses=False, needs_sound=True),
    "shadowed": Rule(shadowed.check, ("P303",), needs_sound=True),
    "impossible": Rule(impossible.check, ("P304",), needs_sound=True),
    "fallbacks": Rule(fallbacks.check, ("P210", "P211", "P406"), needs_sound=True),
    "variety": Rule(variety.check, ("P403",), refuses=False, needs_sound=True),
    "wording": Rule(wording.check, ("P009", "P402", "P404", "P408"), refuses=False),
    "twice_meant": Rule(twice_meant.check, ("P205",), refuses=False),
    "stories_there": Rule(stories_there.check, ("P010", "P501"), refuses=False, needs_sound=True),
}
