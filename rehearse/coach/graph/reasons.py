"""A condition in plain words, as a coach would say it: "direct ask, and trust at least 50"."""

from collections.abc import Iterator, Sequence

from rehearse.persona.model import Condition, Range


def in_words(condition: Condition) -> str:
    """When the condition holds, in words without a full stop; one that asks nothing: "any reply".

    Names of moves and tones lose their underscores; names of beats keep them, to be found again.
    """
    parts = [*_of_the_reply(condition), *_of_the_talk(condition)]
    joint = ", and " if any(", " in part for part in parts) else " and "
    wanted = joint.join(parts) or "any reply"
    ruled_out = _listed(_each(condition.none_of), "or")
    return f"{wanted}, but not {ruled_out}" if ruled_out else wanted


def range_in_words(wanted: Range) -> str:
    """A range as it is written in a script: "at least 40", "2 to 4", "3"."""
    low, high = wanted.low, wanted.high
    if low is None:
        return "any number" if high is None else _one_sided(high, "at most", "under")
    if high is None:
        return _one_sided(low, "at least", "over")
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def _one_sided(number: float, closed: str, open_: str) -> str:
    """`over 0.5` is kept as the float next to 0.5; a number nobody can write was open."""
    written = round(number, 4)
    return f"{closed if written == number else open_} {written:g}"


def _of_the_reply(condition: Condition) -> Iterator[str]:
    any_of = _each(condition.any_of)
    if any_of:
        # Beside other parts an "or" must not be read as going on to the end.
        alone = len(any_of) == 1 or condition == Condition(any_of=condition.any_of)
        yield _listed(any_of, "or") if alone else f"any of {_listed(any_of, 'or')}"
    yield from _each(condition.all_of)
    if condition.certain is not None:
        yield "a reply read with certainty" if condition.certain else "a reply of uncertain meaning"
    for what, wanted in (("firmness", condition.firmness), ("respect", condition.respect)):
        if wanted is not None:
            yield f"{what} {range_in_words(wanted)}"
    if condition.words is not None:
        one = 1 in (condition.words.low, condition.words.high)
        yield f"{range_in_words(condition.words)} {'word' if one else 'words'}"
    if condition.topic:
        yield f"about {_listed(_plain(condition.topic), 'or')}"
    if condition.mentions:
        yield f"a {_listed(condition.mentions, 'or')} is named"
    if condition.pitch:
        yield f"the pitch is used: {_listed(condition.pitch, 'or')}"


def _of_the_talk(condition: Condition) -> Iterator[str]:
    for meter, wanted in condition.mood.items():
        yield f"{meter.replace('_', ' ')} {range_in_words(wanted)}"
    for beat, wanted in condition.visits.items():
        if wanted == Range(high=0):
            yield f"{beat} not visited yet"
        else:
            yield f"visits to {beat} {range_in_words(wanted)}"
    if condition.turn is not None:
        yield f"reply number {range_in_words(condition.turn)}"
    if condition.said:
        yield f"{_listed(_plain(condition.said), 'and')} said by now"
    if condition.remembers:
        yield f"{_listed(condition.remembers, 'and')} remembered"
    if condition.forgets:
        yield f"{_listed(condition.forgets, 'and')} not remembered"
    if condition.has_pitch:
        yield f"the pitch has {_listed(condition.has_pitch, 'and')}"


def _each(signs: Sequence[str | Condition]) -> list[str]:
    """Each in words; a nested condition of several parts stands in brackets."""
    found = []
    for sign in signs:
        if isinstance(sign, str):
            found.append(sign.replace("_", " "))
        else:
            words = in_words(sign)
            several = any(joint in words for joint in (" and ", " or ", " but not "))
            found.append(f"({words})" if several else words)
    return found


def _plain(names: Sequence[str]) -> list[str]:
    return [name.replace("_", " ") for name in names]


def _listed(words: Sequence[str], joint: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"
