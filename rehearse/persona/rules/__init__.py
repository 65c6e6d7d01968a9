"""The rules a script is held to, beyond its format. One module each; its docstring holds
the pages of its codes, which `rehearse explain` prints.

`RULES` lists them all. A rule that follows the talk through the script needs a sound script: where
a part could not be read, what it says would be noise.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rehearse.persona.rules import (
    always_true,
    choices,
    circles,
    declared,
    fallbacks,
    heard,
    hostility,
    idle,
    impossible,
    phrase_form,
    placeholders,
    promises,
    reserved,
    returns,
    reused,
    said_again,
    shadowed,
    stories_there,
    targets,
    timing,
    twice_meant,
    typing_slips,
    unreached,
    variety,
    ways_out,
    wording,
)
from rehearse.persona.script import Script
from rehearse.source import Problem

BROKEN_WAYS = frozenset({"P101", "P102", "P106", "P107", "P111"})  # nowhere, or to two


@dataclass(frozen=True, slots=True)
class Rule:
    """A check, the codes it gives, and when it is run.

    `refuses` is true where it finds errors that break a talk: those rules run whenever a script is
    loaded, the others only when it is checked. `needs_sound` is for rules that need every part to
    be read, `needs_ways` for those that follow the talk from beat to beat: after a way that leads
    nowhere, what they say would be noise.
    """

    check: Callable[[Script], Iterator[Problem]]
    codes: tuple[str, ...]
    refuses: bool = True
    needs_sound: bool = False
    needs_ways: bool = False


def _format(check: Callable[[Script], Iterator[Problem]], *codes: str) -> Rule:
    """A rule on names and words, which can be told of any script."""
    return Rule(check, codes)


def _whole(check: Callable[[Script], Iterator[Problem]], *codes: str) -> Rule:
    """A rule with errors, on a script that was read as a whole."""
    return Rule(check, codes, needs_sound=True)


def _advice(check: Callable[[Script], Iterator[Problem]], *codes: str) -> Rule:
    """A rule that only a check asks about."""
    return Rule(check, codes, refuses=False, needs_sound=True)


def _travel(check: Callable[[Script], Iterator[Problem]], *codes: str) -> Rule:
    """Advice on where a talk goes."""
    return Rule(check, codes, refuses=False, needs_sound=True, needs_ways=True)


# Those that find broken ways come first.
RULES: dict[str, Rule] = {
    "targets": _format(targets.check, "P101", "P102", "P502"),
    "reserved": _format(reserved.check, "P107"),
    "returns": _whole(returns.check, "P106", "P111", "P114"),
    "declared": _format(declared.check, "P301", "P302"),
    "placeholders": _format(placeholders.check, "P401", "P410"),
    "phrase_form": _format(phrase_form.check, "P206", "P212", "P213"),
    "ways_out": Rule(ways_out.check, ("P104", "P105"), needs_sound=True, needs_ways=True),
    "shadowed": _whole(shadowed.check, "P303"),
    "impossible": _whole(impossible.check, "P304"),
    "fallbacks": _whole(fallbacks.check, "P210", "P211", "P406"),
    "unreached": _travel(unreached.check, "P103", "P108"),
    "choices": _travel(choices.check, "P110", "P117"),
    "timing": _travel(timing.check, "P112", "P113"),
    "circles": _travel(circles.check, "P115", "P116", "P118"),
    "twice_meant": _advice(twice_meant.check, "P205", "P207", "P209"),
    "heard": _advice(heard.check, "P201", "P202", "P203", "P204", "P208"),
    "always_true": _advice(always_true.check, "P305", "P306", "P309"),
    "hostility": _travel(hostility.check, "P307"),
    "idle": _advice(idle.check, "P308"),
    "variety": _travel(variety.check, "P403"),
    "wording": Rule(wording.check, ("P009", "P402", "P404", "P408"), refuses=False),
    "typing_slips": _advice(typing_slips.check, "P407", "P411"),
    "said_again": _advice(said_again.check, "P405", "P409", "P412"),
    "stories_there": _advice(stories_there.check, "P010", "P501"),
    "promises": _advice(promises.check, "P503", "P504", "P505", "P506"),
    "reused": _advice(reused.check, "P607", "P608"),
}

# What can be told of a part without the scripts that take it in, and, of names that lead to these
# scripts, what is told only where a name of the part itself is nearly the same.
OF_PARTS = frozenset(
    {"P009", "P106", "P107", "P205", "P206", "P207", "P209", "P212", "P213", "P304", "P305",
     "P308", "P309", "P402", "P404", "P405", "P407", "P408", "P409", "P411"}
)  # fmt: skip
OF_PARTS_IF_NEAR = frozenset({"P101", "P301", "P605"})
OF_PHRASES = frozenset({"P201", "P202", "P204", "P208"})  # in a part: not of its responses
