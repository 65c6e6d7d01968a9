"""A rehearsal just held, made a story: what it came to is from now on promised."""

from collections.abc import Iterable
from datetime import date

from rehearse.coach.fitting import wanted_names
from rehearse.dialogue.rehearsal import Rehearsal
from rehearse.dialogue.rules import find_response
from rehearse.dialogue.turn import End, Turn
from rehearse.persona.model import OUTCOMES, Expectation, Persona, Story, StoryStep
from rehearse.reading.model import MOVES, TONES
from rehearse.transcript.model import Transcript
from rehearse.transcript.replaying import why_not_the_same


class NotBlessedError(ValueError):
    """The rehearsal cannot become a story; the text is one sentence or two for the coach."""


def story_of(transcript: Transcript, persona: Persona, name: str = "") -> Story:
    """The rehearsal as a story that holds with this script as it is now.

    Of each reply it promises the beat it leads to, and the tone and moves that the response which
    answered it listens for; of the last one the outcome. `name` defaults to the day and the
    outcome. Raises NotBlessedError for a talk of another script, one that goes otherwise now, one
    without replies, one that is a story already, and a name that is taken.
    """
    _refuse_strangers(transcript, persona)
    replies = tuple(turn.reply.strip() for turn in transcript.turns)
    header = transcript.header
    seed, start, mood = header.seed, header.start, dict(header.mood)
    for story in persona.stories:
        same = (tuple(step.you for step in story.talk), story.seed, dict(story.mood))
        begins = (story.start or persona.start) == (start or persona.start)
        if begins and same == (replies, seed, mood):
            raise NotBlessedError(f"This talk is a story already: “{story.name}”{_in_line(story)}.")
    try:
        rehearsal = Rehearsal(persona, seed, start=start, mood=mood or None)
    except ValueError as error:  # a beat or a meter that the script no longer has
        raise NotBlessedError(str(error)) from None
    talk = tuple(
        StoryStep(reply, _promise(_as_it_went(number, reply, rehearsal, transcript, persona),
                                  rehearsal.end, persona))
        for number, reply in enumerate(replies)
    )  # fmt: skip
    return Story(_named(name, transcript, persona), talk, seed, start, mood)


def _refuse_strangers(transcript: Transcript, persona: Persona) -> None:
    held_with = transcript.header.persona
    talk = transcript.path or "This talk"
    if held_with is None:
        raise NotBlessedError(
            f"{talk} was brought in by import: no manager's script stands behind it, so there is"
            " nothing a story could promise."
        )
    if held_with["id"] != persona.id:
        raise NotBlessedError(
            f"{talk} was held with {held_with['id']}, and {persona.path} is the script of"
            f" {persona.id}; name the script it was held with."
        )
    if not transcript.turns:
        raise NotBlessedError(f"{talk} holds no reply yet, so there is nothing to promise.")


def _as_it_went(
    at: int, reply: str, rehearsal: Rehearsal, transcript: Transcript, persona: Persona
) -> Turn:
    """Play the next reply; NotBlessedError where it now goes otherwise than in the talk."""
    kept = transcript.turns[at]
    if rehearsal.end is not None:
        came = f"the talk now ends before it, in {rehearsal.end.state}"
    else:
        turn = rehearsal.reply(reply)
        if turn.to == kept.to:
            return turn
        came = f"led to {kept.to} in the talk and leads to {turn.to} as a story"
    where = f"{transcript.path or 'This talk'}: reply {at + 1}, “{reply}”"
    raise NotBlessedError(f"{where}: {came}. {_why_otherwise(transcript, persona)}")


def _why_otherwise(transcript: Transcript, persona: Persona) -> str:
    if transcript.header.pitch is not None:
        return "It was held with a pitch, and a story has none: hold it again without."
    if transcript.header.phrases:
        return (
            "It was held with phrases of your own, and a story is read without: write those that"
            " matter under `phrases` in the script."
        )
    return why_not_the_same(transcript, persona) or "Hold it again, and bless that."


def _promise(turn: Turn, end: End | None, persona: Persona) -> Expectation:
    """What matters of a turn: where it led, and of its reading what the response asked for."""
    response = find_response(persona, turn.rule)
    asked = set(wanted_names(response.when)) if response else set()
    moves = {hit.move for hit in turn.reading.moves}
    sure = turn.reading.certain and turn.reading.tone in asked & set(TONES)
    tone = turn.reading.tone if sure else ""
    outcome = end.outcome if end and end.outcome in OUTCOMES else ""
    kept = tuple(move for move in MOVES if move in asked & moves)
    return Expectation(tone=tone, moves=kept, beat=turn.to, outcome=outcome)


def _named(name: str, transcript: Transcript, persona: Persona) -> str:
    taken = {story.name: story for story in persona.stories}
    wanted = " ".join(name.split())
    if wanted in taken:
        where = _in_line(taken[wanted])
        raise NotBlessedError(f"There is a story “{wanted}” already{where}; choose another name.")
    return wanted or _free_name(transcript, taken)


def _free_name(transcript: Transcript, taken: Iterable[str]) -> str:
    """ "talk of 2026-03-04, agreed"; with a number where that is taken."""
    try:
        day = f" of {date.fromisoformat(transcript.header.started[:10])}"
    except ValueError:
        day = ""
    outcome = transcript.end.outcome.replace("_", " ") if transcript.end else "not finished"
    plain = f"talk{day}, {outcome}"
    numbered = (f"{plain} ({number})" for number in range(2, 100_000))
    return plain if plain not in taken else next(one for one in numbered if one not in taken)


def _in_line(story: Story) -> str:
    return f" in line {story.place.line}" if story.place else ""
