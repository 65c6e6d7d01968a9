"""The file in which a learner keeps phrases of their own, written like `phrases` in a script."""

from collections.abc import Iterator
from pathlib import Path

from rehearse.persona.condition_format import SIGNS, TEXTS, version
from rehearse.persona.rules.phrase_form import common, ill_formed
from rehearse.persona.values import flat, members, texts
from rehearse.reading.own import OwnPhrases
from rehearse.source import (
    Document,
    Field,
    Fields,
    Problem,
    SourceError,
    conform,
    read_document,
)

FORMAT = "1"
OWN_PHRASES = Fields(
    what="a file of own phrases",
    about="Phrases of one's own, by what they stand for.",
    fields={
        "format": version(FORMAT),
        **{
            sign: Field(
                shape=TEXTS, about=f"Phrases for {sign}.", example="[put me up for band six]"
            )
            for sign in SIGNS
        },
    },
)


def load_own_phrases(path: str | Path) -> OwnPhrases:
    """The phrases in a YAML file. Raises SourceError with everything that is wrong in it."""
    document = read_document(path)
    problems = [*document.problems, *conform(document, OWN_PHRASES)]
    problems = [one for one in problems if one.severity == "error"] or list(_badly_put(document))
    if problems:
        raise SourceError(problems)
    entries = document.root.entries
    return OwnPhrases({sign: texts(entries[sign]) for sign in SIGNS if sign in entries})


def _badly_put(document: Document) -> Iterator[Problem]:
    """Each phrase that cannot be read, and each that would be found in nearly every reply."""
    for sign in (name for name in document.root.entries if name in SIGNS):
        for node in members(document.root.entries[sign]):
            phrase = flat(node)
            wrong = ill_formed(phrase)
            if wrong:
                mend = "Close the brackets, or write it without signs."
                yield document.problem(node, "P212", f"{wrong}.", mend)
            elif common(phrase):
                message = f"'{phrase}' is found in nearly every reply."
                mend = "Write a few words that only somebody who means this would say."
                yield document.problem(node, "P206", message, mend)
