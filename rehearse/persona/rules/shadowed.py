"""P303: a response that can never come (error).

Responses are tried from top to bottom. Where an earlier one holds whenever a later one would, the
later one is never used. Only what is sure is reported.

Why: the line you wrote would never be said.

Mend: put the special one above the general one, or ask for more in the earlier one.

Fails:

    beats:
      the_case:
        hears:
          - when: [evidence, team_impact]
            goto: yes_then
          - when: {all: [evidence, direct_ask]}
            goto: not_yet

Passes:

    beats:
      the_case:
        hears:
          - when: {all: [evidence, direct_ask]}
            goto: not_yet
          - when: [evidence, team_impact]
            goto: yes_then
"""

from collections.abc import Iterator, Sequence

from rehearse.persona.model import BACK, Condition, Range, Response
from rehearse.persona.script import Script
from rehearse.source import Problem

_EACH = ("said", "remembers", "forgets", "has_pitch")  # all of the names must hold
_ANY = ("mentions", "topic", "pitch")  # one of the names is enough
_RANGES = ("firmness", "respect", "turn", "words")
_MAPS = ("mood", "visits")


def check(script: Script) -> Iterator[Problem]:
    """Each response that an earlier one of the same list, or one of `always`, covers."""
    persona = script.persona
    lists: list[tuple[Sequence[Response], Sequence[Response]]] = [
        ((), persona.reacts),
        ((), persona.always),
    ]
    lists += [(persona.always, beat.hears) for beat in persona.beats.values()]
    for before, responses in lists:
        for count, later in enumerate(responses):
            for earlier in (*before, *responses[:count]):
                sure = not earlier.once and earlier.goto != BACK  # a way back is not always open
                if sure and implies(later.when, earlier.when):
                    yield _problem(script, earlier, later)
                    break


def _problem(script: Script, earlier: Response, later: Response) -> Problem:
    place = later.place or script.document.root.place
    where = earlier.place.in_words(place.file) if earlier.place else earlier.id
    message = f"This response never comes: the one in {where} holds whenever it would."
    mend = "Put it above that one, or ask for more in the earlier one."
    return script.document.problem(place, "P303", message, mend)


def implies(narrow: Condition, wide: Condition) -> bool:
    """Whether `wide` surely holds whenever `narrow` does."""
    sure = narrow.all_of + narrow.any_of if len(narrow.any_of) == 1 else narrow.all_of
    if wide.any_of and not (
        (narrow.any_of and all(name in wide.any_of for name in narrow.any_of))
        or any(name in wide.any_of for name in sure)
    ):
        return False
    if not all(name in sure for name in wide.all_of):
        return False
    if not all(name in narrow.none_of for name in wide.none_of):
        return False
    if wide.certain is not None and wide.certain != narrow.certain:
        return False
    return _names_imply(narrow, wide) and _ranges_imply(narrow, wide)


def _names_imply(narrow: Condition, wide: Condition) -> bool:
    each = all(set(getattr(wide, name)) <= set(getattr(narrow, name)) for name in _EACH)
    return each and all(
        not getattr(wide, name)
        or (getattr(narrow, name) and set(getattr(narrow, name)) <= set(getattr(wide, name)))
        for name in _ANY
    )


def _ranges_imply(narrow: Condition, wide: Condition) -> bool:
    single = all(_within(getattr(narrow, name), getattr(wide, name)) for name in _RANGES)
    return single and all(
        _within(getattr(narrow, name).get(key), outer)
        for name in _MAPS
        for key, outer in getattr(wide, name).items()
    )


def _within(inner: Range | None, outer: Range | None) -> bool:
    if outer is None or outer == Range():
        return True
    if inner is None:
        return False
    above = outer.low is None or (inner.low is not None and inner.low >= outer.low)
    return above and (outer.high is None or (inner.high is not None and inner.high <= outer.high))
