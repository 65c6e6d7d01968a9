"""Did you mean: the nearest known name to one that nobody knows."""

from collections.abc import Iterable

_NEAR_ENOUGH = 70.0


def nearest(word: str, known: Iterable[str]) -> str:
    """The known name most like `word`, or "" where none is like it (under 70 of 100)."""
    from rapidfuzz import fuzz, process  # a well-formed file never comes here

    names = sorted(set(known))
    found = process.extractOne(
        word.lower()[:80], names, scorer=fuzz.ratio, score_cutoff=_NEAR_ENOUGH
    )
    return str(found[0]) if found else ""


def did_you_mean(word: str, known: Iterable[str], most: int = 12) -> str:
    """A sentence that helps with an unknown name: the nearest one, else the first `most`."""
    names = list(dict.fromkeys(known))
    near = nearest(word, names)
    if near:
        return f"Did you mean {near}?"
    if not names:
        return ""
    listed = ", ".join(names[:most]) + (", …" if len(names) > most else "")
    return f"Known: {listed}."
