"""Cue notation: `[a|b]` alternatives, `[a|]` optional, `...` a gap of at most four words, `a + b`
two phrases in any order within twelve words of one sentence.

A cue line is parsed once into parts; the word lists it stands for are made when first needed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from rehearse.reading.normalise import normalise

GAP = "..."

_FAMILY = re.compile(r"\{([a-z_]+)\}")

_PIECE = re.compile(r"\[([^\[\]]*)\]|(\.\.\.|…)|([^\s\[\]…]+?)(?=\.\.\.|[\s\[\]…]|$)")

Part = tuple[tuple[str, ...], ...]  # the alternatives of one place, each a list of plain words


class NotationError(ValueError):
    """A cue that is not well written; the message says what to write instead."""


@dataclass(frozen=True, slots=True)
class Template:
    """A parsed cue. A gap is the part whose single alternative is ("...",).

    With `together` the parts may stand in any order, near each other in one sentence.
    """

    parts: tuple[Part, ...]
    together: bool = False

    def variants(self) -> list[tuple[str, ...]]:
        """Every word list the cue stands for, in the order they were written."""
        made = (joined(choice) for choice in product(*self.parts))
        return list(dict.fromkeys(words for words in made if words))


def joined(choice: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """One word list from one alternative of each part; a gap at an end says nothing."""
    return _trim_gaps(tuple(word for alternative in choice for word in alternative))


def with_classes(cue: str, classes: Mapping[str, Sequence[str]]) -> str:
    """The cue with every {family} written out; NotationError for a family nobody knows."""
    if "{" not in cue:
        return cue

    def spread(found: re.Match[str]) -> str:
        choices = (_members(choice, classes) for choice in found[1].split("|"))
        return "[" + "|".join(member for members in choices for member in members) + "]"

    cue = re.sub(r"\[([^\[\]]*)\]", spread, cue)
    return _FAMILY.sub(lambda found: "[" + "|".join(_members(found[0], classes)) + "]", cue)


def _members(choice: str, classes: Mapping[str, Sequence[str]]) -> list[str]:
    """The phrases one alternative stands for: "by {day}" is "by monday", "by tuesday" and so on."""
    found = _FAMILY.search(choice)
    if found is None:
        return [choice]
    if found[1] not in classes:
        raise NotationError(f"there is no family of words {{{found[1]}}} in classes.yaml.")
    start, end = found.span()
    return [choice[:start] + member + choice[end:] for member in classes[found[1]]]


def parse_cue(cue: str) -> Template:
    """The parts of a cue as written in the phrase book; NotationError if it is ill-formed."""
    if " + " in cue:
        pieces = [parse_cue(piece).variants() for piece in cue.split(" + ")]
        return Template(tuple(tuple(piece) for piece in pieces), together=True)
    if "[" in cue or "]" in cue:
        if cue.count("[") != cue.count("]") or "[" in re.sub(r"\[[^\[\]]*\]", "", cue):
            raise NotationError(
                f"the square brackets of the cue '{cue}' do not pair up; write [a|b]."
            )
        parts = [part for found in _PIECE.finditer(cue) if (part := _part(found))]
    else:
        parts = []
        for strip in cue.replace("…", GAP).split(GAP):
            parts += [((GAP,),)] if parts else []
            parts += [((word,),) for word in normalise(strip).words]
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
