"""P210: a beat without an answer to all else (error).

Every beat has an `otherwise`, unless a response without `when` ends its `hears`.

Why: silence reads as a fault of the program.

Mend: write `otherwise:` with three lines that fit anything.

Fails:

    beats:
      small_talk:
        says: How was the drive?
        moves_on: the_case
      opening:
        moves_on: small_talk

Passes:

    beats:
      small_talk:
        says: How was the drive?
        otherwise: [I see., And the parking?, Well then.]
        moves_on: the_case
      opening:
        moves_on: small_talk

P211: no question for replies that are not understood (warning).

`asks_back`, at the top, is said when the program is not sure how a reply was meant.

Why: without it the manager answers as if they had understood.

Mend: write three questions that suit any reply.

Fails:

    (the script without `asks_back`)

Passes:

    asks_back: [Say that again?, I did not catch it., How do you mean?]

P406: an answer without words (warning).

A response that says nothing and stays, or that leads to a beat or an ending which says nothing; a
first beat, or an ending of the turn limit, without lines.

Why: the learner types, and nothing comes back.

Mend: give it `says`, or a `goto` to a beat that says something.

Fails:

    beats:
      the_case:
        hears:
          - when: evidence
            goto: yes_then
          - when: gratitude
            mood: {trust: +5}

Passes:

    beats:
      the_case:
        hears:
          - when: evidence
            goto: yes_then
          - when: gratitude
            mood: {trust: +5}
            says: [You are welcome., Of course., Any time.]
"""

from collections.abc import Iterator

from rehearse.persona.model import BACK, Condition, Persona, Response
from rehearse.persona.script import Script
from rehearse.persona.ways import own_responses
from rehearse.source import Place, Problem


def check(script: Script) -> Iterator[Problem]:
    """Each beat without `otherwise`, each answer without words, and a script without asks_back."""
    persona = script.persona
    for name in script.without_otherwise:
        hears = persona.beats[name].hears
        if not hears or not _always_answers(hears[-1]):
            message = f"The beat '{name}' has no otherwise, for replies that nothing else fits."
            place = script.place_of("beats", name)
            yield script.document.problem(place, "P210", message, "Write otherwise: with lines.")
    if not persona.asks_back:
        message = "The script has no asks_back, for replies that are not understood."
        root = script.document.root
        yield script.document.problem(root, "P211", message, "Write at least three.", "warning")
    yield from _silent_places(script)
    for response in persona.always:
        if _is_silent(persona, response):
            yield _silent(script, response, response.place)
    for beat in persona.beats.values():
        for response in own_responses(beat):
            missing = response is beat.otherwise and beat.name in script.without_otherwise
            if not missing and _is_silent(persona, response):
                yield _silent(script, response, response.place or beat.place)


def _silent_places(script: Script) -> Iterator[Problem]:
    persona = script.persona
    first, last = persona.beats.get(persona.start), persona.endings.get(persona.out_of_time)
    for section, found, what in (("beats", first, "begins"), ("endings", last, "runs out of time")):
        if found is not None and not found.says:
            message = f"The talk {what} in '{found.name}', which says nothing."
            place = script.place_of(section, found.name)
            yield script.document.problem(place, "P406", message, "Give it says.", "warning")


def _silent(script: Script, response: Response, place: Place | None) -> Problem:
    message = f"{response.id} leaves the learner without an answer."
    mend = "Give it says, or a goto to a beat that says something."
    place = place or script.document.root.place
    return script.document.problem(place, "P406", message, mend, "warning")


def _always_answers(response: Response) -> bool:
    return response.when == Condition() and not response.once and response.goto != BACK


def _is_silent(persona: Persona, response: Response) -> bool:
    if response.says or response.goto == BACK or response.id.endswith(".moves_on"):
        return False
    target = persona.beats.get(response.goto) or persona.endings.get(response.goto)
    return not response.goto or (target is not None and not target.says)
