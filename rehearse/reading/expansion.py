"""Cue notation: `[a|b]` alternatives, `[a|]` optional, `...` a gap of at most four words.

A cue line is parsed once into parts; the word lists it stands for are made when first needed.
"""

import re
from dataclasses import dataclass
from itertools import product

from rehearse.reading.normalise import normalise

GAP = "..."

_PIECE = re.compile(r"\[([^\[\]]*)\]|(\.\.\.|…)|([^\s\[\]…]+?)(?=\.\.\.|[\s\[\]…]|$)")

Part = tuple[tuple[str, ...], ...]  # the alternatives of one place, each a list of plain words


class NotationError(ValueError):
    """A cue that is not well written; the message says what to write instead."""


@dataclass(frozen=True, slots=True)
class Template:
    """A parsed cue. A gap is the part whose single alternative is ("...",)."""

    parts: tuple[Part, ...]

    def variants(self) -> list[tuple[str, ...]]:
        """Every word list the cue stands for, in the order they were written."""
        made = (joined(choice) for choice in product(*self.parts))
        return list(dict.fromkeys(words for words in made if words))


def joined(choice: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """One word list from one alternative of each part; a gap at an end says nothing."""
    return _trim_gaps(tuple(word for alternative in choice for word in alternative))


def parse_cue(cue: str) -> Template:
    """The parts of a cue as written in the phrase book; NotationError if it is ill-formed."""
    if "[" in cue or "]" in cue:
        if cue.count("[") != cue.count("]") or "[" in re.sub(r"\[[^\[\]]*\]", "", cue):
            raise NotationError("the square brackets of this cue do not pair up; write [a|b].")
        parts = [part for found in _PIECE.finditer(cue) if (part := _part(found))]
    elif "..." in cue or "…" in cue:
        pieces = cue.replace("…", GAP).split(GAP)
        parts = [((GAP,),)] * (2 * len(pieces) - 1)
        parts[::2] = [(normalise(piece).words,) for piece in pieces]
    else:
        parts = [(normalise(cue).words,)]
    template = Template(tuple(part for part in parts if part != ((),)))
    if not any(word != GAP for part in template.parts for alt in part for word in alt):
        raise NotationError("this cue has no words in it.")
    return template


def _part(found: re.Match[str]) -> Part:
    group, gap, word = found.groups()
    if gap:
        return ((GAP,),)
    if group is None:
        return (normalise(word).words,)
    return tuple(_words(choice) for choice in group.split("|"))


def _words(choice: str) -> tuple[str, ...]:
    if GAP not in choice:
        return normalise(choice).words
    pieces = [normalise(piece).words for piece in choice.split(GAP)]
    joined: list[str] = list(pieces[0])
    for piece in pieces[1:]:
        joined += [GAP, *piece]
    return tuple(joined)


def _trim_gaps(words: tuple[str, ...]) -> tuple[str, ...]:
    while words and words[0] == GAP:
        words = words[1:]
    while words and words[-1] == GAP:
        words = words[:-1]
    return words
