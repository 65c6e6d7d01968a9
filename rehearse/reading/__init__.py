"""Understand one typed reply: how firm, how respectful, which moves it makes, and why.

In reading order: `model` is the result; `spelling` and `normalise` make plain words of the text;
`clauses` cuts it and `scope` finds what is denied or only reported; `expansion` and `book` are
the phrase book, `stems`, `lexicon`, `filing`, `variants`, `index`, `terms` and `matching` find
its cues in the reply; `vocabulary`, `found`, `loudness`, `change` and `features` are what a reply
does beyond phrases; `mentions` and `figures` are the facts it names, sought where `beginnings`
says; `words` lists all that the fitted tables (`tables`) may know, `told` is what they say of it,
summed by `side_by_side` for many moves at once; `worth` is what it adds to the tone and
`move_words` for which moves it speaks; `axes` sums it all up; `analysis` takes a reply apart and
`reader` puts the steps together, with the phrases of one's own that are in `own`. Of a finished
reading, `edits` finds the smallest edit that would change it: `wordings` lists what may be said
otherwise, `rewording` makes a change and `proposals` says which could be made.
"""

from typing import TYPE_CHECKING, Any

from rehearse.reading.model import MOVES, SIGNALS, TONES, Cue, Mention, MoveHit, Reading

__all__ = [
    "MOVES",
    "SIGNALS",
    "TONES",
    "Cue",
    "Edit",
    "Mention",
    "MoveHit",
    "PhraseBook",
    "Reader",
    "Reading",
    "load_phrase_book",
    "read_reply",
    "reader_knowing",
    "smallest_edit",
]

if TYPE_CHECKING:
    from rehearse.reading.book import PhraseBook, load_phrase_book
    from rehearse.reading.edits import Edit, smallest_edit
    from rehearse.reading.reader import Reader, read_reply, reader_knowing

_HOMES = {
    "Edit": "rehearse.reading.edits",
    "PhraseBook": "rehearse.reading.book",
    "load_phrase_book": "rehearse.reading.book",
    "Reader": "rehearse.reading.reader",
    "read_reply": "rehearse.reading.reader",
    "reader_knowing": "rehearse.reading.reader",
    "smallest_edit": "rehearse.reading.edits",
}


def __getattr__(name: str) -> Any:
    """Load the reader only where it is asked for: a transcript needs the model alone."""
    if name not in _HOMES:
        raise AttributeError(f"module 'rehearse.reading' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
