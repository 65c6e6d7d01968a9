"""A reply with some of its words left out or said otherwise, still fit to be shown."""

import re
from dataclasses import dataclass

from rehearse.reading.normalise import normalise

_LEADING = r"(?:and|but|so|or|then|plus|because)\b"
_COMMAS = ",;:–—-"
_ENDS = ".!?…"


@dataclass(frozen=True, slots=True)
class Change:
    """Words [first, last) of the reply go, characters `span` as typed; `instead` takes their place.

    `instead` is "" where they are left out; an empty span is a place where it is put in.
    """

    first: int
    last: int
    span: tuple[int, int]
    instead: str = ""

    @property
    def size(self) -> int:
        """How many words go or come."""
        return self.last - self.first + len(self.instead.split())


Changes = tuple[Change, ...]


def size(made: Changes) -> int:
    """How many words go or come in all."""
    return sum(change.size for change in made)


def changed(text: str, made: Changes) -> str:
    """The text with these changes made, and commas, capitals and spaces put right around them."""
    if text.isupper():
        text = _said(text)
    capitals = not text.lstrip()[:1].islower()
    for change in sorted(made, key=lambda one: one.span, reverse=True):
        before, after = text[: change.span[0]], text[change.span[1] :]
        if change.first == change.last:
            after = after[:1].lower() + after[1:]  # an order: its verb
        text = _joined(before, change.instead, after, capitals)
    return text.strip()


def _said(shouted: str) -> str:
    """What was typed in capitals alone, in small letters. Of the same length, for spans to hold."""
    small = "".join(c.lower() if len(c.lower()) == 1 else c for c in shouted)
    small = re.sub(r"\bi\b", "I", small)
    return re.sub(r"(^\W*|[.!?]\s+)([^\W\d_])", lambda m: m[1] + m[2].upper(), small)


def _joined(before: str, instead: str, after: str, capitals: bool) -> str:
    """What stands before, in place of and after changed words, as one text."""
    before, after = before.rstrip(" \t"), after.lstrip(" \t")
    if not instead:
        before, after = _closed_up(before, after)
    if instead.endswith(".") and before and before[-1] not in _ENDS + "\n":
        before = before.rstrip(_COMMAS + " \t") + "."
    opens = not before.strip() or before[-1] in _ENDS + "\n"
    if instead.startswith("I "):
        after = _stated(after) if opens or before[-1] in _COMMAS else after
        instead = instead if capitals else "i" + instead[1:]
    rest = instead + ("" if not instead or _tight(after) else " ") + after
    if opens and capitals:
        rest = rest[:1].upper() + rest[1:]
    bare = not before or before[-1] in '\n(“"' or _tight(rest)
    return before + ("" if bare else " ") + rest


def _tight(after: str) -> bool:
    """Whether no space stands before this."""
    return not after or after[0] in _ENDS + ',;:)”"\n'


def _stated(after: str) -> str:
    """The rest of a reply, its first sentence no longer a question."""
    return re.sub(r"^([^.!?\n]*)\?+", r"\1.", after)


def _closed_up(before: str, after: str) -> tuple[str, str]:
    """The two sides of words left out, without the commas and "but"s that only joined them."""
    if not before or before[-1] in _ENDS + "\n":
        after = after.lstrip(_COMMAS + _ENDS + " \t")
        after = re.sub(rf"^{_LEADING}[, ]*", "", after, flags=re.IGNORECASE)
    elif not after or after[0] in _ENDS + "\n":
        while (shorter := _unhung(before)) != before:
            before = shorter
        if before and after and before[-1] in _ENDS:
            after = after[1:]
    elif before[-1] == ":":
        after = re.sub(rf"^{_LEADING}[, ]*", "", after, flags=re.IGNORECASE)
    elif before[-1] in _COMMAS and after[0] in _COMMAS:
        after = after[1:].lstrip()
    return before, after


def _unhung(before: str) -> str:
    """The text without a comma or joining word at its end."""
    shorter = before.rstrip(_COMMAS + " \t")
    return re.sub(rf"(?:^|\s){_LEADING}$", "", shorter, flags=re.IGNORECASE)


def plain(text: str) -> tuple[str, ...]:
    """The plain words of a text."""
    return normalise(text).words
