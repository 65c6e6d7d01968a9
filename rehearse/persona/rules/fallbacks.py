"""P210, P211, P406: replies the manager would have no answer to.

Every beat has an `otherwise`, unless a response without `when` ends its `hears` (P210). The script
has `asks_back`, for replies that were not understood (P211). A response that says nothing and goes
nowhere leaves the learner without an answer (P406); so does one that leads to a beat without lines.

Why: silence reads as a fault of the program.

Fails: a beat with `hears` alone.
Passes: the same beat with `otherwise: [What is it you want?, Go on., I'm listening.]`.
"""

from collections.abc import Iterator

from rehearse.persona.model import BACK, Condition, Persona, Response
from rehearse.persona.script import Script
from rehearse.persona.ways import own_responses
from rehearse.source import Problem


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
    for beat in persona.beats.values():
        for response in own_responses(beat):
            missing = response is beat.otherwise and beat.name in script.without_otherwise
            if not missing and _is_silent(persona, response):
                message = f"{response.id} leaves the learner without an answer."
                mend = "Give it says, or a goto to a beat that says something."
                place = response.place or beat.place or script.document.root.place
                yield script.document.problem(place, "P406", message, mend, "warning")


def _always_answers(response: Response) -> bool:
    return response.when == Condition() and not response.once and response.goto != BACK


def _is_silent(persona: Persona, response: Response) -> bool:
    if response.says or response.goto == BACK or response.id.endswith(".moves_on"):
        return False
    target = persona.beats.get(response.goto) or persona.endings.get(response.goto)
    return not response.goto or (target is not None and not target.says)
