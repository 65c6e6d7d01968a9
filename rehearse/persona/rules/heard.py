"""P201: an example that is not heard (error).

Under a response, `examples` are replies that must make it hold; under a tone, a move, a signal or a
topic, replies that must be read so.

Why: the phrase or the condition does not do what it was written for.

Mend: see how the example reads with `rehearse read --persona SCRIPT`; listen for a move it
does have, or add a phrase of yours.

Fails:

    topics:
      rota:
        phrases: [the rota, shift plan]
        examples: [Could we change the night duty?]

Passes:

    topics:
      rota:
        phrases: [the rota, shift plan, night duty]
        examples: [Could we change the night duty?]

P202: a counter-example that is heard (error).

`not` lists replies that must not make the response hold, or must not be read so.

Why: the manager would answer something that was not said.

Mend: take out the phrase that is too wide, or ask for more in the condition.

Fails:

    topics:
      rota:
        phrases: [the rota, plan]
        not: [My plan is to learn the system.]

Passes:

    topics:
      rota:
        phrases: [the rota, shift plan]
        not: [My plan is to learn the system.]

P203: an example that an earlier response takes (warning).

A response above, or one of `always`, holds for this reply too, and the first that holds wins.

Why: the line you wrote for this reply is not said.

Mend: put this response above the other one, or ask for more in that one.

Fails:

    beats:
      opening:
        hears:
          - when: {topic: rota}
            detour: side_talk
          - when: {words: at least 5}
            examples: [I want to talk about the rota today.]
            goto: the_case

Passes:

    beats:
      opening:
        hears:
          - when: {words: at least 5}
            examples: [I want to talk about the rota today.]
            goto: the_case
          - when: {topic: rota}
            detour: side_talk

P204: a phrase that another tone takes (warning).

By its own words the phrase reads as another tone than the one it stands under.

Why: a reply with it will most often be read as that other tone.

Mend: put it under that tone, or write a phrase that carries the tone you mean.

Fails:

    phrases:
      passive: [promote me or I quit you idiot]

Passes:

    phrases:
      aggressive: [promote me or I quit you idiot]

P208: a phrase that can never win (warning).

Even a reply that is nothing but this phrase is not read as what it stands under: the phrase goes
over the end of a sentence, say, or begins by denying itself.

Why: it looks as if it were heard, and never is.

Mend: write the words as people say them within one sentence; or put it under another name.

Fails:

    topics:
      rota: [the rota, the plan? for May]

Passes:

    topics:
      rota: [the rota, the plan for May]
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from rehearse.persona.judging import Heard, judged
from rehearse.persona.model import Persona, Response
from rehearse.persona.rules.phrase_form import ill_formed
from rehearse.persona.script import Script, Use
from rehearse.reading.model import MOVES, TONES, Reading
from rehearse.source import Problem

if TYPE_CHECKING:
    from rehearse.reading import Reader


def check(script: Script) -> Iterator[Problem]:
    """Each example, counter-example and phrase that is not heard as it is meant."""
    uses = script.named("example", "counter-example", "phrase")
    if not uses or any(ill_formed(use.name) for use in uses if use.kind == "phrase"):
        return
    reader = _book_reader().with_phrases(script.persona.phrases, script.persona.topics)
    responses = _responses(script.persona)
    for use in uses:
        section, _, name = use.site.partition(".")
        if use.kind == "phrase":
            yield from _phrase(script, use, name, reader)
        elif section in ("phrases", "topics"):
            yield from _sample_of_name(script, use, name, reader)
        elif use.site in responses:
            yield from _sample_of_response(script, use, responses, reader)


@lru_cache(maxsize=1)
def _book_reader() -> "Reader":
    from rehearse.reading import Reader, load_phrase_book

    return Reader(load_phrase_book())


def _reads_as(reading: Reading, section: str, name: str) -> bool:
    if section == "topics":
        return name in reading.topics
    if name in TONES:
        return reading.certain and reading.tone == name
    return reading.has(name) if name in MOVES else name in reading.signals


def _sample_of_name(script: Script, use: Use, name: str, reader: "Reader") -> Iterator[Problem]:
    reading = reader.read(use.name)
    reads = _reads_as(reading, use.site.partition(".")[0], name)
    if use.kind == "example" and not reads:
        message = f"This example is not read as {name}; it is {_in_words(reading)}."
        mend = _mend_of_sample(script, name)
        yield script.document.problem(use.place, "P201", message, mend)
    elif use.kind == "counter-example" and reads:
        message = f"This is read as {name}, and should not be."
        mend = "Take out the phrase that is too wide."
        yield script.document.problem(use.place, "P202", message, mend)


def _mend_of_sample(script: Script, name: str) -> str:
    """What to do about an example not heard; a tone is not made by one phrase alone."""
    if name in TONES and name in script.persona.phrases:
        return (
            "A tone is that of the whole reply, and the other words speak for another; take them"
            " out, or put it where it belongs."
        )
    return "Add a phrase that is in it (what is denied there does not count), or move it."


def _phrase(script: Script, use: Use, name: str, reader: "Reader") -> Iterator[Problem]:
    """A phrase is asked for by its own words, where it has no signs of the notation."""
    if any(sign in use.name for sign in "[]+{…") or "..." in use.name:
        return
    if name in TONES:
        reading = _book_reader().read(use.name)
        if reading.certain and reading.tone not in (name, "neutral"):
            message = f"By its own words this phrase reads as {reading.tone}, not as {name}."
            mend = f"Put it under {reading.tone}, or write one that carries the tone."
            yield script.document.problem(use.place, "P204", message, mend, "warning")
        return
    reading = reader.read(use.name)
    if not _reads_as(reading, use.site.partition(".")[0], name):
        message = f"Even by itself this phrase is not read as {name}; it is {_in_words(reading)}."
        mend = "Write it as people say it, within one sentence, or put it under another name."
        yield script.document.problem(use.place, "P208", message, mend, "warning")


def _sample_of_response(
    script: Script, use: Use, responses: dict[str, list[Response]], reader: "Reader"
) -> Iterator[Problem]:
    *earlier, own = responses[use.site]
    beat = script.persona.beats.get(use.site.partition(".")[0])
    said = beat.says[0].text if beat is not None and beat.says else ""
    reading = reader.read(use.name, said)
    heard = Heard.of(reading)
    verdict = judged(own.when, heard)
    if use.kind == "counter-example":
        if verdict is not False:
            message = "This counter-example makes the response hold."
            mend = "Ask for more in its when, or take the counter-example out."
            yield script.document.problem(use.place, "P202", message, mend)
        return
    if verdict is False:
        message = f"This example does not make the response hold; it is {_in_words(reading)}."
        mend = "Listen for what it is, or add a phrase of yours."
        yield script.document.problem(use.place, "P201", message, mend)
        return
    for other in earlier:
        if not other.once and judged(other.when, heard) is True:
            where = other.place.in_words(use.place.file) if other.place else other.id
            message = f"The response in {where} comes first for this example."
            mend = "Put this response above that one, or ask for more in that one."
            yield script.document.problem(use.place, "P203", message, mend, "warning")
            return


def _responses(persona: Persona) -> dict[str, list[Response]]:
    """For each response all that is tried before it, and then itself."""
    found = {}
    lists = [(beat.hears, persona.always) for beat in persona.beats.values()]
    for responses, before in (*lists, (persona.always, ()), (persona.reacts, ())):
        for count, response in enumerate(responses):
            found[response.id] = [*before, *responses[: count + 1]]
    return found


def _in_words(reading: Reading) -> str:
    names = [hit.move for hit in reading.moves] + sorted(reading.signals) + sorted(reading.topics)
    tone = reading.tone if reading.certain else "of no certain tone"
    return f"{tone}, with {', '.join(names)}" if names else f"{tone}, without moves"
