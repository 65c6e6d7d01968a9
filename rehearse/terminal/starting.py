"""Why a talk cannot begin, and finding the manager it is to be held with."""

import sys
from collections.abc import Iterable
from pathlib import Path

from rehearse.persona.model import Persona
from rehearse.persona.shelf import find_persona
from rehearse.source.problem import SourceError
from rehearse.terminal.options import PracticeOptions
from rehearse.terminal.program import program
from rehearse.terminal.typeset import printable
from rehearse.transcript.store import persona_folders


class CannotStartError(Exception):
    """The talk cannot begin; the text is one sentence for the person who asked for it."""


def persona_named(wanted: str | None, folders: Iterable[Path] = ()) -> Persona:
    """The manager asked for, by id, stance or path; `folders` are looked in too.

    A broken file met on the way is told on standard error. Raises CannotStartError, or SourceError.
    """
    if wanted is None:
        raise CannotStartError(f"name a manager, such as surly; {program()} personas lists them.")
    try:
        return find_persona(wanted, persona_folders(folders), tell_beside)
    except ValueError as error:
        if isinstance(error, SourceError):
            raise
        raise CannotStartError(str(error)) from None


def tell_beside(sentence: str) -> None:
    """Say something that is not part of the talk, on standard error."""
    print(printable(sentence), file=sys.stderr)


def is_kept(options: PracticeOptions) -> bool:
    """Whether the talk is written to disk. One that tries a script out is not, unless asked for."""
    return options.keep and (options.save is not None or not options.trying)


def check_beginning(persona: Persona, options: PracticeOptions) -> None:
    """See that the script has the beat and the meters asked for. Raises CannotStartError."""
    from rehearse.source.suggest import did_you_mean

    if options.start in persona.endings:
        raise CannotStartError(
            f"{options.start!r} is an ending of this script, and a talk begins in a beat."
            f" Known: {', '.join(persona.beats)}."
        )
    if options.start and options.start not in persona.beats:
        guess = did_you_mean(options.start, persona.beats)
        raise CannotStartError(f"there is no beat {options.start!r} in this script. {guess}")
    for meter in options.mood:
        if meter not in persona.mood:
            guess = did_you_mean(meter, persona.mood) or "It has no meters."
            raise CannotStartError(f"there is no meter {meter!r} in this script. {guess}")
