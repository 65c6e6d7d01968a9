"""P206: a phrase that is found nearly everywhere (warning).

It is one common word, such as `it`, `you` or `ok`.

Why: nearly every reply would be read so.

Mend: write a few words that only somebody who means this would say.

Fails:

    topics:
      rota: [the rota, it]

Passes:

    topics:
      rota: [the rota, it is the rota]

P212: a phrase that cannot be read (error).

[Square brackets] hold words of which one is said, as in `[may|could] i have`; three dots stand for
a few words between; ` + ` joins two parts that may stand in any order. A phrase needs a word.

Why: a manager with such a phrase could not be talked to.

Mend: close the brackets, or write the phrase without signs.

Fails:

    topics:
      rota: ["the [rota|plan"]

Passes:

    topics:
      rota: ["the [rota|plan]"]

P213: several phrases in one (hint).

There is a comma, or ` or `, in a phrase.

Why: it is found only in a reply that has all of these words, one after the other.

Mend: make a list of phrases: `[the rota, the plan]`.

Fails:

    topics:
      rota: "the rota, shift plan"

Passes:

    topics:
      rota: [the rota, shift plan]
"""

from collections.abc import Iterator

from rehearse.persona.script import Script
from rehearse.reading.lexicon import EMPTY_WORDS
from rehearse.reading.normalise import normalise
from rehearse.reading.wordlists import word_set
from rehearse.source import Problem

_COMMON = (EMPTY_WORDS - {"up", "out", "about"}) | word_set(
    """
    i you we he she they me him her us them my mine your yours our his their is are was were am been
    yes no not well now here there what when where who how why will would can could should may do
    does did just really very also so ok okay
    """
)


def check(script: Script) -> Iterator[Problem]:
    """Each phrase that is too common, ill-formed, or really several."""
    for use in script.named("phrase"):
        wrong = ill_formed(use.name)
        if wrong:
            mend = "Close the brackets, or write it without signs."
            yield script.document.problem(use.place, "P212", f"{wrong}.", mend)
        elif common(use.name):
            message = f"'{use.name}' is found in nearly every reply."
            mend = "Write a few words that only somebody who means this would say."
            yield script.document.problem(use.place, "P206", message, mend, "warning")
        elif "," in use.name and "[" not in use.name:
            first = use.name.partition(",")[0].strip()
            message = f"This is one phrase with a comma in it, and '{first}' alone is not found."
            mend = "Write a list: [one phrase, another]."
            yield script.document.problem(use.place, "P213", message, mend, "hint")


def ill_formed(phrase: str) -> str:
    """What is wrong with how a phrase is written, in a sentence without its stop; "" if nothing."""
    from rehearse.reading.expansion import NotationError, parse_cue, with_classes

    try:
        if "{" in phrase:
            from rehearse.reading import load_phrase_book

            phrase = with_classes(phrase, load_phrase_book().classes)
        parse_cue(phrase)
    except NotationError as error:
        told = str(error).split(";")[0].rstrip(".")
        return told[0].upper() + told[1:]
    return ""


def common(phrase: str) -> bool:
    """Whether a phrase is one word that nearly every reply has."""
    if any(sign in phrase for sign in "[]+{"):
        return False
    words = normalise(phrase).words
    return len(words) == 1 and words[0] in _COMMON
