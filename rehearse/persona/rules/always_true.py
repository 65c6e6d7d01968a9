"""P305: a part of a condition that always holds (hint).

A range that takes in all there is: a meter at least 0, firmness up to 1, turn at least 1, this
beat visited at least once.

Why: it looks like a condition and is none.

Mend: take it out, or narrow it.

Fails:

    beats:
      the_case:
        hears:
          - when: {any: evidence, mood: {trust: at least 0}}
            goto: yes_then

Passes:

    beats:
      the_case:
        hears:
          - when: {any: evidence, mood: {trust: at least 40}}
            goto: yes_then

P306: a mood that never comes (warning).

Where a meter starts and how far the responses can move it, it never comes into this range.

Why: what stands under the condition is never used.

Mend: let a response move the meter that way, or ask for less.

Fails:

    beats:
      the_case:
        hears:
          - when: {any: evidence, mood: {trust: at least 95}}
            goto: yes_then

Passes:

    beats:
      the_case:
        hears:
          - when: {any: evidence, mood: {trust: at least 45}}
            goto: yes_then

P309: a name twice in one condition (hint).

The same tone, move or signal stands twice in a list, or in two lists of one condition.

Why: the second does nothing; most often another name was meant.

Mend: take one out, or write the name you meant.

Fails:

    beats:
      the_case:
        hears:
          - when: [evidence, team_impact, evidence]
            goto: yes_then

Passes:

    beats:
      the_case:
        hears:
          - when: [evidence, team_impact]
            goto: yes_then
"""

from collections.abc import Iterator

from rehearse.persona.conditions_of import Asked, conditions_of
from rehearse.persona.model import Persona, Range
from rehearse.persona.script import Script
from rehearse.persona.ways import own_responses
from rehearse.source import Place, Problem


def check(script: Script) -> Iterator[Problem]:
    """Each range of a condition that says nothing, and each that is out of reach."""
    reach = _reach(script.persona)
    for asked in conditions_of(script.persona):
        place = asked.condition.place or script.document.root.place
        for what in _always(asked, script.persona.turn_limit):
            yield _says_nothing(script, place, what)
        for name in _twice(asked):
            message = f"This condition names {name} twice."
            mend = "Take one out, or write the name you meant."
            yield script.document.problem(place, "P309", message, mend, "hint")
        for meter, wanted in asked.condition.mood.items():
            low, high = reach.get(meter, (0, 100))
            if _beyond(wanted, low, high) and not _beyond(wanted, 0, 100):
                message = f"'{meter}' never comes there: it stays between {low} and {high}."
                mend = "Let a response move it that way, or ask for less."
                yield script.document.problem(place, "P306", message, mend, "warning")


def _says_nothing(script: Script, place: Place, what: str) -> Problem:
    message = f"What this condition asks of {what} always holds."
    return script.document.problem(place, "P305", message, "Take it out, or narrow it.", "hint")


def _always(asked: Asked, turns: int) -> Iterator[str]:
    condition = asked.condition
    for meter, wanted in condition.mood.items():
        if _takes_in(wanted, 0, 100):
            yield meter
    for what, found in (("firmness", condition.firmness), ("respect", condition.respect)):
        if found is not None and _takes_in(found, 0, 1):
            yield what
    if condition.turn is not None and _takes_in(condition.turn, 1, turns):
        yield "the turn"
    if condition.words is not None and _takes_in(condition.words, 0, None):
        yield "the number of words"
    own = condition.visits.get(asked.beat) if asked.beat else None
    if own is not None and _takes_in(own, 1, None):
        yield "visits"


def _twice(asked: Asked) -> list[str]:
    condition = asked.condition
    wanted = [name for name in (*condition.any_of, *condition.all_of) if isinstance(name, str)]
    ruled_out = [name for name in condition.none_of if isinstance(name, str)]
    return [
        name
        for names in (wanted, ruled_out)
        for name in dict.fromkeys(names)
        if names.count(name) > 1
    ]


def _takes_in(wanted: Range, low: float, high: float | None) -> bool:
    below = wanted.low is None or wanted.low <= low
    return below and (wanted.high is None or (high is not None and wanted.high >= high))


def _beyond(wanted: Range, low: float, high: float) -> bool:
    below = wanted.high is not None and wanted.high < low
    return below or (wanted.low is not None and wanted.low > high)


def _reach(persona: Persona) -> dict[str, tuple[int, int]]:
    """The lowest and the highest each meter may come to within the turn limit."""
    answers = [*persona.always]
    for beat in persona.beats.values():
        answers += own_responses(beat)
    found = {}
    for meter, start in persona.mood.items():
        changes = [
            [response.mood.get(meter, 0) for response in group] + [0]
            for group in (persona.reacts, answers)
        ]
        down = persona.turn_limit * sum(map(min, changes))
        up = persona.turn_limit * sum(map(max, changes))
        starts = [start, *(story.mood[meter] for story in persona.stories if meter in story.mood)]
        found[meter] = (max(0, min(starts) + down), min(100, max(starts) + up))
    return found
