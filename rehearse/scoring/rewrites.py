"""A better way to say a line that cost points, from rewrites.yaml and the learner's own facts."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from rehearse.dialogue.wording import PLACEHOLDER, filled
from rehearse.reading.model import Reading
from rehearse.scoring.questions import ASKED
from rehearse.scoring.talk import slips
from rehearse.source import (
    Field,
    Fields,
    ListOf,
    MapOf,
    Number,
    SourceError,
    Text,
    conform,
    load_document,
)

BUILT_IN = Path(__file__).with_name("rewrites.yaml")
# What was wrong, the gravest first: a line with several faults is rewritten for the first.
FAULTS = (
    "ultimatum", "badmouth", "blame", "entitlement", "demand", "comparison", "sarcasm", "sharp",
    "give_up", "self_minimise", "personal_need", "hint", "hedge",
)  # fmt: skip
_BY_TONE = {"passive_aggressive": "sarcasm", "aggressive": "sharp", "passive": "hedge"}

SHAPE = Fields(
    what="a list of rewrites",
    fields={
        "format": Field(shape=Number(low=1, high=1), about="The format's number.", required=True),
        "rewrites": Field(
            shape=MapOf(
                value=ListOf(item=Text(what="a sentence"), least=3), key=Text(what="a fault")
            ),
            about="Sentences for each fault.",
            required=True,
        ),
    },
)


def fault_of(reading: Reading) -> str:
    """What was wrong with a line: its gravest fault by FAULTS, or "" where it has none."""
    found = {*slips(reading), _BY_TONE.get(reading.tone, "")}
    return next((fault for fault in FAULTS if fault in found), "")


def rewrite(fault: str, facts: Mapping[str, str], turn: int, asked: str = "") -> str:
    """The sentence for a fault that uses the most of the facts; `turn` chooses among equals.

    Where it is clear what the manager had `asked` for (one of questions.ASKED), the sentence
    answers that; for a line without a fault of its own ("") it says plainly what is wanted.
    """
    lines = load_rewrites()
    usable = [
        (len(PLACEHOLDER.findall(line)), words)
        for line in lines.get(f"asked_{asked}") or lines.get(fault) or lines["asked_wish"]
        if (words := filled(line, facts)) is not None
    ]
    most = max(used for used, _ in usable)
    best = [words for used, words in usable if used == most]
    return best[turn % len(best)]


@cache
def load_rewrites(path: str | Path = BUILT_IN) -> dict[str, tuple[str, ...]]:
    """The sentences for each fault, and for each question ("asked_next").

    Raises SourceError, S111 for one that has none to offer.
    """
    document = load_document(path)
    problems = conform(document, SHAPE)
    node = document.root.get("rewrites")
    if not problems and node is not None:
        lines = {name: tuple(i.value for i in each.items) for name, each in node.entries.items()}
        for fault in (*FAULTS, *(f"asked_{kind}" for kind in ASKED)):
            if all(PLACEHOLDER.search(line) for line in lines.get(fault, ())):
                message = f'The fault "{fault}" has no sentence that needs no fact.'
                problems.append(document.problem(node, "S111", message, "Add one."))
        if not problems:
            return lines
    raise SourceError(problems)
